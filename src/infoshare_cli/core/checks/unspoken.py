"""Whether a pack has words for every case: for whoever waits for them, and on those it is about."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from infoshare_cli.core.cases.pack_walk import OpenWalker, watch_condition
from infoshare_cli.core.cases.walk import MOST_NODES, walk
from infoshare_cli.core.conditions import All, Any, Condition, HasAny, IsOneOf
from infoshare_cli.core.evaluation import Answers, Evaluation
from infoshare_cli.core.guidance import Audience, Guidance
from infoshare_cli.core.interview import Verdict

LISTENERS: tuple[tuple[Audience, ...], ...] = (
    ("emergency-services", "recipient", "social-care", "requester", "consenter", "adviser"),
    ("person", "family"),
)
"""In every case there is something to say to one of the first, whoever the next step is with,
and a word on the second: what they are told, or that they are not."""


@dataclass(frozen=True)
class Unspoken:
    """A case for which nothing is to be said to any of these."""

    to: tuple[Audience, ...]
    outcome: str
    answers: Answers


def unspoken_in(guidance: Guidance, limit: int = MOST_NODES) -> tuple[Unspoken, ...]:
    """For each outcome and group of listeners the first case without a word; () for none.

    A pack without any sayings has nothing to hold to this.

    Args:
        limit: how many positions a walk may have.

    Raises:
        TooManyNodes: a walk has more.
    """
    groups = LISTENERS if guidance.sayings else ()
    return tuple(each for to in groups for each in _first_of_each(_unspoken(guidance, to, limit)))


def _unspoken(guidance: Guidance, to: Sequence[Audience], limit: int) -> Iterator[Unspoken]:
    # What is answered after the outcome only adds sayings, so it need not be looked at.
    said = _enough([each.when for each in guidance.sayings if each.to in to])
    watches = [watch_condition(guidance, "said", said)] if said.parts else []
    for node in walk(OpenWalker(guidance, watches), limit).nodes:
        if isinstance(node.end, Verdict):
            outcome = node.end.outcome.id
            known = {**node.answers, "outcome": (outcome,)}
            if not Evaluation(guidance, known).truth(said):
                yield Unspoken(tuple(to), outcome, node.answers)


def _first_of_each(found: Iterable[Unspoken]) -> Iterator[Unspoken]:
    seen: set[str] = set()
    for each in found:
        if each.outcome not in seen:
            seen.add(each.outcome)
            yield each


Lines = frozenset[Condition]
"""Conditions that must all hold."""


def _enough(conditions: Iterable[Condition]) -> Any:
    """At least one of these, without those that hold only where another does.

    What is said in every case of an outcome leaves nothing to tell apart there, so that the walk
    stays short.
    """
    ways = dict.fromkeys(way for each in conditions for way in _ways(each))
    kept = [way for way in ways if not any(_is_within(way, other, ways) for other in ways)]
    return Any(tuple(All(tuple(way)) for way in kept))


def _ways(condition: Condition) -> Iterator[Lines]:
    match condition:
        case Any(parts):
            for part in parts:
                yield from _ways(part)
        case All(parts):
            yield frozenset(parts)
        case _:
            yield frozenset({condition})


def _is_within(way: Lines, other: Lines, order: Iterable[Lines]) -> bool:
    """Whether one holds only where another does; of two that say the same, the later one."""
    if way == other or not _implies(way, other):
        return False
    ways = [*order]
    return not _implies(other, way) or ways.index(other) < ways.index(way)


def _implies(way: Set[Condition], other: Set[Condition]) -> bool:
    return all(any(_line_implies(line, wanted) for line in way) for wanted in other)


def _line_implies(line: Condition, wanted: Condition) -> bool:
    """Whether a line holds only where another does, as far as the two tell by themselves."""
    if isinstance(line, IsOneOf | HasAny) and isinstance(wanted, type(line)):
        return line.question == wanted.question and {*line.options} <= {*wanted.options}
    return line == wanted
