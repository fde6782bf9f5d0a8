"""What the cases of a pack owe it: every way to an end taken, every line seen both ways.

Obligations are numbered, so that what a case has met is one whole number: a bit for each.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from infoshare_cli.core.conditions import All, Any, Condition
from infoshare_cli.core.guidance import Guidance

Met = int
"""Obligations as bits."""


@dataclass(frozen=True, slots=True)
class Owner:
    """What has a condition of its own: a rule, a row of a choice, or a named fact."""

    kind: Literal["rule", "row", "fact"]
    id: str
    choice: str | None = None
    """The choice that a row stands in."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A rule decides some case, a row gives some choice its value, an outcome comes."""

    kind: Literal["rule", "row", "outcome"]
    id: str
    choice: str | None = None
    """The choice that a row stands in."""


@dataclass(frozen=True, slots=True)
class Side:
    """A line of a condition makes the whole of it true, or makes it false, by itself.

    In some case the condition came to that, and would not have with this line otherwise.
    """

    owner: Owner
    line: int
    """Which line it is, from 1; the lines inside an any or all are counted one by one."""
    condition: Condition
    side: bool


Obligation = Reached | Side


class Obligations:
    """All obligations of a pack, numbered."""

    def __init__(self, guidance: Guidance) -> None:
        self.conditions: Mapping[Owner, Condition] = dict(_owners(guidance))
        self.all: tuple[Obligation, ...] = (*_ends(guidance), *_sides(self.conditions))
        self._bits = {each: 1 << number for number, each in enumerate(self.all)}
        self._reached_by = {
            owner: self._bits[Reached("row", owner.id, owner.choice)]
            for owner in self.conditions
            if owner.kind == "row"
        }
        self._sides: dict[tuple[Owner, bool], list[Met]] = {}
        for each, bit in self._bits.items():
            if isinstance(each, Side):
                self._sides.setdefault((each.owner, each.side), []).append(bit)

    def bits(self, obligations: Iterable[Obligation]) -> Met:
        """Obligations as bits."""
        return sum(self._bits[each] for each in set(obligations))

    def of(self, met: Met) -> Iterator[Obligation]:
        """The obligations behind bits, in order."""
        return (each for each, bit in self._bits.items() if met & bit)

    def row_reached(self, owner: Owner) -> Met:
        """That a row gives its choice the value; nothing for any other owner."""
        return self._reached_by.get(owner, 0)

    def side(self, owner: Owner, side: bool) -> list[Met]:
        """For each line of a condition, that it alone makes it true, or false."""
        return self._sides[owner, side]


def owner_of_row(choice: str, row: str) -> Owner:
    """A row of a choice as the owner of its condition."""
    return Owner("row", row, choice)


def _owners(guidance: Guidance) -> Iterator[tuple[Owner, Condition]]:
    for rule in guidance.rules:
        yield Owner("rule", rule.id), rule.when
    for choice in guidance.choices:
        for row in choice.rules:
            yield owner_of_row(choice.id, row.id), row.when
    for fact in guidance.facts:
        yield Owner("fact", fact.id), fact.when


def _ends(guidance: Guidance) -> Iterator[Obligation]:
    for rule in guidance.rules:
        yield Reached("rule", rule.id)
    for choice in guidance.choices:
        for row in choice.rules:
            yield Reached("row", row.id, choice.id)
    for outcome in guidance.outcomes:
        yield Reached("outcome", outcome.id)


def _sides(conditions: Mapping[Owner, Condition]) -> Iterator[Obligation]:
    for owner, condition in conditions.items():
        for line, part in enumerate(_lines(condition), start=1):
            for side in (True, False):
                yield Side(owner, line, part, side)


def _lines(condition: Condition) -> Iterator[Condition]:
    match condition:
        case All(parts) | Any(parts):
            for part in parts:
                yield from _lines(part)
        case _:
            yield condition
