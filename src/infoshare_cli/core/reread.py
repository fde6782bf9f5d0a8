"""An interview that was kept, read again under the rules there are now.

A draft, or a record to continue, may come from another version of the pack. The position is the
answers, so it is enough to look at them again; this says what that changes.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from infoshare_cli.core.answers import is_sound
from infoshare_cli.core.case import Case
from infoshare_cli.core.change import change_answer, fields_about, stale_fields
from infoshare_cli.core.draft import Draft, about_values
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import OUTCOME, Guidance
from infoshare_cli.core.interview import Standing, stand
from infoshare_cli.core.record import RECORD_FIELDS, Record
from infoshare_cli.core.recorded_case import (
    answers_of,
    asked_in,
    kept_words_of,
    record_fields_of,
)


@dataclass(frozen=True)
class Kept:
    """An interview as a draft or a record keeps it: what was said, and under which rules."""

    case: Case
    asked: tuple[str, ...]
    """The questions that were put to the person, in order."""
    came_to: str | None
    """The outcome that was shown."""
    about: Mapping[str, str]
    """What the choices came to that answers were given about, as far as that was kept."""
    pack_id: str
    pack_version: str
    pack_digest: str


@dataclass(frozen=True)
class Reread:
    """What an interview that was kept comes to now. Questions stand in the order of the pack."""

    case: Case
    """What still stands of it."""
    other_rules: bool
    """Whether it was held under other rules, or other words of them."""
    held_under: str
    """The id and the version of the rules then: 'pan-bedfordshire 1.0.1'."""
    gone_questions: tuple[str, ...]
    """Questions that were answered and are no longer there."""
    gone_answers: tuple[str, ...]
    """Questions that no longer take the answer that they were given."""
    set_aside: tuple[str, ...]
    """Questions whose answers were given about something that is different now."""
    gone_fields: tuple[str, ...]
    """Fields of the record that are no longer there, or no longer take what was written."""
    moved_fields: tuple[str, ...]
    """Fields that were written about something that is different now."""
    open_fields: tuple[str, ...]
    """Fields that were written in view of another outcome."""
    came_to: str | None
    """The outcome that was shown then."""
    comes_to: str | None
    """The outcome now; None while a question is open."""
    next: str | None
    """The question that is open now."""
    newly_needed: bool
    """Whether that question was not asked then, though the interview went on past it."""

    @property
    def changed(self) -> bool:
        """Whether there is anything to tell beyond the version of the rules."""
        gone = (self.gone_questions, self.gone_answers, self.set_aside)
        fields = (self.gone_fields, self.moved_fields)
        return any(gone) or any(fields) or self.newly_needed or self.another_outcome

    @property
    def another_outcome(self) -> bool:
        """Whether other rules come to another outcome than was shown, or to none yet."""
        shown_once = self.other_rules and self.came_to is not None
        return shown_once and self.came_to != self.comes_to


def kept_in_draft(draft: Draft) -> Kept:
    """The interview that a draft keeps."""
    return Kept(
        case=draft.case,
        asked=draft.asked,
        came_to=draft.came_to,
        about=draft.about,
        pack_id=draft.pack_id,
        pack_version=draft.pack_version,
        pack_digest=draft.pack_digest,
    )


def kept_in_record(record: Record) -> Kept:
    """The interview that a record keeps.

    Raises:
        CallError: a record of its kind holds none.
    """
    pack = record.head.provenance
    return Kept(
        case=Case(answers_of(record), record_fields_of(record), kept_words_of(record)),
        asked=asked_in(record),
        came_to=record.text("outcome") or None,
        about={},
        pack_id=pack.pack_id,
        pack_version=pack.pack_version,
        pack_digest=pack.pack_digest,
    )


def reread(guidance: Guidance, kept: Kept, areas: Collection[str]) -> Reread:
    """What an interview that was kept comes to under these rules, and what that changes.

    Args:
        areas: the ids of the areas that there are now.

    Raises:
        GuidanceError: the rules leave the case without an outcome.
    """
    other_rules = kept.pack_digest != guidance.digest
    given = kept.case.answers
    known = {name: given[name] for name in given if name in guidance.question_by_id}
    sound, gone_answers, dragged = _sound(guidance, known)
    answers, moved = _still_about(guidance, sound, kept) if other_rules else (sound, ())
    standing = stand(guidance, answers)
    comes_to = standing.verdict.outcome.id if standing.verdict else None
    gone_fields = _gone_fields(guidance, kept.case.record, areas, other_rules=other_rules)
    record = {*kept.case.record} - {*gone_fields}
    moved_fields = _moved_fields(guidance, kept, known, answers, record) if other_rules else ()
    another = other_rules and kept.came_to not in {None, comes_to}
    in_view = fields_about(guidance, {OUTCOME}, record - {*moved_fields}) if another else ()
    open_fields = tuple(each.id for each in in_view)
    left_out = {*gone_fields, *moved_fields, *open_fields}
    return Reread(
        case=kept.case.with_answers(answers).without_fields(left_out),
        other_rules=other_rules,
        held_under=f"{kept.pack_id} {kept.pack_version}",
        gone_questions=tuple(name for name in given if name not in known),
        gone_answers=gone_answers,
        set_aside=tuple(each for each in guidance.question_by_id if each in {*dragged, *moved}),
        gone_fields=gone_fields,
        moved_fields=moved_fields,
        open_fields=open_fields,
        came_to=kept.came_to,
        comes_to=comes_to,
        next=standing.next.id if standing.next else None,
        newly_needed=other_rules and _is_newly_needed(standing, kept, answers),
    )


def _sound(
    guidance: Guidance, answers: Answers
) -> tuple[Answers, tuple[str, ...], tuple[str, ...]]:
    """The answers that their questions take; those that they do not, and what was about those."""
    gone = [
        question.id
        for question in guidance.questions
        if question.id in answers and not is_sound(question, answers[question.id])
    ]
    dragged: list[str] = []
    for name in gone:
        change = change_answer(guidance, answers, name, None)
        answers, dragged = change.answers, [*dragged, *change.set_aside]
    return answers, tuple(gone), tuple(each for each in dragged if each not in gone)


def _still_about(
    guidance: Guidance, answers: Answers, kept: Kept
) -> tuple[Answers, tuple[str, ...]]:
    """The answers without those about a choice that came to something else then.

    Where that was not kept they go too: a child's yes must never turn into a parent's.
    """
    now = about_values(guidance, answers)
    moved = {
        name
        for name in answers
        for about in guidance.question_by_id[name].about
        if about in guidance.rows_of and (about not in now or now[about] != kept.about.get(about))
    }
    set_aside: list[str] = []
    for name in moved:
        change = change_answer(guidance, answers, name, None)
        answers, set_aside = change.answers, [*set_aside, name, *change.set_aside]
    return answers, tuple(set_aside)


def _moved_fields(
    guidance: Guidance, kept: Kept, known: Answers, answers: Answers, record: Collection[str]
) -> tuple[str, ...]:
    """The fields about an answer that is gone, or about a choice that came to something else."""
    now = about_values(guidance, answers)
    others = {name for name in guidance.rows_of if now.get(name) != kept.about.get(name)}
    stale = stale_fields(guidance, known, answers, record)
    moved = {each.id for each in (*stale, *fields_about(guidance, others, record))}
    return tuple(each.id for each in guidance.record_fields if each.id in moved)


def _gone_fields(
    guidance: Guidance, record: Mapping[str, str], areas: Collection[str], *, other_rules: bool
) -> tuple[str, ...]:
    asked_for = [field.id for field in guidance.record_fields]
    # An answers file may hold a field that these rules never ask for.
    there = asked_for if other_rules else [*asked_for, *RECORD_FIELDS]
    takes = {"area": [*areas], "decision": [label.id for label in guidance.decisions]}
    return tuple(
        name
        for name, text in record.items()
        if name not in there or (text and text not in takes.get(name, [text]))
    )


def _is_newly_needed(standing: Standing, kept: Kept, answers: Answers) -> bool:
    """Whether the open question was not asked, though there are answers from behind it."""
    if standing.next is None or standing.next.id in kept.asked:
        return False
    behind = [name for name in kept.asked if name in answers and name not in standing.known]
    return bool(behind) or kept.came_to is not None
