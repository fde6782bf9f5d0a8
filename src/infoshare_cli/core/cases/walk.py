"""The walk: every case that there is, as positions of the interview and ways between them.

Positions with equal futures are one, so the walk is a graph without circles. Whatever
interviews (one pack, two side by side) says where it stands through `Walker`.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, NamedTuple, Protocol, TypeVar

from infoshare_cli.core.cases.classes import AnswerClass
from infoshare_cli.core.evaluation import Answers

MOST_NODES = 2_000_000
"""Positions, after which a walk is given up: some question keeps too many futures apart."""

Progress = Callable[[int, int], None]
"""Told from time to time how many positions are done and how many wait."""

State = TypeVar("State")
End = TypeVar("End")


@dataclass(frozen=True, slots=True)
class Look(Generic[End]):
    """What there is to see at a position."""

    key: Hashable
    """Positions with equal keys have equal futures."""
    answers: Answers
    """What was asked and answered on the way here, in that order."""
    asks: str | None
    """The question to ask; None at an end."""
    end: End | None


class Walker(Protocol[State, End]):
    """What can be walked: it tells where it stands, and goes on with an answer."""

    def start(self) -> State:
        """The position before any answer that the walk gives."""

    def look(self, state: State) -> Look[End]:
        """What there is to see there."""

    def step(self, state: State, question: str, answer: tuple[str, ...]) -> State:
        """The position after one more answer."""

    def classes(self, question: str) -> tuple[AnswerClass, ...]:
        """The classes of answers to a question."""


class Branch(NamedTuple):
    """A class of answers, and where they lead."""

    answer: AnswerClass
    to: int
    """The index of a node further on."""


@dataclass(frozen=True, slots=True)
class Node(Generic[End]):
    """A position of the interview, and all others with the same future."""

    answers: Answers
    """One way to get here, in the order asked; there is none with fewer answers."""
    asks: str | None
    """The question asked here; None at an end."""
    end: End | None
    branches: tuple[Branch, ...]


@dataclass(frozen=True)
class Walk(Generic[End]):
    """Every way through the interview. A way is a class of cases."""

    nodes: tuple[Node[End], ...]
    """The start first; every branch leads to a node further on."""

    @cached_property
    def cases_to(self) -> tuple[int, ...]:
        """For each node, how many cases come through it, exactly."""
        sums = [1, *(0 for _ in self.nodes[1:])]
        for index, node in enumerate(self.nodes):
            for branch in node.branches:
                sums[branch.to] += sums[index] * branch.answer.size
        return tuple(sums)

    @property
    def ends(self) -> tuple[int, ...]:
        """The indexes of the nodes where an interview ends."""
        return tuple(index for index, node in enumerate(self.nodes) if node.asks is None)

    @cached_property
    def lengths(self) -> Mapping[int, int]:
        """How many questions an interview asks -> how many classes of cases are as long."""
        here: list[Counter[int]] = [Counter() for _ in self.nodes]
        here[0][0] = 1
        whole: Counter[int] = Counter()
        for index, node in enumerate(self.nodes):
            so_far, here[index] = here[index], Counter()
            if node.asks is None:
                whole.update(so_far)
            for branch in node.branches:
                here[branch.to].update({length + 1: ways for length, ways in so_far.items()})
        return whole


class TooManyNodes(Exception):
    """A walk was given up."""

    def __init__(self, nodes: int, question: str) -> None:
        super().__init__(f"{nodes} positions")
        self.nodes = nodes
        self.question = question
        """The question whose answers led to the most new positions."""


def untold(_done: int, _waiting: int) -> None:
    """The `Progress` of a walk that nobody follows."""


def walk(
    walker: Walker[State, End], limit: int = MOST_NODES, progress: Progress = untold
) -> Walk[End]:
    """Every way through an interview.

    Args:
        limit: how many positions there may be.
        progress: see `Progress`.

    Raises:
        TooManyNodes: there are more.
    """
    state = walker.start()
    look = walker.look(state)
    looks, index_of = [look], {look.key: 0}
    branches: list[tuple[Branch, ...]] = []
    level = [state]
    while level:
        progress(len(branches), len(level))
        following: list[State] = []
        for state in level:
            question, ways = looks[len(branches)].asks, []
            for answer in walker.classes(question) if question is not None else ():
                there = walker.step(state, question or "", answer.answer)
                look = walker.look(there)
                if look.key not in index_of:
                    index_of[look.key] = len(looks)
                    looks.append(look)
                    following.append(there)
                ways.append(Branch(answer, index_of[look.key]))
            branches.append(tuple(ways))
            if len(looks) > limit:
                raise TooManyNodes(len(looks), _grows(looks, branches))
        level = following
    return _in_order(looks, branches)


def _grows(looks: list[Look[End]], branches: list[tuple[Branch, ...]]) -> str:
    """The question whose answers led to the most positions that nothing before led to."""
    seen, grown = {0}, Counter[str]()
    for look, ways in zip(looks, branches, strict=False):
        fresh = {branch.to for branch in ways} - seen
        seen |= fresh
        grown[look.asks or ""] += len(fresh)
    return max(grown, key=grown.__getitem__)


def _in_order(looks: list[Look[End]], branches: list[tuple[Branch, ...]]) -> Walk[End]:
    """The nodes, each after all that lead to it."""
    waits = Counter(to for ways in branches for to in {branch.to for branch in ways})
    order = [0]
    for index in order:
        for to in {branch.to: None for branch in branches[index]}:
            waits[to] -= 1
            if not waits[to]:
                order.append(to)
    place = {index: at for at, index in enumerate(order)}
    return Walk(
        tuple(
            Node(
                looks[index].answers,
                looks[index].asks,
                looks[index].end,
                tuple(Branch(branch.answer, place[branch.to]) for branch in branches[index]),
            )
            for index in order
        )
    )
