"""Case records as Markdown, HTML and PDF: complete, in order, and never taken for marks."""

import re
import sys

import pytest
from markdown_it import MarkdownIt

from infoshare_cli.core.record import Record
from infoshare_cli.documents.book.book_blocks import Book
from infoshare_cli.documents.book.book_typst import typst_document
from infoshare_cli.documents.case_record_html import cases_to_html
from infoshare_cli.documents.case_record_markdown import cases_to_markdown
from infoshare_cli.documents.case_record_pdf import cases_to_pdf
from infoshare_cli.errors import CallError
from tests.conftest import Decision, RecordsOf
from tests.documents.cases_to_write import HIDING, ODD, document_of
from tests.reading_html import read_html

FIELDS = ("case_ref", "area", "practitioner", "purpose", "information", "reason", "title")


@pytest.fixture
def odd(decision: Decision, records_of: RecordsOf) -> Book:
    """A record in which every text could be taken for a mark."""
    words = ODD + HIDING
    actions = [{"id": "x", "when": words, "text": words, "source": []}]
    fields = dict.fromkeys(FIELDS, words) | {"answer.concern": [words], "decision": words}
    return document_of(records_of([decision(**fields, actions=actions)]), 1)


def html(document: Book, *, several: bool = False) -> str:
    """The document as HTML."""
    return cases_to_html(document, several=several)


def test_html_has_every_word_of_every_part(every_kind: list[Record]) -> None:
    """Names and what is said of them are lists of terms, under headings in order."""
    page = read_html(html(document_of(every_kind, 1)))
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels == [1, *[2] * 8]
    assert page.all("html") == [{"lang": "en-GB"}]
    assert len(page.all("dt")) > 20
    for words in ("Made up for a test.", "Corrected by record 4: Two.", "Serious. (page 6)"):
        assert words in page.text
    assert not page.all("nav")


def test_html_of_several_has_a_list_at_the_front_and_a_page_for_each(
    every_kind: list[Record],
) -> None:
    """Every link leads somewhere, and the list is printed too."""
    text = html(document_of(every_kind, 1, 2, 3), several=True)
    page = read_html(text)
    links = [link["href"] for link in page.all("a")]
    assert links == ["#content", "#record-1", "#record-2", "#record-3"]
    assert {link.removeprefix("#") for link in links} <= set(page.ids)
    assert len(set(page.ids)) == len(page.ids)
    assert "main > section { break-before: page; }" in text
    assert text.rindex("nav { display: block; }") > text.rindex("nav { display: none; }")


def test_html_takes_nothing_for_a_mark_and_loads_nothing(odd: Book) -> None:
    """What a record says is shown as it stands."""
    page = read_html(html(odd))
    assert not page.all("script")
    assert all(address.startswith("#") for address in page.addresses)
    assert page.text.count('<script>alert("x")</script>') >= len(FIELDS)
    assert not set("\x1b\x00\x07\u202e\u2066\u200b\u2028") & set(page.text)


def test_markdown_takes_nothing_for_a_mark(odd: Book) -> None:
    """A reader of Markdown finds headings, lists and text, and what the record says is text."""
    tokens = MarkdownIt("commonmark").parse(cases_to_markdown(odd, several=False))
    inner = [each for token in tokens for each in token.children or ()]
    blocks = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}
    assert blocks == {"heading", "inline", "paragraph", "bullet_list", "list_item"}
    assert {each.type for each in inner} <= {"text", "text_special", "softbreak"}
    assert len([token for token in tokens if token.type == "heading_open"]) == 8
    text = "".join(each.content for each in inner)
    assert '# heading <script>alert("x")</script> `code` *b*' in text
    assert "<U+202E>lave<U+202C>" in text


def test_markdown_of_several_has_a_list_at_the_front(every_kind: list[Record]) -> None:
    """And a line across before each."""
    text = cases_to_markdown(document_of(every_kind, 1, 2), several=True)
    assert text.index("- Case record T-2") < text.index("## Case record T-1")
    assert text.count("\n---\n") == 2
    assert "  - Corrected by record 4: Two." in text


def test_typst_is_given_strings_alone(odd: Book) -> None:
    """No word of a record stands in its source as anything else."""
    source = typst_document(odd, contents=False)
    outside = re.sub(r'"(?:[^"\\]|\\.)*"', "", source.partition("#block(text(size: 20pt")[2])
    assert "heading" not in outside
    assert "panic" not in outside
    assert "script" not in outside


@pytest.mark.parametrize("letters", ["", "\u09ac\u09be\u0982\u09b2\u09be \U0001f600 \u4e2d"])
def test_a_pdf_is_tagged_and_takes_nothing_for_a_mark(
    decision: Decision, records_of: RecordsOf, letters: str
) -> None:
    """Typst writes only what keeps PDF/UA-1; a letter that no font has does not stop it."""
    pytest.importorskip("typst")
    fields = dict.fromkeys(FIELDS, ODD + HIDING + letters + "x" * 300)
    written = cases_to_pdf(document_of(records_of([decision(**fields)]), 1), several=False)
    assert written.startswith(b"%PDF-1.7")
    for mark in (b"/StructTreeRoot", b"/Marked true", b"/Lang(en-GB)", b"pdfuaid:part"):
        assert mark in written


def test_several_in_one_pdf_begin_on_a_page_each(every_kind: list[Record]) -> None:
    """After the list at the front."""
    pytest.importorskip("typst")
    written = cases_to_pdf(document_of(every_kind, 1, 2, 3), several=True)
    found = re.search(rb"/Type/Pages/Count (\d+)", written)
    assert found is not None
    assert int(found[1]) >= 4
    one = cases_to_pdf(document_of(every_kind, 1), several=False)
    assert one == cases_to_pdf(document_of(every_kind, 1), several=False)


def test_without_typst_it_says_how_to_get_it(
    every_kind: list[Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A clear sentence, no traceback."""
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(CallError, match=r"infoshare-cli\[pdf\]"):
        cases_to_pdf(document_of(every_kind, 1), several=False)
