"""The book says all that the rules say, in each of its forms, and the same every time."""

import html
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from infoshare_cli.core.checks.trace import Trace, trace
from infoshare_cli.core.coverage.coverage import Coverage, Share
from infoshare_cli.core.coverage.obligations import Reached
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.proof.finding import Finding
from infoshare_cli.core.proof.laws import LAWS
from infoshare_cli.core.proof.proof import Proof
from infoshare_cli.documents.book.book import Evidence, book_of
from infoshare_cli.documents.book.book_blocks import Book
from infoshare_cli.documents.book.book_html import book_to_html
from infoshare_cli.documents.book.book_markdown import book_to_markdown
from infoshare_cli.documents.book.book_style import BOOK_STYLE, TONES_IN_DARK, TONES_IN_LIGHT
from infoshare_cli.documents.book.book_typst import book_to_typst
from infoshare_cli.documents.html_page import STYLE
from infoshare_cli.files.load_contacts import load_contacts
from infoshare_cli.files.load_topics import load_statements, load_topics
from infoshare_cli.files.locations import shipped_contacts, shipped_rules
from tests.reading_html import Html, read_html

PROPERTY = Finding("never-so", "It is <never> so.", ("p6.informed",), holds=True)
LAW_FINDINGS = tuple(Finding(name, says, (), holds=True) for name, says in LAWS.items())
COVERAGE = Coverage(Share(31, 31), Share(20, 21), Share(9, 9), Share(150, 160), (), ())
CONTRAST = 7.0
"""Of type to what is behind it (WCAG 2.2, 1.4.6)."""


def proof_of(guidance: Guidance, *properties: Finding) -> Proof:
    """A proof with these properties, as large as a small one."""
    return Proof(guidance.digest, 1234567, 890, 310, 1, 9.5, 16, LAW_FINDINGS, properties)


@pytest.fixture(scope="module")
def traced(guidance: Guidance) -> Trace:
    """Where the guide is carried."""
    folder, contacts = shipped_rules(), load_contacts(shipped_contacts()).contacts
    return trace(guidance, load_statements(folder), load_topics(folder), contacts)


@pytest.fixture(scope="module")
def evidence(guidance: Guidance, traced: Trace) -> Evidence:
    """Everything is known, and all is well."""
    return Evidence("1.2.3", proof_of(guidance, PROPERTY), COVERAGE, 314, 0, traced)


@pytest.fixture(scope="module")
def book(guidance: Guidance, evidence: Evidence) -> Book:
    """The book of the shipped pack."""
    return book_of(guidance, evidence)


@pytest.fixture(scope="module")
def page(book: Book) -> Html:
    """The book as HTML, read."""
    return read_html(book_to_html(book))


def plain(text: str) -> str:
    """Words only: what a form adds to protect them is taken away."""
    return re.sub(r"\s+", " ", re.sub(r"\\(?=[^\w\s]|_)", "", html.unescape(text)))


def sentences(guidance: Guidance) -> Iterator[str]:
    """What somebody who signs has to find in the book."""
    yield guidance.digest
    yield from (rule.because for rule in guidance.rules)
    yield from (row.because for choice in guidance.choices for row in choice.rules)
    yield from (fact.says for fact in guidance.facts)
    yield from (outcome.text for outcome in guidance.outcomes)
    yield from (action.text for action in guidance.actions)
    yield from (" ".join(saying.text.split()) for saying in guidance.sayings)
    yield from (question.ask for question in guidance.questions)
    yield from (option.label for each in guidance.questions for option in each.options)
    yield from (field.ask for field in guidance.record_fields)
    yield from (notice.text for notice in guidance.notices)


FORMS = (
    pytest.param(lambda book: read_html(book_to_html(book)).text, id="html"),
    pytest.param(book_to_markdown, id="markdown"),
    pytest.param(book_to_typst, id="typst"),
)


@pytest.mark.parametrize("form", FORMS)
def test_nothing_of_the_rules_is_left_out(
    guidance: Guidance, book: Book, traced: Trace, form: Callable[[Book], str]
) -> None:
    """Every reason, condition, action, question and statement is in every form."""
    told = plain(form(book))
    for sentence in sentences(guidance):
        assert plain(sentence) in told
    for each in traced.statements:
        assert each.statement.id in told
    for number in range(1, len(guidance.rules) + 1):
        assert f"Rule {number}: " in told


@pytest.mark.parametrize("form", FORMS)
def test_the_evidence_is_in_it(book: Book, form: Callable[[Book], str]) -> None:
    """What was proved, over how many cases; how far the cases reach; and lines to sign."""
    told = plain(form(book))
    for words in ("1,234,567", "It is <never> so.", "Holds", "314", "To sign", "Signature"):
        assert words in told
    assert "infoshare 1.2.3" in told
    assert "All of this holds in every case." in told
    assert "All of them come out as they were written." in told


