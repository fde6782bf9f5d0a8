"""The cases of a joint walk, told apart by whether each pack shows one action.

The interviews are not walked again. Each node of the joint walk is taken once for every way
in which the answers so far bear on the action, and each end goes on to the questions after
the outcome that the action looks at.
"""

from collections.abc import Hashable, Iterator, Mapping, Set
from dataclasses import dataclass

from infoshare_cli.core.cases.behind import leaves_behind, questions_behind
from infoshare_cli.core.cases.classes import AnswerClass, Seen, leaves_of, seen_of
from infoshare_cli.core.cases.remaining import Remaining
from infoshare_cli.core.cases.walk import Branch, Node, Walk
from infoshare_cli.core.comparison.joint_walk import JointEnd, JointWalker
from infoshare_cli.core.conditions import All, Any, Comes, Condition, Fails, Holds
from infoshare_cli.core.evaluation import Answers, Evaluation
from infoshare_cli.core.guidance import FollowUp, Guidance
from infoshare_cli.core.interview import Verdict


@dataclass(frozen=True, slots=True)
class ActionEnd(JointEnd):
    """A case with the answers after the outcome, and which pack shows the action."""

    in_old: bool = False
    in_new: bool = False


class OnePack:
    """An action in one of the packs."""

    def __init__(self, guidance: Guidance, action: str) -> None:
        self._guidance = guidance
        self._remaining = Remaining(guidance)
        self._when = next((each.when for each in guidance.actions if each.id == action), None)
        self._follow_ups = tuple(self._bearing_on(self._when)) if self._when is not None else ()
        conditions = [self._when, *(each.when for each in self._follow_ups)]
        self.leaves = leaves_of(
            leaf
            for condition in conditions
            if condition is not None
            for leaf in leaves_behind(guidance, condition)
        )
        """All that is told of each question, also through named facts and choices."""

    @property
    def questions(self) -> Set[str]:
        """The questions that bear on the action, and 'outcome' where that does."""
        return self.leaves.keys()

    @property
    def spelled_out(self) -> Hashable:
        """All that says when the action is shown; None where the pack has no such action."""
        if self._when is None:
            return None
        follow_ups = (
            (each.question, _spelled_out(self._guidance, each.when)) for each in self._follow_ups
        )
        return _spelled_out(self._guidance, self._when), tuple(follow_ups)

    def left(self, answers: Answers) -> Hashable:
        """What is left to tell of the action; equal where that is equal."""
        if self._when is None:
            return None
        follow_ups = (
            each.question in answers or self._remaining.condition(answers, each.when, each.question)
            for each in self._follow_ups
        )
        return self._remaining.condition(answers, self._when, "action"), tuple(follow_ups)

    def shown(self, verdict: Verdict | None, asked: Answers, given: Answers) -> bool | str:
        """Whether the action is shown, or the question after the outcome that this needs.

        Args:
            verdict: what the interview came to.
            asked: the answers that the interview of this pack asked for.
            given: all other answers that are known.
        """
        if self._when is None or verdict is None:
            return False
        known = {**asked, "outcome": (verdict.outcome.id,)}
        for follow_up in self._follow_ups:
            question = follow_up.question
            if question in known or not self._truth(known, follow_up.when):
                continue
            if question not in given:
                return question
            known[question] = given[question]
        return self._truth(known, self._when)

    def _truth(self, known: Answers, condition: Condition) -> bool:
        return Evaluation(self._guidance, known).truth(condition) is True

    def _bearing_on(self, when: Condition) -> Iterator[FollowUp]:
        """The questions after the outcome that a condition looks at, and those before them."""
        needed = set(questions_behind(self._guidance, when))
        found = []
        for follow_up in reversed(self._guidance.follow_ups):
            if follow_up.question in needed:
                needed.update(questions_behind(self._guidance, follow_up.when))
                found.append(follow_up)
        return reversed(found)


