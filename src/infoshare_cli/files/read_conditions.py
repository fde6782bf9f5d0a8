"""Conditions of a pack, from YAML: a list of lines that must all hold.

Each line is one of

    immediate_danger: yes                        the answer is this one (or one of a list)
    concern: {has_any: [none, not-sure]}         also has_all, and in actions lacks
    whose_consent: [child, adult]                a choice comes to one of these
    outcome: [emergency]                         in actions and the record only
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
from infoshare_cli.core.proof.properties import RESULTS
from infoshare_cli.errors import Fault
from infoshare_cli.files.document import Data, Document, Route, describe, nearest, one_of

RESERVED = ("fact", "not", "any", "all", *RESULTS)
"""What no question and no choice may be called."""

_TESTS_THAT_DECIDE: Mapping[str, type[HasAny | HasAll | Lacks]] = {
    "has_any": HasAny,
    "has_all": HasAll,
}
_TESTS = {**_TESTS_THAT_DECIDE, "lacks": Lacks}
_LINES = "a list of at least one line, each beginning with '- '"
_LINE = "one question, choice, fact, not, any or all, a colon, and its test"


@dataclass(frozen=True)
class Words:
    """What the conditions of a pack may speak of.

    Where a list of words is empty, what declares them has a fault, which is told there; then
    nothing is called unknown for its sake.
    """

    one: Mapping[str, tuple[str, ...]]
    """Questions of one option, each with its options."""
    many: Mapping[str, tuple[str, ...]]
    """Questions of many options, each with its options."""
    unclear: tuple[str, ...]
    """Questions that do not say which of the two they are."""
    facts: Mapping[str, bool]
    """Named facts, each with whether it says where not-sure falls."""
    choices: Mapping[str, tuple[str, ...]]
    """Choices, each with its values."""
    outcomes: tuple[str, ...]


NO_WORDS = Words({}, {}, (), {}, {}, ())


@dataclass(frozen=True)
class ConditionReader:
    """Reads the conditions of one document; every fault is added to `faults`."""

    document: Document
    words: Words
    faults: list[Fault]
    after_outcome: bool = False
    """Whether lines may also speak of the outcome, and say `lacks`."""

    def read(self, data: Data, at: Route, joined: type[All | Any] = All) -> Condition | None:
        """The condition at a place, or None where it, or what it speaks of, has faults.

        Args:
            joined: whether all of its lines must hold, or any.
        """
        return self._lines(data, at, joined)

    def _lines(self, data: Data, at: Route, joined: type[All | Any]) -> Condition | None:
        if not isinstance(data, list) or not data:
            self._fault(at, describe(data), _LINES)
            return None
        parts = [self._line(line, (*at, index)) for index, line in enumerate(data)]
        whole = tuple(part for part in parts if part is not None)
        if len(whole) < len(parts):
            return None
        return whole[0] if len(whole) == 1 else joined(whole)

    def _line(self, line: Data, at: Route) -> Condition | None:
        if not isinstance(line, dict) or not line:
            self._fault(at, describe(line), _LINE)
            return None
        if len(line) > 1:
            self._fault(
                at, f"{len(line)} tests in one line", "each on a line that begins with '- '"
            )
            return None
        [(word, test)] = line.items()
        here = (*at, word)
        match word:
            case "any" | "all":
                return self._lines(test, here, Any if word == "any" else All)
            case "fact" | "not":
                return self._named(word, test, here)
            case "outcome":
                return self._outcome(test, here)
        return self._about(word, test, here)

    def _named(self, word: str, test: Data, at: Route) -> Condition | None:
        facts = self.words.facts
        if not isinstance(test, str) or (facts and test not in facts):
            self._unknown(at, test, "a named fact: " + ", ".join(facts), facts)
            return None
        if word == "fact":
            return Holds(test)
        if not facts.get(test, True):
            found = f"not {test}, a fact that does not say where not-sure falls"
            self._fault(at, found, f"not_sure_counts_as: yes or no in the fact {test}")
            return None
        return Fails(test)

    def _outcome(self, test: Data, at: Route) -> Condition | None:
        if not self.after_outcome:
            self._fault(
                at, "'outcome'", "a line that speaks of the case, as there is no outcome yet"
            )
            return None
        options = self._options(test, at, self.words.outcomes)
        return IsOneOf("outcome", options) if options else None

    def _about(self, word: str, test: Data, at: Route) -> Condition | None:
        if word in self.words.many:
            return self._many(word, test, at)
        if word in self.words.one:
            options = self._options(test, at, self.words.one[word])
            return IsOneOf(word, options) if options else None
        if word in self.words.choices:
            values = self._options(test, at, self.words.choices[word])
            return Comes(word, values) if values else None
        self._unknown_subject(word, at)
        return None

    def _unknown_subject(self, word: str, at: Route) -> None:
        questions = (*self.words.one, *self.words.many, *self.words.unclear)
        if word in self.words.unclear or not questions or not self.words.choices:
            return
        if word in self.words.facts:
            self._fault(at, f"'{word}', which is a fact", f"fact: {word}")
            return
        known = [*questions, *self.words.choices, *RESERVED]
        self._unknown(at, word, "a question, a choice, fact, not, any or all", known)

    def _many(self, word: str, test: Data, at: Route) -> Condition | None:
        tests = _TESTS if self.after_outcome else _TESTS_THAT_DECIDE
        expected = (
            f"{' or '.join(f'{{{name}: [...]}}' for name in tests)}, as {word} takes many answers"
        )
        if not isinstance(test, dict) or len(test) != 1:
            self._fault(at, describe(test), expected)
            return None
        [(name, data)] = test.items()
        if name not in tests:
            self._unknown((*at, name), name, expected, tests)
            return None
        options = self._options(data, (*at, name), self.words.many[word])
        return tests[name](word, options) if options else None

    def _options(self, data: Data, at: Route, known: tuple[str, ...]) -> tuple[str, ...] | None:
        items = [data] if isinstance(data, str) else data
        if not isinstance(items, list) or not items:
            self._fault(at, describe(data), one_of(known) if known else "one or more words")
            return None
        before = len(self.faults)
        seen: set[str] = set()
        for index, item in enumerate(items):
            place = at if isinstance(data, str) else (*at, index)
            if not isinstance(item, str) or (known and item not in known):
                self._unknown(place, item, one_of(known), known)
            elif item in seen:
                self._fault(place, f"'{item}' again", "each of them once")
            else:
                seen.add(item)
        return tuple(map(str, items)) if len(self.faults) == before else None

    def _unknown(self, at: Route, found: Data, expected: str, known: Iterable[str]) -> None:
        hint = nearest(found, known) if isinstance(found, str) else None
        self.faults.append(self.document.fault(at, describe(found), expected, hint))

    def _fault(self, at: Route, found: str, expected: str) -> None:
        self.faults.append(self.document.fault(at, found, expected))
