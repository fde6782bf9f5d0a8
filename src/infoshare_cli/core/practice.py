"""A story to practise with beside what a person answered: where the two part, and if it counts.

The guide's side is what the rules make of the story's own answers, so its reasons are the
evaluation, as they are in a real case.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from infoshare_cli.core.areas import is_near, words_of
from infoshare_cli.core.decision import Decision, decide
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.written_case import WrittenCase


@dataclass(frozen=True)
class Difference:
    """A question that both sides answered, and answered differently."""

    question: str
    yours: tuple[str, ...]
    guide: tuple[str, ...]
    """What the story holds."""
    turns: bool
    """Whether the story's answer here, and nothing else, would have led to the guide's end."""


@dataclass(frozen=True)
class Attempt:
    """A story that somebody answered."""

    story: WrittenCase
    yours: Decision
    guide: Decision
    differences: tuple[Difference, ...]
    """In the order in which the person was asked. Where two sides part, each is asked questions
    of its own; those follow from an answer that is told here, and are left out."""

    @property
    def same(self) -> bool:
        """Whether both come to the same outcome, by the same person's consent."""
        return end_of(self.yours) == end_of(self.guide)


def attempt(guidance: Guidance, story: WrittenCase, answers: Answers) -> Attempt:
    """What the answers of a person come to, beside the story's own.

    Args:
        answers: enough for an outcome, as are those of the story.
    """
    yours, guide = decide(guidance, answers), decide(guidance, story.answers)
    assert yours is not None
    assert guide is not None
    return Attempt(story, yours, guide, tuple(_differences(guidance, yours, guide)))


def end_of(decision: Decision) -> tuple[str, str | None]:
    """What two answers to a story have to share: the outcome, and whose consent."""
    return decision.outcome.id, decision.consent_from


def sectors_of(stories: Sequence[WrittenCase]) -> tuple[str, ...]:
    """The kinds of work that stories come from, in their order."""
    return tuple(dict.fromkeys(story.sector for story in stories))


def sectors_meant(sectors: Sequence[str], text: str) -> tuple[str, ...]:
    """The sectors that a text can mean: all of its words begin, or nearly are, words of theirs."""
    typed = words_of(text)
    return tuple(
        sector for sector in sectors if typed and all(_is_word_of(sector, each) for each in typed)
    )


def _is_word_of(sector: str, typed: str) -> bool:
    return any(word.startswith(typed) or is_near(typed, word) for word in words_of(sector))


def _differences(guidance: Guidance, yours: Decision, guide: Decision) -> Iterator[Difference]:
    for question, answer in yours.rests_on.items():
        theirs = guide.rests_on.get(question, answer)
        if theirs != answer:
            # What the person was not asked is taken from the story.
            mended = {**guide.rests_on, **yours.rests_on, question: theirs}
            turns = _leads_to(guidance, mended, guide) and end_of(yours) != end_of(guide)
            yield Difference(question, answer, theirs, turns)


def _leads_to(guidance: Guidance, answers: Answers, guide: Decision) -> bool:
    decision = decide(guidance, answers)
    return decision is not None and end_of(decision) == end_of(guide)
