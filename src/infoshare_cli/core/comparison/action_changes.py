"""Actions that come or go under a changed pack, and in which cases.

An action is looked at where its condition differs between the packs, and where it looks at a
question that only one of the two interviews asks in some case that keeps its outcome. Its
cases go on to the questions after the outcome that bear on it in the pack that asks them.
"""

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from functools import partial
from typing import Literal

from infoshare_cli.core.cases.walk import Walk
from infoshare_cli.core.comparison.action_cases import ActionCases, ActionEnd, OnePack
from infoshare_cli.core.comparison.conditions_of_cases import CaseFinder, Cases
from infoshare_cli.core.comparison.joint_walk import JointEnd, JointWalker
from infoshare_cli.core.conditions import Condition
from infoshare_cli.core.guidance import Guidance

Status = Literal["new", "gone", "changed", "same"]


@dataclass(frozen=True)
class ActionChange:
    """An action that is shown in other cases than before."""

    action: str
    status: Status
    """Of the action in the pack: 'changed' where its condition differs, or when a question is
    asked after the outcome that it looks at.

    Where it is the same, the cases are counted and not described: they come from the
    questions that are no longer asked, or are asked now.
    """
    comes: Cases
    """Cases with the outcome they had in which it is shown now and was not."""
    goes: Cases
    comes_besides: int
    """Further cases in which it comes, along with another outcome; not counted for 'same'."""
    goes_besides: int


def after_outcome(guidance: Guidance) -> Iterator[Condition]:
    """Every condition that bears on what is shown or asked after the outcome."""
    for action in guidance.actions:
        yield action.when
    for follow_up in guidance.follow_ups:
        yield follow_up.when


def action_changes(
    old: Guidance, new: Guidance, walker: JointWalker, joint: Walk[JointEnd]
) -> Iterator[ActionChange]:
    """The actions that are shown in other cases, those of the new pack first, in its order.

    The cases are those of the joint walk, each with the answers after the outcome that the
    action looks at. The walker must have been told to watch `after_outcome` of both packs.
    """
    for action in dict.fromkeys(each.id for each in (*new.actions, *old.actions)):
        packs = OnePack(old, action), OnePack(new, action)
        status = _status(*packs)
        if status != "same":
            cases = ActionCases(walker, joint, packs).walk()
            outcomes = {each.id: each for each in (*new.outcomes, *old.outcomes)}
            finder = CaseFinder(walker, cases, tuple(outcomes.values()))
            yield _change(cases, action, status, finder.cases)
        elif ends := _asked_unlike(joint, packs[0].questions | packs[1].questions):
            cases = ActionCases(walker, joint, packs, ends).walk()
            change = _change(cases, action, status, partial(_counted, cases))
            if change.comes.count or change.goes.count:
                yield change


def keeps_outcome(end: JointEnd) -> bool:
    """Whether a case comes to the outcome it had, with the consent of the same person."""
    if end.old is None or end.new is None:
        return end.old is end.new
    old, new = end.old, end.new
    return (old.outcome.id, old.consent_from) == (new.outcome.id, new.consent_from)


def _change(
    cases: Walk[ActionEnd], action: str, status: Status, described: Callable[[Set[int]], Cases]
) -> ActionChange:
    comes, goes, kept = set[int](), set[int](), set[int]()
    for index in cases.ends:
        end = cases.nodes[index].end
        assert end is not None
        if end.in_old != end.in_new:
            (comes if end.in_new else goes).add(index)
        if keeps_outcome(end):
            kept.add(index)
    return ActionChange(
        action,
        status,
        described(comes & kept),
        described(goes & kept),
        _counted(cases, comes - kept).count,
        _counted(cases, goes - kept).count,
    )


def _counted(cases: Walk[ActionEnd], wanted: Set[int]) -> Cases:
    count = sum(cases.cases_to[index] for index in wanted)
    return Cases(count, (), count)


def _asked_unlike(joint: Walk[JointEnd], questions: Set[str]) -> frozenset[int]:
    """The ends that keep their outcome, where one interview asks one of these alone."""
    return frozenset(
        index
        for index in joint.ends
        if (end := joint.nodes[index].end) is not None
        and keeps_outcome(end)
        and (end.only_old | end.only_new) & questions
    )


def _status(old: OnePack, new: OnePack) -> Status:
    if new.spelled_out is None:
        return "gone"
    if old.spelled_out is None:
        return "new"
    return "same" if old.spelled_out == new.spelled_out else "changed"
