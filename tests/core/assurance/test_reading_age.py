"""Reading age: each text is measured as a whole, and nothing is made up where nothing measures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.assurance.pack_texts import KINDS, PackText
from infoshare_cli.core.assurance.reading_age import MOST_SENTENCES, ReadingAge, measure_texts

LONG = "One two three four five six seven eight"


def texts(*given_texts: str, kind: str = "rule") -> list[PackText]:
    """Texts of one kind."""
    (known,) = [each for each in KINDS if each == kind]
    return [PackText(known, f"r{place}", text) for place, text in enumerate(given_texts)]


def measured(*given_texts: str, terms: tuple[str, ...] = ()) -> ReadingAge:
    """Measured by a formula of our own: the letters for each word."""
    return measure_texts(
        texts(*given_texts), terms, lambda text: len(text.replace(" ", "")) / len(text.split())
    )


def test_the_hardest_text_stands_first_and_short_ones_last() -> None:
    """Texts of fewer than eight words have no grade."""
    found = measured("A short one.", LONG, f"{LONG} lengthiness")
    assert [each.source.place for each in found.texts] == ["r2", "r1", "r0"]
    assert [each.grade for each in found.texts] == [4.8, 4.0, None]


def test_terms_count_as_one_short_word() -> None:
    """As `rules check` has it."""
    plain, with_terms = (measured(f"{LONG} information", terms=t) for t in ((), ("information",)))
    assert plain.hardest[0].grade == 4.8
    assert with_terms.hardest[0].grade == 4.0


@pytest.mark.parametrize(("letters", "band"), [(4, 4.0), (5, 6.0), (6, 6.0), (8, 8.0), (9, None)])
def test_each_text_is_in_one_band(letters: int, band: float | None) -> None:
    """A grade on the edge belongs to the band below it."""
    found = measured(" ".join(["x" * letters] * 8))
    assert {key for key, count in found.bands.items() if count} == {band}
    assert found.too_hard == (1 if band is None else 0)


def test_kinds_are_told_apart() -> None:
    """With how many there are, how long, and how hard."""
    both = [*texts(LONG, f"{LONG} nine"), *texts("Short.", kind="topic")]
    found = measure_texts(both, (), len)
    rule, topic = found.kinds
    assert (rule.kind, rule.texts, rule.words, rule.measured) == ("rule", 2, 17, 2)
    assert (rule.middle, rule.hardest) == (41.5, 44)
    assert (topic.kind, topic.measured, topic.middle, topic.hardest) == ("topic", 0, None, None)


def test_without_a_measure_lengths_are_told_and_no_grades() -> None:
    """It says itself that nothing was measured."""
    found = measure_texts(texts(f"{LONG}. {LONG} nine."), (), None)
    assert not found.measured
    assert found.hardest == ()
    assert [each.words for each in found.longest] == [9, 8]
    assert set(found.bands.values()) == {0}


def test_a_sentence_that_stands_twice_is_told_once() -> None:
    """With the first place in which it stands."""
    found = measured(f"{LONG}.", f"{LONG}.")
    assert [each.source.place for each in found.longest] == ["r0"]


def test_a_line_ends_a_sentence() -> None:
    """What stands under one another is no single long sentence."""
    found = measured(f"{LONG}\nnine ten. Eleven")
    assert [each.text for each in found.longest] == [LONG, "nine ten.", "Eleven"]


@given(st.lists(st.integers(1, 40), max_size=60))
def test_the_longest_are_the_longest(lengths: list[int]) -> None:
    """At most twenty, in order, and none that is left out is longer."""
    found = measure_texts(
        texts(*(" ".join([f"w{place}"] * length) for place, length in enumerate(lengths))), (), None
    )
    told = [each.words for each in found.longest]
    assert told == sorted(lengths, reverse=True)[:MOST_SENTENCES]
