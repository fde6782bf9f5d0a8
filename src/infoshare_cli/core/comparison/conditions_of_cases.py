"""Which cases: the fewest readable conditions that hold in some of the cases of a joint walk."""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Generic, TypeVar

from infoshare_cli.core.cases.classes import classes_of
from infoshare_cli.core.cases.walk import Walk
from infoshare_cli.core.comparison.answer_tests import AnswerTests, Tests
from infoshare_cli.core.comparison.case_graph import CaseGraph, Classes, Cube, graph_of
from infoshare_cli.core.comparison.cover import cover
from infoshare_cli.core.comparison.joint_walk import JointEnd, JointWalker
from infoshare_cli.core.conditions import IsOneOf, Leaf
from infoshare_cli.core.guidance import Option, Outcome, Question

MOST_CONDITIONS = 60
"""For one set of cases; what they do not hold in is counted. Nobody reads as many."""
OUTCOME = "outcome"


@dataclass(frozen=True)
class CaseCondition:
    """A condition on the answers, and the number of cases that it holds in."""

    tests: Tests
    """In the order in which the questions come; all of them hold."""
    cases: int
    fresh: int
    """How many of these are in none of the conditions before it."""


@dataclass(frozen=True)
class Cases:
    """Some of all cases."""

    count: int
    """Exactly."""
    conditions: tuple[CaseCondition, ...]
    """Each of these cases is in one or more, and no other case is; the largest first."""
    not_described: int
    """How many are in none of them, where there would be too many conditions."""


EndOfCase = TypeVar("EndOfCase", bound=JointEnd)


class CaseFinder(Generic[EndOfCase]):
    """Tells of which cases something is so, in words on the answers."""

    def __init__(
        self, walker: JointWalker, walk: Walk[EndOfCase], outcomes: Sequence[Outcome] = ()
    ) -> None:
        """With outcomes, a condition may also speak of the outcome."""
        self._walk = walk
        self._outcomes = {outcome.id: place for place, outcome in enumerate(outcomes)}
        self._tests = {
            question: _answer_tests(walker.questions[question], walker.leaves(question))
            for question in {node.asks: None for node in walk.nodes}
            if question is not None
        }
        if outcomes:
            self._tests[OUTCOME] = _outcome_tests(outcomes)

    def cases(self, wanted: Set[int]) -> Cases:
        """The cases that end at the nodes of these indexes."""
        graph, root = graph_of(self._walk, lambda index: self._ending(index, wanted), self._told)
        found = cover(graph, root, self._widest(graph), MOST_CONDITIONS)
        conditions = (
            CaseCondition(self._said(graph, each.cube), each.cases, each.fresh)
            for each in found.cubes
        )
        return Cases(graph.wanted[root], tuple(conditions), found.left)

    @property
    def _told(self) -> Mapping[str, int]:
        return {OUTCOME: len(self._outcomes)} if self._outcomes else {}

    def _ending(self, index: int, wanted: Set[int]) -> tuple[bool, tuple[tuple[str, int], ...]]:
        end = self._walk.nodes[index].end
        assert end is not None
        if not self._outcomes or end.new is None:
            return index in wanted, ()
        return index in wanted, ((OUTCOME, self._outcomes[end.new.outcome.id]),)

    def _widest(
        self, graph: CaseGraph
    ) -> Callable[[int, Classes, Mapping[int, int], Classes], Classes]:
        return lambda question, *rest: self._tests[graph.questions[question].name].widest(*rest)

    def _said(self, graph: CaseGraph, cube: Cube) -> Tests:
        return tuple(
            test
            for question, classes in sorted(cube.items())
            for test in self._tests[graph.questions[question].name].said(classes)
        )


def _answer_tests(question: Question, leaves: tuple[Leaf, ...]) -> AnswerTests:
    return AnswerTests(question, leaves, classes_of(question, leaves))


def _outcome_tests(outcomes: Sequence[Outcome]) -> AnswerTests:
    options = tuple(Option(outcome.id, outcome.title) for outcome in outcomes)
    question = Question(OUTCOME, "one", "", "", "", (), options)
    leaves = tuple(IsOneOf(OUTCOME, (option.id,)) for option in options)
    return _answer_tests(question, leaves)
