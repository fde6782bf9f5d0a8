"""The whole decision as one expression, in whatever notation an engine has for expressions.

It comes to the key of an end. All is made from the loaded rules, so a rule that changes changes
in every engine. The rules are taken as proved: where no rule before it fits, the last one does,
and so with the rows of a choice. That spares the engines a test.
"""

from collections.abc import Sequence
from functools import reduce
from typing import Generic, Protocol, TypeVar

from benchmarks.decisions.ends import Rows, key_of, next_rows
from infoshare_cli.core.conditions import All, Any, Comes, Condition, Fails, Holds, Leaf
from infoshare_cli.core.guidance import Guidance, Rule

T = TypeVar("T")


class Notation(Protocol[T]):
    """How an engine writes what rules are made of."""

    def leaf(self, leaf: Leaf) -> T:
        """What is told from one answer."""

    def every(self, parts: Sequence[T]) -> T:
        """All of these are true."""

    def some(self, parts: Sequence[T]) -> T:
        """At least one of these is true."""

    def negated(self, part: T) -> T:
        """This is false."""

    def text(self, text: str) -> T:
        """A text that stands for itself."""

    def first(self, ways: Sequence[tuple[T, T]], otherwise: T) -> T:
        """What stands beside the first condition that is true."""


class Expressions(Generic[T]):
    """Writes the rules of one pack in one notation."""

    def __init__(self, guidance: Guidance, notation: Notation[T]) -> None:
        self._guidance = guidance
        self._write = notation

    def decision(self) -> T:
        """What comes to the key of the end of a case."""
        return self._first([(rule.when, self._end(rule, ())) for rule in self._guidance.rules])

    def steps(self) -> list[tuple[T, T]]:
        """Each rule by itself: whether it fits, and what comes to the key of its end."""
        return [(self.condition(rule.when), self._end(rule, ())) for rule in self._guidance.rules]

    def condition(self, condition: Condition) -> T:
        """What comes to whether a condition is true."""
        match condition:
            case All(parts):
                return self._write.every([self.condition(part) for part in parts])
            case Any(parts):
                return self._write.some([self.condition(part) for part in parts])
            case Holds(fact):
                return self.condition(self._guidance.condition_of[fact])
            case Fails(fact):
                return self._write.negated(self.condition(self._guidance.condition_of[fact]))
            case Comes(choice, values):
                return self._comes(self._guidance.rows_of[choice], values)
        return self._write.leaf(condition)

    def _end(self, rule: Rule, rows: Rows) -> T:
        following = next_rows(self._guidance, rule, rows)
        if not following:
            return self._write.text(key_of(rule, rows))
        return self._first([(row.when, self._end(rule, (*rows, row))) for row in following])

    def _first(self, ways: Sequence[tuple[Condition, T]]) -> T:
        *others, (_, otherwise) = ways
        if not others:
            return otherwise
        return self._write.first([(self.condition(when), end) for when, end in others], otherwise)

    def _comes(self, rows: Rows, values: tuple[str, ...]) -> T:
        """Whether the first row that fits has one of these values."""
        last = max(place for place, row in enumerate(rows) if row.value in values)
        return reduce(
            lambda rest, row: self._row_or(row.when, row.value in values, rest),
            reversed(rows[:last]),
            self.condition(rows[last].when),
        )

    def _row_or(self, when: Condition, wanted: bool, rest: T) -> T:
        fits = self.condition(when)
        if wanted:
            return self._write.some([fits, rest])
        return self._write.every([self._write.negated(fits), rest])
