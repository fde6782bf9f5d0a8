"""Values that a command takes as they were typed, or that were left out, at no cost.

Typer has pydantic turn each value into its type, the None of an option that was not given too,
and imports pydantic for that: a third of the time until the first question. A text that is to be
a text, and a path of which nothing is asked, need none of it. Any other value goes Typer's way.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

_NO_CHECKS = {
    "exists": False,
    "file_okay": True,
    "dir_okay": True,
    "readable": False,
    "writable": False,
    "resolve_path": False,
    "path_type": None,
}
"""What an option says of a path that may be any, there or not."""


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


_NOT_PLAIN = object()


def _taken(parameter: Any, value: Any) -> Any:
    """What Typer would make of a plain value; _NOT_PLAIN of any other."""
    if value is None:
        many = parameter.multiple or parameter.nargs != 1
        return _NOT_PLAIN if parameter.required or many else None
    # Where Typer no longer tells what is wanted, it is asked for everything.
    wanted = getattr(parameter, "type_descriptor", None)
    kind, asked = getattr(wanted, "annotation", None), vars(getattr(wanted, "parameter_info", None))
    if asked.get("parser") is not None or not _is_typed(value):
        return _NOT_PLAIN
    if kind == list[str] and isinstance(value, tuple):
        return list(value)
    if isinstance(value, tuple):
        return _NOT_PLAIN
    if kind is str:
        return value
    return Path(value) if kind is Path and _asks_nothing(asked) else _NOT_PLAIN


def _is_typed(value: Any) -> bool:
    """Whether a value is one word of the command line, or several."""
    return all(type(each) is str for each in (value if isinstance(value, tuple) else (value,)))


def _asks_nothing(asked: Mapping[str, Any]) -> bool:
    return all(asked.get(name, not plain) == plain for name, plain in _NO_CHECKS.items())
