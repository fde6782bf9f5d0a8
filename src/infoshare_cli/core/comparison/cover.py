"""The fewest readable conditions that hold in exactly the wanted cases of a graph.

One wanted case after another that no condition holds in yet is taken with all its answers
and made wider: first whole questions are dropped, then further answers are let in, as long
as no other case comes under it. This finds few conditions, not always the fewest there are.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from infoshare_cli.core.comparison.case_graph import CaseGraph, Classes, Cube

Widest = Callable[[int, Classes, Mapping[int, int], Classes], Classes]
"""The set of classes to say of a question, so that it reads well.

Given the question, the classes that must be in it, the further ones that would add wanted
cases (each with how many), and those that are in no case at all and make no difference.
"""


@dataclass(frozen=True, slots=True)
class Covered:
    """One of the conditions."""

    cube: Cube
    cases: int
    """How many it holds in."""
    fresh: int
    """How many of these are in none of the conditions before it."""


@dataclass(frozen=True)
class Covering:
    """Conditions that hold in wanted cases, and in no other case."""

    cubes: tuple["Covered", ...]
    """The largest first; a case may be in several."""
    left: int
    """Wanted cases that are in none of them, because there would be too many conditions."""


def cover(graph: CaseGraph, root: int, widest: Widest, most: int) -> Covering:
    """Conditions for the wanted cases of a graph.

    Args:
        graph: the nodes.
        root: the node that stands for all cases.
        widest: chooses sets of answers that read well.
        most: the largest number of conditions; what they do not cover is counted.
    """
    cubes: list[Cube] = []
    left = root
    while graph.wanted[left] and len(cubes) < most:
        cube = _widened(graph, root, _likeliest(graph, left), widest)
        cubes.append(cube)
        left = graph.without(left, cube)
    kept = _needed(graph, root, cubes)
    return Covering(tuple(_counted(graph, root, kept)), graph.wanted[left])


def _counted(graph: CaseGraph, root: int, cubes: Sequence[Cube]) -> Iterator[Covered]:
    cases = {id(cube): graph.count(root, cube) for cube in cubes}
    left = root
    for cube in sorted(cubes, key=lambda cube: (-cases[id(cube)], sorted(cube.items()))):
        before, left = left, graph.without(left, cube)
        yield Covered(cube, cases[id(cube)], graph.wanted[before] - graph.wanted[left])


def _likeliest(graph: CaseGraph, node: int) -> dict[int, Classes]:
    """A wanted case with all its answers: at each step the answers with most wanted cases."""
    case = {}
    while graph.asks[node] >= 0:
        question = graph.questions[graph.asks[node]]
        ways = [
            (question.sizes[place] * graph.wanted[to], -place, to)
            for to, classes in graph.arcs[node]
            for place in range(len(question.sizes))
            if classes >> place & 1
        ]
        _, place, to = max(ways)
        case[graph.asks[node]] = 1 << -place
        node = to
    return case


def _widened(graph: CaseGraph, root: int, case: Cube, widest: Widest) -> Cube:
    """The best that comes of dropping the questions of a case in one order or another."""
    tried = {tuple(_dropped(graph, root, case, order).items()) for order in _orders(tuple(case))}
    fewest = min(map(len, tried))
    cubes = [
        _let_in(graph, root, dict(each), widest) for each in sorted(tried) if len(each) == fewest
    ]
    return max(cubes, key=lambda cube: graph.count(root, cube))


def _orders(questions: Sequence[int]) -> Iterable[Sequence[int]]:
    """Orders to drop questions in: from each end, and from several places in between."""
    yield questions[::-1]
    yield questions
    step = max(1, len(questions) // 4)
    for start in range(step, len(questions), step):
        turned = (*questions[start:], *questions[:start])
        yield turned
        yield turned[::-1]


def _dropped(graph: CaseGraph, root: int, case: Cube, order: Sequence[int]) -> Cube:
    cube = dict(case)
    for question in order:
        without = {each: classes for each, classes in cube.items() if each != question}
        if not graph.has_case(root, without, wanted=False):
            cube = without
    return cube


def _let_in(graph: CaseGraph, root: int, cube: Cube, widest: Widest) -> Cube:
    """The cube with as many answers to its questions as may be."""
    for question in cube:
        useful, free = {}, 0
        for place in range(len(graph.questions[question].sizes)):
            alone = {**cube, question: 1 << place}
            if not graph.has_case(root, alone, wanted=False):
                if count := graph.count(root, alone):
                    useful[place] = count
                else:
                    free |= 1 << place
        cube = {**cube, question: widest(question, cube[question], useful, free)}
    return cube


def _needed(graph: CaseGraph, root: int, cubes: Sequence[Cube]) -> list[Cube]:
    """The cubes without those whose cases are all in others."""
    kept = sorted(cubes, key=lambda cube: graph.count(root, cube), reverse=True)
    for cube in kept[::-1]:
        own = graph.within(root, cube)
        for other in kept:
            if other is not cube and graph.wanted[own]:
                own = graph.without(own, other)
        if not graph.wanted[own]:
            kept = [other for other in kept if other is not cube]
    return kept
