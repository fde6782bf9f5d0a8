"""Text in Markdown reads as it was."""

import pytest

from infoshare_cli.documents.markdown_text import markdown_text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain, with 2 words.", "plain, with 2 words."),
        ("immediate_danger", r"immediate\_danger"),
        ("*a* <b> [c](d) `e` #f", r"\*a\* \<b\> \[c\](d) \`e\` \#f"),
        ("back\\slash", r"back\\slash"),
        ("- a\n1. b\n2) c", "\\- a\n1\\. b\n2\\) c"),
        ("a - b, 1. c", "a - b, 1. c"),
        ("Q&amp;A | x", r"Q\&amp;A \| x"),
    ],
)
def test_no_character_is_taken_for_a_mark(text: str, written: str) -> None:
    """In a line, and at the start of one."""
    assert markdown_text(text) == written
