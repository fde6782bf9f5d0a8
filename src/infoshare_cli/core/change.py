"""Changing an answer: what was given, or written down, about it goes with it.

A child's yes must never turn into a parent's: an answer that was given about something
is set aside when that changes, and asked again. So is a field of the record: what was written
about one recipient must not be read as if it were about another.
"""

from collections.abc import Collection
from dataclasses import dataclass

from infoshare_cli.core.evaluation import Answers, Evaluation
from infoshare_cli.core.guidance import DECISION, OUTCOME, Guidance, RecordField

_ALWAYS_ABOUT = {"decision": {OUTCOME}, "override_reason": {OUTCOME, DECISION}}
"""What the program itself holds against the outcome is about it, whatever a pack says."""


@dataclass(frozen=True)
class Change:
    """The answers after a change, and those that it took away."""

    answers: Answers
    set_aside: tuple[str, ...]
    """Questions whose answers were about what changed, in the order of the pack."""


def change_answer(
    guidance: Guidance, answers: Answers, question: str, chosen: tuple[str, ...] | None
) -> Change:
    """The answers with one of them changed, or taken out where `chosen` is None.

    What is not known any more counts as changed: whether it comes out the same can only
    be told once it has been asked again.
    """
    before = dict(answers)
    now = {key: value for key, value in before.items() if key != question or chosen is not None}
    if chosen is not None:
        now[question] = chosen
    set_aside: set[str] = set()
    while stale := _stale(guidance, before, now):
        for key in stale - {question}:
            set_aside.add(key)
            del now[key]
        if stale <= {question}:
            break
    order = [item.id for item in guidance.questions if item.id in set_aside]
    return Change(now, tuple(order))


def needed_only(answers: Answers, asked: tuple[str, ...]) -> Change:
    """The answers that were asked for, and those that are needed no longer."""
    kept = {key: value for key, value in answers.items() if key in asked}
    return Change(kept, tuple(key for key in answers if key not in asked))


def stale_fields(
    guidance: Guidance, before: Answers, now: Answers, record: Collection[str]
) -> tuple[RecordField, ...]:
    """The fields of a record that were written about something which is different now.

    Args:
        before: the answers that the record was written under.
        now: the answers after a change. One that is missing counts as changed; whoever only
            answers what was open so far changes nothing that was written.
    """
    named = {name for each in guidance.record_fields for name in each.about}
    return fields_about(guidance, _changed(guidance, named, before, now), record)


def fields_about(
    guidance: Guidance, names: Collection[str], record: Collection[str]
) -> tuple[RecordField, ...]:
    """The fields of a record that were written about any of these, in the order of the pack.

    Where the decision is among them, what was written about the decision is too.
    """
    found = tuple(
        each
        for each in guidance.record_fields
        if each.id in record and not _about(each).isdisjoint(names)
    )
    if DECISION not in names and any(each.id == DECISION for each in found):
        return fields_about(guidance, {*names, DECISION}, record)
    return found


def _about(field: RecordField) -> set[str]:
    return {*field.about} | _ALWAYS_ABOUT.get(field.id, set())


def _stale(guidance: Guidance, before: Answers, now: Answers) -> set[str]:
    """The answers in `now` that were given about something which is different now."""
    about = {key: guidance.question_by_id[key].about for key in now}
    changed = _changed(guidance, {name for names in about.values() for name in names}, before, now)
    return {key for key in now if not changed.isdisjoint(about[key])}


def _changed(guidance: Guidance, names: Collection[str], before: Answers, now: Answers) -> set[str]:
    """Those of these questions and choices that are different now."""
    old, new = Evaluation(guidance, before), Evaluation(guidance, now)
    questions = {name for name in names if name in guidance.question_by_id}
    choices = {name for name in names if name in guidance.rows_of} - questions
    changed = {name for name in questions if before.get(name) != now.get(name)}
    return changed | {name for name in choices if old.value(name) != new.value(name)}
