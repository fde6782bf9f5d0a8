"""Canonical JSON as the log's format says it, step by step: what the quick way is tried against."""

import json
import re
from collections.abc import Mapping

from infoshare_cli.core.canonical import MAX_BYTES, MAX_DEPTH, MAX_DIGITS, MAX_INTEGER, Value

_quote = json.JSONEncoder(ensure_ascii=False).encode
_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
_NUMBER_TOO_LONG = re.compile(rb"[0-9]{%d}" % (MAX_DIGITS + 1))


def write_plainly(value: Value) -> bytes:
    """The canonical form of a value; raises ValueError where it has none."""
    try:
        return _written(value, MAX_DEPTH).encode("utf-8")
    except UnicodeEncodeError:
        raise ValueError("half of a character pair has no canonical form") from None


def read_plainly(text: bytes) -> Value:
    """The value that a canonical text stands for; raises ValueError where it is not one."""
    _keep_limits(text)
    try:
        value: Value = json.loads(text.decode("utf-8"))
        same = write_plainly(value) == text
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
    if not all(isinstance(name, str) for name in value):
        raise ValueError("a name that is not text has no canonical form")
    names = sorted(value, key=lambda name: name.encode("utf-16-be"))
    items = (f"{_quote(name)}:{_written(value[name], depth_left)}" for name in names)
    return "{" + ",".join(items) + "}"


def _keep_limits(text: bytes) -> None:
    if len(text) > MAX_BYTES:
        raise ValueError("longer than 1 MiB")
    bare = _STRING.sub(b"", text)
    if _NUMBER_TOO_LONG.search(bare):
        raise ValueError(f"a number of more than {MAX_DIGITS} digits")
    depth = 0
    for byte in bare:
        depth += (byte in b"[{") - (byte in b"]}")
        if depth > MAX_DEPTH:
            raise ValueError(f"deeper than {MAX_DEPTH} levels")
