"""Typing key by key, and taking back."""

from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.terminal.edited_line import EditedLine, EditKeys

KEYS = EditKeys(frozenset({"\b", "\x7f"}), frozenset({"\x17"}), frozenset({"\x15"}))
BACK, WORD, ALL = "\x7f", "\x17", "\x15"


def typed(keys: str) -> tuple[str, str]:
    """The text that some keys come to, and what a terminal shows of it."""
    line, shown = EditedLine(KEYS), ""
    for key in keys:
        shown += line.press(key)
    return line.text, _on_paper(shown)


def _on_paper(shown: str) -> str:
    """What is left to see where a backspace moves back and the next sign goes over the old one."""
    cells: list[str] = []
    place = 0
    for sign in shown:
        if sign == "\b":
            place -= 1
        else:
            cells[place : place + 1] = [sign]
            place += 1
    return "".join(cells).rstrip(" ")


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("abc" + BACK + "d", "abd"),
        ("a" + BACK * 3 + "b", "b"),
        ("one two  three" + WORD + "four", "one two  four"),
        ("one two   " + WORD + "x", "one x"),
        ("one two" + ALL + "three", "three"),
        ("e\u0301" + BACK, ""),
        ("one\ntwo" + ALL + "three", "one\nthree"),
        ("one\n" + BACK + "two", "one\ntwo"),
        ("one\n" + WORD + "two", "one\ntwo"),
    ],
)
def test_what_is_taken_back_is_gone_from_the_text(keys: str, text: str) -> None:
    """A character with its accents, a word and the space after it, the line; no line above."""
    assert typed(keys)[0] == text


@given(st.text(alphabet="ab \x01\t" + BACK + WORD + ALL))
def test_what_is_shown_is_what_is_kept(keys: str) -> None:
    """A control key shows as two signs, and both go when it is taken back."""
    text, shown = typed(keys)
    assert shown == text.replace("\x01", "^A").replace("\t", " ").rstrip(" ")


@given(st.text())
def test_no_key_steers_the_terminal(keys: str) -> None:
    """Not even what a paste brings along: only the steps back of a key that takes back."""
    line, shown = EditedLine(KEYS), StringIO()
    for key in keys:
        shown.write(line.press(key))
    assert not any(sign < " " and sign not in "\b\n" for sign in shown.getvalue())
