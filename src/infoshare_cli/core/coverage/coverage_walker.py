"""Walks a pack and keeps apart what its obligations tell apart.

Two positions are one where the decision goes on alike and what can still be shown on the way is
the same. What was judged on the way here shows nothing new later, and is left out.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from infoshare_cli.core.cases.behind import choices_after
from infoshare_cli.core.cases.classes import AnswerClass, classes_of, decision_conditions, leaves_of
from infoshare_cli.core.cases.walk import Look
from infoshare_cli.core.coverage.moments import Judgement, Moments, until_true
from infoshare_cli.core.coverage.obligations import Met, Owner
from infoshare_cli.core.evaluation import Evaluation
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import Standing, Verdict, stand, stand_on

Way = tuple[tuple[str, tuple[str, ...]], ...]
"""Questions and answers, in the order asked."""


@dataclass(frozen=True)
class CoveragePosition:
    """Where an interview stands, and what was judged on the way."""

    standing: Standing
    judged: frozenset[Owner]


class CoverageWalker:
    """Walks one pack, and writes down what each step meets."""

    def __init__(self, guidance: Guidance) -> None:
        self.moments = Moments(guidance)
        self.met: dict[Way, Met] = {}
        """What the last step to a position meets."""
        self._guidance = guidance
        self._leaves = leaves_of(decision_conditions(guidance))

    def start(self) -> CoveragePosition:
        """Before any answer."""
        return self._arrive(None, stand(self._guidance, {}), frozenset())

    def step(
        self, state: CoveragePosition, question: str, answer: tuple[str, ...]
    ) -> CoveragePosition:
        """After one more answer."""
        known = {**state.standing.known, question: answer}
        now = stand_on(self._guidance, known, state.standing.rules)
        return self._arrive(state.standing, now, state.judged)

    def look(self, state: CoveragePosition) -> Look[Verdict]:
        """The verdict, or the next question, what is left to decide and to be shown."""
        standing = state.standing
        verdict, asks = standing.verdict, standing.next
        if verdict is not None:
            key: Hashable = (verdict.rule.id, verdict.outcome.id, verdict.consent_from)
        else:
            key = self._left(state)
        return Look(key, standing.known, asks.id if asks is not None else None, verdict)

    def classes(self, question: str) -> tuple[AnswerClass, ...]:
        """What the decision can see of an answer."""
        return classes_of(self._guidance.question_by_id[question], self._leaves[question])

    def _arrive(
        self, before: Standing | None, now: Standing, judged: frozenset[Owner]
    ) -> CoveragePosition:
        shown = self.moments.shown(before, now)
        met = self.moments.ended(now)
        for owner, each in shown.items():
            if owner not in judged:
                met |= each
        self.met[tuple(now.known.items())] = met
        return CoveragePosition(now, judged | shown.keys())

    def _left(self, state: CoveragePosition) -> Hashable:
        """What is left of everything that may still be looked at."""
        answers = state.standing.known
        evaluation = Evaluation(self._guidance, answers)
        left: dict[Owner, Hashable] = {}
        for owner in self._may_look_at(evaluation, state.standing):
            if owner not in left:
                left[owner] = self._left_of(evaluation, state, owner)
        return frozenset(left.items())

    def _may_look_at(self, evaluation: Evaluation, standing: Standing) -> Iterator[Owner]:
        for rule in standing.rules:
            owner = Owner("rule", rule.id)
            yield owner
            yield from self.moments.ahead_of(evaluation, standing.known, owner)
            truth = evaluation.truth(rule.when)
            if truth is not False:
                for choice in choices_after(self._guidance, rule):
                    yield from self.moments.rows_of(evaluation, choice, until_true)
            if truth:
                return

    def _left_of(self, evaluation: Evaluation, state: CoveragePosition, owner: Owner) -> Hashable:
        """The truth of each line; of the whole alone where nothing more can be shown of it."""
        judgement = self.moments.judge(evaluation, state.standing.known, owner)
        judged = owner in state.judged
        if judgement.truth is not None and (judged or not self._shows(owner, judgement)):
            named = self.moments.ahead_of(evaluation, state.standing.known, owner)
            if all(other in state.judged for other in named):
                return judgement.truth
        return judged, tuple(truth for truth, _ in judgement.lines)

    def _shows(self, owner: Owner, judgement: Judgement) -> bool:
        """Whether there is anything to show once what is decided already is looked at."""
        reached = owner.kind == "row" and judgement.truth is True
        return reached or judgement.rests_on_a_line
