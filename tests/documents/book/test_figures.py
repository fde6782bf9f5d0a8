"""Figures say what the graphs of the rules say, drawn and in words."""

import re
from xml.etree import ElementTree

import pytest

from infoshare_cli.core.graph.pack_graphs import graphs_of
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.documents.book.figures import Figure, Figures, figures_of
from infoshare_cli.documents.book.graph_sheet import sheet_of
from infoshare_cli.documents.book.graph_svg import Name, Picture, picture_of
from tests.shipped import shipped_pack

FIGURES = figures_of(graphs_of(shipped_pack()))
EVERY = (*FIGURES.rules, *FIGURES.choices)


@pytest.fixture(scope="module")
def figures() -> Figures:
    """What is drawn of the shipped pack."""
    return FIGURES


def words_of(svg: str) -> str:
    """The text of a picture, as a search in it finds it."""
    root = ElementTree.fromstring(svg)  # noqa: S314 - written a moment ago
    texts = root.iter("{http://www.w3.org/2000/svg}text")
    return " ".join(text.text or "" for text in texts)


def test_every_rule_and_row_is_drawn(figures: Figures, guidance: Guidance) -> None:
    """Whatever can decide has a box, and says where to read more of it."""
    drawn = {box.decided_by for figure in figures.rules for box in figure.boxes}
    assert {rule.id for rule in guidance.rules} <= drawn
    for choice, figure in zip(guidance.choices, figures.choices, strict=True):
        assert {row.id for row in choice.rules} <= {box.decided_by for box in figure.boxes}


def test_figures_are_numbered_through(figures: Figures) -> None:
    """A box that sends the reader to another figure gives its number."""
    every = (*figures.rules, *figures.choices)
    assert [figure.number for figure in every] == list(range(1, len(every) + 1))
    notes = {box.note for figure in every for box in figure.boxes}
    for figure in figures.choices:
        assert any(f"figure {figure.number}" in note for note in notes)


def test_what_takes_the_rest_comes_last(figures: Figures) -> None:
    """'Any other' can only be read after what it is other than."""
    for figure in figures.rules:
        for place in range(len(figure.boxes)):
            shorts = [arrow.short for arrow in figure.arrows_of(place)]
            if "Any other answer" in shorts:
                assert shorts.index("Any other answer") == len(shorts) - 1


def test_an_outcome_has_one_colour_and_its_name(figures: Figures, guidance: Guidance) -> None:
    """Colour goes with the words and never stands for them."""
    tones = {
        (box.head, box.tone)
        for figure in (*figures.rules, *figures.choices)
        for box in figure.boxes
        if box.tone is not None
    }
    assert len(tones) == len({head for head, _ in tones}) == len(guidance.outcomes)


@pytest.mark.parametrize("figure", EVERY, ids=lambda figure: figure.id)
def test_a_picture_holds_all_its_words_as_text(figure: Figure) -> None:
    """It can be searched, copied and read out; it has a title and a description."""
    pytest.importorskip("pygraphviz")
    svg = sheet_of([picture_of(figure)], Name("x", "A <title>", "What & why"))
    words = words_of(svg)
    for box in figure.boxes:
        assert box.head in words
        assert box.note in words
    for arrow in figure.arrows:
        assert arrow.short in words
    assert '<title id="x-title">A &lt;title&gt;</title>' in svg
    assert 'role="img"' in svg
    assert 'aria-labelledby="x-title x-desc"' in svg


def test_a_sheet_holds_every_part(figures: Figures) -> None:
    """All steps of the decision are on it, and nothing twice."""
    pytest.importorskip("pygraphviz")
    pictures = [picture_of(figure) for figure in figures.rules]
    words = words_of(sheet_of(pictures, Name("x", "All", "All")))
    steps = [box.head for figure in figures.rules for box in figure.boxes if box.kind == "step"]
    assert all(f" {words}".count(f" {step}") == 1 for step in steps)
    assert len(steps) == len(set(steps))


def test_pictures_are_put_where_they_come_out_largest() -> None:
    """Side by side as long as that is larger, and always in their order."""
    pytest.importorskip("pygraphviz")
    flat, high = Picture(600, 100, "<g/>"), Picture(200, 500, "<g/>")

    def places(*pictures: Picture) -> list[str]:
        return re.findall(r"translate\(([^)]*)\)", sheet_of(pictures, Name("x", "x", "x")))

    assert places(flat, flat, flat) == ["0.0 0.0", "0.0 132.0", "0.0 264.0"]
    assert places(high, high, high) == ["0.0 0.0", "232.0 0.0", "464.0 0.0"]
    assert places(flat, flat, high) == ["0.0 0.0", "0.0 132.0", "632.0 0.0"]
    assert len(places(*[flat] * 60)) == 60
