"""Formulas: what is told of questions and choices, as sets of the values that make it true."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce

Value = tuple[str, ...]
"""One option, one answer that stands for a class of answers, or one value of a choice."""
Values = frozenset[Value]


@dataclass(frozen=True, slots=True)
class Told:
    """True where the subject has one of these values."""

    subject: str
    values: Values


@dataclass(frozen=True, slots=True)
class Both:
    """Every part is true; the parts are told from left to right."""

    parts: tuple["Formula", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part is true; the parts are told from left to right."""

    parts: tuple["Formula", ...]


Formula = bool | Told | Both | Either


def first_subject(formula: Formula) -> str:
    """The subject that is to be told first, in the order written."""
    while not isinstance(formula, Told):
        assert not isinstance(formula, bool)
        formula = formula.parts[0]
    return formula.subject


def leaf_count(formula: Formula) -> int:
    """How much is still to be told."""
    match formula:
        case Both(parts) | Either(parts):
            return sum(map(leaf_count, parts))
        case Told():
            return 1
    return 0


def joined(kind: type[Both] | type[Either], parts: tuple[Formula, ...]) -> Formula:
    """The parts as one, without those that change nothing; parts of one subject are one."""
    neutral = kind is Both
    told = [part for part in parts if part is not neutral]
    if not told:
        return neutral
    subjects = {part.subject for part in told if isinstance(part, Told)}
    if len(subjects) == 1 and all(isinstance(part, Told) for part in told):
        merge: Callable[[Values, Values], Values] = (
            frozenset.intersection if kind is Both else frozenset.union
        )
        values = reduce(merge, (part.values for part in told if isinstance(part, Told)))
        return Told(subjects.pop(), values)
    return told[0] if len(told) == 1 else kind(tuple(told))
