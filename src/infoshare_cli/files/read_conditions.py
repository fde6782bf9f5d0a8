"""Conditions of a pack, from YAML: a list of lines that must all hold.

Each line is one of

    immediate_danger: yes                        the answer is this one (or one of a list)
    concern: {has_any: [none, not-sure]}         also has_all, and in actions lacks
    whose_consent: [child, adult]                a choice comes to one of these
    fact: serious                                a named fact is true
    not: serious                                 it is false; it says where not-sure falls
    any: [lines]                                 at least one of these lines holds
    all: [lines]                                 all of them
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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
)
from infoshare_cli.errors import Fault
from infoshare_cli.files.strict_yaml import Data, Document, Route, nearest

_TESTS_THAT_DECIDE: Mapping[str, type[HasAny | HasAll | Lacks]] = {
    "has_any": HasAny,
    "has_all": HasAll,
}
_TESTS = {**_TESTS_THAT_DECIDE, "lacks": Lacks}


@dataclass(frozen=True)
class Words:
    """What the conditions of a pack may speak of."""

    one: Mapping[str, tuple[str, ...]]
    """Questions of one option, each with its options."""
    many: Mapping[str, tuple[str, ...]]
    """Questions of many options, each with its options."""
    facts: Mapping[str, bool]
    """Named facts, each with whether it says where not-sure falls."""
    choices: Mapping[str, tuple[str, ...]]
    """Choices, each with its values."""
    outcomes: tuple[str, ...]


@dataclass(frozen=True)
class ConditionReader:
    """Reads the conditions of one document; every fault is added to `faults`."""

    document: Document
    words: Words
    faults: list[Fault]
    after_outcome: bool = False
    """Whether lines may also speak of the outcome, and say `lacks`."""

    def read(self, data: Data, at: Route) -> Condition | None:
        """The condition at a place, or None where it has faults."""
        return self._lines(data, at, All)

    def _lines(self, data: Data, at: Route, joined: type[All | Any]) -> Condition | None:
        if not isinstance(data, list) or not data:
            found = "an empty list" if data == [] else "no list"
            self._fault(at, found, "a list of at least one line, each beginning with '- '")
            return None
        parts = [self._line(line, (*at, index)) for index, line in enumerate(data)]
        whole = tuple(part for part in parts if part is not None)
        if len(whole) < len(parts):
            return None
        return whole[0] if len(whole) == 1 else joined(whole)

    def _line(self, line: Data, at: Route) -> Condition | None:
        if not isinstance(line, dict) or len(line) != 1:
            self._fault(at, "a line of another form", "one question or word, then its test")
            return None
        [(word, test)] = line.items()
        here = (*at, word)
        match word:
            case "any" | "all":
                return self._lines(test, here, Any if word == "any" else All)
            case "fact" | "not":
                return self._named(word, test, here)
        return self._about(word, test, here)

    def _named(self, word: str, test: Data, at: Route) -> Condition | None:
        if not isinstance(test, str) or test not in self.words.facts:
            self._unknown(at, test, "a named fact", self.words.facts)
            return None
        if word == "fact":
            return Holds(test)
        if not self.words.facts[test]:
            self._fault(
                at,
                f"not {test}, a fact that does not say where not-sure falls",
                f"not_sure_counts_as: yes or no in the fact {test}",
            )
            return None
        return Fails(test)

    def _about(self, word: str, test: Data, at: Route) -> Condition | None:
        if word in self.words.many:
            return self._many(word, test, at)
        if word in self.words.one:
            options = self._options(test, at, self.words.one[word])
            return IsOneOf(word, options) if options else None
        if word in self.words.choices:
            values = self._options(test, at, self.words.choices[word])
            return Comes(word, values) if values else None
        if word == "outcome" and self.after_outcome:
            options = self._options(test, at, self.words.outcomes)
            return IsOneOf(word, options) if options else None
        known = [*self.words.one, *self.words.many, *self.words.choices]
        self._unknown(at, word, "a question, a choice, fact, not, any or all", known)
        return None

    def _many(self, word: str, test: Data, at: Route) -> Condition | None:
        tests = _TESTS if self.after_outcome else _TESTS_THAT_DECIDE
        if not isinstance(test, dict) or len(test) != 1 or not set(test) <= set(tests):
            expected = f"{{has_any: [...]}} or {{has_all: [...]}}, as {word} takes many answers"
            self._fault(at, "a test of another form", expected)
            return None
        [(name, data)] = test.items()
        options = self._options(data, (*at, name), self.words.many[word])
        return tests[name](word, options) if options else None

    def _options(self, data: Data, at: Route, known: tuple[str, ...]) -> tuple[str, ...] | None:
        items = [data] if isinstance(data, str) else data
        if not isinstance(items, list) or not items:
            self._fault(at, "an empty list or a mapping", "one of " + ", ".join(known))
            return None
        before = len(self.faults)
        for index, item in enumerate(items):
            place = at if isinstance(data, str) else (*at, index)
            if not isinstance(item, str) or item not in known:
                self._unknown(place, item, "one of " + ", ".join(known), known)
            elif item in items[:index]:
                self._fault(place, f"{item} again", "each option once")
        return tuple(map(str, items)) if len(self.faults) == before else None

    def _unknown(self, at: Route, found: Data, expected: str, known: Iterable[str]) -> None:
        word = found if isinstance(found, str) else "something that is no word"
        self.faults.append(self.document.fault(at, word, expected, nearest(word, known)))

    def _fault(self, at: Route, found: str, expected: str) -> None:
        self.faults.append(self.document.fault(at, found, expected))
