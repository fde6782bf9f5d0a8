"""Canonical JSON: the one byte form of a value."""

from collections.abc import Callable
from enum import IntEnum
from types import MappingProxyType
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.canonical import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_INTEGER,
    Value,
    read_canonical,
    rewrite_canonical,
    write_canonical,
)
from tests.core.plain_canonical import read_plainly, write_plainly


def depth(value: Value) -> int:
    """How many arrays and objects stand within one another."""
    if isinstance(value, list):
        return 1 + max(map(depth, value), default=0)
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    return 0


texts = st.text() | st.text("a\ue000\uffff\U00010000\U0001f600", max_size=3)
values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(0, MAX_INTEGER) | texts,
    lambda inner: st.lists(inner) | st.dictionaries(texts, inner),
    max_leaves=20,
).filter(lambda value: depth(value) <= MAX_DEPTH)


def nested(levels: int) -> Value:
    """An array within an array, so many levels deep."""
    value: Value = "x"
    for _ in range(levels):
        value = [value]
    return value


@given(values)
def test_what_is_written_is_what_another_implementation_of_rfc_8785_writes(value: Value) -> None:
    """The form is RFC 8785, as the `rfc8785` package has it."""
    assert write_canonical(value) == rfc8785.dumps(value)


class Number(IntEnum):
    """Integers with names."""

    ONE = 1
    TWO = 2


anything: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.binary() | texts
    | st.text(st.characters(categories=["Cs"])) | st.sampled_from(Number),
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.sets(st.integers())
    | st.dictionaries(texts, inner) | st.dictionaries(texts, inner).map(MappingProxyType)
    | st.dictionaries(texts | st.integers() | st.booleans() | st.none(), inner),
    max_leaves=20,
)  # fmt: skip
"""Values of Python, most of them with a canonical form, and some with none."""


def outcome(of: Callable[[Any], Any], given: Any) -> object:
    """What a function makes of something; of two faults, either may be why it refuses it."""
    try:
        return of(given)
    except ValueError:
        return "refused"


@given(anything)
def test_whatever_is_to_be_written_comes_out_as_plain_steps_have_it(value: Any) -> None:
    """The quick way, by the encoder of Python, changes no byte and refuses no less."""
    assert outcome(write_canonical, value) == outcome(write_plainly, value)


@given(values)
def test_what_was_checked_is_written_the_same_without_another_check(value: Value) -> None:
    """To write it again is only quicker."""
    assert rewrite_canonical(value) == write_plainly(value)


@st.composite
def almost_canonical(draw: st.DrawFn) -> bytes:
    """A canonical text with something put in the place of a few of its bytes."""
    text = write_plainly(draw(values))
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + 3)))
    pieces = (b'"', b"\\", b"[", b"]", b"{", b"}", b",", b":", b"1.0", b"-", b" ", b"\xf0", b"\n")
    return text[:start] + draw(st.sampled_from(pieces) | st.binary(max_size=3)) + text[end:]


@given(almost_canonical() | st.binary())
def test_whatever_is_read_is_read_as_plain_steps_have_it(text: bytes) -> None:
    """Both take it for the same value, or both refuse it."""
    assert outcome(read_canonical, text) == outcome(read_plainly, text)


@pytest.mark.parametrize("brackets", [MAX_DEPTH, MAX_DEPTH + 1])
@pytest.mark.parametrize("text", [r"", r"\"", "\\\\", r"\\\"[", "[{", '","', '"],["'])
def test_the_depth_is_that_outside_strings(brackets: int, text: str) -> None:
    """However the quotes and backslashes in a text may fall."""
    line = b"[" * brackets + b'"' + text.encode() + b'"' + b"]" * brackets
    assert outcome(read_canonical, line) == outcome(read_plainly, line)


@given(values)
def test_what_was_written_reads_back_as_the_same_value(value: Value) -> None:
    """Nothing is lost or changed on the way to bytes and back."""
    assert read_canonical(write_canonical(value)) == value


