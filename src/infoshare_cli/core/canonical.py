"""One byte form for each value: RFC 8785 canonical JSON, without numbers that are not counts.

A log that is hashed needs exactly one way to write a value. What can be written is strings,
arrays, objects, true, false, null and the integers from 0 to 2^53-1; anything else is
refused. `read_canonical` accepts a text only if it is its own canonical form, which shuts
out duplicate keys, other orders, spaces, escapes, 1.0, byte order marks and lone surrogates.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = "bool | int | str | Sequence[Value] | Mapping[str, Value] | None"
"""What canonical JSON can hold."""

MAX_INTEGER = 2**53 - 1
"""The largest integer that every reader of JSON gets right (RFC 8785, appendix D)."""
MAX_DEPTH = 16
"""Arrays and objects within one another; a record needs 7."""
MAX_DIGITS = 16
"""Digits in a row outside strings; 2^53-1 has 16."""
MAX_BYTES = 1024 * 1024
"""The longest text that is read, without its line feed."""

_quote = json.JSONEncoder(ensure_ascii=False).encode
# A string that never ends is taken to the end of the text: looking for its end again from
# each quote in it would take quadratic time.
_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
_NUMBER_TOO_LONG = re.compile(rb"[0-9]{%d}" % (MAX_DIGITS + 1))
_NOT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))


def write_canonical(value: Value) -> bytes:
    """The canonical form of a value, as UTF-8.

    Raises ValueError where the value has none. The message holds nothing of the value.
    """
    try:
        return _written(value, MAX_DEPTH).encode("utf-8")
    except UnicodeEncodeError:
        raise ValueError("half of a character pair has no canonical form") from None


def read_canonical(text: bytes) -> Value:
    """The value that a canonical text stands for.

    Raises ValueError where the text is over a limit, or is not its own canonical form.
    """
    _keep_limits(text)
    try:
        value: Value = json.loads(text.decode("utf-8"))
        same = write_canonical(value) == text
    except ValueError as error:
        raise ValueError("not canonical JSON") from error
    if not same:
        raise ValueError("not canonical JSON")
    return value


def _written(value: Value, depth_left: int) -> str:
    if isinstance(value, str):
        return _quote(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return _written_integer(value)
    if depth_left == 0:
        raise ValueError(f"deeper than {MAX_DEPTH} levels")
    if isinstance(value, Mapping):
        return _written_object(value, depth_left - 1)
    if isinstance(value, list | tuple):
        return "[" + ",".join(_written(each, depth_left - 1) for each in value) + "]"
    raise ValueError(f"{type(value).__name__} has no canonical form")


def _written_integer(value: int) -> str:
    if 0 <= value <= MAX_INTEGER:
        return str(value)
    raise ValueError("an integer outside 0 to 2^53-1 has no canonical form")


def _written_object(value: Mapping[str, Value], depth_left: int) -> str:
    # RFC 8785, 3.2.3: keys in the order of their UTF-16 code units.
    keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
    return "{" + ",".join(f"{_quote(key)}:{_written(value[key], depth_left)}" for key in keys) + "}"


def _keep_limits(text: bytes) -> None:
    """Refuse, before anything is parsed, what could exhaust the parser."""
    if len(text) > MAX_BYTES:
        raise ValueError("longer than 1 MiB")
    bare = _STRING.sub(b"", text)
    if _NUMBER_TOO_LONG.search(bare):
        raise ValueError(f"a number of more than {MAX_DIGITS} digits")
    depth = 0
    for bracket in bare.translate(None, _NOT_BRACKETS):
        depth += 1 if bracket in b"[{" else -1
        if depth > MAX_DEPTH:
            raise ValueError(f"deeper than {MAX_DEPTH} levels")
