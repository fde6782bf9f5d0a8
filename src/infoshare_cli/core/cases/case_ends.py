"""Where cases end: the outcome, the follow-ups after it, and what is to be seen then.

Whether something is ever seen is told by walking every class of cases through the interview
itself, so nothing is called unreachable because it only looks so.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from infoshare_cli.core.cases.behind import questions_behind
from infoshare_cli.core.cases.classes import classes_of, decision_conditions, leaves_of
from infoshare_cli.core.cases.pack_walk import Gap, OpenWalker, Watch, watch_condition
from infoshare_cli.core.cases.remaining import Remaining
from infoshare_cli.core.cases.walk import Walk, walk
from infoshare_cli.core.conditions import Comes, Condition, Leaf
from infoshare_cli.core.evaluation import Answers, Evaluation
from infoshare_cli.core.guidance import ChoiceRule, FollowUp, Guidance
from infoshare_cli.core.interview import Verdict

Seen = Callable[[Answers, Answers], bool]
"""Whether something is to be seen at an end; it is handed all that actions may look at, the
outcome and follow-ups included, and the answers that the interview asked for."""

Leaves = Mapping[str, tuple[Leaf, ...]]
"""For each question, what is told from its answer."""


@dataclass(frozen=True)
class _ChoiceWatched:
    """Watches which row of a choice fits."""

    choice: str
    questions: frozenset[str]
    conditions: tuple[Condition, ...] = ()

    def left(self, remaining: Remaining, answers: Answers) -> Hashable:
        """What is left of its rows."""
        return remaining.choice(answers, self.choice)


class CaseEnds:
    """The ends of all cases of a pack, and whether something is ever to be seen there."""

    def __init__(self, guidance: Guidance, limit: int) -> None:
        self._guidance = guidance
        self._limit = limit
        self._follow_ups = [each.when for each in guidance.follow_ups]
        self._walks = [walk(OpenWalker(guidance), limit)]

    @property
    def whole(self) -> Walk[Verdict | Gap]:
        """The walk of the interview; it may end in a gap."""
        return self._walks[0]

    def show(self, condition: Condition) -> bool:
        """Whether a condition holds after the outcome in some case."""
        return self._some(
            lambda known, _: _is_true(self._guidance, condition, known),
            [condition],
            [watch_condition(self._guidance, "it", condition)],
            # What is false already stays false, whatever is answered after the outcome.
            lambda known: Evaluation(self._guidance, known).truth(condition) is not False,
        )

    def ask(self, follow_up: FollowUp) -> bool:
        """Whether a follow-up is asked in some case."""
        question = follow_up.question
        return self._some(lambda known, asked: question in known and question not in asked)

    def come_to(self, choice: str, row: ChoiceRule) -> bool:
        """Whether a row gives its choice the value in some case."""
        of_it = Comes(choice, ())
        questions = frozenset(questions_behind(self._guidance, of_it))
        return self._some(
            lambda known, _: Evaluation(self._guidance, known).row(choice) is row,
            [of_it],
            [_ChoiceWatched(choice, questions)],
        )

    def _some(
        self,
        seen: Seen,
        looked_at: Sequence[Condition] = (),
        watches: Sequence[Watch] = (),
        may_come: Callable[[Answers], bool] = lambda _: True,
    ) -> bool:
        """Whether it is seen at an end of a walk made before, or of one that keeps it apart.

        Args:
            may_come: whether what is known with the outcome leaves room for it at all.
        """
        conditions = [*decision_conditions(self._guidance), *self._follow_ups, *looked_at]
        leaves = leaves_of(conditions)
        if any(self._is_seen(seen, leaves, whole, may_come) for whole in self._walks):
            return True
        after = [
            watch_condition(self._guidance, f"after {n}", each)
            for n, each in enumerate(self._follow_ups)
        ]
        self._walks.append(walk(OpenWalker(self._guidance, [*after, *watches]), self._limit))
        return self._is_seen(seen, leaves, self._walks[-1], may_come)

    def _is_seen(
        self,
        seen: Seen,
        leaves: Leaves,
        whole: Walk[Verdict | Gap],
        may_come: Callable[[Answers], bool],
    ) -> bool:
        return any(
            seen(known, node.answers)
            for node in whole.nodes
            if isinstance(node.end, Verdict) and may_come(_with_outcome(node.answers, node.end))
            for known in _afterwards(self._guidance, node.answers, node.end, leaves)
        )


def _afterwards(
    guidance: Guidance, answers: Answers, verdict: Verdict, leaves: Leaves
) -> Iterator[Answers]:
    """All that may be known once the follow-ups were answered, or passed over."""

    def after(known: Answers, follow_ups: Sequence[FollowUp]) -> Iterator[Answers]:
        if not follow_ups:
            yield known
            return
        first, *others = follow_ups
        yield from after(known, others)
        if first.question not in known and _is_true(guidance, first.when, known):
            question = guidance.question_by_id[first.question]
            for each in classes_of(question, leaves.get(question.id, ())):
                yield from after({**known, question.id: each.answer}, others)

    yield from after(_with_outcome(answers, verdict), guidance.follow_ups)


def _with_outcome(answers: Answers, verdict: Verdict) -> Answers:
    return {**answers, "outcome": (verdict.outcome.id,)}


def _is_true(guidance: Guidance, condition: Condition, known: Answers) -> bool:
    return Evaluation(guidance, known).truth(condition) is True
