"""Strict reading of YAML: what could mean two things is refused, and every fault has a place.

Refused are duplicate keys, anchors, aliases, tags, merge keys, several documents and empty
values. `yes` stays the text yes, and 01582 the text 01582. No fault repeats a value.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

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
from infoshare_cli.files.yaml_syntax import describe_syntax

_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_WRITTEN_OUT = "the value written out, or quotation marks around the text"


def parse_yaml(content: bytes, file: str) -> Document:
    """The YAML document that `content` holds.

    Raises:
        FileError: with every fault, up to MAX_FAULTS; after one of syntax nothing is read.
    """
    return _Reading(file).read(decode_text(content, file))


class _Stop(Exception):
    """Nothing after this point of the file can be read sensibly."""


@dataclass
class _Reading:
    """One pass over the events of a YAML file, collecting data, places and faults."""

    file: str
    faults: list[Fault] = field(default_factory=list)
    places: dict[Route, Place] = field(default_factory=dict)

    def read(self, text: str) -> Document:
        data: Data = ""
        try:
            data = self._document(_events(text))
        except _Stop:
            pass
        except yaml.MarkedYAMLError as error:
            place, found, expected = describe_syntax(error)
            self.faults.append(Fault(self.file, found, expected, *place))
        if self.faults:
            message = f"{name_of(self.file)} cannot be used: {count_of(self.faults)}."
            raise FileError(message, self.faults)
        return Document(self.file, data, self.places)

    def _document(self, events: Iterator[Any]) -> Data:
        data: Data | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if data is not None:
                    self._note(_place(event), (), "a second document", "one document a file")
                    raise _Stop
                data = self._node(next(events), events, ())
        if data is None:
            self._note((1, 1), (), "nothing", "keys with values, or a list")
            raise _Stop
        return data

    def _node(self, event: Any, events: Iterator[Any], at: Route) -> Data:
        self.places.setdefault(at, _place(event))
        self._refuse_references(event, at)
        match event:
            case yaml.MappingStartEvent():
                self._refuse_depth(event, at)
                return self._mapping(events, at)
            case yaml.SequenceStartEvent():
                self._refuse_depth(event, at)
                return self._sequence(events, at)
            case yaml.ScalarEvent():
                return self._scalar(event, at)
        return ""

    def _scalar(self, event: Any, at: Route) -> str:
        value: str = event.value
        wrong = why_no_text(value)
        if wrong:
            self._note(self.places[at], at, *wrong)
        return value

    def _sequence(self, events: Iterator[Any], at: Route) -> Data:
        items: list[Data] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, events, (*at, len(items))))
        return items

    def _mapping(self, events: Iterator[Any], at: Route) -> Data:
        values: dict[str, Data] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, at, values)
            self.places[(*at, key)] = _place(event)
            values[key] = self._node(next(events), events, (*at, key))
        return values

    def _key(self, event: Any, at: Route, values: dict[str, Data]) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._note(_place(event), at, "a key that is no text", "a word as the key")
            raise _Stop
        self._refuse_references(event, at)
        key: str = event.value
        wrong = why_no_text(key)
        if wrong:
            self._note(_place(event), at, wrong[0].replace("value", "key"), "a word as the key")
        if not event.style and key == "<<":
            self._note(_place(event), at, "a merge key", "each value written out")
        if key in values:
            found = f"the same key as on line {self.places[(*at, key)][0]}"
            self._note(_place(event), (*at, key), found, "each key once")
        return key

    def _refuse_references(self, event: Any, at: Route) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._note(_place(event), at, "an alias, a word that begins with *", _WRITTEN_OUT)
        elif event.anchor is not None:
            self._note(_place(event), at, "an anchor, a word that begins with &", _WRITTEN_OUT)
        if getattr(event, "tag", None) is not None:
            self._note(_place(event), at, "a tag, a word that begins with !", _WRITTEN_OUT)

    def _refuse_depth(self, event: Any, at: Route) -> None:
        if len(at) >= MAX_DEPTH:
            self._note(_place(event), at, f"more than {MAX_DEPTH} levels", "fewer levels")
            raise _Stop

    def _note(self, place: Place, at: Route, found: str, expected: str) -> None:
        self.faults.append(Fault(self.file, found, expected, *place, spell_route(at)))
        if len(self.faults) == MAX_FAULTS:
            raise _Stop


def _events(text: str) -> Iterator[Any]:
    parser = _Parser(text)
    try:
        while parser.check_event():
            yield parser.get_event()
    finally:
        parser.dispose()


def _place(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1
