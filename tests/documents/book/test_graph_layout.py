"""Boxes and arrows go where they belong."""

import sys

import pytest

from infoshare_cli.documents.book.graph_layout import Layout, Link, Point, Size, lay_out
from infoshare_cli.errors import CallError

pytest.importorskip("pygraphviz")

BOXES = (Size(100, 40), Size(120, 30), Size(60, 50), Size(80, 30))
LINKS = (
    Link(0, 2, Size(90, 20)),
    Link(1, 3, Size(30, 50)),
    Link(0, 1, Size(40, 20)),
    Link(2, 3, Size(70, 10)),
    Link(0, 3, Size(20, 20)),
)
"""In another order than that of the boxes that they start from."""
NEAR = 12
"""Points between a box and the end of an arrow to it."""


@pytest.fixture(scope="module")
def layout() -> Layout:
    """Four boxes and five arrows."""
    return lay_out(BOXES, LINKS)


def is_at(layout: Layout, box: int, point: Point) -> bool:
    """Whether a point lies at the edge of a box, or near it."""
    (x, y), size = layout.boxes[box], BOXES[box]
    across = abs(point[0] - x) <= size.width / 2 + NEAR
    return across and abs(point[1] - y) <= size.height / 2 + NEAR


def test_every_arrow_runs_between_its_own_boxes(layout: Layout) -> None:
    """An arrow with the label of another would say what is not so."""
    for link, line in zip(LINKS, layout.lines, strict=True):
        assert is_at(layout, link.start, line.curve[0])
        assert is_at(layout, link.to, line.tip)


def test_curves_have_all_their_points(layout: Layout) -> None:
    """One point, then three for each piece."""
    assert all(len(line.curve) % 3 == 1 for line in layout.lines)


def test_boxes_do_not_overlap_and_stand_on_the_sheet(layout: Layout) -> None:
    """All can be read; the start stands on top."""
    for box, (x, y) in enumerate(layout.boxes):
        size = BOXES[box]
        assert size.width / 2 <= x + 1 <= layout.width - size.width / 2 + 2
        assert size.height / 2 <= y + 1 <= layout.height - size.height / 2 + 2
        for other in range(box):
            to_x, to_y = layout.boxes[other]
            apart = abs(x - to_x) - (size.width + BOXES[other].width) / 2
            above = abs(y - to_y) - (size.height + BOXES[other].height) / 2
            assert max(apart, above) >= 0
    assert layout.boxes[0][1] == min(y for _, y in layout.boxes)


def test_labels_have_room_of_their_own(layout: Layout) -> None:
    """No label lies on a box."""
    for link, line in zip(LINKS, layout.lines, strict=True):
        for box, (x, y) in zip(BOXES, layout.boxes, strict=True):
            apart = abs(line.label[0] - x) - (link.label.width + box.width) / 2
            above = abs(line.label[1] - y) - (link.label.height + box.height) / 2
            assert max(apart, above) >= -1


def test_one_box_alone_is_a_layout_too() -> None:
    """A list whose first entry always fits has no arrow."""
    alone = lay_out((Size(50, 20),), ())
    assert (len(alone.boxes), alone.lines) == (1, ())


def test_without_the_engine_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback, and no drawing by hand instead."""
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    with pytest.raises(CallError, match=r"infoshare-cli\[book\]"):
        lay_out(BOXES, LINKS)
