"""Practice as JSON, for a trainer: which stories there are, and what somebody made of them."""

from collections.abc import Sequence

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.practice import Attempt, Difference
from infoshare_cli.core.written_case import WrittenCase
from infoshare_cli.documents.decision_json import Json, answers_to_json


def stories_to_json(stories: Sequence[WrittenCase]) -> Json:
    """The stories that there are; what they come to is left to be found."""
    return {"stories": [_named(story) for story in stories]}


def attempts_to_json(guidance: Guidance, attempts: Sequence[Attempt]) -> Json:
    """The stories that were answered to the end, and how many came out as the guide's."""
    return {
        "stories": [_attempt_to_json(guidance, each) for each in attempts],
        "right": sum(each.same for each in attempts),
        "of": len(attempts),
    }


def _attempt_to_json(guidance: Guidance, attempt: Attempt) -> Json:
    yours, guide = attempt.yours, attempt.guide
    return {
        **_named(attempt.story),
        "outcome": {"yours": yours.outcome.id, "guide": guide.outcome.id},
        "consent_from": {"yours": yours.consent_from, "guide": guide.consent_from},
        "same": attempt.same,
        "differences": list(map(_difference_to_json, attempt.differences)),
        "answers": dict(answers_to_json(guidance, yours.rests_on)),
    }


def _difference_to_json(difference: Difference) -> Json:
    return {
        "question": difference.question,
        "yours": list(difference.yours),
        "guide": list(difference.guide),
        "turns": difference.turns,
    }


def _named(story: WrittenCase) -> Json:
    return {"id": story.id, "title": story.title, "sector": story.sector}
