"""How long an interview can still be, and where it can end: quick enough for every question.

`possible.possible_from` tells more and takes longer. What is found for one position is kept for
all that leave the same to decide, so after the first question little is left to find out.
"""

from collections.abc import Hashable, Iterator
from typing import NamedTuple

from infoshare_cli.core.cases.behind import conditions_of, questions_behind
from infoshare_cli.core.cases.classes import AnswerClass, classes_of, decision_conditions, leaves_of
from infoshare_cli.core.cases.remaining import OpenRules, Remaining, key_of
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance, Rule
from infoshare_cli.core.interview import Standing, go_on, stand_on
from infoshare_cli.errors import GuidanceError

MOST_KEPT = 20_000
"""Positions; the shipped rules have about 300."""


class Future(NamedTuple):
    """What can still come from a position."""

    most: int
    """The most questions that can still be asked before the outcome, the next one included."""
    outcomes: frozenset[str]
    """Every outcome that can still come. A case for which the rules have none adds nothing."""


NOTHING = Future(0, frozenset())
"""Where the rules have no outcome."""


class Futures:
    """The futures of positions under one pack; keeps what it found for positions to come."""

    def __init__(self, guidance: Guidance, limit: int = MOST_KEPT) -> None:
        """What it tells is exact until more than `limit` positions differ.

        From then on it may tell too much: more questions than any case asks, or an outcome that
        none comes to. It never tells too little.
        """
        self._guidance = guidance
        self._limit = limit
        self._remaining = Remaining(guidance)
        self.leaves = leaves_of(decision_conditions(guidance))
        self._classes: dict[str, tuple[AnswerClass, ...]] = {}
        self._found: dict[Hashable, Future] = {}

    def of(self, answers: Answers, since: Standing | None = None) -> Future:
        """What can still come. An answer given too early counts from when it is needed.

        Args:
            since: where the interview stood when fewer of these answers were given.
        """
        known = since.known if since else {}
        rules = since.rules if since else self._guidance.rules
        early = {each: answers[each] for each in answers if each not in known}
        return self._look(known, self._remaining.open_rules(known, rules), early)

    def classes(self, question: str) -> tuple[AnswerClass, ...]:
        """The classes of answers that the decision tells apart."""
        if question not in self._classes:
            asked = self._guidance.question_by_id[question]
            self._classes[question] = classes_of(asked, self.leaves[question])
        return self._classes[question]

    def _look(self, known: Answers, rules: OpenRules, early: Answers) -> Future:
        key = (key_of(rules), frozenset(early.items()))
        if key not in self._found:
            if len(self._found) >= self._limit:
                return self._bound(known, rules)
            self._found[key] = self._go_on(known, rules, early)
        return self._found[key]

    def _go_on(self, known: Answers, rules: OpenRules, early: Answers) -> Future:
        try:
            here = stand_on(self._guidance, known, tuple(each.rule for each in rules))
            standing = go_on(self._guidance, early, here)
        except GuidanceError:
            return NOTHING
        if standing.verdict is not None:
            return Future(0, frozenset((standing.verdict.outcome.id,)))
        return _joined(self._ways(standing, rules, early, standing.known.keys() - known.keys()))

    def _ways(
        self, standing: Standing, rules: OpenRules, early: Answers, fresh: set[str]
    ) -> Iterator[Future]:
        """The future after each class of answers to the next question."""
        assert standing.next is not None
        question = standing.next.id
        waiting = {each: early[each] for each in early if each not in fresh}
        for each in self.classes(question):
            known = {**standing.known, question: each.answer}
            left = self._remaining.open_rules_after(rules, known, {question, *fresh})
            yield self._look(known, left, waiting)

    def _bound(self, known: Answers, rules: OpenRules) -> Future:
        """No fewer questions and outcomes than can come: all that the open rules speak of."""
        conditions = (each for one in rules for each in conditions_of(self._guidance, one.rule))
        asked = {each for one in conditions for each in questions_behind(self._guidance, one)}
        ends = {end for one in rules for end in self._ends(one.rule)}
        return Future(len(asked - known.keys()), frozenset(ends))

    def _ends(self, rule: Rule) -> tuple[str, ...]:
        if rule.choose is None:
            return (rule.outcome or "",)
        return tuple(row.value for row in self._guidance.rows_of[rule.choose])


def _joined(ways: Iterator[Future]) -> Future:
    """A question more than the longest way, and the outcomes of all."""
    futures = list(ways)
    ends = frozenset[str]().union(*(each.outcomes for each in futures))
    return Future(1 + max(each.most for each in futures), ends)
