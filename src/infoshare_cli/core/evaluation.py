"""Whether conditions are true of a case: true, false, or not known yet.

This is the only evaluation there is: the interview, the reasons, the actions and the
look ahead all come from it.
"""

from collections.abc import Mapping

from infoshare_cli.core.conditions import (
    All,
    Any,
    Comes,
    Condition,
    Fails,
    HasAll,
    Holds,
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
        # Most conditions are leaves, so they are told first.
        if isinstance(condition, Leaf):
            answer = self._answers.get(condition.question)
            return None if answer is None else leaf_truth(condition, answer)
        match condition:
            case All(parts):
                return self._joined(parts, settles=False)
            case Any(parts):
                return self._joined(parts, settles=True)
            case Holds(fact):
                return self._fact(fact)
            case Fails(fact):
                truth = self._fact(fact)
                return None if truth is None else not truth
        value = self.value(condition.choice)
        return None if value is None else value in condition.values

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

    def _joined(self, parts: tuple[Condition, ...], *, settles: bool) -> Truth:
        """What one part settles; else not known if any is not known; else the opposite."""
        seen: Truth = not settles
        for part in parts:
            truth = self.truth(part)
            if truth is settles:
                return settles
            if truth is None:
                seen = None
        return seen

    def _fact(self, fact: str) -> Truth:
        if fact not in self._facts:
            self._facts[fact] = self.truth(self._guidance.condition_of[fact])
        return self._facts[fact]

    def _first_not_false(self, choice: str) -> ChoiceRule | None:
        rows = self._guidance.rows_of[choice]
        return next((row for row in rows if self.truth(row.when) is not False), None)

    def _undecided(self, choice: str) -> bool:
        return self._first_not_false(choice) is not None


def leaf_truth(leaf: Leaf, answer: tuple[str, ...]) -> bool:
    """Whether what is told from one answer alone is true of it."""
    match leaf:
        case HasAll():
            return all(option in answer for option in leaf.options)
        case Lacks():
            return not _meet(answer, leaf.options)
    return _meet(answer, leaf.options)


def _meet(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    # A plain loop: this is asked more often than anything else.
    for each in some:  # noqa: SIM110
        if each in others:
            return True
    return False
