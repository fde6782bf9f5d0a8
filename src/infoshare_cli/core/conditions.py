"""Conditions: what a rule asks of a case, true, false or not known yet.

A condition names the options that make it true, so that "not sure" never slips
through as "no". `core.evaluation` tells whether it is true of a case.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IsOneOf:
    """The answer to a question of one option is among these."""

    question: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HasAny:
    """The answer to a question of many options has at least one of these."""

    question: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HasAll:
    """The answer to a question of many options has every one of these."""

    question: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lacks:
    """The answer to a question of many options has none of these; for actions only."""

    question: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comes:
    """A choice comes to one of these values."""

    choice: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Holds:
    """A named fact is true."""

    fact: str


@dataclass(frozen=True, slots=True)
class Fails:
    """A named fact is false; the fact itself says where not-sure falls."""

    fact: str


@dataclass(frozen=True, slots=True)
class All:
    """Every part is true. Never empty: an empty All would be true of everything."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part is true. Never empty: an empty Any could never be true."""

    parts: tuple["Condition", ...]


Leaf = IsOneOf | HasAny | HasAll | Lacks
"""What is told from one answer alone."""
Condition = IsOneOf | HasAny | HasAll | Lacks | Comes | Holds | Fails | All | Any
