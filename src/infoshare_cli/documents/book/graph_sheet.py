"""Several pictures on one sheet of paper, as large as it allows."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from infoshare_cli.documents.book.graph_svg import Name, Picture, svg_element

_GAP = 32
"""Between a picture and the next, in points."""
_PAPER = (1134.0, 740.0)
"""What an A3 page across has room for below a heading, in points."""


def sheet_of(pictures: Sequence[Picture], name: Name) -> str:
    """Several pictures on one sheet, in columns, as large as an A3 page across allows."""
    columns = max(_ways_to_divide(pictures), key=_scale)
    placed, x = list[str](), 0.0
    for column in columns:
        y = 0.0
        for picture in column:
            placed.append(f'<g transform="translate({x:.1f} {y:.1f})">{picture.drawn}</g>')
            y += picture.height + _GAP
        x += max(picture.width for picture in column) + _GAP
    return svg_element(*_extent(columns), placed, name)


_Columns = Sequence[Sequence[Picture]]


def _ways_to_divide(pictures: Sequence[Picture]) -> Iterator[_Columns]:
    """Ways to put pictures into columns, in their order: one for each height of a column."""
    runs = combinations(range(len(pictures) + 1), 2)
    for height in sorted({_height(pictures[start:end]) for start, end in runs}):
        yield _filled(pictures, height)


def _filled(pictures: Sequence[Picture], height: float) -> _Columns:
    """The pictures in columns of about that height; one that is higher has its own."""
    columns: list[list[Picture]] = []
    for picture in pictures:
        if columns and _height([*columns[-1], picture]) <= height:
            columns[-1].append(picture)
        else:
            columns.append([picture])
    return columns


def _height(column: Sequence[Picture]) -> float:
    return sum(picture.height for picture in column) + _GAP * (len(column) - 1)


def _extent(columns: _Columns) -> tuple[float, float]:
    widths = [max(picture.width for picture in column) for column in columns]
    return sum(widths) + _GAP * (len(widths) - 1), max(map(_height, columns))


def _scale(columns: _Columns) -> float:
    width, height = _extent(columns)
    return min(_PAPER[0] / width, _PAPER[1] / height)
