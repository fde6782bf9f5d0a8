"""Texts are measured as people read them, and sentences compared that look alike."""

from collections.abc import Sequence

import pytest

from infoshare_cli.core.checks.wording import (
    NearPair,
    hard_texts,
    near_pairs,
    sentences_of,
    without_terms,
)


def test_a_text_is_taken_apart_into_its_sentences() -> None:
    """Also where one ends in a quotation mark or a bracket, or the last one has no end."""
    text = 'Ring 999. He said "no." (Is it so?) See below'
    assert sentences_of(text) == ["Ring 999.", 'He said "no.', "(Is it so?", "See below"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ask who has parental responsibility now.", "Ask who has term now."),
        ("Parental\nresponsibility matters.", "Parental\nresponsibility matters."),
        ("Organisations and an organisation.", "term and an term."),
        ("Reorganisation is no such word.", "Reorganisation is no such word."),
        ("The data protection lead and data.", "The term and data."),
        ("Write to a.b@example.org.uk or www.example.org.", "Write to term or term."),
        ("See example.org/a/b, then and/or no.", "See term, then and/or no."),
    ],
)
def test_a_term_counts_as_one_short_word(text: str, left: str) -> None:
    """In the plural, with capitals, the longest first; an address counts as one too."""
    terms = ("organisation", "data protection lead", "data protection", "parental responsibility")
    assert without_terms(text, terms) == left


def test_an_address_is_short_where_there_are_no_terms() -> None:
    """A pack need not list any."""
    assert without_terms("Write to a@example.org.", ()) == "Write to term."


def test_texts_above_the_grade_are_told_with_it() -> None:
    """Grades count in tenths; very short texts are not measured."""
    words = "one two three four five six seven eight"
    texts = [f"{words}.", f"{words} nine.", "too short to be measured.", f"{words} no end"]
    grades = {f"{words}.": 8.04, f"{words} nine.": 8.06, f"{words} no end": 12.0}
    assert [*hard_texts(texts, (), grades.__getitem__)] == [(1, 8.1), (3, 12.0)]


def alike(sentence: str, among: Sequence[str]) -> list[int]:
    """Those that begin with the same three words."""
    return [place for place, other in enumerate(among) if other.split()[:3] == sentence.split()[:3]]


def test_sentences_that_are_nearly_the_same_are_told_in_pairs() -> None:
    """With the texts that they stand in; the very same sentence is not near to itself."""
    first, second = "Keep it safe at all times.", "keep it safe at all hours."
    texts = ["Ring 999.", f"Go now. {first}", first, f"{second} Stay there.", "Keep it safe."]
    assert [*near_pairs(texts, alike)] == [NearPair(1, 3, first, second)]
