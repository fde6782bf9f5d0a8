"""Case records as an accessible PDF: tagged after PDF/UA-1, its fonts in the file."""

from infoshare_cli.documents.book.book_blocks import Book
from infoshare_cli.documents.book.book_typst import typst_document
from infoshare_cli.documents.typst_pdf import must_have_typst, typst_to_pdf

_TWO_COLUMNS = """\
#set terms(hanging-indent: 46mm, separator: none, spacing: 0.75em)
#show terms: it => { show strong: name => box(width: 46mm, inset: (right: 4mm), name); it }"""
"""Names on the left, what is said of them on the right; it stays a list for whoever listens."""
_NO_WORD_TOO_LONG = r"""
#show regex("[^\s\u{200B}]{50,}"): it => {
  let parts = it.text.clusters().chunks(10).map(part => part.join())
  if it.text.starts-with("sha256:") { it } else { parts.join("\u{200B}") }
}"""
"""A word that is wider than the page would be cut off; a digest just fits, and is to be copied."""

HOW_TO_GET_IT = "pip install 'infoshare-cli[pdf]'"


def must_write_pdf() -> None:
    """Raises CallError where the library that writes PDF is not installed."""
    must_have_typst(HOW_TO_GET_IT)


def cases_to_pdf(document: Book, *, several: bool) -> bytes:
    """The PDF; several records begin on a page each, with a list of them at the front.

    Raises:
        CallError: the library that writes PDF is not installed.
    """
    must_write_pdf()
    style = _TWO_COLUMNS + _NO_WORD_TOO_LONG
    return typst_to_pdf(typst_document(document, contents=several, style=style))
