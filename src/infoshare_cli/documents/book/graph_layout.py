"""Where the boxes and arrows of a graph go, worked out by Graphviz.

The one place that knows the layout engine. It is handed sizes and gives back coordinates; it
sees no text, so that the fonts of a computer change nothing.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from infoshare_cli.errors import CallError

HOW_TO_GET_IT = "pip install 'infoshare-cli[book]'"
"""What installs the layout engine."""

_POINTS_PER_INCH = 72
"""Graphviz takes sizes in inches and gives positions in points."""
_GRAPH = "ranksep=0.15 nodesep=0.15 rankdir=TB"
_LABEL = (
    '<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0">'
    '<TR><TD FIXEDSIZE="TRUE" WIDTH="{}" HEIGHT="{}"></TD></TR></TABLE>>'
)
"""An empty table takes up room for a label without any text."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Size:
    """In points, whole ones."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Link:
    """An arrow from one box to another, with room for its label."""

    start: int
    to: int
    label: Size


@dataclass(frozen=True, slots=True)
class Line:
    """Where an arrow runs."""

    curve: tuple[Point, ...]
    """A first point, then three for each Bezier curve."""
    tip: Point
    label: Point
    """The middle of the label."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Coordinates in points from the top left."""

    width: float
    height: float
    boxes: tuple[Point, ...]
    """The middle of each box."""
    lines: tuple[Line, ...]


def can_lay_out() -> bool:
    """Whether the layout engine is installed."""
    return find_spec("pygraphviz") is not None


def lay_out(boxes: Sequence[Size], links: Sequence[Link]) -> Layout:
    """Where everything goes, from the top down.

    Raises:
        CallError: the layout engine is not installed.
    """
    if not can_lay_out():
        raise CallError(f"Graphs cannot be drawn here. To draw them: {HOW_TO_GET_IT}")
    # It has no types of its own, so it is kept to these two calls.
    engine: Any = import_module("pygraphviz")
    graph = engine.AGraph(string=_dot(boxes, links))
    found: dict[str, Any] = json.loads(graph.draw(format="json0", prog="dot"))
    return _layout(found)


def _dot(boxes: Sequence[Size], links: Sequence[Link]) -> str:
    lines = [f'digraph {{ graph [{_GRAPH}]; node [shape=box fixedsize=true label=""];']
    for number, box in enumerate(boxes):
        width, height = box.width / _POINTS_PER_INCH, box.height / _POINTS_PER_INCH
        lines.append(f"{number} [width={width:.4f} height={height:.4f}];")
    for number, link in enumerate(links):
        label = _LABEL.format(link.label.width, link.label.height)
        lines.append(f"{link.start} -> {link.to} [comment={number} label={label}];")
    return "\n".join([*lines, "}"])


def _layout(found: Mapping[str, Any]) -> Layout:
    left, bottom, right, top = _numbers(found["bb"])
    # Graphviz has an order of its own; the number that each edge was given is its comment.
    edges = sorted(found.get("edges", ()), key=lambda edge: int(edge["comment"]))
    objects = sorted(found["objects"], key=lambda each: int(each["name"]))

    def place(text: str) -> Point:
        across, up = _numbers(text)
        return (across - left, top - up)

    return Layout(
        right - left,
        top - bottom,
        tuple(place(each["pos"]) for each in objects),
        tuple(
            Line(tuple(map(place, curve)), place(tip), place(edge["lp"]))
            for edge in edges
            for tip, *curve in [edge["pos"].removeprefix("e,").split()]
        ),
    )


def _numbers(text: str) -> Iterator[float]:
    return (float(number) for number in text.split(","))
