"""The fewest cases that could be found to meet what is missing.

The case that meets most of it comes first, found exactly, then the one that meets most of the
rest. Where one case can stand for two of them, it does. `fewest` says how many there must be at
least: where there are no more, there is no smaller set.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from infoshare_cli.core.coverage.coverage_walk import CoverageWalk
from infoshare_cli.core.coverage.obligations import Met
from infoshare_cli.core.evaluation import Answers


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case that nobody has written yet."""

    answers: Answers
    """In the order asked."""
    meets: Met


def complete(walk: CoverageWalk, missing: Met) -> tuple[NewCase, ...]:
    """Cases that meet everything that is missing and that some case can meet."""
    wanted = missing & walk.possible
    cases: list[NewCase] = []
    while left := wanted & ~_met_by(cases):
        cases.append(_best(walk, left))
    at_least = fewest(walk, missing)
    while len(cases) > at_least and (fewer := _fewer(walk, cases, wanted)) is not None:
        cases = fewer
    return tuple(cases)


def fewest(walk: CoverageWalk, missing: Met) -> int:
    """How many cases there must be at least: obligations of which no case meets two."""
    left = missing & walk.possible
    together = _met_together(walk)
    counted = 0
    while left:
        rarest = min(_bits(left), key=lambda bit: (together[bit] & left).bit_count())
        left &= ~together[rarest]
        counted += 1
    return counted


def _met_by(cases: Sequence[NewCase]) -> Met:
    met = 0
    for case in cases:
        met |= case.meets
    return met


def _best(walk: CoverageWalk, left: Met) -> NewCase:
    """The case that meets most of what is left; of those, one with the fewest questions."""
    best = [(0, 0)] * len(walk.nodes)
    turn = [0] * len(walk.nodes)
    for index in reversed(range(len(walk.nodes))):
        ways = [
            ((met & left).bit_count() + best[branch.to][0], best[branch.to][1] - 1)
            for branch, met in walk.branches(index)
        ]
        if ways:
            best[index] = max(ways)
            turn[index] = ways.index(best[index])
    return _case_along(walk, turn)


def _case_along(walk: CoverageWalk, turn: Sequence[int]) -> NewCase:
    answers: dict[str, tuple[str, ...]] = {}
    index, meets = 0, walk.met_at_start
    while (asks := walk.nodes[index].asks) is not None:
        branch, met = walk.branches(index)[turn[index]]
        answers[asks] = branch.answer.answer
        meets |= met
        index = branch.to
    return NewCase(answers, meets)


def _fewer(walk: CoverageWalk, cases: list[NewCase], wanted: Met) -> list[NewCase] | None:
    """One case in place of two, where there is such a one; or one left out."""
    for two in combinations(cases, 2):
        others = [case for case in cases if case not in two]
        left = wanted & ~_met_by(others)
        one = _best(walk, left)
        if not left & ~one.meets:
            return [*others, one]
    return None


def _met_together(walk: CoverageWalk) -> dict[Met, Met]:
    """For each obligation, itself and those that some case meets beside it."""
    before = [walk.met_at_start] + [0] * (len(walk.nodes) - 1)
    after = [0] * len(walk.nodes)
    for index in range(len(walk.nodes)):
        for branch, met in walk.branches(index):
            before[branch.to] |= before[index] | met
    for index in reversed(range(len(walk.nodes))):
        for branch, met in walk.branches(index):
            after[index] |= met | after[branch.to]
    together = dict.fromkeys(_bits(walk.possible), 0)
    for bit in _bits(walk.met_at_start):
        together[bit] |= walk.met_at_start | after[0]
    for index in range(len(walk.nodes)):
        for branch, met in walk.branches(index):
            for bit in _bits(met):
                together[bit] |= before[index] | met | after[branch.to]
    return together


def _bits(met: Met) -> Iterator[Met]:
    while met:
        bit = met & -met
        yield bit
        met ^= bit
