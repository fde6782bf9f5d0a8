"""A text as it is scanned: every character of it stands for some of the text itself."""

from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.privacy.reading import read


def test_what_looks_the_same_is_read_the_same() -> None:
    """Digits and letters of any width, any dash, any apostrophe; accents are left out."""
    assert read("\uff10\u0661\u2460 \u2013\u2011\u2212 O\u2019Neill \u00e9\u0142 \u00bd").text == (
        "011 --- O'Neill el 1/2"
    )


def test_what_nobody_sees_is_left_out() -> None:
    """Joiners, soft hyphens, marks of direction, and accents that stand by themselves."""
    assert read("a\u200bb\u00adc\u202ed\ufeffe\u0301").text == "abcde"


def test_a_place_takes_what_was_left_out_behind_it() -> None:
    """Blanking leaves no accent and no joiner behind."""
    reading = read("Jo\u0308\u200brg!")

    assert reading.place(0, 2) == (0, 4)
    assert reading.place(2, 4) == (4, 6)


def test_one_character_may_be_read_as_several() -> None:
    """They all stand for the one."""
    reading = read("a\u00bdb")

    assert reading.text == "a1/2b"
    assert reading.place(1, 2) == reading.place(1, 4) == (1, 2)


def test_a_sign_for_a_whole_phrase_is_one_character() -> None:
    """A text does not grow eighteenfold while it is read."""
    assert read("\ufdfa").text == "\ufdfa"


@given(st.text(alphabet=st.characters() | st.sampled_from("\r\n\t\u0301\u200b\ud800")))
def test_places_lie_in_the_text_and_follow_one_another(text: str) -> None:
    """Whatever it holds, halves of characters too."""
    reading = read(text)
    places = [reading.place(index, index + 1) for index in range(len(reading.text))]

    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126)))
def test_plain_text_is_read_as_it_is(text: str) -> None:
    """But for the accent that stands by itself, which people type for an apostrophe."""
    assert read(text).text == text.replace("`", "'") or "`" in text
