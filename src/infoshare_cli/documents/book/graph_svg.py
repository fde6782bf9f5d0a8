"""Figures as SVG: boxes and arrows where the layout engine put them, words as text.

Colours come from the style sheet that it stands in, so that it follows light, dark and paper;
what a box means is said in its words and by its edge, never by colour alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from infoshare_cli.documents.book.figures import Box, Figure
from infoshare_cli.documents.book.graph_layout import Layout, Line, Link, Point, Size, lay_out
from infoshare_cli.documents.html_page import escape

TONES = 9
"""Colours for outcomes; a pack with more begins again."""
TYPE = 13
"""The size of type, in points of the picture."""

_BOX_LETTERS = 16
_ARROW_LETTERS = 14
"""In one line of type."""
_LINE = 16
"""From one line of type to the next, in points."""
_BOX_MARGIN = 22
_ARROW_MARGIN = 6
_EDGE = 8
"""Around a picture, in points."""
_NARROW, _OTHER, _CAPITAL, _WIDE = 0.30, 0.57, 0.70, 0.86
"""Widths of letters in ems, a little more than those of Arial, so that other fonts fit too."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn of a figure, and its size in points."""

    width: float
    height: float
    drawn: str


@dataclass(frozen=True, slots=True)
class Name:
    """What a picture is called, for those who listen."""

    id: str
    title: str
    says: str


def picture_of(figure: Figure) -> Picture:
    """A figure, drawn.

    Raises:
        CallError: the layout engine is not installed.
    """
    boxes = [
        [*_wrap(box.head, _BOX_LETTERS), *_wrap(box.note, _BOX_LETTERS)] for box in figure.boxes
    ]
    labels = [_wrap(arrow.short, _ARROW_LETTERS) for arrow in figure.arrows]
    links = [
        Link(arrow.start, arrow.to, _size(lines, _ARROW_MARGIN))
        for arrow, lines in zip(figure.arrows, labels, strict=True)
    ]
    layout = lay_out([_size(lines, _BOX_MARGIN) for lines in boxes], links)
    drawn = "\n".join(_drawn(figure, layout, boxes, labels))
    return Picture(layout.width, layout.height, drawn)


def svg_element(width: float, height: float, drawn: Sequence[str], name: Name) -> str:
    """What is drawn, with a little room around it, a title and a description."""
    across, down = round(width + 2 * _EDGE), round(height + 2 * _EDGE)
    return "\n".join(
        (
            f'<svg class="graph" xmlns="http://www.w3.org/2000/svg" role="img" '
            f'aria-labelledby="{name.id}-title {name.id}-desc" '
            f'viewBox="{-_EDGE} {-_EDGE} {across} {down}" width="{across}" height="{down}">',
            f'<title id="{name.id}-title">{escape(name.title)}</title>',
            f'<desc id="{name.id}-desc">{escape(name.says)}</desc>',
            *drawn,
            "</svg>",
        )
    )


def _drawn(
    figure: Figure, layout: Layout, boxes: Sequence[list[str]], labels: Sequence[list[str]]
) -> Iterator[str]:
    for line in layout.lines:
        yield from _arrow(line)
    for box, lines, middle in zip(figure.boxes, boxes, layout.boxes, strict=True):
        yield from _box(box, lines, middle)
    for lines, line in zip(labels, layout.lines, strict=True):
        yield '<g class="says">'
        yield from _text(lines, line.label, 0)
        yield "</g>"


def _wrap(text: str, letters: int) -> list[str]:
    """The text in lines of about so many letters, broken between words."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _size(lines: Sequence[str], margin: int) -> Size:
    widest = max((_width(line) for line in lines), default=0)
    return Size(round(widest * TYPE) + margin, len(lines) * _LINE + margin // 2 + 2)


def _width(text: str) -> float:
    """About how wide a text is, in ems."""
    return sum(map(_width_of_letter, text))


def _width_of_letter(letter: str) -> float:
    if letter in "iljtf.,:;'!|()[]I \"":
        return _NARROW
    if letter in "mwMW":
        return _WIDE
    return _CAPITAL if letter.isupper() else _OTHER


def _arrow(line: Line) -> Iterator[str]:
    first, *rest = line.curve
    yield f'<path class="arrow" d="M{_at(first)} C{" ".join(map(_at, rest))}"/>'
    yield f'<polygon class="tip" points="{_tip(line.curve[-1], line.tip)}"/>'


def _tip(end: Point, tip: Point) -> str:
    """The three corners of an arrowhead."""
    (x, y), (to_x, to_y) = end, tip
    across, along = (to_y - y) * 0.4, (to_x - x) * 0.4
    return f"{_at(tip)} {_at((x - across, y + along))} {_at((x + across, y - along))}"


def _box(box: Box, lines: Sequence[str], middle: Point) -> Iterator[str]:
    size = _size(lines, _BOX_MARGIN)
    x, y = middle[0] - size.width / 2, middle[1] - size.height / 2
    corner = {"step": 9.0, "end": 0.0, "onward": size.height / 2}[box.kind]
    tone = "" if box.tone is None else f" tone-{box.tone % TONES}"
    yield f'<g class="{box.kind}{tone}">'
    yield _rect(x, y, size.width, size.height, corner)
    if box.kind == "end":
        yield _rect(x + 3, y + 3, size.width - 6, size.height - 6, 0)
    yield from _text(lines, middle, len(_wrap(box.head, _BOX_LETTERS)))
    yield "</g>"


def _rect(x: float, y: float, width: float, height: float, corner: float) -> str:
    return (
        f'<rect x="{_short(x)}" y="{_short(y)}" width="{_short(width)}" '
        f'height="{_short(height)}" rx="{_short(corner)}"/>'
    )


def _text(lines: Sequence[str], middle: Point, strong: int) -> Iterator[str]:
    """Lines of text around a point; the first `strong` ones in strong type."""
    x, top = middle[0], middle[1] - len(lines) * _LINE / 2
    for number, line in enumerate(lines):
        name = ' class="strong"' if number < strong else ""
        baseline = top + number * _LINE + _LINE * 0.75
        yield f'<text{name} x="{_short(x)}" y="{_short(baseline)}">{escape(line)}</text>'


def _at(point: Point) -> str:
    return f"{_short(point[0])},{_short(point[1])}"


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
