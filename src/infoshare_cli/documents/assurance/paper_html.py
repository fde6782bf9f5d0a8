"""A document for assurance as one HTML file: no scripts, no network, for screen and paper."""

from collections.abc import Sequence

from infoshare_cli.documents.assurance.paper import Paper
from infoshare_cli.documents.book.book_html import contents_of, cover_to_html, section_to_html
from infoshare_cli.documents.book.book_style import NAMED_STYLE
from infoshare_cli.documents.html_page import escape, html_page

_STYLE = (
    NAMED_STYLE
    + """\
dl.named dd { min-width: 0; overflow-wrap: anywhere; }
header dl.named { border-left: 0.3rem solid var(--line); padding-left: 1rem; }
nav ol { columns: 18rem; }
th[scope="row"] { font-weight: normal; }
.wide:focus-visible { outline-offset: -3px; }
.gaps { list-style: none; padding: 0; }
.gaps li {
  border: 1px dashed var(--quiet); border-left: 0.3rem solid var(--alarm);
  margin: 0.5rem 0; padding: 0.4rem 0.75rem;
}
.by { color: var(--quiet); }
@media (max-width: 40rem) {
  dl.named { display: block; }
  dl.named dt { margin-top: 0.5rem; }
  .wide table { min-width: 38rem; }
}
@page { size: A4; margin: 16mm 14mm 18mm; @bottom-center { content: counter(page); } }
@media print {
  body { font-size: 10pt; }
  .gaps li { padding-bottom: 2rem; }
  .wide { overflow: visible; }
  h4 { break-after: avoid; }
  dt { break-after: avoid; }
  dd { break-inside: avoid; }
}
"""
)
"""On paper a gap has room for a line by hand."""


def paper_to_html(paper: Paper, beside: Sequence[tuple[str, str]] = ()) -> str:
    """The document as one file.

    Args:
        beside: files in the same folder that it leads to, each with its title.
    """
    book = paper.book
    header = f"{cover_to_html(book.cover)}\n{_links(beside)}{contents_of(book.sections)}"
    body = "\n".join(section_to_html(section, 2) for section in book.sections)
    return html_page(book.title, body, header=header, style=_STYLE)


def _links(beside: Sequence[tuple[str, str]]) -> str:
    if not beside:
        return ""
    items = "\n".join(
        f'<li><a href="{escape(file)}">{escape(title)}</a></li>' for file, title in beside
    )
    heading = '<h2 id="documents">The documents</h2>'
    return f'<nav aria-labelledby="documents">\n{heading}\n<ul>\n{items}\n</ul>\n</nav>\n'
