"""Plain data into frozen dataclasses where it fits them exactly; what does not fit is a misfit.

It takes no more than `shapes` takes with pydantic, and makes the same of it. It is quick, and has
no words for what is wrong: `shapes` finds those, and only where there is something wrong.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

T = TypeVar("T")

_Reader = Callable[[Any], Any]


class Misfit(Exception):
    """The data are not of the shape, or the shape is one that is not read here."""


def read_shape(shape: type[T], data: object) -> T:
    """The data as a value of the shape; parts that are such values already stay as they are.

    Raises:
        Misfit: they do not fit.
    """
    value: T = _reader(shape)(data)
    return value


_READERS: dict[Any, _Reader] = {}


def _reader(shape: Any) -> _Reader:
    """What reads data of one shape; made once."""
    if shape not in _READERS:
        _READERS[shape] = _made_reader(shape)
    return _READERS[shape]


def _made_reader(shape: Any) -> _Reader:
    if is_dataclass(shape):
        return _dataclass_reader(shape)
    if shape in {str, date}:
        return _text if shape is str else _day
    make = _MAKERS.get(get_origin(shape))
    return make(get_args(shape)) if make else _never


def _text(data: Any) -> str:
    if type(data) is not str:
        raise Misfit
    return data


def _day(data: Any) -> date:
    try:
        day = date.fromisoformat(_text(data))
    except ValueError:
        raise Misfit from None
    # Python reads further spellings of a day than the one that is expected here.
    if day.isoformat() != data:
        raise Misfit
    return day


def _never(_: Any) -> Any:
    raise Misfit


def _word_reader(words: tuple[Any, ...]) -> _Reader:
    def read(data: Any) -> Any:
        if _text(data) not in words:
            raise Misfit
        return data

    return read


def _tuple_reader(kinds: tuple[Any, ...]) -> _Reader:
    inner, *more = kinds
    if more != [...]:
        return _never
    inner = _reader(inner)

    def read(data: Any) -> tuple[Any, ...]:
        if not isinstance(data, list | tuple):
            raise Misfit
        return tuple(map(inner, data))

    return read


def _mapping_reader(kinds: tuple[Any, ...]) -> _Reader:
    key, value = map(_reader, kinds)

    def read(data: Any) -> dict[str, Any]:
        if type(data) is not dict:
            raise Misfit
        return {key(name): value(part) for name, part in data.items()}

    return read


def _union_reader(kinds: tuple[Any, ...]) -> _Reader:
    """One kind of data, or none; or one of several dataclasses, which are values already."""
    some = tuple(kind for kind in kinds if kind is not type(None))
    if len(some) == 1:
        # None itself stands for what was left out, and is never written.
        return _reader(some[0])
    if not all(map(is_dataclass, some)):
        return _never

    def read(data: Any) -> Any:
        if not isinstance(data, some):
            raise Misfit
        return data

    return read


_MAKERS: Mapping[Any, Callable[[tuple[Any, ...]], _Reader]] = {
    Literal: _word_reader,
    tuple: _tuple_reader,
    Mapping: _mapping_reader,
    Union: _union_reader,
    UnionType: _union_reader,
}
"""What a shape is made with -> what makes a reader of its parts."""


def _dataclass_reader(shape: Any) -> _Reader:
    readers: dict[str, _Reader] = {each.name: _reader(each.type) for each in fields(shape)}
    needed = {each.name for each in fields(shape) if _is_needed(each)}

    def read(data: Any) -> Any:
        if isinstance(data, shape):
            return data
        if type(data) is not dict or not needed <= data.keys() <= readers.keys():
            raise Misfit
        return shape(**{name: readers[name](value) for name, value in data.items()})

    return read


def _is_needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING
