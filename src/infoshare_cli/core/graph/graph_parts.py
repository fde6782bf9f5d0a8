"""A graph cut into parts that fit on a page: wherever all that goes on comes through one step."""

from collections.abc import Iterator
from dataclasses import dataclass

from infoshare_cli.core.graph.decision_graph import DecisionGraph, Step

MOST_STEPS = 10
"""In one part, where the graph can be cut at all: what an A4 page holds in readable type."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some steps of a graph that can be read by themselves, and the ends that they reach."""

    number: int
    """From 1."""
    nodes: tuple[int, ...]
    """Places in the graph, in its order; an end may stand in several parts."""
    goes_on: int | None
    """The first step of the next part; None in the last one."""


def parts_of(graph: DecisionGraph, most: int = MOST_STEPS) -> tuple[Part, ...]:
    """The parts of a graph, in reading order; every step is in exactly one."""
    grouped: list[list[int]] = [[]]
    for piece in _pieces(graph):
        if grouped[-1] and len(grouped[-1]) + len(piece) > most:
            grouped.append([])
        grouped[-1] += piece
    starts = [*(steps[0] for steps in grouped[1:] if steps), None]
    return tuple(
        Part(number, _with_ends(graph, steps), start)
        for number, (steps, start) in enumerate(zip(grouped, starts, strict=True), 1)
    )


def _pieces(graph: DecisionGraph) -> Iterator[list[int]]:
    """The steps between one place that everything comes through and the next."""
    piece: list[int] = []
    furthest = 0
    for place, node in enumerate(graph.nodes):
        if not isinstance(node, Step):
            continue
        if piece and furthest <= place:
            yield piece
            piece = []
        piece.append(place)
        onwards = (way.to for way in node.ways if isinstance(graph.nodes[way.to], Step))
        furthest = max((furthest, *onwards))
    yield piece


def _with_ends(graph: DecisionGraph, steps: list[int]) -> tuple[int, ...]:
    nodes = [graph.nodes[step] for step in steps]
    ways = [way.to for node in nodes if isinstance(node, Step) for way in node.ways]
    ends = {to for to in ways if not isinstance(graph.nodes[to], Step)}
    # A graph without a step is its one end.
    return tuple(sorted({*steps, *ends})) or tuple(range(len(graph.nodes)))
