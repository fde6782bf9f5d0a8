"""The steps of a conversation about a case: what comes next, and what was taken before.

Where a conversation stands is told by the case, and by whether the person went on after the
outcome. So going back, changing an answer, resuming a draft and continuing a record are one.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from infoshare_cli.core.case import Case
from infoshare_cli.core.decision import Decision, decide, fields_to_ask
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import after, stand


@dataclass(frozen=True)
class Step:
    """One thing to ask of a person."""

    kind: Literal["question", "pause", "field", "settle", "check"]
    """A question of the rules; the pause at the outcome; a field of the record to write; one that
    nobody has read for private words yet; or the check of all of it."""
    id: str = ""
    """The question or the field."""


PAUSE, CHECK = Step("pause"), Step("check")


def next_step(
    guidance: Guidance,
    case: Case,
    *,
    went_on: bool,
    records: bool,
    unread: Collection[str] = (),
) -> Step | None:
    """The first thing that is still open; None where all is said and nothing is recorded.

    Args:
        went_on: whether the person went on after the outcome.
        records: whether a record is to be written.
        unread: fields of the record that are to be read for private words.
    """
    standing = stand(guidance, case.answers)
    if standing.next is not None:
        return Step("question", standing.next.id)
    if not went_on:
        return PAUSE
    if still_open := after(guidance, case.answers, standing).open:
        return Step("question", still_open[0].question)
    return _next_of_record(guidance, case, unread) if records else None


def steps_taken(guidance: Guidance, case: Case, *, went_on: bool) -> tuple[Step, ...]:
    """What was asked and answered so far, in the order in which it is asked."""
    decision = decide(guidance, case.answers)
    if decision is None:
        return _questions(stand(guidance, case.answers).asked)
    steps = _questions(decision.rests_on)
    if went_on:
        steps += (PAUSE, *_questions(decision.followed_up), *_written(guidance, case, decision))
    return steps


def step_before(guidance: Guidance, case: Case, step: Step, *, went_on: bool) -> Step:
    """The step that was taken before this one; the step itself where it is the first.

    What stands open may have taken steps behind it, such as fields that came from a file.
    """
    taken = steps_taken(guidance, case, went_on=went_on)
    if step in taken:
        before = taken[: taken.index(step)]
    elif step.kind == "question":
        before = tuple(each for each in taken if each.kind != "field")
    else:
        behind = _fields_from(guidance, case, step)
        before = tuple(each for each in taken if each.kind != "field" or each.id not in behind)
    return before[-1] if before else step


def questions_put(guidance: Guidance, case: Case) -> tuple[str, ...]:
    """The questions of a case that were answered, and the one that comes next."""
    coming = next_step(guidance, case, went_on=True, records=False)
    taken = steps_taken(guidance, case, went_on=True)
    steps = (*taken, coming) if coming is not None else taken
    return tuple(step.id for step in steps if step.kind == "question")


def _next_of_record(guidance: Guidance, case: Case, unread: Collection[str]) -> Step:
    decision = decide(guidance, case.answers)
    assert decision is not None
    for each in fields_to_ask(guidance, decision, case.record):
        if each.id not in case.record:
            return Step("field", each.id)
        if each.id in unread:
            return Step("settle", each.id)
    return CHECK


def _questions(names: Collection[str]) -> tuple[Step, ...]:
    return tuple(Step("question", name) for name in names)


def _written(guidance: Guidance, case: Case, decision: Decision) -> tuple[Step, ...]:
    fields = fields_to_ask(guidance, decision, case.record)
    return tuple(Step("field", each.id) for each in fields if each.id in case.record)


def _fields_from(guidance: Guidance, case: Case, step: Step) -> tuple[str, ...]:
    """The field of a step and those behind it; none for a step that is about no field."""
    decision = decide(guidance, case.answers)
    fields = (
        [each.id for each in fields_to_ask(guidance, decision, case.record)] if decision else []
    )
    return tuple(fields[fields.index(step.id) :]) if step.id in fields else ()
