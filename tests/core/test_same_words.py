"""Words that are to be erased, found where else they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.canonical import Value
from infoshare_cli.core.record import Record
from infoshare_cli.core.same_words import (
    Words,
    fold,
    is_kept_word_of,
    telling_words_of,
    texts_in,
    words_of,
)
from tests.conftest import Decision, RecordsOf, about, numbered_id

KEPT: Value = [{"field": "reason", "kind": "name", "reason": "The court asks for it."}]


@pytest.fixture
def record(decision: Decision, records_of: RecordsOf) -> Record:
    """A decision in which much was written."""
    return records_of([decision(information="Zebra was\n at home.", kept_words=KEPT)])[0]


@pytest.mark.parametrize(
    ("words", "text", "there"),
    [
        ("zebra crossing", "By the ZEBRA  crossing.", True),
        ("zebra crossing", "zebra", False),
        ("T-1", "T-1", True),
        ("T-1", " t-1\n", True),
        ("T-1", "See T-1.", False),
        ("1234567", "12345678", False),
        ("12345678", "123456789", True),
    ],
)
def test_long_texts_count_inside_others_and_short_ones_as_a_whole(
    words: str, text: str, *, there: bool
) -> None:
    """Eight characters are long."""
    assert Words(frozenset({fold(words)})).stand_in(text) is there


@given(st.text(), st.text(), st.text())
def test_what_stands_in_a_text_letter_by_letter_is_found(
    before: str, words: str, after: str
) -> None:
    """Folding loses no place, so no byte of a long text stays."""
    if len(fold(words)) >= 8:
        assert Words(frozenset({fold(words)})).stand_in(before + words + after)


def test_a_short_one_inside_of_a_longer_text_is_told_apart(record: Record) -> None:
    """As words of their own, whatever stands around them."""
    assert Words(frozenset({"zebra"})).fields_with_short(record) == ("information",)
    assert Words(frozenset({"zeb"})).fields_with_short(record) == ()
    assert Words(frozenset({"-"})).fields_with_short(record) == ()


def test_the_fields_that_hold_words(record: Record) -> None:
    """Written ones alone."""
    words = Words(frozenset({"made up for a test.", "luton"}))
    assert words.fields_of(record) == ("reason",)
    assert Words(frozenset({"asks for it."})).fields_of(record) == ("kept_words",)


@pytest.mark.parametrize(
    "name", ["area", "decision", "outcome", "title", "reasons", "contacts", "answer.concern"]
)
def test_what_is_chosen_holds_no_words(record: Record, name: str) -> None:
    """Nor does what the rules say."""
    assert record.value(name)
    assert texts_in(record, name) == ()


def test_why_words_were_erased_is_chosen(decision: Decision, records_of: RecordsOf) -> None:
    """Everywhere else a reason is written."""
    entries = [
        decision(),
        about("redaction", numbered_id(1), 1, reason="request", details="A letter."),
    ]
    first, redaction = records_of(entries)
    assert texts_in(redaction, "reason") == ()
    assert texts_in(redaction, "details") == ("A letter.",)
    assert texts_in(first, "reason") == ("Made up for a test.",)


def test_the_words_of_fields(record: Record) -> None:
    """Folded; of empty fields there are none."""
    assert words_of(record, ("information", "role", "kept_words")) == {
        "zebra was at home.",
        "the court asks for it.",
    }


def test_the_words_that_tell_of_a_case(record: Record) -> None:
    """Neither the number of the case, nor who decided: they are the same in other cases."""
    names = ("case_ref", "practitioner", "reason", "information")
    assert telling_words_of(record, names) == {"made up for a test.", "zebra was at home."}


def test_which_field_a_kept_word_is_of(record: Record, every_kind: list[Record]) -> None:
    """Where none was kept there is none."""
    assert is_kept_word_of(record, {"reason"})
    assert not is_kept_word_of(record, {"information"})
    assert not is_kept_word_of(every_kind[0], {"reason"})


def test_words_are_not_shown_by_mistake() -> None:
    """They must not get into an error or a list."""
    assert "zebra" not in repr(Words(frozenset({"zebra"})))


def test_a_file_of_unknown_form_is_searched_as_it_is() -> None:
    """Short words count in quotes."""
    words = Words(frozenset({"t-1", "zebra crossing"}))
    assert words.stand_in_raw('{"x": "T-1"}')
    assert words.stand_in_raw("at the Zebra\ncrossing")
    assert not words.stand_in_raw('{"x": "T-12"}')
