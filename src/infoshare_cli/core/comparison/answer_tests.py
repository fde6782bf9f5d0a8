"""Sets of answers to one question as something that can be said of the answer.

A set of classes of answers is told by the shortest test that the conditions of the packs
can tell: has any of these, has none, has all, has not all; or two or three of them together.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import combinations
from operator import or_
from typing import Literal

from infoshare_cli.core.cases.classes import AnswerClass, seen_of
from infoshare_cli.core.comparison.case_graph import Classes
from infoshare_cli.core.conditions import HasAll, Leaf
from infoshare_cli.core.guidance import Question

MOST_NAMED = 3
"""Options that are named one by one where a test is about all that may stand together."""

TestKind = Literal["any", "none", "all", "not-all", "asked"]

MOST_JOINED = 3
"""Groups of options that are said in one breath; more would not be followed."""
MOST_SETS = 3_000
"""Sets of classes for which a wording is looked for; a question with more has fewer to choose."""


@dataclass(frozen=True, slots=True)
class AnswerTest:
    """What is said of the answer to a question: which of these options it has."""

    question: str
    kind: TestKind
    """'asked' says no more than that the question is asked."""
    options: tuple[str, ...] = ()


Tests = tuple[AnswerTest, ...]
"""All of them hold."""
_Priced = tuple[int, Tests]
"""How long the words are, about, and the tests."""


def is_whole_list(question: Question, options: Sequence[str]) -> bool:
    """Whether these are all options that may stand together, and too many to name."""
    beside = {option.id for option in question.options if option.id not in question.alone}
    return question.kind == "many" and len(beside) > MOST_NAMED and beside == set(options)


class AnswerTests:
    """The sets of answers to one question that can be said."""

    def __init__(
        self, question: Question, leaves: Sequence[Leaf], classes: Sequence[AnswerClass]
    ) -> None:
        self._question = question
        self._leaves = leaves
        self._classes = classes
        self._order = {option.id: place for place, option in enumerate(question.options)}
        self._every = (1 << len(classes)) - 1

    def widest(self, must: Classes, useful: Mapping[int, int], free: Classes) -> Classes:
        """The set to say, out of those that have `must` and nothing but `useful` and `free`.

        The one with most wanted cases, and of these the one with the fewest words.
        """
        may = reduce(or_, (1 << place for place in useful), must | free)
        whole = may & ~free
        if self._question.kind == "one":
            short = len(self._options(whole)) <= len(self._options(self._every & ~may))
            return whole if short else may
        fits = [each for each in self._sayable if not must & ~each and not each & ~may]
        return min(fits, key=lambda each: (-_gain(each, useful), self._sayable[each][0], each))

    def said(self, classes: Classes) -> Tests:
        """The shortest test that says this set, one that `widest` gave."""
        if classes == self._every:
            return (AnswerTest(self._question.id, "asked"),)
        if self._question.kind == "one":
            return (self._said_of_one(classes),)
        return self._sayable[classes][1]

    def _said_of_one(self, classes: Classes) -> AnswerTest:
        options = self._options(classes)
        others = self._options(self._every & ~classes)
        if len(options) <= len(others) + 1:
            return AnswerTest(self._question.id, "any", options)
        return AnswerTest(self._question.id, "none", others)

    def _options(self, classes: Classes) -> tuple[str, ...]:
        """The options of a question of one option that are in some classes."""
        places = {
            seen_of(self._leaves, each.answer): place for place, each in enumerate(self._classes)
        }
        return tuple(
            option.id
            for option in self._question.options
            if classes >> places[seen_of(self._leaves, (option.id,))] & 1
        )

    @cached_property
    def _sayable(self) -> Mapping[Classes, _Priced]:
        """Every set that can be said in few words, and each class by itself."""
        single = _cheapest(self._simple_tests())
        found = {**single, self._every: (0, ())}
        for _ in range(MOST_JOINED - 1):
            if len(found) * len(single) > MOST_SETS * 10:
                break
            found = _cheapest([*found.items(), *_joined(found, single)])
        for place in range(len(self._classes)):
            found.setdefault(1 << place, self._alone(place))
        return {classes: priced for classes, priced in found.items() if classes}

    def _simple_tests(self) -> Iterable[tuple[Classes, _Priced]]:
        groups = [*self._alone_options(), *self._told_options()]
        for count in range(1, MOST_JOINED + 1):
            for some in combinations(groups, count):
                options = self._in_order({option for group in some for option in group})
                yield from self._both_sides("any", "none", options)
        for leaf in self._leaves:
            if isinstance(leaf, HasAll) and len(leaf.options) > 1:
                yield from self._both_sides("all", "not-all", self._in_order(leaf.options))

    def _both_sides(
        self, holds: TestKind, fails: TestKind, options: tuple[str, ...]
    ) -> Iterable[tuple[Classes, _Priced]]:
        enough = all if holds == "all" else any
        classes = 0
        for place, each in enumerate(self._classes):
            if enough(option in each.answer for option in options):
                classes |= 1 << place
        words = 2 if is_whole_list(self._question, options) else len(options) + 1
        yield classes, (words, (AnswerTest(self._question.id, holds, options),))
        # What is not so takes a moment longer to follow.
        yield self._every & ~classes, (words + 1, (AnswerTest(self._question.id, fails, options),))

    def _told_options(self) -> list[tuple[str, ...]]:
        """Groups of options of which "any of these" is the same for all answers of a class."""
        told = (leaf.options for leaf in self._leaves if not isinstance(leaf, HasAll))
        single = (leaf.options for leaf in self._leaves if len(leaf.options) == 1)
        return list(dict.fromkeys((*told, *single)))

    def _alone_options(self) -> list[tuple[str, ...]]:
        """Options that stand alone, and are a class of their own."""
        whole = {each.answer for each in self._classes if each.size == 1}
        return [(option,) for option in self._question.alone if (option,) in whole]

    def _alone(self, place: int) -> _Priced:
        """All that is told of one class; no more than that says it."""
        answer = self._classes[place].answer
        tests = []
        for leaf in self._leaves:
            enough = all if isinstance(leaf, HasAll) else any
            holds = enough(option in answer for option in leaf.options)
            kinds: tuple[TestKind, TestKind] = ("any", "none")
            if isinstance(leaf, HasAll):
                kinds = ("all", "not-all")
            kind = kinds[0] if holds else kinds[1]
            tests.append(AnswerTest(self._question.id, kind, self._in_order(leaf.options)))
        return sum(len(test.options) + 1 for test in tests), tuple(dict.fromkeys(tests))

    def _in_order(self, options: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(options, key=lambda option: self._order.get(option, 0)))


def _gain(classes: Classes, useful: Mapping[int, int]) -> int:
    return sum(cases for place, cases in useful.items() if classes >> place & 1)


def _cheapest(found: Iterable[tuple[Classes, _Priced]]) -> dict[Classes, _Priced]:
    cheapest: dict[Classes, _Priced] = {}
    for classes, priced in found:
        if classes not in cheapest or priced[0] < cheapest[classes][0]:
            cheapest[classes] = priced
    return cheapest


def _joined(
    found: Mapping[Classes, _Priced], single: Mapping[Classes, _Priced]
) -> Iterable[tuple[Classes, _Priced]]:
    for classes, (words, tests) in found.items():
        for more, (more_words, more_tests) in single.items():
            if classes & more not in (classes, more):
                yield classes & more, (words + more_words + 1, (*tests, *more_tests))
