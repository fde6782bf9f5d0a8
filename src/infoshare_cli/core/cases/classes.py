"""Classes of answers: what no condition tells apart is one class.

A question of many options has 2^n answers, but the decision sees few differences between
them; classes are built option by option from what it sees, never from the answers.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

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
from infoshare_cli.core.evaluation import leaf_truth
from infoshare_cli.core.guidance import Guidance, Question

Seen = tuple[bool, ...]
"""What is told from an answer: the truth of each leaf that looks at it."""


def seen_of(leaves: Iterable[Leaf], answer: tuple[str, ...]) -> Seen:
    """What these leaves tell from an answer."""
    return tuple(leaf_truth(leaf, answer) for leaf in leaves)


@dataclass(frozen=True, slots=True)
class AnswerClass:
    """The answers to one question that no condition tells apart."""

    answer: tuple[str, ...]
    """One that stands for all of them, with as few options as any."""
    size: int
    """How many answers there are in it, exactly."""


def decision_conditions(guidance: Guidance) -> Iterator[Condition]:
    """Every condition that bears on the outcome, or on whose consent counts."""
    for rule in guidance.rules:
        yield rule.when
    for fact in guidance.facts:
        yield fact.when
    for choice in guidance.choices:
        for row in choice.rules:
            yield row.when


def leaves_of(conditions: Iterable[Condition]) -> Mapping[str, tuple[Leaf, ...]]:
    """For each question, what is told from its answer.

    Named facts and choices are not looked into: their own conditions stand beside the others.
    """
    found: dict[str, dict[Leaf, None]] = {}
    for condition in conditions:
        for leaf in _leaves(condition):
            found.setdefault(leaf.question, {})[leaf] = None
    return {question: tuple(leaves) for question, leaves in found.items()}


def _leaves(condition: Condition) -> Iterator[Leaf]:
    match condition:
        case All(parts) | Any(parts):
            for part in parts:
                yield from _leaves(part)
        case Holds() | Fails() | Comes():
            return
        case _:
            yield condition


def classes_of(question: Question, leaves: tuple[Leaf, ...]) -> tuple[AnswerClass, ...]:
    """One class for each way in which an answer to a question can be seen."""
    if question.kind == "one":
        beside: Mapping[Seen, AnswerClass] = {}
        single = [option.id for option in question.options]
    else:
        beside, single = _sets_of_options(question, leaves), list(question.alone)
    found = dict(beside)
    for option in single:
        seen = seen_of(leaves, (option,))
        found[seen] = _joined(found.get(seen), AnswerClass((option,), 1))
    return tuple(found.values())


def _sets_of_options(question: Question, leaves: tuple[Leaf, ...]) -> dict[Seen, AnswerClass]:
    """The answers of one or more options that may stand together.

    Options that stand in the same leaves are alike: only none, some or all of them differ. One
    such group after another is added, and what is seen alike so far is one.
    """
    none_yet = tuple(_holds_so_far(leaf, question) for leaf in leaves)
    reached = {(False, none_yet): AnswerClass((), 1)}
    for group, stands_in in _alike(question, leaves):
        following: dict[tuple[bool, Seen], AnswerClass] = {}
        for (chosen, so_far), before in reached.items():
            for part in _parts(group):
                seen = tuple(
                    truth if not inside else _with(leaf, truth, part, group)
                    for leaf, truth, inside in zip(leaves, so_far, stands_in, strict=True)
                )
                here = (chosen or bool(part.answer), seen)
                both = AnswerClass(before.answer + part.answer, before.size * part.size)
                following[here] = _joined(following.get(here), both)
        reached = following
    order = {option.id: place for place, option in enumerate(question.options)}
    return {
        tuple(
            not truth if isinstance(leaf, Lacks) else truth
            for leaf, truth in zip(leaves, seen, strict=True)
        ): AnswerClass(tuple(sorted(found.answer, key=order.__getitem__)), found.size)
        for (chosen, seen), found in reached.items()
        if chosen
    }


def _holds_so_far(leaf: Leaf, question: Question) -> bool:
    """What a leaf has found before any option; an option that stands alone has none beside it."""
    return isinstance(leaf, HasAll) and not set(leaf.options) & set(question.alone)


def _alike(question: Question, leaves: tuple[Leaf, ...]) -> list[tuple[tuple[str, ...], Seen]]:
    """The options that may stand together, by the leaves that they stand in."""
    groups: dict[Seen, tuple[str, ...]] = {}
    for option in question.options:
        if option.id not in question.alone:
            stands_in = tuple(option.id in leaf.options for leaf in leaves)
            groups[stands_in] = (*groups.get(stands_in, ()), option.id)
    return [(group, stands_in) for stands_in, group in groups.items()]


def _parts(group: tuple[str, ...]) -> Iterator[AnswerClass]:
    """None, some and all of a group of options that are alike."""
    yield AnswerClass((), 1)
    if len(group) > 1:
        yield AnswerClass(group[:1], 2 ** len(group) - 2)
    yield AnswerClass(group, 1)


def _with(leaf: Leaf, so_far: bool, part: AnswerClass, group: tuple[str, ...]) -> bool:
    """Whether a leaf has found what it looks for, once a part of a group in it is chosen."""
    if isinstance(leaf, HasAll):
        return so_far and part.answer == group
    return so_far or bool(part.answer)


def _joined(one: AnswerClass | None, other: AnswerClass) -> AnswerClass:
    if one is None:
        return other
    fewer = other.answer if len(other.answer) < len(one.answer) else one.answer
    return AnswerClass(fewer, one.size + other.size)
