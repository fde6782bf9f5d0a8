"""One byte form for each value: RFC 8785 canonical JSON, without numbers that are not counts.

A log that is hashed needs exactly one way to write a value. What can be written is strings,
arrays, objects, true, false, null and the integers from 0 to 2^53-1; anything else is
refused. `read_canonical` accepts a text only if it is its own canonical form, which shuts
out duplicate keys, other orders, spaces, escapes, 1.0, byte order marks and lone surrogates.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Never, TypeAlias

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

_ESCAPE = re.compile(rb"\\.", re.DOTALL)
_NOT_STRUCTURE = bytes(set(range(256)) - set(b'[]{}"'))
_BEYOND_U_FFFF = (b"\xf0", b"\xf1", b"\xf2", b"\xf3", b"\xf4")
"""The bytes of UTF-8 that such a character can begin with."""
_FROM_U_E000 = (b"\xee", b"\xef")
"""The bytes of UTF-8 that a character from there to U+FFFF can begin with."""


def write_canonical(value: Value) -> bytes:
    """The canonical form of a value, as UTF-8.

    Raises ValueError where the value has none. The message holds nothing of the value.
    """
    check_canonical(value)
    return rewrite_canonical(value)


def check_canonical(value: Value, depth_left: int = MAX_DEPTH) -> None:
    """Refuse what has no canonical form but could be written all the same; raises ValueError."""
    if value is None or isinstance(value, str):
        return
    # True and False are integers to Python, and small ones.
    if isinstance(value, int):
        _check_integer(value)
    elif depth_left == 0:
        raise ValueError(f"deeper than {MAX_DEPTH} levels")
    else:
        for each in _items(value):
            # Texts are most of what there is, and not worth a call.
            if not isinstance(each, str):
                check_canonical(each, depth_left - 1)


def rewrite_canonical(value: Value) -> bytes:
    """The canonical form of a value that was checked, or read, before; quicker than writing.

    Raises ValueError where it holds half of a character pair, which only writing shows.
    """
    # Half of a record's fields are empty.
    if value is None:
        return b"null"
    # The encoder sorts by code points. RFC 8785, 3.2.3, sorts by UTF-16 code units, in which a
    # character beyond U+FFFF comes before those from U+E000 on: all else is in the same order.
    try:
        text = _encode(value).encode("utf-8")
    except UnicodeEncodeError:
        raise ValueError("half of a character pair has no canonical form") from None
    if text.isascii() or not (_holds_any(text, _BEYOND_U_FFFF) and _holds_any(text, _FROM_U_E000)):
        return text
    return _encode_as_ordered(_in_order(value)).encode("utf-8")


def read_canonical(text: bytes) -> Value:
    """The value that a canonical text stands for.

    Raises ValueError where the text is over a limit, or is not its own canonical form.
    """
    keep_limits(text)
    try:
        value: Value = _parse(text.decode("utf-8"))
        same = rewrite_canonical(value) == text
    except _TooManyDigits:
        raise
    except ValueError as error:
        raise ValueError("not canonical JSON") from error
    if not same:
        raise ValueError("not canonical JSON")
    return value


def keep_limits(text: bytes) -> None:
    """Refuse, before anything is parsed, what could exhaust the parser; raises ValueError."""
    if len(text) > MAX_BYTES:
        raise ValueError("longer than 1 MiB")
    # Without escapes, each quote begins a string or ends one; two in a row change nothing.
    structure = _ESCAPE.sub(b"", text).translate(None, _NOT_STRUCTURE).replace(b'""', b"")
    depth = 0
    for bracket in b"".join(structure.split(b'"')[::2]):
        depth += 1 if bracket in b"[{" else -1
        if depth > MAX_DEPTH:
            raise ValueError(f"deeper than {MAX_DEPTH} levels")


def _check_integer(value: int) -> None:
    if not 0 <= value <= MAX_INTEGER:
        raise ValueError("an integer outside 0 to 2^53-1 has no canonical form")


def _items(value: Value) -> Iterable[Value]:
    if isinstance(value, list | tuple):
        return value
    if not isinstance(value, dict | Mapping):
        raise ValueError(f"{type(value).__name__} has no canonical form")
    for name in value:
        if not isinstance(name, str):
            raise ValueError("a name that is not text has no canonical form")
    return value.values()


def _holds_any(text: bytes, firsts: Sequence[bytes]) -> bool:
    return any(first in text for first in firsts)


def _in_order(value: Value) -> Value:
    """The value with the names in its objects in the order of their UTF-16 code units."""
    if isinstance(value, dict | Mapping):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return {name: _in_order(value[name]) for name in names}
    if isinstance(value, list | tuple):
        return [_in_order(each) for each in value]
    return value


class _TooManyDigits(ValueError):
    """A number so long that reading it could exhaust the reader."""


def _read_integer(digits: str) -> int:
    if len(digits) > MAX_DIGITS:
        raise _TooManyDigits(f"a number of more than {MAX_DIGITS} digits")
    value = int(digits)
    _check_integer(value)
    return value


def _refuse(_: str) -> Never:
    raise ValueError("a number that is not a count")


_encode = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, sort_keys=True, separators=(",", ":"), default=dict
).encode
_encode_as_ordered = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, separators=(",", ":")
).encode
_parse = json.JSONDecoder(
    parse_int=_read_integer, parse_float=_refuse, parse_constant=_refuse
).decode
