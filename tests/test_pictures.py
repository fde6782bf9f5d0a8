"""The pictures of the documents show what the program shows."""

import re
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from tests.remake_pictures import (
    ALT,
    DECISION,
    INTERVIEW,
    remade_decision,
    remade_interview,
    words_of,
)

REMAKE = "It is not what the program shows: python -m tests.remake_pictures"
SHOWN_ON_EVERY_PAGE = 60_000
"""Bytes; a page with both of them should come at once."""


def test_the_interview_is_what_the_program_shows() -> None:
    """Line by line, at a terminal of 80 columns."""
    words = words_of(INTERVIEW.read_text(encoding="utf-8"))

    assert words == words_of(remade_interview()), REMAKE
    assert "Share this now. Do not ask for consent, and do not wait." in " ".join(words)


def test_the_decision_is_that_of_the_rules() -> None:
    """Every word in it; where a box stands is left to the layout engine."""
    pytest.importorskip("pygraphviz")
    words = words_of(DECISION.read_text(encoding="utf-8"))

    assert words == words_of(remade_decision()), REMAKE
    assert "1. Danger now" in words


@pytest.mark.parametrize("path", ALT, ids=lambda path: path.name)
def test_a_picture_needs_nothing_else(path: Path) -> None:
    """It is small, loads nothing, has its own ground, and says what it is to those who listen."""
    picture = path.read_text(encoding="utf-8")

    assert len(picture) < SHOWN_ON_EVERY_PAGE
    assert re.findall(r"https?://[^\"' <]+", picture) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"url\((?!#)|<script|<image|@font-face|@import", picture)
    assert 'role="img"' in picture
    assert ALT[path] in picture


@pytest.mark.parametrize("path", ALT, ids=lambda path: path.name)
def test_no_word_of_a_picture_is_cut_off(path: Path) -> None:
    """Nothing is wider than the terminal, so no line was cut."""
    assert max(map(len, words_of(path.read_text(encoding="utf-8")))) <= 80


def test_whoever_listens_hears_the_same_everywhere() -> None:
    """A document that shows one of them says of it what the picture says of itself."""
    shown = re.compile(r"!\[([^\]]+)\]\(\S*pictures/(interview|decision)\.svg\)")
    root = INTERVIEW.parents[2]
    documents = [root / "README.md", *(root / "docs").rglob("*.md")]
    found = [each for path in documents for each in shown.findall(path.read_text(encoding="utf-8"))]

    assert len(found) >= 2
    for alt, name in found:
        assert " ".join(alt.split()) == ALT[INTERVIEW.with_name(f"{name}.svg")]
