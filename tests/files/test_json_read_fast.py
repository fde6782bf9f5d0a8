"""JSON without fault is read fast: it must come to what the slower reading comes to."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.errors import FileError
from infoshare_cli.files.document import MAX_DEPTH, Document
from infoshare_cli.files.json_text import _Reading
from infoshare_cli.files.plain_json import read_plain_json
from infoshare_cli.files.strict_yaml import parse_json

TEXTS = st.text(alphabet=st.sampled_from('ab "\\\n\t\x07é😀\ud800'), max_size=4)
BARE = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True)
VALUES: st.SearchStrategy[Any] = st.recursive(
    TEXTS | TEXTS | BARE,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


def slowly(text: str) -> Document | None:
    """What the slower reading comes to; None where it finds a fault."""
    try:
        return _Reading("f", text).read()
    except FileError:
        return None


@given(VALUES, st.sampled_from([None, 1]))
def test_both_readings_come_to_the_same(value: object, indent: int | None) -> None:
    """The same data, the same places, and faults in the same texts."""
    text = json.dumps(value, indent=indent)
    slow, fast = slowly(text), read_plain_json(text)

    assert fast == (None if slow is None else slow.data)
    if slow is not None:
        document = parse_json(text.encode(), "f")
        assert (document.data, dict(document.places)) == (slow.data, dict(slow.places))
        assert len(document.places) == len(slow.places)


@pytest.mark.parametrize(
    "text",
    [
        '{"a": "b", "a": "b"}',
        '{"": "b"}',
        '{"a": " "}',
        '{"a": NaN}',
        '{"a": 1}',
        '{"a": "\\u0007"}',
        '{"a": "b"} x',
        "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1),
        "[" * 100_000,
    ],
)
def test_what_has_a_fault_is_left_to_the_slower_reading(text: str) -> None:
    """It says where the fault is."""
    assert read_plain_json(text) is None
    with pytest.raises(FileError):
        parse_json(text.encode(), "f")


def test_as_deep_as_may_be_is_no_fault() -> None:
    """One level less than what is refused."""
    text = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert read_plain_json(text) is not None
    assert slowly(text) is not None
