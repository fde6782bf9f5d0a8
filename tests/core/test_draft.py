"""Drafts: what they are called, and what their answers were about."""

from datetime import date

import pytest

from infoshare_cli.core.draft import (
    ID_LETTERS,
    about_values,
    draft_id,
    is_draft_id,
    means_draft,
)
from infoshare_cli.core.guidance import Guidance
from tests.shipped import NOT_ASKED_YET


def test_an_id_is_a_day_and_four_letters() -> None:
    """Short enough to be read aloud."""
    name = draft_id(date(2026, 11, 22), "k7f3")
    assert name == "20261122-k7f3"
    assert is_draft_id(name)


def test_no_letter_of_an_id_is_taken_for_another_or_makes_a_word() -> None:
    """Neither 0 and o nor 1, i and l are among them, nor any vowel."""
    assert not set(ID_LETTERS) & set("0o1ilaeu")


@pytest.mark.parametrize(
    "text", ["", "k7f3", "20261122-k7f", "20261122-k7f33", "2026112-k7f3", "20261122-K7F3", "../x"]
)
def test_nothing_else_is_an_id(text: str) -> None:
    """A name that leads out of the folder is none."""
    assert not is_draft_id(text)


@pytest.mark.parametrize("wanted", ["20261122-k7f3", "k7f3", " K7F3 ", "20261122-K7F3"])
def test_a_draft_is_meant_by_its_id_or_the_end_of_it(wanted: str) -> None:
    """As it is read aloud, in capitals or not."""
    assert means_draft(wanted, "20261122-k7f3")


@pytest.mark.parametrize("wanted", ["", "7f3", "20261122", "k7f4", "1"])
def test_less_than_the_end_means_no_draft(wanted: str) -> None:
    """A number is none: it would mean another draft as soon as one is gone."""
    assert not means_draft(wanted, "20261122-k7f3")


def test_what_answers_are_about_is_kept(guidance: Guidance) -> None:
    """Whose consent counts, as soon as that is known, and no other choice."""
    assert about_values(guidance, NOT_ASKED_YET) == {"whose_consent": "child"}
    assert about_values(guidance, {}) == {}