def test_keys_come_in_the_order_of_their_utf_16_code_units() -> None:
    """The example of RFC 8785, 3.2.3, in which the order of code points would be another."""
    keys = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]
    written = write_canonical(dict.fromkeys(keys)).decode()
    assert written == (
        '{"\\r":null,"1":null,"\u0080":null,"\u00f6":null,'
        '"\u20ac":null,"\U0001f600":null,"\ufb33":null}'
    )


def test_tuples_are_arrays() -> None:
    """Frozen values of the program are written as they are."""
    assert write_canonical(("a", ("b",))) == b'["a",["b"]]'


@pytest.mark.parametrize(
    "value",
    [
        1.0,
        float("nan"),
        -1,
        MAX_INTEGER + 1,
        "\ud800",
        {"\udfff": "x"},
        b"bytes",
        {"a", "b"},
        {1: "a"},
        object(),
        nested(MAX_DEPTH + 1),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_without_a_canonical_form_is_refused(value: Any) -> None:
    """What another reader could take for something else is never written."""
    with pytest.raises(ValueError, match=r"canonical form|levels"):
        write_canonical(value)


def test_a_refusal_holds_nothing_of_the_value() -> None:
    """An error can be shown or logged without giving a case away."""
    with pytest.raises(ValueError, match="half of a character pair") as refusal:
        write_canonical({"reason": "a secret \ud800"})
    assert "secret" not in str(refusal.value)
    assert refusal.value.__suppress_context__


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b'{"a":1}\r',
        b' {"a":1}',
        b'{"a": 1}',
        b'{"b":1,"a":2}',
        b'{"a":1,"a":1}',
        b'{"a":1}{"a":1}',
        b"\xef\xbb\xbf{}",
        b"\xff\xfe{\x00}\x00",
        b"1.0",
        b"1e3",
        b"-0",
        b"-1",
        b"01",
        b"NaN",
        b"Infinity",
        b"True",
        b"9007199254740992",
        b'"\\u0041"',
        b'"\\/"',
        b'"\\u000A"',
        b'"\\u001B"',
        b'"\\ud800"',
        b'"\xed\xa0\x80"',
        b'"\xff"',
        b'"a',
        b"'a'",
        b"[1,]",
        b'"a\tb"',
    ],
    ids=repr,
)
def test_a_text_that_is_not_its_own_canonical_form_is_refused(text: bytes) -> None:
    """One value, one text: no other spelling of it is read."""
    with pytest.raises(ValueError, match=r"^not canonical JSON$"):
        read_canonical(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"[" * 17 + b"]" * 17, "deeper than 16 levels"),
        (b'{"a":' * 100_000, "deeper than 16 levels"),
        (b"[" * 100_000 + b'"', "deeper than 16 levels"),
        (b"[12345678901234567]", "more than 16 digits"),
        (b"9" * 10_000, "more than 16 digits"),
        (b'"' + b"x" * (MAX_BYTES - 1) + b'"', "longer than 1 MiB"),
        (b'"' + b'\\"' * 500_000, "not canonical JSON"),
    ],
    ids=["depth", "depth-open", "depth-before-string", "digits", "many-digits", "bytes", "quotes"],
)
def test_limits_are_kept_before_anything_is_parsed(text: bytes, why: str) -> None:
    """A text made to exhaust the parser never reaches it."""
    with pytest.raises(ValueError, match=why):
        read_canonical(text)


@pytest.mark.parametrize(
    "text",
    [
        b"[" * 16 + b"]" * 16,
        b'["[[[[[[[[[[[[[[[[[[[[","12345678901234567890","\\"[[[[[[[[[[[[[[[[[[[["]',
        b"9007199254740991",
        b'"' + b"x" * (MAX_BYTES - 2) + b'"',
        b'"\\\\"',
    ],
    ids=["depth", "in-strings", "digits", "bytes", "backslash"],
)
def test_what_is_just_within_the_limits_is_read(text: bytes) -> None:
    """A limit refuses nothing that is allowed; what stands in a string does not count."""
    assert write_canonical(read_canonical(text)) == text
