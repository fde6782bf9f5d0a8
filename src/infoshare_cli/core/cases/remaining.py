"""What is left to decide at a position of an interview.

Two positions with the same left to decide have the same future, whatever was answered on
the way; so a few hundred positions stand for millions of cases.
"""

from collections.abc import Hashable, Iterable, Iterator, Set
from typing import NamedTuple

from infoshare_cli.core.cases.behind import choices_after, conditions_of, questions_behind
from infoshare_cli.core.conditions import All, Any, Comes, Condition, Fails, Holds
from infoshare_cli.core.evaluation import Answers, Evaluation, Truth
from infoshare_cli.core.guidance import Guidance, Rule

Left = tuple[Truth, int]
"""The truth of a condition; and a number for what is left of it, equal where that is equal."""


class OpenRule(NamedTuple):
    """A rule that is not ruled out, and what it still needs."""

    rule: Rule
    truth: Truth
    left: tuple[int, ...]
    """Of its condition, then of the choices that it may come through; equal where equal."""


OpenRules = tuple[OpenRule, ...]


def key_of(rules: OpenRules) -> Hashable:
    """Equal where the same is left to decide."""
    return tuple((each.rule.id, each.left) for each in rules)


class Remaining:
    """What is left to decide under one pack; keeps what it found for positions to come."""

    def __init__(self, guidance: Guidance) -> None:
        self._guidance = guidance
        self._numbers: dict[Hashable, int] = {}
        self._known: dict[tuple[object, ...], Left] = {}
        self._looked_at: dict[Hashable, tuple[str, ...]] = {}
        self._choices = {rule.id: choices_after(guidance, rule) for rule in guidance.rules}
        self._questions_of = {rule.id: self._questions_behind_rule(rule) for rule in guidance.rules}

    def decision(self, answers: Answers, rules: Iterable[Rule]) -> Hashable:
        """The rules that are not ruled out, each with what it still needs; see `key_of`.

        Args:
            answers: what the interview has asked for.
            rules: all that are not known to be ruled out.
        """
        return key_of(self.open_rules(answers, rules))

    def open_rules(self, answers: Answers, rules: Iterable[Rule]) -> OpenRules:
        """The rules that are not ruled out, down to the first that fits."""
        return _down_to_true(self._open_rule(answers, rule) for rule in rules)

    def open_rules_after(self, before: OpenRules, answers: Answers, fresh: Set[str]) -> OpenRules:
        """As `open_rules`, where only some questions were answered since."""
        return _down_to_true(
            each
            if fresh.isdisjoint(self._questions_of[each.rule.id])
            else self._open_rule(answers, each.rule)
            for each in before
        )

    def _open_rule(self, answers: Answers, rule: Rule) -> OpenRule:
        truth, left = self.condition(answers, rule.when, ("rule", rule.id))
        if truth is False:
            return OpenRule(rule, truth, ())
        choices = (self.choice(answers, choice) for choice in self._choices[rule.id])
        return OpenRule(rule, truth, (left, *choices))

    def _questions_behind_rule(self, rule: Rule) -> frozenset[str]:
        conditions = conditions_of(self._guidance, rule)
        return frozenset().union(*(questions_behind(self._guidance, each) for each in conditions))

    def condition(self, answers: Answers, condition: Condition, name: Hashable) -> Left:
        """A condition without its parts that are decided; `name` is its own among all asked."""
        key = (name, *map(answers.get, self._questions_behind(condition, name)))
        if key not in self._known:
            evaluation = Evaluation(self._guidance, answers)
            left = _left(self._guidance, evaluation, condition)
            self._known[key] = (evaluation.truth(condition), self._number(left))
        return self._known[key]

    def choice(self, answers: Answers, choice: str) -> int:
        """The rows of a choice that are not yet false, down to the first true one."""
        name = ("choice", choice)
        key = (name, *map(answers.get, self._questions_behind(Comes(choice, ()), name)))
        if key not in self._known:
            evaluation = Evaluation(self._guidance, answers)
            rows = _rows_left(self._guidance, evaluation, choice)
            self._known[key] = (None, self._number(rows))
        return self._known[key][1]

    def _number(self, left: Hashable) -> int:
        return self._numbers.setdefault(left, len(self._numbers))

    def _questions_behind(self, condition: Condition, name: Hashable) -> tuple[str, ...]:
        if name not in self._looked_at:
            self._looked_at[name] = questions_behind(self._guidance, condition)
        return self._looked_at[name]


def _down_to_true(rules: Iterator[OpenRule]) -> OpenRules:
    kept: list[OpenRule] = []
    for each in rules:
        if each.truth is not False:
            kept.append(each)
        if each.truth:
            break
    return tuple(kept)


def _left(guidance: Guidance, evaluation: Evaluation, condition: Condition) -> Hashable:
    """A condition without the parts that are decided; True or False where nothing is left."""
    truth = evaluation.truth(condition)
    if truth is not None:
        return truth
    match condition:
        case All(parts) | Any(parts):
            open_parts = (part for part in parts if evaluation.truth(part) is None)
            left = tuple(_left(guidance, evaluation, part) for part in open_parts)
            return type(condition).__name__, left
        case Holds(fact) | Fails(fact):
            left_of_fact = _left(guidance, evaluation, guidance.condition_of[fact])
            return type(condition).__name__, left_of_fact
        case Comes(choice, values):
            return values, _rows_left(guidance, evaluation, choice)
    return condition


def _rows_left(guidance: Guidance, evaluation: Evaluation, choice: str) -> tuple[Hashable, ...]:
    """The rows of a choice that are not yet false, down to the first true one."""
    rows: list[Hashable] = []
    for row in guidance.rows_of[choice]:
        truth = evaluation.truth(row.when)
        if truth is not False:
            rows.append((row.id, _left(guidance, evaluation, row.when)))
        if truth:
            break
    return tuple(rows)
