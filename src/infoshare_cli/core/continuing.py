"""Going on from a record: consent asked for today, sharing decided tomorrow."""

from dataclasses import dataclass

from infoshare_cli.core.case import Case
from infoshare_cli.core.change import change_answer, stale_fields
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance

CARRIED_OVER = (
    "case_ref", "area", "practitioner", "role", "agency", "requester", "recipient_name",
    "purpose", "information",
)  # fmt: skip
"""What is the same the next day: which case, who decides, who asks, who would get what, and why.

All else in a record is about the decision that it was made for, and is new with the next one: what
was decided and for what reason, what was held back, who was told, how it was sent, who advised,
and when to look again. It stays open, so that nobody signs yesterday's reason.
"""


@dataclass(frozen=True)
class Continued:
    """A case that goes on from an earlier one. Questions stand in the order of the pack."""

    case: Case
    asked_again: tuple[str, ...]
    """Questions about whose consent counts, and what hangs on them: the answer may be new."""
    set_aside: tuple[str, ...]
    """Questions whose answers were about something that the given answers change."""
    fields_set_aside: tuple[str, ...]
    """Fields that would be carried over, but were about something that the given answers change."""


def continue_from(guidance: Guidance, before: Case, given: Case) -> Continued:
    """The case to go on with.

    Args:
        before: the case as it was recorded; every answer in it is one that these rules take.
        given: answers and fields that are new, as from a file; they stand as they are. A file has
            no words that somebody was asked about and kept.
    """
    answers, asked_again = _without(guidance, before.answers, given.answers)
    answers, set_aside = _with(guidance, answers, given.answers)
    carried = [name for name in before.record if name in CARRIED_OVER and name not in given.record]
    moved = tuple(each.id for each in stale_fields(guidance, before.answers, answers, carried))
    case = before.with_answers(answers)
    case = case.without_fields({*before.record} - {*carried} | {*moved})
    for name, text in given.record.items():
        case = case.with_field(name, text)
    order = guidance.question_by_id
    return Continued(
        case,
        tuple(each for each in order if each in asked_again),
        tuple(each for each in order if each in set_aside),
        moved,
    )


def consent_questions(guidance: Guidance) -> tuple[str, ...]:
    """The questions that are about whose consent counts, in the order of the pack."""
    choices = {outcome.consent_from for outcome in guidance.outcomes} - {None}
    return tuple(each.id for each in guidance.questions if choices & {*each.about})


def _without(guidance: Guidance, answers: Answers, given: Answers) -> tuple[Answers, set[str]]:
    """The answers without those about consent, unless they are given anew."""
    gone: set[str] = set()
    for name in consent_questions(guidance):
        if name in answers and name not in given:
            change = change_answer(guidance, answers, name, None)
            answers, gone = change.answers, gone | {name, *change.set_aside}
    return answers, gone - {*given}


def _with(guidance: Guidance, answers: Answers, given: Answers) -> tuple[Answers, set[str]]:
    """The answers with those that are given, and without what was about something else then."""
    gone: set[str] = set()
    for name, chosen in given.items():
        change = change_answer(guidance, answers, name, chosen)
        answers, gone = change.answers, gone | {*change.set_aside}
    # One given answer may set aside another; given together, they were meant together.
    return {**answers, **given}, gone - {*given}
