"""Whether conditions are true of a case: true, false, or not known yet.

This is the only evaluation there is: the interview, the reasons, the actions and the
look ahead all come from it.
"""

from collections.abc import Callable, Mapping
from typing import Any as Anything

from infoshare_cli.core.conditions import (
    All,
    Any,
    Comes,
    Condition,
    Fails,
    HasAll,
    HasAny,
    Holds,
    IsOneOf,
    Lacks,
    Leaf,
)
from infoshare_cli.core.guidance import ChoiceRule, Guidance

Answers = Mapping[str, tuple[str, ...]]
"""Question id -> the chosen options; an answer to a question of one option holds one."""
Truth = bool | None
"""True, false, or None for not known yet."""


class Evaluation:
    """What a pack's conditions come to on one set of answers."""

    def __init__(self, guidance: Guidance, answers: Answers) -> None:
        self._guidance = guidance
        self._answers = answers
        self._facts: dict[str, Truth] = {}
        self._rows: dict[str, ChoiceRule | None] = {}

    def truth(self, condition: Condition) -> Truth:
        """Whether a condition is true, false, or None: not known yet."""
        return _TRUTHS[type(condition)](self, condition)

    def value(self, choice: str) -> str | None:
        """The value a choice comes to: None while not known, '' where no row fits."""
        row = self.row(choice)
        if row is not None:
            return row.value
        return None if self._undecided(choice) else ""

    def row(self, choice: str) -> ChoiceRule | None:
        """The row that gives a choice its value; None while not known, or if none fits."""
        if choice not in self._rows:
            self._rows[choice] = None
            first = self._first_not_false(choice)
            if first is not None and self.truth(first.when):
                self._rows[choice] = first
        return self._rows[choice]

    def needed_for(self, condition: Condition) -> str | None:
        """The first question, in the order written, that a condition still needs.

        None where the condition is true or false already.
        """
        if self.truth(condition) is not None:
            return None
        match condition:
            case All(parts) | Any(parts):
                return next(filter(None, map(self.needed_for, parts)))
            case Holds(fact) | Fails(fact):
                return self.needed_for(self._guidance.condition_of[fact])
            case Comes(choice, _):
                return self.needed_for_choice(choice)
        return condition.question

    def needed_for_choice(self, choice: str) -> str | None:
        """The first question that a choice still needs; None where its value is known."""
        first = self._first_not_false(choice)
        return None if first is None else self.needed_for(first.when)

    def _leaf(self, leaf: Leaf) -> Truth:
        answer = self._answers.get(leaf.question)
        return None if answer is None else leaf_truth(leaf, answer)

    def _all(self, condition: All) -> Truth:
        """False if any part is; else not known if any is not known."""
        seen: Truth = True
        for part in condition.parts:
            truth = _TRUTHS[type(part)](self, part)
            if truth is False:
                return False
            if truth is None:
                seen = None
        return seen

    def _any(self, condition: Any) -> Truth:
        """True if any part is; else not known if any is not known."""
        seen: Truth = False
        for part in condition.parts:
            truth = _TRUTHS[type(part)](self, part)
            if truth:
                return True
            if truth is None:
                seen = None
        return seen

    def _holds(self, condition: Holds) -> Truth:
        return self._fact(condition.fact)

    def _fails(self, condition: Fails) -> Truth:
        truth = self._fact(condition.fact)
        return None if truth is None else not truth

    def _comes(self, condition: Comes) -> Truth:
        value = self.value(condition.choice)
        return None if value is None else value in condition.values

    def _fact(self, fact: str) -> Truth:
        if fact not in self._facts:
            self._facts[fact] = self.truth(self._guidance.condition_of[fact])
        return self._facts[fact]

    def _first_not_false(self, choice: str) -> ChoiceRule | None:
        rows = self._guidance.rows_of[choice]
        return next((row for row in rows if self.truth(row.when) is not False), None)

    def _undecided(self, choice: str) -> bool:
        return self._first_not_false(choice) is not None


# One look by kind; to ask a condition for one kind after another takes longer than to judge it.
_TRUTHS: Mapping[type[Condition], Callable[[Evaluation, Anything], Truth]] = {
    IsOneOf: Evaluation._leaf,
    HasAny: Evaluation._leaf,
    HasAll: Evaluation._leaf,
    Lacks: Evaluation._leaf,
    All: Evaluation._all,
    Any: Evaluation._any,
    Holds: Evaluation._holds,
    Fails: Evaluation._fails,
    Comes: Evaluation._comes,
}


def leaf_truth(leaf: Leaf, answer: tuple[str, ...]) -> bool:
    """Whether what is told from one answer alone is true of it."""
    kind = type(leaf)
    if kind is HasAll:
        return all(option in answer for option in leaf.options)
    # A plain loop: this is asked more often than anything else.
    for option in answer:
        if option in leaf.options:
            return kind is not Lacks
    return kind is Lacks
