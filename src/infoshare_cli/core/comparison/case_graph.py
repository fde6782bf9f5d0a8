"""All cases of a walk as a graph whose ends say only: one of those wanted, or not.

Nodes that ask the same and lead to the same are one node. Nothing here goes through the
cases one by one: a question put to the graph is put to each node once, or once for each
set of questions that are still to come.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from infoshare_cli.core.cases.walk import End, Node, Walk

Classes = int
"""A set of classes of answers to one question: the bit of each class is its place."""
Cube = Mapping[int, Classes]
"""For some questions, by place, the classes of which the answer is one.

A case is in the cube if it was asked each of these questions, and each answer fits.
"""
Arcs = tuple[tuple[int, Classes], ...]
"""Where a node leads, and with which classes of answers."""
Ending = tuple[bool, tuple[tuple[str, int], ...]]
"""Whether an end is wanted; and what is told of it as if it had been asked (name, class)."""


@dataclass(frozen=True)
class Asked:
    """A question of the graph."""

    name: str
    sizes: tuple[int, ...]
    """How many answers there are in each class."""

    def size(self, classes: Classes) -> int:
        """How many answers there are in some classes."""
        return sum(size for place, size in enumerate(self.sizes) if classes >> place & 1)


class CaseGraph:
    """The nodes, kept once each; further graphs over the same questions share them."""

    def __init__(self, questions: Sequence[Asked]) -> None:
        self.questions = tuple(questions)
        self.asks: list[int] = [-1, -1]
        self.arcs: list[Arcs] = [(), ()]
        self.wanted: list[int] = [0, 1]
        """For each node, how many wanted cases go on from it."""
        self.others: list[int] = [1, 0]
        self._to_come: list[int] = [0, 0]
        """For each node, the questions that may still be asked, a bit for each."""
        self._known: dict[tuple[int, Arcs], int] = {}

    def node(self, question: int, arcs: Mapping[int, Classes]) -> int:
        """The node that asks a question and leads where the arcs say."""
        key = question, tuple(arcs.items())
        if key not in self._known:
            self._known[key] = len(self.asks)
            self._add(*key)
        return self._known[key]

    def _add(self, question: int, arcs: Arcs) -> None:
        size = self.questions[question].size
        to_come = 1 << question
        for to, _ in arcs:
            to_come |= self._to_come[to]
        self.asks.append(question)
        self.arcs.append(arcs)
        self.wanted.append(sum(size(classes) * self.wanted[to] for to, classes in arcs))
        self.others.append(sum(size(classes) * self.others[to] for to, classes in arcs))
        self._to_come.append(to_come)

    def has_case(self, root: int, cube: Cube, *, wanted: bool) -> bool:
        """Whether any case from a node on, wanted or other, is in a cube."""
        counts = self.wanted if wanted else self.others
        seen: set[tuple[int, int]] = set()

        def found(node: int, missing: int) -> bool:
            if not counts[node] or missing & ~self._to_come[node] or (node, missing) in seen:
                return False
            if not missing:
                return True
            seen.add((node, missing))
            question = self.asks[node]
            fits, left = cube.get(question, -1), missing & ~(1 << question)
            return any(found(to, left) for to, classes in self.arcs[node] if classes & fits)

        return found(root, _bits(cube))

    def count(self, root: int, cube: Cube) -> int:
        """How many wanted cases are in a cube, exactly."""
        known: dict[tuple[int, int], int] = {}

        def counted(node: int, missing: int) -> int:
            if not self.wanted[node] or missing & ~self._to_come[node]:
                return 0
            if not missing:
                return self.wanted[node]
            if (node, missing) not in known:
                question = self.asks[node]
                fits, left = cube.get(question, -1), missing & ~(1 << question)
                size = self.questions[question].size
                known[node, missing] = sum(
                    size(classes & fits) * counted(to, left)
                    for to, classes in self.arcs[node]
                    if classes & fits
                )
            return known[node, missing]

        return counted(root, _bits(cube))

    def within(self, root: int, cube: Cube) -> int:
        """The wanted cases that are in a cube; all others are no longer wanted."""
        return self._split(root, cube, keep_inside=True)

    def without(self, root: int, cube: Cube) -> int:
        """The wanted cases that are not in a cube; those in it are no longer wanted."""
        return self._split(root, cube, keep_inside=False)

    def _split(self, root: int, cube: Cube, *, keep_inside: bool) -> int:
        known: dict[tuple[int, int], int] = {}

        def inside(node: int) -> int:
            return node if keep_inside else 0

        def outside(node: int) -> int:
            return 0 if keep_inside else node

        def split(node: int, missing: int) -> int:
            if not self.wanted[node]:
                return 0
            if missing & ~self._to_come[node]:
                return outside(node)
            if not missing:
                return inside(node)
            if (node, missing) not in known:
                known[node, missing] = self._rebuilt(node, cube, missing, split, outside)
            return known[node, missing]

        return split(root, _bits(cube))

    def _rebuilt(
        self,
        node: int,
        cube: Cube,
        missing: int,
        split: Callable[[int, int], int],
        outside: Callable[[int], int],
    ) -> int:
        question = self.asks[node]
        fits, left = cube.get(question, -1), missing & ~(1 << question)
        arcs: dict[int, Classes] = {}
        for to, classes in self.arcs[node]:
            for there, part in ((split(to, left), classes & fits), (outside(to), classes & ~fits)):
                if part:
                    arcs[there] = arcs.get(there, 0) | part
        wanted = any(self.wanted[to] for to in arcs)
        return self.node(question, arcs) if wanted else 0


def graph_of(
    walk: Walk[End], ending: Callable[[int], Ending], told: Mapping[str, int]
) -> tuple[CaseGraph, int]:
    """The graph of a walk, and its start.

    Args:
        walk: all cases.
        ending: what is wanted of the end at an index, and what is told of it besides.
        told: the names of what may be told of an end, each with its number of classes.
    """
    questions = _questions(walk, told)
    place = {question.name: index for index, question in enumerate(questions)}
    graph = CaseGraph(questions)
    found = [0] * len(walk.nodes)
    for index in reversed(range(len(walk.nodes))):
        node = walk.nodes[index]
        if node.asks is None:
            wanted, facts = ending(index)
            at = int(wanted)
            for name, value in reversed(facts):
                at = graph.node(place[name], {at: 1 << value})
            found[index] = at
        else:
            found[index] = graph.node(place[node.asks], _arcs(node, found))
    return graph, found[0]


def _questions(walk: Walk[End], told: Mapping[str, int]) -> tuple[Asked, ...]:
    asked: dict[str, Asked] = {}
    for node in walk.nodes:
        if node.asks is not None and node.asks not in asked:
            sizes = tuple(branch.answer.size for branch in node.branches)
            asked[node.asks] = Asked(node.asks, sizes)
    return (*asked.values(), *(Asked(name, (1,) * count) for name, count in told.items()))


def _arcs(node: Node[End], found: Sequence[int]) -> dict[int, Classes]:
    arcs: dict[int, Classes] = {}
    for place, branch in enumerate(node.branches):
        to = found[branch.to]
        arcs[to] = arcs.get(to, 0) | 1 << place
    return arcs


def _bits(cube: Cube) -> int:
    bits = 0
    for question in cube:
        bits |= 1 << question
    return bits
