"""A page stands alone, can be found one's way in, and can be read in any light."""

import re

import pytest

from infoshare_cli.documents.html_page import STYLE, escape, html_page
from tests.reading_html import read_html

PAGE = html_page("A <page>", "<p>Words.</p>", header="<nav></nav>", footer="<p>End.</p>")


def test_a_page_has_its_landmarks_and_one_heading_of_its_own() -> None:
    """Header, main and footer once each; the title is text, whatever stands in it."""
    page = read_html(PAGE)

    for landmark in ("header", "main", "footer", "h1", "nav"):
        assert len(page.all(landmark)) == 1
    assert page.all("html") == [{"lang": "en-GB"}]
    assert page.text.count("A <page>") == 2
    assert PAGE.startswith("<!DOCTYPE html>")


def test_the_first_link_leads_past_the_header() -> None:
    """Whoever uses a keyboard need not go through the contents."""
    page = read_html(PAGE)

    assert page.all("a")[0]["href"] == "#content"
    assert page.all("main")[0]["id"] == "content"
    assert page.all("main")[0]["tabindex"] == "-1"


def test_a_page_needs_nothing_from_elsewhere() -> None:
    """No scripts, no fonts, no pictures from a network."""
    assert "<script" not in PAGE
    assert not re.search(r"@import|url\(|https?:", PAGE)


def test_without_a_footer_there_is_none() -> None:
    """An empty landmark would lead nowhere."""
    assert "<footer" not in html_page("T", "<p>W.</p>")


def test_a_style_of_its_own_comes_last() -> None:
    """So that it can change what is said for every page."""
    page = html_page("T", "", style="h1 { color: red; }")

    assert page.index("h1 { color: red; }") > page.index(STYLE.splitlines()[-1])


@pytest.mark.parametrize("text", ["<b>", "&amp;", "\"'", "a & b"])
def test_escaped_text_reads_as_it_was(text: str) -> None:
    """In a paragraph and inside quotation marks."""
    page = read_html(html_page("T", f'<p title="{escape(text)}">{escape(text)}</p>'))

    assert page.all("p")[0]["title"] == text
    assert text in page.text


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, glossary)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How far two colours are apart, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("block", STYLE.split(":root")[1:], ids=["light", "dark", "print"])
@pytest.mark.parametrize("ground", ["ground", "raised", "alarm-ground"])
@pytest.mark.parametrize("text", ["ink", "quiet", "link"])
def test_text_stands_out_from_what_is_behind_it(block: str, ground: str, text: str) -> None:
    """At least 7 to 1, in light, in dark and on paper."""
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block))

    assert contrast(colours[ground], colours[text]) >= 7
