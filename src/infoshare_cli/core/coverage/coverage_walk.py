"""Every way through the interview of a pack, and what each step of it meets."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from infoshare_cli.core.cases.classes import (
    Seen,
    classes_of,
    decision_conditions,
    leaves_of,
    seen_of,
)
from infoshare_cli.core.cases.walk import Branch, Node, Progress, untold, walk
from infoshare_cli.core.conditions import Leaf
from infoshare_cli.core.coverage.coverage_walker import CoverageWalker
from infoshare_cli.core.coverage.obligations import Met, Obligations
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import Verdict


@dataclass(frozen=True)
class CoverageWalk:
    """Every way through the interview, and what each branch meets."""

    guidance: Guidance
    obligations: Obligations
    nodes: tuple[Node[Verdict], ...]
    """The start first; every branch leads to a node further on."""
    met: tuple[tuple[Met, ...], ...]
    """For each node, what each of its branches meets; nothing is met twice on one way."""
    met_at_start: Met
    """What is met before any answer."""

    @cached_property
    def possible(self) -> Met:
        """What some case meets."""
        found = self.met_at_start
        for met in chain.from_iterable(self.met):
            found |= met
        return found

    def branches(self, index: int) -> tuple[tuple[Branch, Met], ...]:
        """The branches of a node, each with what it meets."""
        return self._branches[index]

    @cached_property
    def _branches(self) -> tuple[tuple[tuple[Branch, Met], ...], ...]:
        nodes = zip(self.nodes, self.met, strict=True)
        return tuple(tuple(zip(node.branches, met, strict=True)) for node, met in nodes)

    def met_by(self, answers: Answers) -> Met:
        """What one case meets; nothing where its answers do not suffice for an outcome."""
        index, met = 0, self.met_at_start
        while (asks := self.nodes[index].asks) is not None:
            if asks not in answers:
                return 0
            branch, more = self._branches[index][self._class_of(asks, answers[asks])]
            index, met = branch.to, met | more
        return met

    def _class_of(self, question: str, answer: tuple[str, ...]) -> int:
        """Which class an answer belongs to; a node's branches stand in the order of classes."""
        return self._classes[question, seen_of(self._leaves[question], answer)]

    @cached_property
    def _leaves(self) -> Mapping[str, tuple[Leaf, ...]]:
        return leaves_of(decision_conditions(self.guidance))

    @cached_property
    def _classes(self) -> Mapping[tuple[str, Seen], int]:
        return {
            (question, seen_of(leaves, each.answer)): number
            for question, leaves in self._leaves.items()
            for number, each in enumerate(
                classes_of(self.guidance.question_by_id[question], leaves)
            )
        }


def walk_coverage(guidance: Guidance, progress: Progress = untold) -> CoverageWalk:
    """Every way through the interview of a pack, and what each branch meets.

    Raises:
        GuidanceError: the pack has no rule for some case.
        TooManyNodes: see `walk`.
    """
    walker = CoverageWalker(guidance)
    found = walk(walker, progress=progress)
    met = tuple(
        tuple(
            walker.met[*node.answers.items(), (node.asks or "", branch.answer.answer)]
            for branch in node.branches
        )
        for node in found.nodes
    )
    return CoverageWalk(guidance, walker.moments.obligations, found.nodes, met, walker.met[()])
