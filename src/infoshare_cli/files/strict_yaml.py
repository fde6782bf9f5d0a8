"""Strict reading of YAML and JSON: every scalar is its text, and every fault has a place.

What could mean two things is refused: duplicate keys, anchors, aliases, tags, merge
keys, several documents, empty values. `yes` stays the text yes and 01582 the text 01582.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import yaml

from infoshare_cli.errors import Fault, FileError

MAX_BYTES = 1024 * 1024
"""A file larger than 1 MiB is refused; a pack's largest is about a tenth of it."""
MAX_DEPTH = 32
"""Deeper nesting is refused; a pack needs about ten."""

Data = dict[str, "Data"] | list["Data"] | str
Route = tuple[str | int, ...]
Place = tuple[int, int]
T = TypeVar("T")

_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Document:
    """What a file holds, and where each part of it stands."""

    file: str
    """The file as the person named it; '-' for standard input."""
    data: Data
    places: Mapping[Route, Place]
    """Route in `data` -> line and column, both from 1."""

    def fault(self, at: Route, found: str, expected: str, suggestion: str | None = None) -> Fault:
        """A fault at a place of this document, or at the nearest place around it."""
        near = at
        while near not in self.places and near:
            near = near[:-1]
        line, column = self.places.get(near, (None, None))
        return Fault(self.file, found, expected, line, column, spell_route(at), suggestion)


def spell_route(route: Route) -> str:
    """`('questions', 2, 'options')` as a person reads it: questions[2].options."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in route)
    return "".join(parts).removeprefix(".")


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The one word that is near enough to be meant, or None."""
    folded = {known.casefold(): known for known in words}
    if word.casefold() in folded:
        return folded[word.casefold()]
    close = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else None


def read_yaml(path: Path) -> Document:
    """The YAML file at `path`.

    Raises:
        FileError: it is not there, cannot be read, or has faults; all of them at once.
    """
    return parse_yaml(read_bytes(path), str(path))


