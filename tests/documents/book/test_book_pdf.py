"""The book as PDF: tagged for those who listen, complete in itself, the same every time."""

import sys

import pytest

from infoshare_cli.core.checks.trace import trace
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.documents.book.book import Evidence, book_of
from infoshare_cli.documents.book.book_blocks import Book, Named, Paragraph, Section
from infoshare_cli.documents.book.book_pdf import book_to_pdf
from infoshare_cli.errors import CallError

ODD = 'A "quoted" #let x = 1 $y$ *z* _w_ \\ `c` @ref <label> // no comment [b] 100%'


@pytest.fixture(scope="module")
def book(guidance: Guidance) -> Book:
    """The book of the shipped pack, with nothing proved."""
    return book_of(guidance, Evidence("1.2.3", None, None, 0, 0, trace(guidance, (), ())))


def test_the_file_is_a_tagged_pdf_that_names_its_language(book: Book) -> None:
    """Typst refuses to write what does not keep PDF/UA-1; here is what it wrote."""
    pytest.importorskip("typst")
    written = book_to_pdf(book)
    assert written.startswith(b"%PDF-1.7")
    for mark in (b"/StructTreeRoot", b"/Marked true", b"/Lang", b"pdfuaid:part"):
        assert mark in written
    assert b"CreationDate" not in written


def test_the_same_book_gives_the_same_bytes(book: Book) -> None:
    """So that two people can compare what they were sent."""
    pytest.importorskip("typst")
    assert book_to_pdf(book) == book_to_pdf(book)


def test_no_text_is_taken_for_markup() -> None:
    """Whatever stands in the rules is printed as it stands."""
    pytest.importorskip("typst")
    section = Section("s", ODD, (Paragraph(ODD), Named(((ODD, (ODD, ODD)),))))
    assert book_to_pdf(Book(ODD, ((ODD, (ODD,)),), (section,))).startswith(b"%PDF")


def test_without_typst_it_says_how_to_get_it(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clear sentence, no traceback."""
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(CallError, match=r"infoshare-cli\[book,pdf\]"):
        book_to_pdf(book)
