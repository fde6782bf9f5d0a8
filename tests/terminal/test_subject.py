"""What is told again of the record that a form is about."""

from collections.abc import Sequence

import pytest

from infoshare_cli.core.record import Record
from infoshare_cli.core.record_forms import FORMS
from infoshare_cli.core.record_story import RecordStory, StoryTeller
from infoshare_cli.terminal.form_views import about_page, check_page, form_prompt, meanwhile_remark
from infoshare_cli.terminal.page import Text
from infoshare_cli.terminal.subject import Subject, subject_of
from tests.conftest import Decision, RecordsOf, about, numbered_id

AMENDMENT = FORMS["amendment"]
WORDS = {"decision": {"share": "Share it"}, "area": {"luton": "Luton"}}


def story_of(records: Sequence[Record], seq: int) -> RecordStory:
    """The story of a record."""
    teller = StoryTeller(lambda record: record.head.seq == seq)
    for record in records:
        teller.take(record)
    story = teller.story()
    assert story is not None
    return story


def test_which_record_it_is(every_kind: list[Record]) -> None:
    """Number, day and case, for whoever does not see the first page any more."""
    subject = subject_of(story_of(every_kind, 2), WORDS, ())
    assert subject.line == "It is about record 2, of 22 Nov 2026. Case: T-2."
    assert Text(subject.line) in check_page(AMENDMENT, {}, subject)


@pytest.mark.parametrize(
    ("seq", "name", "stands"),
    [
        (1, "case_ref", "T-1"),
        (1, "decision", "Share it"),
        (1, "area", "Luton"),
        (1, "method", "Nothing. It was left empty."),
        (2, "information", "Nothing. It was erased."),
        (1, "reason", "Made up for a test.\nCorrected in record 4: Two."),
    ],
)
def test_what_stands_in_a_field(every_kind: list[Record], seq: int, name: str, stands: str) -> None:
    """In words, a choice as well; and what it was corrected to."""
    assert subject_of(story_of(every_kind, seq), WORDS, ()).stands[name] == stands


def test_a_text_that_looks_like_a_choice_stays_as_it_is(
    decision: Decision, records_of: RecordsOf
) -> None:
    """Only what was chosen has other words."""
    story = story_of(records_of([decision(purpose="share")]), 1)
    assert subject_of(story, WORDS, ()).stands["purpose"] == "share"


def test_a_correction_that_was_changed_by_hand_is_not_told(every_kind: list[Record]) -> None:
    """As on the first page."""
    subject = subject_of(story_of(every_kind, 1), WORDS, [4])
    assert subject.stands["reason"] == "Made up for a test."


def test_the_last_correction_counts(decision: Decision, records_of: RecordsOf) -> None:
    """There may be several of one field, and others of other fields."""
    corrections = [
        about("amendment", numbered_id(1), hour, change="correction", field=name, correction=text)
        for hour, (name, text) in enumerate([("role", "A"), ("role", "B"), ("agency", "C")])
    ]
    story = story_of(records_of([decision(role="Vet"), *corrections]), 1)
    assert subject_of(story, WORDS, ()).stands["role"] == "Vet\nCorrected in record 3: B"


def test_only_what_says_it_anew_shows_what_stands_there() -> None:
    """Once it was chosen which field that is."""
    subject = Subject("It.", {"role": "Vet"})
    each, given = AMENDMENT.field("correction"), {"field": "role"}

    def help_of(name: str, given: dict[str, str]) -> str:
        each = AMENDMENT.field(name)
        return form_prompt(AMENDMENT, each, given, ways=(), about=(), subject=subject).help

    assert help_of("correction", given) == f"What stands there now: Vet\n{each.help}"
    assert help_of("correction", {}) == each.help
    assert help_of("reason", given) == AMENDMENT.field("reason").help


def test_another_record_that_was_named_is_told(every_kind: list[Record]) -> None:
    """Else a person may think that the record is about that one."""
    told = Text("You named record 4. What you say is about record 1.")
    story = story_of(every_kind, 1)
    assert told in about_page(story, "Share it", (), named=4)
    assert told not in about_page(story, "Share it", (), named=1)


def test_what_else_was_recorded_meanwhile(every_kind: list[Record]) -> None:
    """By number and in words; nothing is said of nothing."""
    assert meanwhile_remark(()) == ""
    assert meanwhile_remark(every_kind[1:3] + every_kind[8:]) == (
        "Since you began, this was recorded too: record 2 (a new decision), "
        "record 3 (an interview that was abandoned), record 9 (Words were erased)."
    )
