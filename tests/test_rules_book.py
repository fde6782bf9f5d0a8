"""docs/rules-book.html is the book of the shipped rules, as they are now."""

import pytest

from tests.reading_html import Html, read_html
from tests.remake_book import BOOK, remade_book
from tests.shipped import shipped_pack

REMAKE = "The rules have changed since the book was made: python -m tests.remake_book"


@pytest.fixture(scope="module")
def book() -> Html:
    """The book that comes with the program."""
    return read_html(BOOK.read_text(encoding="utf-8"))


def test_the_book_names_the_digest_of_the_rules(book: Html) -> None:
    """Whoever signs it signs for these very rules."""
    assert shipped_pack().digest in book.text, REMAKE
    assert book.text.count("sha256:") == 2


def test_the_book_says_what_the_command_writes(book: Html) -> None:
    """Word by word and link by link; where a box stands is left to the layout engine."""
    pytest.importorskip("pygraphviz")
    remade = read_html(remade_book())
    assert book.text == remade.text, REMAKE
    assert (book.ids, book.addresses) == (remade.ids, remade.addresses), REMAKE


def test_the_book_can_be_signed(book: Html) -> None:
    """All is proved, all cases come out as written, and its pictures are in it."""
    assert "All of this holds in every case." in book.text
    assert "All of them come out as they were written." in book.text
    assert len(book.all("svg")) > 5
