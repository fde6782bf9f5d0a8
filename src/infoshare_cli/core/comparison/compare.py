"""What a change of the rules does: two packs walked side by side, case by case.

Every case that either interview tells apart is counted exactly. Cases are compared over the
answers that both packs take; `core.comparison.changed_parts` tells what was added or went.
"""

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass

from infoshare_cli.core.cases.walk import MOST_NODES, Progress, Walk, untold, walk
from infoshare_cli.core.comparison.action_changes import (
    ActionChange,
    action_changes,
    after_outcome,
    keeps_outcome,
)
from infoshare_cli.core.comparison.conditions_of_cases import CaseFinder, Cases
from infoshare_cli.core.comparison.joint_walk import JointEnd, JointWalker
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import Verdict


@dataclass(frozen=True, slots=True)
class Result:
    """What a case comes to; all None where the pack has no rule for it."""

    outcome: str | None
    consent_from: str | None

    @classmethod
    def of(cls, verdict: Verdict | None) -> "Result":
        """The result of one interview."""
        return cls(None, None) if verdict is None else cls(verdict.outcome.id, verdict.consent_from)


@dataclass(frozen=True)
class Group:
    """Cases that came to one thing before and come to another now."""

    old: Result
    """Without `consent_from` where the outcome itself changes: that says more."""
    new: Result
    cases: Cases
    old_rules: tuple[str, ...]
    """The rules that decided these cases, in the order of the pack."""
    new_rules: tuple[str, ...]


@dataclass(frozen=True)
class AdviceGroup:
    """Cases with the outcome they had, in which other people are to be asked for advice."""

    old: tuple[str, ...]
    """In the order of the pack."""
    new: tuple[str, ...]
    cases: Cases


@dataclass(frozen=True, slots=True)
class AskedChange:
    """A question that the interview asks in other cases than before."""

    question: str
    newly_asked: int
    """In how many cases it is asked where it was not."""
    no_longer_asked: int


@dataclass(frozen=True)
class Comparison:
    """All that comes out differently."""

    cases: int
    """All cases that either interview tells apart, exactly."""
    changed: Cases
    """Those with another outcome, or with the same and another whose consent counts."""
    groups: tuple[Group, ...]
    """The same by what they came to and come to, the largest group first."""
    advice: tuple[AdviceGroup, ...]
    reworded: int
    """Cases with the outcome they had, of which the headline, text or reason reads differently."""
    actions: tuple[ActionChange, ...]
    asked: tuple[AskedChange, ...]
    """In the order in which the questions come."""

    @property
    def same_outcomes(self) -> bool:
        """Whether no case changes its outcome."""
        return not self.changed.count


def compare(
    old: Guidance,
    new: Guidance,
    *,
    limit: int = MOST_NODES,
    progress: Progress = untold,
) -> Comparison:
    """What comes out differently under the new pack.

    Args:
        old: the pack before the change.
        new: the pack after it.
        limit: how many positions there may be.
        progress: see `Progress`.

    Raises:
        TooManyNodes: the packs differ in too much for every case to be walked.
    """
    walker = JointWalker(old, new, (*after_outcome(old), *after_outcome(new)))
    return _Comparing(old, new, walker, walk(walker, limit, progress)).comparison()


class _Comparing:
    """One joint walk, and all that is told of it."""

    def __init__(
        self, old: Guidance, new: Guidance, walker: JointWalker, joint: Walk[JointEnd]
    ) -> None:
        self._old, self._new = old, new
        self._walker, self._walk = walker, joint
        self._finder = CaseFinder(walker, joint)
        self._ends = dict(self._walk_ends())
        self._changed = self._where(lambda end: not keeps_outcome(end))

    def comparison(self) -> Comparison:
        """All that comes out differently."""
        return Comparison(
            cases=self._count(self._ends.keys()),
            changed=self._finder.cases(self._changed),
            groups=self._groups(),
            advice=self._advice(),
            reworded=self._count(self._where(_is_reworded)),
            actions=tuple(action_changes(self._old, self._new, self._walker, self._walk)),
            asked=tuple(self._asked()),
        )

    def _walk_ends(self) -> Iterator[tuple[int, JointEnd]]:
        for index in self._walk.ends:
            end = self._walk.nodes[index].end
            assert end is not None
            yield index, end

    def _where(self, so: Callable[[JointEnd], bool]) -> Set[int]:
        return {index for index, end in self._ends.items() if so(end)}

    def _count(self, indexes: Set[int]) -> int:
        return sum(self._walk.cases_to[index] for index in indexes)

    def _groups(self) -> tuple[Group, ...]:
        pairs: dict[tuple[Result, Result], set[int]] = {}
        for index in self._changed:
            pairs.setdefault(_pair(self._ends[index]), set()).add(index)
        groups = [self._group(pair, indexes) for pair, indexes in pairs.items()]
        return tuple(sorted(groups, key=lambda each: (-each.cases.count, repr(each.old))))

    def _group(self, pair: tuple[Result, Result], indexes: Set[int]) -> Group:
        return Group(
            *pair,
            self._finder.cases(indexes),
            _rules(self._old, {_rule(self._ends[index].old) for index in indexes}),
            _rules(self._new, {_rule(self._ends[index].new) for index in indexes}),
        )

    def _advice(self) -> tuple[AdviceGroup, ...]:
        """By whom to ask: what the rule that decided says, and the rows that it came through."""
        pairs: dict[tuple[tuple[str, ...], tuple[str, ...]], set[int]] = {}
        for index in self._ends.keys() - self._changed:
            end = self._ends[index]
            pair = _advisers(self._old, end.old), _advisers(self._new, end.new)
            if set(pair[0]) != set(pair[1]):
                pairs.setdefault(pair, set()).add(index)
        groups = [AdviceGroup(*pair, self._finder.cases(found)) for pair, found in pairs.items()]
        return tuple(sorted(groups, key=lambda each: (-each.cases.count, each.old, each.new)))

    def _asked(self) -> Iterator[AskedChange]:
        for question in dict.fromkeys(node.asks for node in self._walk.nodes):
            newly = {index for index, end in self._ends.items() if question in end.only_new}
            no_longer = {index for index, end in self._ends.items() if question in end.only_old}
            if question is not None and newly | no_longer:
                yield AskedChange(question, self._count(newly), self._count(no_longer))


def _pair(end: JointEnd) -> tuple[Result, Result]:
    """What a case came to and comes to; of two outcomes, not also whose consent."""
    old, new = Result.of(end.old), Result.of(end.new)
    if old.outcome == new.outcome:
        return old, new
    return Result(old.outcome, None), Result(new.outcome, None)


def _is_reworded(end: JointEnd) -> bool:
    return keeps_outcome(end) and _words(end.old) != _words(end.new)


def _words(verdict: Verdict | None) -> tuple[str, ...]:
    if verdict is None:
        return ()
    return (
        verdict.rule.title or verdict.outcome.title,
        verdict.rule.text or verdict.outcome.text,
        verdict.rule.because,
        *(row.because for row in verdict.rows),
    )


def _rule(verdict: Verdict | None) -> str | None:
    return verdict.rule.id if verdict is not None else None


def _rules(guidance: Guidance, decided: Set[str | None]) -> tuple[str, ...]:
    return tuple(rule.id for rule in guidance.rules if rule.id in decided)


def _advisers(guidance: Guidance, verdict: Verdict | None) -> tuple[str, ...]:
    if verdict is None:
        return ()
    asked = {*verdict.rule.advice_from}.union(*(row.advice_from for row in verdict.rows))
    return tuple(label.id for label in guidance.advice_from if label.id in asked)
