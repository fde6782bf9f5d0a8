"""What can still come: the questions and outcomes that an open interview may lead to."""

from collections.abc import Hashable
from dataclasses import dataclass

from infoshare_cli.core.cases.pack_walk import walk_pack
from infoshare_cli.core.cases.remaining import Remaining
from infoshare_cli.core.cases.walk import Walk
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import Verdict, stand

_MOST_KEPT = 4096
"""Positions; the shipped rules have about 300, and each counts once for what else was given."""


@dataclass(frozen=True)
class Possible:
    """What can still come from a position."""

    questions: tuple[str, ...]
    """The next question first, then the others in the order in which they may come."""
    outcomes: tuple[str, ...]
    """In the order of the pack."""
    most: int
    """The most questions that can still be asked before the outcome, the next one included."""


def possible_from(guidance: Guidance, answers: Answers) -> Possible:
    """Every question that can still be asked, and every outcome that can still come."""
    walk = walk_pack(guidance, answers)
    outcomes = {node.end.outcome.id for node in walk.nodes if node.end is not None}
    in_order = (outcome.id for outcome in guidance.outcomes if outcome.id in outcomes)
    return Possible(_in_asking_order(walk), tuple(in_order), _longest(walk))


class LookAhead:
    """`possible_from` for case after case: what it found for one it keeps for others like it."""

    def __init__(self, guidance: Guidance) -> None:
        self._guidance = guidance
        self._remaining = Remaining(guidance)
        self._found: dict[Hashable, Possible] = {}

    def possible_from(self, answers: Answers) -> Possible:
        """Every question that can still be asked, and every outcome that can still come."""
        standing = stand(self._guidance, answers)
        left = self._remaining.decision(standing.known, standing.rules)
        not_asked_yet = ((each, answers[each]) for each in answers if each not in standing.known)
        key = (left, frozenset(not_asked_yet))
        if key not in self._found:
            if len(self._found) == _MOST_KEPT:
                self._found.clear()
            self._found[key] = possible_from(self._guidance, answers)
        return self._found[key]


def _in_asking_order(walk: Walk[Verdict]) -> tuple[str, ...]:
    """The questions, each after those that come before it wherever both are asked.

    Where two can come either way round, the one that may come sooner stands first.
    """
    before = _pairs_in_order(walk)
    sooner = sorted(walk.nodes, key=lambda node: len(node.answers))
    open_questions = list(dict.fromkeys(node.asks for node in sooner if node.asks is not None))
    order: list[str] = []
    while open_questions:
        waits = {
            later
            for first, later in before
            if first in open_questions and (later, first) not in before
        }
        free = [question for question in open_questions if question not in waits]
        order.append((free or open_questions)[0])
        open_questions.remove(order[-1])
    return tuple(order)


def _longest(walk: Walk[Verdict]) -> int:
    """How many questions the longest way through a walk asks."""
    from_here = [0] * len(walk.nodes)
    for index in reversed(range(len(walk.nodes))):
        ways = walk.nodes[index].branches
        from_here[index] = max((1 + from_here[branch.to] for branch in ways), default=0)
    return from_here[0]


def _pairs_in_order(walk: Walk[Verdict]) -> set[tuple[str, str]]:
    """Every two questions of which the second may be asked after the first."""
    from_here: list[frozenset[str]] = [frozenset()] * len(walk.nodes)
    pairs: set[tuple[str, str]] = set()
    for index in reversed(range(len(walk.nodes))):
        node = walk.nodes[index]
        later = frozenset[str]().union(*(from_here[branch.to] for branch in node.branches))
        if node.asks is not None:
            pairs.update((node.asks, question) for question in later)
            from_here[index] = later | {node.asks}
    return pairs
