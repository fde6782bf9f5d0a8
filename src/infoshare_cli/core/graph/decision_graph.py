"""The decision as a graph that a person can read: what is told, and where it leads.

Each step tells one thing of a case: the answer to a question, or what a choice comes to.
`core.graph.draw_graph` works it out from the ordered rules, or the ordered rows of a choice.
"""

from dataclasses import dataclass
from typing import Protocol

from infoshare_cli.core.conditions import Condition
from infoshare_cli.core.graph.formula import Value
from infoshare_cli.core.graph.what_is_told import Known


class Entry(Protocol):
    """What stands in an ordered list of which the first that fits decides."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def when(self) -> Condition:
        """When it fits."""


@dataclass(frozen=True, slots=True)
class Way:
    """The values with which a step is left, and where it leads."""

    values: tuple[Value, ...]
    to: int


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to tell of a case."""

    subject: str
    """A question, or a choice."""
    known: Known
    """What every case that comes here has in common."""
    ways: tuple[Way, ...]
    """Every value that the subject can have here is in one of them."""

    @property
    def told_before(self) -> bool:
        """Whether every case that comes here has told this before, perhaps not so exactly."""
        return self.subject in self.known


@dataclass(frozen=True, slots=True)
class End:
    """A rule (or a row) that decides."""

    entry: int
    """Its place in the list, from 0; one more than the last where none fits."""
    known: Known


Node = Step | End


@dataclass(frozen=True, slots=True)
class DecisionGraph:
    """Steps and ends in reading order; every way leads to a place further on."""

    nodes: tuple[Node, ...]
