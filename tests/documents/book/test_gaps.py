"""Gaps for people: marked in the same words in every format, and never taken for markup."""

import pytest

from infoshare_cli.core.assurance.paper_form import Gap
from infoshare_cli.documents.book.book_blocks import TO_FILL_IN, Book, Section, ToFillIn
from infoshare_cli.documents.book.book_html import section_to_html
from infoshare_cli.documents.book.book_markdown import book_to_markdown
from infoshare_cli.documents.book.book_typst import typst_document
from infoshare_cli.documents.typst_pdf import typst_to_pdf

GAPS = ToFillIn((Gap("Who <reads> *it*.", 'the "lead" & #others'), Gap("When.", "you")))
SECTION = Section("gaps", "Gaps", (GAPS,))
BOOK = Book("A book", (), (SECTION,))


def test_in_html_each_is_an_item_of_a_list() -> None:
    """Its words are escaped, also those of who fills it in."""
    shown = section_to_html(SECTION, 2)
    assert shown.count(f"<li><strong>{TO_FILL_IN}</strong>") == 2
    assert "Who &lt;reads&gt; *it*." in shown
    assert "(by: the &quot;lead&quot; &amp; #others)" in shown


def test_in_markdown_each_is_a_paragraph() -> None:
    """So that none grows together with a list above it."""
    shown = book_to_markdown(BOOK)
    assert f"**{TO_FILL_IN}** Who \\<reads\\> \\*it\\*. (by: the " in shown
    assert f"\n\n**{TO_FILL_IN}** When. (by: you)\n" in shown


def test_in_typst_each_can_be_set() -> None:
    """As an item; the words are a string, and nothing of them runs."""
    source = typst_document(BOOK, contents=False)
    assert source.count(f'- *#"{TO_FILL_IN}"*') == 2
    pytest.importorskip("typst")
    assert typst_to_pdf(source).startswith(b"%PDF-")
