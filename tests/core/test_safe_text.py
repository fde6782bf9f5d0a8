"""Text that is safe to show."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.safe_text import safe_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words, caf\u00e9", "plain words, caf\u00e9"),
        ("\x1b[2J", "<U+001B>[2J"),
        ("one\rtwo", "one<U+000D>two"),
        ("one\r\ntwo\nthree", "one\ntwo\nthree"),
        ("a\tb", "a b"),
        ("\x9b31m", "<U+009B>31m"),
        ("abc\u202edef", "abc<U+202E>def"),
        ("\u2066x\u2069", "<U+2066>x<U+2069>"),
        ("zero\u200bwidth", "zero<U+200B>width"),
        ("line\u2028line", "line<U+2028>line"),
        ("\ud800", "<U+D800>"),
        ("\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e"),
    ],
)
def test_what_a_terminal_would_obey_or_hide_is_shown_as_a_mark(text: str, shown: str) -> None:
    """Controls and direction overrides become visible; letters of any script stay."""
    assert safe_text(text) == shown


@given(st.text())
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    """Whatever comes in, no control character but a line's end comes out."""
    categories = {unicodedata.category(each) for each in safe_text(text) if each != "\n"}
    assert not categories & {"Cc", "Cs", "Zl", "Zp"}
