"""Strict reading of JSON: every value is a text, a list or an object, and every fault has a place.

No fault repeats a value: a number may be somebody's case number.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from infoshare_cli.errors import Fault, FileError
from infoshare_cli.files.document import (
    MAX_DEPTH,
    MAX_FAULTS,
    Data,
    Document,
    Place,
    Route,
    count_of,
    name_of,
    spell_route,
    why_no_text,
)
from infoshare_cli.files.file_text import decode_text
from infoshare_cli.files.plain_json import read_plain_json

# A string that never ends is taken to the end of the text, so that none is looked at twice.
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[\]{},:]|[^\s\[\]{},:"]++', re.DOTALL)

_SYNTAX = (
    ("trailing comma", "a comma behind the last value", "no comma before the closing bracket"),
    (
        "double quotes",
        "no key where one is due",
        'a key as "word": before its value, and no comma behind the last one',
    ),
    ("':' delimiter", "no colon after a key", 'a key as "word": before its value'),
    ("',' delimiter", "no comma between two values", "a comma, or the closing bracket"),
    ("Unterminated", "a quotation mark that is not closed", 'a " at the end of the text too'),
    (
        "control character",
        "a line end or a tab within a text",
        r'a closing ", or \n or \t in its place',
    ),
    ("escape", "a backslash that means nothing here", r"\\ for a backslash"),
    ("Extra data", "something behind the end", "one object, from { to }"),
)
_WORDS = {"true": "yes", "false": "no"}


def parse_json(content: bytes, file: str) -> Document:
    """The JSON document that `content` holds, its values as text; true, 1 and null are faults.

    Raises:
        FileError: with every fault, up to MAX_FAULTS; after one of syntax nothing is read.
    """
    text = decode_text(content, file)
    data = read_plain_json(text)
    if data is not None:
        return Document(file, data, _Places(file, text))
    try:
        # No number is ever computed, however many digits it has.
        json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise FileError(
            f"{name_of(file)} cannot be used: 1 fault.", [_syntax(file, error)]
        ) from error
    except RecursionError:
        # The reading below stops long before that depth, and says where.
        pass
    return _Reading(file, text).read()


class _Places(Mapping[Route, Place]):
    """Where each part of a text without fault stands; worked out once somebody asks."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._text = text

    @cached_property
    def _places(self) -> Mapping[Route, Place]:
        return _Reading(self._file, self._text).read().places

    def __getitem__(self, at: Route) -> Place:
        return self._places[at]

    def __iter__(self) -> Iterator[Route]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _syntax(file: str, error: json.JSONDecodeError) -> Fault:
    for pattern, found, expected in _SYNTAX:
        if re.search(pattern, error.msg):
            return Fault(file, found, expected, error.lineno, error.colno)
    return Fault(
        file, "no value where one is due", 'a text in "quotation marks"', error.lineno, error.colno
    )


class _Stop(Exception):
    """Nothing after this point of the file needs to be read."""


@dataclass
class _Reading:
    """One pass over the tokens of a text that is JSON, collecting data, places and faults."""

    file: str
    text: str
    faults: list[Fault] = field(default_factory=list)
    places: dict[Route, Place] = field(default_factory=dict)

    def __post_init__(self) -> None:
        lines = self.text.split("\n")
        self._line_starts = [0, *accumulate(len(line) + 1 for line in lines)]

    def read(self) -> Document:
        data: Data = ""
        tokens = _TOKEN.finditer(self.text)
        with suppress(_Stop):
            data = self._value(next(tokens), tokens, ())
        if self.faults:
            message = f"{name_of(self.file)} cannot be used: {count_of(self.faults)}."
            raise FileError(message, self.faults)
        return Document(self.file, data, self.places)

    def _value(self, token: re.Match[str], tokens: Iterator[re.Match[str]], at: Route) -> Data:
        self.places.setdefault(at, self._place(token))
        if token[0] in "{[" and len(at) >= MAX_DEPTH:
            self._note(self._place(token), at, f"more than {MAX_DEPTH} levels", "fewer levels")
            raise _Stop
        match token[0][0]:
            case "{":
                return self._object(tokens, at)
            case "[":
                return self._array(tokens, at)
            case '"':
                return self._string(token, at)
        self._refuse_bare(token, at)
        return ""

    def _object(self, tokens: Iterator[re.Match[str]], at: Route) -> Data:
        values: dict[str, Data] = {}
        for token in tokens:
            if token[0] == "}":
                break
            if token[0] == ",":
                continue
            key = self._key(token, at, values)
            next(tokens)  # the colon
            values[key] = self._value(next(tokens), tokens, (*at, key))
        return values

    def _array(self, tokens: Iterator[re.Match[str]], at: Route) -> Data:
        items: list[Data] = []
        for token in tokens:
            if token[0] == "]":
                break
            if token[0] != ",":
                items.append(self._value(token, tokens, (*at, len(items))))
        return items

    def _key(self, token: re.Match[str], at: Route, values: dict[str, Data]) -> str:
        key: str = json.loads(token[0])
        wrong = why_no_text(key)
        if wrong:
            found = wrong[0].replace("value", "key")
            self._note(self._place(token), at, found, "a word as the key")
        if key in values:
            found = f"the same key as on line {self.places[(*at, key)][0]}"
            self._note(self._place(token), (*at, key), found, "each key once")
        self.places[(*at, key)] = self._place(token)
        return key

    def _string(self, token: re.Match[str], at: Route) -> str:
        value: str = json.loads(token[0])
        wrong = why_no_text(value)
        if wrong:
            self._note(self.places[at], at, *wrong)
        return value

    def _refuse_bare(self, token: re.Match[str], at: Route) -> None:
        word = token[0]
        if word == "null":
            self._note(self.places[at], at, "null", "text, or this part left out")
            return
        hint = _WORDS.get(word)
        found = word if hint else "a number"
        expected = f'text in quotation marks, such as "{hint or "12"}"'
        self._note(self.places[at], at, found, expected, hint)

    def _note(
        self, place: Place, at: Route, found: str, expected: str, suggestion: str | None = None
    ) -> None:
        route = spell_route(at)
        self.faults.append(Fault(self.file, found, expected, *place, route, suggestion))
        if len(self.faults) == MAX_FAULTS:
            raise _Stop

    def _place(self, token: re.Match[str]) -> Place:
        line = bisect_right(self._line_starts, token.start())
        return line, token.start() - self._line_starts[line - 1] + 1
