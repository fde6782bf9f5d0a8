"""What a form says on a page: what it is about, what would be recorded, what to do next."""

from collections.abc import Sequence
from io import StringIO

import pytest

from infoshare_cli.core.record import Record
from infoshare_cli.core.record_forms import FORMS
from infoshare_cli.core.record_story import RecordStory, StoryTeller
from infoshare_cli.terminal.form_views import (
    about_page,
    check_page,
    field_choices,
    form_prompt,
    needs_page,
    next_step,
    set_aside_page,
)
from infoshare_cli.terminal.page import Block, Command, Screen, show_page
from infoshare_cli.terminal.prompts import Way

AMENDMENT = FORMS["amendment"]
GIVEN = {"change": "correction", "field": "case_ref", "correction": "T-2", "review_on": ""}


def words(page: Sequence[Block]) -> str:
    """A page as plain lines."""
    shown = StringIO()
    show_page(page, Screen(shown, plain=True, width=80))
    return shown.getvalue()


def story_of(records: Sequence[Record], seq: int) -> RecordStory:
    """The story of a record."""
    teller = StoryTeller(lambda record: record.head.seq == seq)
    for record in records:
        teller.take(record)
    story = teller.story()
    assert story is not None
    return story


def test_all_that_was_recorded_about_it_is_told_in_short(every_kind: list[Record]) -> None:
    """Each record with its number, its day, what happened and what was written."""
    assert words(about_page(story_of(every_kind, 1), "Share it", [6], named=1)) == (
        "This is about\n"
        "Record: 1, of 22 Nov 2026\n"
        "Case: T-1\n"
        "Decision: Share it\n\n"
        "Recorded about it since\n"
        "- Record 4, 22 Nov 2026: Something was corrected\n"
        "  What was corrected: The reasons\n"
        "  It should say: Two.\n"
        "- Record 5, 22 Nov 2026: It was confirmed that it arrived\n"
        "  Confirmed by: Duty worker\n"
        "- Record 6, 22 Nov 2026: it is not as it was written, so it is not shown\n"
        "- Record 2: a decision that goes on from it\n"
    )


def test_an_abandoned_interview_and_a_hold_are_told(every_kind: list[Record]) -> None:
    """An interview that was given up has no decision; a hold says where it stands."""
    held = [record for record in every_kind if record.head.kind != "release"]
    told = words(about_page(story_of(held, 3), "", (), named=3))
    assert "Decision: none; the interview was abandoned" in told
    assert "The hold is record 7." in told


def test_the_check_shows_what_was_chosen_in_words_and_leaves_out_what_is_empty() -> None:
    """What a person reads is what is recorded, and no more."""
    assert words(check_page(AMENDMENT, GIVEN)) == (
        "This will be recorded\n"
        "- What has changed?\n"
        "  The record is wrong somewhere\n"
        "- Which part is wrong?\n"
        "  The case number\n"
        "- What should it say?\n"
        "  T-2\n\n"
        "Nobody is named as the author.\n"
    )
    assert "author" not in words(check_page(AMENDMENT, {**GIVEN, "role": "Nurse"}))
    changes = {each.id: each.help for each in field_choices(AMENDMENT, GIVEN)}
    assert changes["review_on"] == "Left out."
    assert "reason" not in changes


def test_a_prompt_tells_what_it_is_about_and_what_was_answered() -> None:
    """On request, as at every question of an interview."""
    about = (Command("about"),)
    each = AMENDMENT.field("change")
    prompt = form_prompt(AMENDMENT, each, GIVEN, ways=(Way.QUIT,), about=about)
    assert prompt.before == "The record is wrong somewhere"
    told = {telling.word: telling.tell() for telling in prompt.tellings}
    assert told["?"] == about
    assert "T-2" in words(told["answers"])
    first = form_prompt(AMENDMENT, each, {}, ways=(), about=about)
    told = {telling.word: telling.tell() for telling in first.tellings}
    assert "Nothing is answered yet." in words(told["answers"])
    assert first.before == ""


def test_what_is_missing_or_set_aside_is_told_by_its_question() -> None:
    """With the name that a file uses, where it is missing."""
    assert "- change: What has changed?" in words(needs_page(AMENDMENT, ["change"]))
    assert "- What should it say?" in words(set_aside_page([AMENDMENT.field("correction")]))


@pytest.mark.parametrize(
    ("kind", "given", "holds", "expected"),
    [
        ("amendment", {"change": "consent-withdrawn"}, 0, "infoshare assess --continue 12"),
        ("amendment", {"change": "shared-more"}, 0, "infoshare log follow-up 12"),
        ("amendment", {"change": "correction"}, 0, ""),
        ("follow-up", {"follow_up": "outcome"}, 0, ""),
        ("review", {"retention": "keep"}, 0, ""),
        ("review", {"retention": "erase"}, 0, "infoshare log redact 12 --whole"),
        ("review", {"retention": "erase"}, 1, "It is held, so nothing of it can be erased"),
        ("hold", {"retention": "hold"}, 1, "infoshare log review 12"),
        ("release", {"retention": "release"}, 0, "No hold stands on it any more."),
        ("release", {"retention": "release"}, 1, "Another hold still stands on it"),
    ],
)
def test_the_next_step(kind: str, given: dict[str, str], holds: int, expected: str) -> None:
    """What has to be done now, as a command to copy where there is one."""
    told = words(next_step(kind, given, 12, holds))
    assert expected in told
    assert bool(told) == bool(expected)
