"""From what was read to frozen dataclasses of core; every fault of shape has a place.

What fits is read by `plain_shapes`. Only what does not is handed to pydantic, which is slow to
import, and which can say what is wrong with it.
"""

import re
from collections.abc import Collection, Iterator
from typing import Any, TypeVar

from infoshare_cli.errors import Fault
from infoshare_cli.files.document import (
    Data,
    Document,
    Route,
    describe,
    nearest,
    one_of,
)
from infoshare_cli.files.plain_shapes import Misfit, read_shape

T = TypeVar("T")

_MISSING = "nothing"
_EXPECTED = {
    "string_type": "text",
    "tuple_type": "a list",
    "dict_type": "keys with values",
    "mapping_type": "keys with values",
    "dataclass_type": "keys with values",
    "date_type": "a date as YYYY-MM-DD",
    "date_parsing": "a date as YYYY-MM-DD",
    "date_from_datetime_parsing": "a date as YYYY-MM-DD",
    "date_from_datetime_inexact": "a date as YYYY-MM-DD",
}


def try_build(
    shape: type[T], document: Document, at: Route, faults: list[Fault], data: object = None
) -> T | None:
    """The part of a document at a route, as frozen dataclasses of the given shape.

    Where it has not that shape it adds every fault (unknown keys, missing ones, wrong kinds) to
    `faults` and gives None, so that a reader can go on.

    `data` stands in for the document's own part, for a reader that has read some of it; keys
    that it has and the document does not are the reader's own, and never called known.
    """
    written = _part(document.data, at)
    if data is None and written is None:
        faults.append(document.fault(at, _MISSING, f"the key {at[-1]}"))
        return None
    given = written if data is None else data
    try:
        return read_shape(shape, given)
    except Misfit:
        return _judged(shape, given, document, at, faults)


def _judged(
    shape: type[T], given: object, document: Document, at: Route, faults: list[Fault]
) -> T | None:
    """What pydantic makes of data that did not fit at once; it knows what is wrong with them."""
    from pydantic import ValidationError

    try:
        built: T = _adapter(shape).validate_python(given)
        return built
    except ValidationError as error:
        own = _keys(given) - _keys(_part(document.data, at))
        details = [dict(detail) for detail in error.errors(include_url=False)]
        found = [_shape_fault(document, at, detail, shape, own) for detail in details]
        faults.extend(_without_doubles(found))
        return None


_ADAPTERS: dict[object, Any] = {}


def _adapter(shape: type[T]) -> Any:
    from pydantic import TypeAdapter

    if shape not in _ADAPTERS:
        _ADAPTERS[shape] = TypeAdapter(shape)
    return _ADAPTERS[shape]


def _part(data: Data, at: Route) -> Data | None:
    """What stands at a route, or None."""
    part: Any = data
    for step in at:
        if isinstance(part, str):
            return None
        try:
            part = part[step]
        except (KeyError, IndexError, TypeError):
            return None
    return part  # type: ignore[no-any-return]


def _keys(data: object) -> set[str]:
    return set(data) if isinstance(data, dict) else set()


def _shape_fault(
    document: Document, at: Route, detail: dict[str, Any], shape: object, own: Collection[str]
) -> Fault:
    loc, kind, value = detail["loc"], detail["type"], detail["input"]
    route = (*at, *loc)
    if kind in {"missing", "missing_argument"}:
        return document.fault(route, _MISSING, f"the key {loc[-1]}")
    if kind in {"unexpected_keyword_argument", "extra_forbidden"}:
        known = [key for key in _keys_of(shape, loc[:-1]) if len(loc) > 1 or key not in own]
        hint = nearest(loc[-1], known)
        return document.fault(route, f"the unknown key {loc[-1]}", one_of(known), hint)
    if kind == "literal_error":
        words = re.findall(r"'([^']*)'", detail["ctx"]["expected"])
        hint = nearest(value, words) if isinstance(value, str) else None
        return document.fault(route, describe(value), one_of(words), hint)
    return document.fault(route, describe(value), _EXPECTED.get(kind, detail["msg"].lower()))


def _without_doubles(faults: list[Fault]) -> Iterator[Fault]:
    """The faults without the missing keys that stand there under another name."""
    for fault in faults:
        parent, _, key = fault.path.rpartition(".")
        if fault.found != _MISSING or not any(
            each.suggestion == key and each.path.rpartition(".")[0] == parent for each in faults
        ):
            yield fault


def _keys_of(shape: Any, loc: Route) -> list[str]:
    """The keys that the dataclass at `loc` inside `shape` takes."""
    from dataclasses import fields, is_dataclass
    from typing import get_args, get_type_hints

    for step in loc:
        arguments = [part for part in get_args(shape) if part not in {type(None), ...}]
        if isinstance(step, int):
            shape = arguments[0]
        else:
            shape = get_type_hints(shape)[step] if is_dataclass(shape) else arguments[-1]
    inner = [part for part in (shape, *get_args(shape)) if is_dataclass(part)]
    return [item.name for item in fields(inner[0])]
