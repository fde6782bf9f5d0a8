"""Text as a terminal can carry it, and text that can have been meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.safe_text import safe_text
from infoshare_cli.terminal.safe_text import carried_text, is_writing


@given(st.text(), st.sampled_from(["ascii", "cp1252", "cp850", "utf-8"]))
def test_safe_text_can_be_carried_by_any_encoding(text: str, encoding: str) -> None:
    """What is left of a text can be written to a stream of that encoding."""
    carried = carried_text(safe_text(text), encoding)
    assert carried.encode(encoding).decode(encoding) == carried


@pytest.mark.parametrize(
    ("text", "writing"),
    [("words\non two lines", True), ("a\tb", True), ("\x1b[A", False), ("\udc80", False)],
)
def test_only_text_counts_as_writing(text: str, writing: bool) -> None:
    """The trace of an arrow key, or half a character, is not an answer."""
    assert is_writing(text) is writing
