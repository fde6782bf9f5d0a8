"""Strategies for logs that no program of ours has written: sound ones, and any bytes at all."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from infoshare_cli.core.canonical import MAX_INTEGER, Value
from infoshare_cli.core.record import (
    FIELDS_OF_KIND,
    KINDS,
    Head,
    Provenance,
    Record,
    Salted,
    commitment,
    write_time,
)
from tests.conftest import numbered_id
from tests.log_damage import bytes_of, chained, short_log

_TEXTS = st.text(max_size=12) | st.sampled_from(
    ["", "\x1b[2J", "\u202e", "=1+1", "2026-02-30", "2026-11-22", "share", "keep", "a\n\nb", "\x00"]
)
VALUES: st.SearchStrategy[Value] = st.recursive(
    st.none() | st.booleans() | st.integers(0, MAX_INTEGER) | _TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXTS, inner, max_size=3),
    max_leaves=6,
)
"""What a field can hold, whether it makes sense there or not."""
_KNOWN_NAMES = sorted({name for names in FIELDS_OF_KIND.values() for name in names})
_NAMES = st.sampled_from([*_KNOWN_NAMES, "answer.consent", "answer.", "reason"]) | _TEXTS
_INSTANTS = st.datetimes(datetime(1970, 1, 1), datetime(2999, 12, 31))  # noqa: DTZ001


@st.composite
def _records(draw: st.DrawFn, number: int) -> Record:
    """A record of any kind with any values in any fields, some of them without their words."""
    kind = draw(st.sampled_from(KINDS))
    names = draw(st.lists(_NAMES, unique=True, max_size=4))
    usual = draw(st.sampled_from([(), FIELDS_OF_KIND[kind]]))
    body = {name: Salted("0" * 32, draw(VALUES)) for name in dict.fromkeys((*usual, *names))}
    head = Head(
        seq=number,
        id=numbered_id(number),
        kind=kind,
        at=write_time(draw(_INSTANTS).replace(tzinfo=UTC)),
        of=draw(st.none() | st.integers(0, number + 1).map(numbered_id)),
        tree=(),
        provenance=Provenance(*(draw(_TEXTS) for _ in range(5))),
        commitments={name: commitment(name, salted) for name, salted in body.items()},
        erased=tuple(draw(st.lists(_NAMES, max_size=2))) if kind == "redaction" else (),
    )
    return Record(head, body, "")


@st.composite
def sound_logs(draw: st.DrawFn) -> bytes:
    """A log that verifies, with records that make no sense."""
    records = [draw(_records(number)) for number in range(1, draw(st.integers(1, 4)) + 1)]
    return bytes_of(chained(records))


_LINES = bytes_of(short_log()).splitlines(keepends=True)
_ODD_LINES = st.sampled_from(
    [
        b"",
        b"\n",
        b"\x00\n",
        b"\xff\xfe\n",
        b'"\xed\xa0\x80"\n',
        b'"\\ud800"\n',
        b"[" * 100_000 + b"\n",
        b'{"a":' * 100_000 + b"\n",
        b"9" * 100_000 + b"\n",
        b"-1e999999\n",
        b"NaN\n",
        b"\xef\xbb\xbf{}\n",
        b"{}\r\n",
        b'{"body":{},"hash":"","head":null}\n',
        b'{"head":{"v":' + b"9" * 5000 + b"}}\n",
        b'"' + b"\\" * 100_001 + b'"\n',
        b'"' * 100_000 + b"\n",
    ]
)


@st.composite
def _changed_lines(draw: st.DrawFn) -> bytes:
    """A line in which one value, anywhere, is another one."""
    line = json.loads(draw(st.sampled_from(_LINES)))
    holder, key = draw(st.sampled_from(list(_places(line))))
    holder[key] = draw(VALUES | st.floats(allow_nan=False) | st.integers())
    return json.dumps(line, separators=(",", ":"), sort_keys=True).encode() + b"\n"


def _places(value: Any) -> Sequence[tuple[Any, Any]]:
    in_list = range(len(value)) if isinstance(value, list) else ()
    keys = value if isinstance(value, dict) else in_list
    below = [place for key in keys for place in _places(value[key])]
    return [*((value, key) for key in keys), *below]


@st.composite
def _cut_lines(draw: st.DrawFn) -> bytes:
    """A line with bytes taken out, and others put in."""
    line = draw(st.sampled_from(_LINES))
    start, length = draw(st.integers(0, len(line))), draw(st.integers(0, 20))
    return line[:start] + draw(st.binary(max_size=8)) + line[start + length :]


def any_logs() -> st.SearchStrategy[bytes]:
    """Bytes that may stand where a log should: lines of a log among others, or none at all."""
    lines = st.sampled_from(_LINES) | _changed_lines() | _cut_lines() | _ODD_LINES | st.binary()
    return st.lists(lines, max_size=6).map(b"".join) | sound_logs()
