"""A book as an accessible PDF: tagged after PDF/UA-1, its fonts in the file."""

from infoshare_cli.documents.book.book_blocks import Book
from infoshare_cli.documents.book.book_typst import book_to_typst
from infoshare_cli.documents.typst_pdf import must_have_typst, typst_to_pdf

HOW_TO_GET_IT = "pip install 'infoshare-cli[book,pdf]'"


def must_write_pdf() -> None:
    """Raises CallError where the library that writes PDF is not installed."""
    must_have_typst(HOW_TO_GET_IT)


def book_to_pdf(book: Book) -> bytes:
    """The PDF; the same bytes for the same book and the same version of Typst.

    Raises:
        CallError: the library that writes PDF is not installed.
    """
    must_write_pdf()
    return typst_to_pdf(book_to_typst(book))
