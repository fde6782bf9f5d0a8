"""Conditions that tell some values of a question from the others that it can have."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from infoshare_cli.core.conditions import (
    All,
    Any,
    Condition,
    HasAll,
    HasAny,
    Holds,
    IsOneOf,
    Lacks,
    Leaf,
)
from infoshare_cli.core.evaluation import leaf_truth
from infoshare_cli.core.graph.formula import Value, Values


@dataclass(frozen=True, slots=True)
class Telling:
    """A condition, and the values that it is true of."""

    condition: Condition
    values: Values
    effort: int
    """How hard it is to read: 0 for what the rules say themselves."""


def telling(
    leaves: tuple[Leaf, ...],
    facts: Iterable[tuple[Holds, Values]],
    wanted: Values,
    among: Values,
) -> Telling:
    """The plainest condition that is true of the wanted values, and of no other among these.

    Args:
        leaves: all that is told of the question.
        facts: named facts of the question, each with the values that make it true.
        wanted: some of the values in `among`.
        among: the values that the question can have.
    """
    named = {values & among: fact for fact, values in facts}
    return next(
        Telling(condition, wanted, effort)
        for effort, condition in _candidates(leaves, named.get(wanted), wanted)
        if isinstance(condition, Holds) or wanted == {v for v in among if _holds(condition, v)}
    )


def _candidates(
    leaves: tuple[Leaf, ...], fact: Holds | None, wanted: Values
) -> Iterator[tuple[int, Condition]]:
    """Conditions to try, the plainest first; the last one always fits."""
    said: list[Condition] = list(leaves)
    turned = [_opposite(leaf) for leaf in leaves]
    yield from ((0, condition) for condition in said)
    if fact is not None:
        yield 0, fact
    yield from ((1, condition) for condition in turned)
    for one, other in combinations((*said, *turned), 2):
        yield 2, All((one, other))
        yield 2, Any((one, other))
    each = [_exactly(leaves, value) for value in sorted(wanted)]
    yield 3, each[0] if len(each) == 1 else Any(tuple(each))


def _exactly(leaves: tuple[Leaf, ...], value: Value) -> Condition:
    """All that is told of one value."""
    parts: Iterable[Condition] = (
        leaf if leaf_truth(leaf, value) else _opposite(leaf) for leaf in leaves
    )
    return All(tuple(parts))


def _opposite(leaf: Leaf) -> Condition:
    """The condition that is true where a leaf of a question of many options is false."""
    match leaf:
        case Lacks(question, options):
            return HasAny(question, options)
        case HasAll(question, options) if len(options) > 1:
            return Any(tuple(Lacks(question, (option,)) for option in options))
    return Lacks(leaf.question, leaf.options)


def _holds(condition: Condition, value: Value) -> bool:
    match condition:
        case All(parts):
            return all(_holds(part, value) for part in parts)
        case Any(parts):
            return any(_holds(part, value) for part in parts)
    assert isinstance(condition, IsOneOf | HasAny | HasAll | Lacks)
    return leaf_truth(condition, value)