def read_bytes(path: Path) -> bytes:
    """The file's bytes, one more than may be at most, so that a larger one is noticed.

    Raises:
        FileError: it is not there, is a folder, or cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise _file_error(Fault(str(path), reason.lower(), "a file that can be read")) from error
    except ValueError as error:  # a NUL in the name
        raise _file_error(Fault(repr(str(path)), "a name no file can have", "a file")) from error


def parse_yaml(content: bytes, file: str) -> Document:
    """The YAML document that `content` holds.

    Raises:
        FileError: with every fault.
    """
    return _Reading(file).read(_decode(content, file))


def parse_json(content: bytes, file: str) -> Document:
    """The JSON document that `content` holds, its values as text; true, 1 and null are faults.

    Raises:
        FileError: with every fault.
    """
    text = _decode(content, file)
    faults: list[Fault] = []
    try:
        data = json.loads(text, object_pairs_hook=_pairs_once(file, faults))
    except json.JSONDecodeError as error:
        fault = Fault(file, error.msg.lower(), "well-formed JSON", error.lineno, error.colno)
        raise _file_error(fault) from error
    except RecursionError as error:
        raise _file_error(_too_deep(file)) from error
    document = Document(file, data, _places_in_json(text, file))
    faults.extend(_json_faults(document, data, ()))
    if faults:
        raise FileError(_summary(file, faults), faults)
    return document


def build(shape: type[T], document: Document, at: Route = ()) -> T:
    """The part of a document at a route, as frozen dataclasses of the given shape.

    Raises:
        FileError: with every fault of shape: unknown keys, missing ones, wrong kinds.
    """
    faults: list[Fault] = []
    value = try_build(shape, document, at, faults)
    if value is None:
        raise FileError(_summary(document.file, faults), faults)
    return value


def try_build(
    shape: type[T], document: Document, at: Route, faults: list[Fault], data: object = None
) -> T | None:
    """As `build`, but adds to `faults` and gives None, so that a reader can go on.

    `data` stands in for the document's own part, for a reader that has read some of it.
    """
    from pydantic import ValidationError

    part = _part(document.data, at) if data is None else data
    try:
        built: T = _adapter(shape).validate_python(part)
        return built
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            faults.append(_shape_fault(document, at, dict(detail), shape))
        return None


_ADAPTERS: dict[object, Any] = {}


def _adapter(shape: type[T]) -> Any:
    from pydantic import TypeAdapter

    if shape not in _ADAPTERS:
        _ADAPTERS[shape] = TypeAdapter(shape)
    return _ADAPTERS[shape]


def _part(data: Data, at: Route) -> Any:
    part: Any = data
    for step in at:
        part = part[step]
    return part


def _shape_fault(document: Document, at: Route, detail: dict[str, Any], shape: object) -> Fault:
    route = (*at, *detail["loc"])
    found, value = "", detail["input"]
    kind = detail["type"]
    if kind in {"missing", "missing_argument"}:
        return document.fault(route, "nothing", f"the key {detail['loc'][-1]}")
    if kind in {"unexpected_keyword_argument", "extra_forbidden"}:
        key = str(detail["loc"][-1])
        known = _keys_of(shape, detail["loc"][:-1])
        expected = "one of " + ", ".join(known) if known else "only the keys of this shape"
        return document.fault(route, f"the unknown key {key}", expected, nearest(key, known))
    if kind == "literal_error":
        words = re.findall(r"'([^']*)'", detail["ctx"]["expected"])
        found = f"'{value}'" if isinstance(value, str) else _kind_of(value)
        hint = nearest(value, words) if isinstance(value, str) else None
        return document.fault(route, found, "one of " + ", ".join(words), hint)
    return document.fault(route, _kind_of(value), _EXPECTED.get(kind, detail["msg"].lower()))


_EXPECTED = {
    "string_type": "text",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping of keys to values",
    "mapping_type": "a mapping of keys to values",
    "dataclass_type": "a mapping of keys to values",
}


def _keys_of(shape: object, loc: tuple[str | int, ...]) -> list[str]:
    """The keys that the dataclass at `loc` inside `shape` takes."""
    from dataclasses import fields, is_dataclass
    from typing import get_args, get_type_hints

    for step in loc:
        if isinstance(step, int):
            shape = next(iter(get_args(shape)), shape)
        elif is_dataclass(shape):
            shape = get_type_hints(shape)[step]
    while not is_dataclass(shape) and get_args(shape):
        shape = get_args(shape)[0]
    return [item.name for item in fields(shape)] if is_dataclass(shape) else []


def _kind_of(value: object) -> str:
    match value:
        case str():
            return f"the text '{value}'" if len(value) < 40 else "a text"
        case dict():
            return "a mapping"
        case list() | tuple():
            return "a list"
        case None:
            return "nothing"
    return f"{json.dumps(value, default=str)}"


def _file_error(fault: Fault) -> FileError:
    return FileError(_summary(fault.file, [fault]), [fault])


def _summary(file: str, faults: list[Fault]) -> str:
    name = "standard input" if file == "-" else file
    count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
    return f"{name} cannot be used: {count}."


def _too_deep(file: str, place: Place = (1, 1)) -> Fault:
    return Fault(file, f"more than {MAX_DEPTH} levels", "a flatter structure", *place)


def _decode(content: bytes, file: str) -> str:
    if len(content) > MAX_BYTES:
        raise _file_error(Fault(file, "more than 1 MiB", "a file of at most 1 MiB"))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
        fault = Fault(file, "bytes that are not UTF-8", "text saved as UTF-8", line, column)
        raise _file_error(fault) from error
    if "\0" in text:
        before = text.partition("\0")[0]
        line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
        raise _file_error(Fault(file, "a NUL character", "text without it", line, column))
    return text


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
            data = self._document(self._events(text))
        except _Stop:
            pass
        except yaml.MarkedYAMLError as error:
            self._note_syntax(error)
        except yaml.YAMLError as error:
            self._note((1, 1), (), str(error).splitlines()[0], "well-formed YAML")
        if self.faults:
            raise FileError(_summary(self.file, self.faults), self.faults)
        return Document(self.file, data, self.places)

    def _events(self, text: str) -> Iterator[Any]:
        parser = _Parser(text)
        try:
            while parser.check_event():
                yield parser.get_event()
        finally:
            parser.dispose()

    def _document(self, events: Iterator[Any]) -> Data:
        data: Data | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if data is not None:
                    self._note(_place(event), (), "a second document", "one document a file")
                    raise _Stop
                data = self._node(next(events), events, ())
        if data is None:
            self._note((1, 1), (), "nothing", "a mapping of keys to values, or a list")
            raise _Stop
        return data

    def _node(self, event: Any, events: Iterator[Any], at: Route) -> Data:
        self.places.setdefault(at, _place(event))
        self._refuse_references(event, at)
        if len(at) > MAX_DEPTH:
            self.faults.append(_too_deep(self.file, _place(event)))
            raise _Stop
        match event:
            case yaml.MappingStartEvent():
                return self._mapping(events, at)
            case yaml.SequenceStartEvent():
                return self._sequence(events, at)
            case yaml.ScalarEvent():
                return self._scalar(event, at)
        return ""

    def _scalar(self, event: Any, at: Route) -> str:
        value: str = event.value
        if not value.strip():
            self._note(_place(event), at, "an empty value", "text, or the key left out")
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
        self._refuse_references(event, at)
        if not isinstance(event, yaml.ScalarEvent):
            self._note(_place(event), at, "a key that is no text", "a word as the key")
            raise _Stop
        key: str = event.value
        if event.style is None and key == "<<":
            self._note(_place(event), at, "a merge key", "each value written out")
        if key in values:
            line = self.places[(*at, key)][0]
            first = f"the key {key} once (it is first on line {line})"
            self._note(_place(event), (*at, key), f"the key {key} again", first)
        return key

    def _refuse_references(self, event: Any, at: Route) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._note(_place(event), at, f"an alias, *{event.anchor}", "the value written out")
        elif event.anchor is not None:
            self._note(_place(event), at, f"an anchor, &{event.anchor}", "the value alone")
        if getattr(event, "tag", None) is not None:
            self._note(_place(event), at, f"a tag, {event.tag}", "the value alone")

    def _note_syntax(self, error: yaml.MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        parts = [part for part in (error.context, error.problem) if part]
        self._note(place, (), ": ".join(parts), "well-formed YAML")

    def _note(self, place: Place, at: Route, found: str, expected: str) -> None:
        self.faults.append(Fault(self.file, found, expected, *place, spell_route(at)))


def _place(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _pairs_once(file: str, faults: list[Fault]) -> Any:
    """A hook for the JSON reader that notices a key that comes twice in one object."""

    def hook(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        seen: dict[str, Any] = {}
        for key, value in pairs:
            if key in seen:
                faults.append(Fault(file, f"the key {key} again", f"the key {key} once"))
            seen[key] = value
        return seen

    return hook


_LONE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")


def _places_in_json(text: str, file: str) -> Mapping[Route, Place]:
    """Places of JSON values, read as YAML, of which JSON is nearly a part.

    The few files that are JSON but no YAML (tabs for indentation) give no places.
    """
    reading = _Reading(file)
    try:
        # YAML knows no surrogate pairs; blanks of the same length keep the columns.
        reading.read(_LONE.sub(r"\\u0020\\u0020", text))
    except FileError:
        return reading.places
    return reading.places


def _json_faults(document: Document, value: Any, at: Route) -> Iterator[Fault]:
    if len(at) > MAX_DEPTH:
        yield _too_deep(document.file)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _json_faults(document, item, (*at, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _json_faults(document, item, (*at, index))
    elif not isinstance(value, str):
        hint = {True: "yes", False: "no"}.get(value) if isinstance(value, bool) else None
        expected = f'text in quotation marks, such as "{hint or "yes"}"'
        yield document.fault(at, json.dumps(value), expected, hint)
    elif not value.strip():
        yield document.fault(at, "an empty value", "text, or the key left out")
    elif any("\ud800" <= letter <= "\udfff" for letter in value):
        yield document.fault(at, "half of a character", "whole characters")
