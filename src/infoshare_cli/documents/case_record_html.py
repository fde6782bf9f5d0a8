"""Case records as one HTML file: no scripts, no network; each record begins on a new page."""

from infoshare_cli.documents.book.book_blocks import Book
from infoshare_cli.documents.book.book_html import contents_of, cover_to_html, section_to_html
from infoshare_cli.documents.book.book_style import NAMED_STYLE
from infoshare_cli.documents.html_page import html_page

_STYLE = (
    NAMED_STYLE
    + """\
dl.named dd { min-width: 0; overflow-wrap: anywhere; }
main h2 { margin-top: 2rem; }
header dl.named { border-left: 0.3rem solid var(--line); padding-left: 1rem; }
@media (max-width: 40rem) {
  dl.named { display: block; }
  dl.named dt { margin-top: 0.5rem; }
}
@page { size: A4; margin: 16mm 14mm 18mm; @bottom-center { content: counter(page); } }
@media print {
  body { font-size: 10pt; }
  dt { break-after: avoid; }
  dd { break-inside: avoid; }
  h2 { margin-top: 1.25rem; }
}
"""
)
_EACH_ON_A_NEW_PAGE = """\
@media print {
  main > section { break-before: page; }
  nav { display: block; }
}
"""


def cases_to_html(document: Book, *, several: bool) -> str:
    """The document as one file; several records have a list of links at the front."""
    header = cover_to_html(document.cover)
    if several:
        header += f"\n{contents_of(document.sections)}"
    body = "\n".join(section_to_html(section, 2) for section in document.sections)
    style = _STYLE + (_EACH_ON_A_NEW_PAGE if several else "")
    return html_page(document.title, body, header=header, style=style)