@pytest.mark.parametrize("form", FORMS)
def test_what_is_not_proved_is_said_to_be_not_proved(
    guidance: Guidance, evidence: Evidence, form: Callable[[Book], str]
) -> None:
    """Nobody signs for a proof that is not there."""
    without = replace(evidence, proof=None, coverage=None)
    told = plain(form(book_of(guidance, without)))
    assert "These rules are not proved." in told
    assert "This was not measured." in told
    assert "holds in every case" not in told


@pytest.mark.parametrize("form", FORMS)
def test_what_is_broken_is_said_to_be_broken(
    guidance: Guidance, evidence: Evidence, form: Callable[[Book], str]
) -> None:
    """A property that fails, a case that differs and a rule that no case met all stand there."""
    failed = replace(PROPERTY, holds=False, why=("It is so once.",))
    coverage = replace(COVERAGE, missing=(Reached("rule", "good-consent"),))
    wrong = replace(evidence, proof=proof_of(guidance, failed), coverage=coverage, different=3)
    told = plain(form(book_of(guidance, wrong)))
    assert "Not all of this holds." in told
    assert "Does not hold. It is so once." in told
    assert "Not as they were written: 3 of them." in told
    assert "Met by none of these cases:" in told
    assert "Rule good-consent" in told


@pytest.mark.parametrize("form", FORMS)
def test_the_same_rules_give_the_same_book(
    guidance: Guidance, evidence: Evidence, form: Callable[[Book], str]
) -> None:
    """No day, no chance and no order of a set is in it."""
    assert form(book_of(guidance, evidence)) == form(book_of(guidance, evidence))


def test_the_page_needs_no_network_and_no_script(book: Book, page: Html) -> None:
    """All links lead to places in the page; nothing is loaded from elsewhere."""
    text = book_to_html(book)
    assert page.all("script") == page.all("link") == page.all("img") == []
    assert all(address.startswith("#") for address in page.addresses)
    assert not re.search(r"url\(|@import|\son\w+=|javascript:", text)


def test_every_link_leads_somewhere_and_every_id_is_one(page: Html) -> None:
    """From a step to the next, from an end to its rule or row, from the contents to a section."""
    assert len(page.ids) == len(set(page.ids))
    assert {address[1:] for address in page.addresses} <= {*page.ids}
    assert len(page.addresses) > 100


def test_the_page_has_landmarks_and_headings_in_order(page: Html) -> None:
    """One heading of the page, no level left out, one main part, and a way past the contents."""
    names = [tag for tag, _ in page.tags]
    levels = [int(tag[1]) for tag in names if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(later - level <= 1 for level, later in pairwise(levels))
    assert names.count("main") == names.count("nav") == names.count("header") == 1
    assert page.all("html") == [{"lang": "en-GB"}]
    assert {"class": "skip", "href": "#content"} in page.all("a")


def test_tables_say_what_their_heads_are_for(page: Html) -> None:
    """Each has a caption, and each head its scope; what is wide can be moved by keyboard."""
    assert len(page.all("caption")) == len(page.all("table")) > 10
    assert {each["scope"] for each in page.all("th")} == {"row", "col"}
    wide = [each for each in page.all("div") if each.get("class", "").startswith("wide")]
    assert all(each["tabindex"] == "0" and each["aria-label"] for each in wide)


def test_every_picture_has_its_words_beside_it(page: Html) -> None:
    """A title, a description, and a list that says the same."""
    pytest.importorskip("pygraphviz")
    pictures = page.all("svg")
    assert len(pictures) > 5
    for picture in pictures:
        assert picture["role"] == "img"
        assert {*picture["aria-labelledby"].split()} <= {*page.ids}
    steps = [each for each in page.all("ul") if each.get("class") == "steps"]
    assert len(steps) == len(pictures) - 1, "the sheet shows the parts once more"


def test_without_the_layout_engine_the_words_remain(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page says how to have the picture; the list is the same."""
    with_picture = read_html(book_to_html(book))
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    without = read_html(book_to_html(book))
    assert without.all("svg") == []
    assert "infoshare-cli[book]" in without.text
    assert without.text.count("The same in words:") == with_picture.text.count("The same in words:")


def luminance(colour: str) -> float:
    """How light a colour is (WCAG 2.2, relative luminance)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_type_stands_out_in_light_and_in_dark() -> None:
    """On the page, on boxes, and on the colour of every outcome."""
    light, dark = (
        dict(re.findall(r"--(\w+): (#\w{6})", part))
        for part in STYLE.partition("@media print")[0].split("prefers-color-scheme: dark", 1)
    )
    for colours, tones in ((light, TONES_IN_LIGHT), (dark, TONES_IN_DARK)):
        for ground in (colours["ground"], colours["raised"], *tones):
            assert contrast(colours["ink"], ground) >= CONTRAST


def test_paper_is_always_light() -> None:
    """Whatever the screen is set to, the tones on paper are the light ones."""
    on_paper = BOOK_STYLE.rpartition("@media print")[2]
    assert all(tone in on_paper for tone in TONES_IN_LIGHT)
    assert not any(tone in on_paper for tone in TONES_IN_DARK)
