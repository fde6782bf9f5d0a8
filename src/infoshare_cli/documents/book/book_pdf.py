"""A book as an accessible PDF: tagged after PDF/UA-1, its fonts in the file."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from infoshare_cli.documents.book.book_blocks import Book
from infoshare_cli.documents.book.book_typst import book_to_typst
from infoshare_cli.errors import CallError

HOW_TO_GET_IT = "pip install 'infoshare-cli[book,pdf]'"


def must_write_pdf() -> None:
    """Raises CallError where the library that writes PDF is not installed."""
    if find_spec("typst") is None:
        raise CallError(f"A PDF cannot be written here. To write it: {HOW_TO_GET_IT}")


def book_to_pdf(book: Book) -> bytes:
    """The PDF; the same bytes for the same book and the same version of Typst.

    Raises:
        CallError: the library that writes PDF is not installed.
    """
    must_write_pdf()
    typst: Any = import_module("typst")
    source = book_to_typst(book).encode("utf-8")
    # Only the fonts that Typst brings along: the same page on every computer.
    written: bytes = typst.compile(
        source, format="pdf", ignore_system_fonts=True, pdf_standards="ua-1"
    )
    return written
