"""Values that a command takes as they were typed, or that were left out, at no cost.

Typer has pydantic turn each value into its type, the None of an option that was not given too,
and imports pydantic for that: a third of the time until the first question. A text that is to be
a text, and a path of which nothing is asked, need none of it. Any other value goes Typer's way.
"""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

_ANY_TEXT: Mapping[str, object] = {"parser": None}
"""What an option says that takes any text."""
_ANY_PATH: Mapping[str, object] = {
    **_ANY_TEXT,
    "exists": False,
    "file_okay": True,
    "dir_okay": True,
    "readable": False,
    "writable": False,
    "resolve_path": False,
    "path_type": None,
}
"""What an option says that takes any path, there or not."""
_ANY_WORD: Mapping[str, object] = {**_ANY_TEXT, "case_sensitive": True}
"""What an option says that takes one of some words, as they are written."""
_NOT_PLAIN = object()


def take_plainly(parameter: Any) -> Any:
    """The parameter of a command, which takes a plain value without having it converted."""
    if "process_value" not in vars(parameter):
        convert = parameter.process_value

        def process_value(ctx: Any, value: Any) -> Any:
            taken = _taken(parameter, value)
            if taken is _NOT_PLAIN:
                return convert(ctx, value)
            return parameter.callback(ctx, parameter, taken) if parameter.callback else taken

        parameter.process_value = process_value
    return parameter


def _taken(parameter: Any, value: Any) -> Any:
    """What Typer would make of a plain value; _NOT_PLAIN of any other."""
    if value is None:
        return _NOT_PLAIN if parameter.required else None
    # A Typer that no longer tells what is wanted is asked for all of it.
    wanted = getattr(parameter, "type_descriptor", None)
    kind, option = getattr(wanted, "annotation", None), getattr(wanted, "parameter_info", None)
    if kind is Path and isinstance(value, Path):
        # Nobody typed it: it is what we put there for a value that is left out.
        return value
    if kind == list[str] and isinstance(value, list | tuple) and {*map(type, value)} == {str}:
        return list(value) if _says(option, _ANY_TEXT) else _NOT_PLAIN
    if isinstance(kind, type) and issubclass(kind, StrEnum) and value in [*kind]:
        return kind(value) if _says(option, _ANY_WORD) else _NOT_PLAIN
    if kind not in {str, Path} or type(value) is not str:
        return _NOT_PLAIN
    return kind(value) if _says(option, _ANY_PATH if kind is Path else _ANY_TEXT) else _NOT_PLAIN


def _says(option: object, expected: Mapping[str, object]) -> bool:
    said: Mapping[str, object] = vars(option) if option else {}
    return all(name in said and said[name] == expected[name] for name in expected)
