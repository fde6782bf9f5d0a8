"""Places of private words, and the text without them."""

from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.private_words import PrivateWords, without


def test_a_mark_stands_where_the_words_were() -> None:
    """In any order, at the beginning and at the end."""
    found = (PrivateWords("postcode", 11, 18), PrivateWords("name", 0, 4))

    assert without("John is at LU1 1AA", found) == "[taken out] is at [taken out]"
    assert without("John is at LU1 1AA", found, "-") == "- is at -"


def test_a_text_without_findings_stays_as_it_is() -> None:
    """Nothing is added."""
    assert without("Nothing here.", ()) == "Nothing here."


@given(st.text(), st.lists(st.integers(min_value=0), max_size=6))
def test_what_is_between_the_words_stays(text: str, cuts: list[int]) -> None:
    """To the letter."""
    places = sorted({cut % (len(text) + 1) for cut in cuts})
    pairs = list(zip(places[::2], places[1::2], strict=False))
    found = [PrivateWords("name", start, end) for start, end in pairs]
    ends, starts = [0, *(end for _, end in pairs)], [*(start for start, _ in pairs), len(text)]
    kept = [text[end:start] for end, start in zip(ends, starts, strict=True)]

    assert without(text, found, "|") == "|".join(kept)


def test_what_is_said_of_the_words_is_not_the_words() -> None:
    """However it is printed, a finding gives nothing away."""
    assert repr(PrivateWords("name", 0, 4)) == "PrivateWords(kind='name', start=0, end=4)"