class ActionCases:
    """Builds the walk of all cases, told apart by one action."""

    def __init__(
        self,
        walker: JointWalker,
        joint: Walk[JointEnd],
        packs: tuple[OnePack, OnePack],
        only: Set[int] | None = None,
    ) -> None:
        """With `only`, cases that end elsewhere than at these indexes are left out."""
        old, new = packs
        self._walker, self._joint = walker, joint
        self._leads_there = None if only is None else _leading_to(joint, only)
        self._old, self._new = old, new
        self._questions = old.questions | new.questions
        self._uneven = _asked_by_one(joint) & self._questions
        self._nodes: list[tuple[str | None, ActionEnd | None, tuple[Branch, ...]]] = []
        self._known: dict[Hashable, int] = {}

    def walk(self) -> Walk[ActionEnd]:
        """Every case, on to the last answer that bears on the action."""
        self._visit(0, {}, self._bearing({}))
        last = len(self._nodes) - 1
        return Walk(
            tuple(
                Node({}, asks, end, tuple(Branch(each.answer, last - each.to) for each in branches))
                for asks, end, branches in reversed(self._nodes)
            )
        )

    def _visit(self, index: int, asked: Answers, bearing: Hashable) -> int:
        if self._leads_there is not None and not self._leads_there[index]:
            return self._left_out()
        key = index, bearing
        if key not in self._known:
            self._known[key] = self._add(self._joint.nodes[index], asked, bearing)
        return self._known[key]

    def _bearing(self, asked: Answers) -> Hashable:
        """How the answers so far bear on the action."""
        asked_unevenly = [each for each in self._uneven if each in asked]
        # An answer that only one interview may have asked for is known to one pack only.
        uneven = tuple((each, self._seen(each, asked[each])) for each in asked_unevenly)
        rest = {each: answer for each, answer in asked.items() if each not in self._uneven}
        return uneven, self._old.left(rest), self._new.left(rest)

    def _seen(self, question: str, answer: tuple[str, ...]) -> Seen:
        leaves = (*self._old.leaves.get(question, ()), *self._new.leaves.get(question, ()))
        return seen_of(leaves, answer)

    def _add(self, node: Node[JointEnd], asked: Answers, bearing: Hashable) -> int:
        if node.asks is None:
            assert node.end is not None
            return self._add_end(node.end, asked, {})
        branches = []
        for each in node.branches:
            now, bears = asked, bearing
            if node.asks in self._questions:
                now = {**asked, node.asks: each.answer.answer}
                bears = self._bearing(now)
            branches.append(Branch(each.answer, self._visit(each.to, now, bears)))
        return self._append(node.asks, None, tuple(branches))

    def _add_end(self, end: JointEnd, asked: Answers, followed: Answers) -> int:
        given = {**asked, **followed}
        in_old = self._old.shown(end.old, _but(asked, end.only_new), given)
        in_new = self._new.shown(end.new, _but(asked, end.only_old), given)
        for question in (in_old, in_new):
            if isinstance(question, str):
                return self._append(question, None, self._answered(end, asked, followed, question))
        shown = ActionEnd(end.old, end.new, in_old=bool(in_old), in_new=bool(in_new))
        return self._append(None, shown, ())

    def _answered(
        self, end: JointEnd, asked: Answers, followed: Answers, question: str
    ) -> tuple[Branch, ...]:
        classes: tuple[AnswerClass, ...] = self._walker.classes(question)
        return tuple(
            Branch(each, self._add_end(end, asked, {**followed, question: each.answer}))
            for each in classes
        )

    def _left_out(self) -> int:
        if None not in self._known:
            self._known[None] = self._append(None, ActionEnd(None, None), ())
        return self._known[None]

    def _append(self, asks: str | None, end: ActionEnd | None, branches: tuple[Branch, ...]) -> int:
        self._nodes.append((asks, end, branches))
        return len(self._nodes) - 1


def _leading_to(joint: Walk[JointEnd], ends: Set[int]) -> list[bool]:
    """For each node, whether a case can come through it that ends at one of these indexes."""
    leads = [index in ends for index in range(len(joint.nodes))]
    for index in reversed(range(len(joint.nodes))):
        leads[index] = leads[index] or any(leads[each.to] for each in joint.nodes[index].branches)
    return leads


def _spelled_out(guidance: Guidance, condition: Condition) -> Hashable:
    """A condition with its named facts and choices looked through."""
    match condition:
        case All(parts) | Any(parts):
            return type(condition), tuple(_spelled_out(guidance, part) for part in parts)
        case Holds(fact) | Fails(fact):
            return type(condition), _spelled_out(guidance, guidance.condition_of[fact])
        case Comes(choice, values):
            rows = guidance.rows_of[choice]
            return values, tuple((row.value, _spelled_out(guidance, row.when)) for row in rows)
    return condition


def _asked_by_one(joint: Walk[JointEnd]) -> frozenset[str]:
    """The questions that in some case only one of the interviews asks."""
    ends = (node.end for node in joint.nodes if node.end is not None)
    return frozenset(question for end in ends for question in end.only_old | end.only_new)


def _but(answers: Mapping[str, tuple[str, ...]], others: Set[str]) -> Answers:
    return {each: answer for each, answer in answers.items() if each not in others}
