"""A short log with every kind of record, what can be done to it, and what both verifiers find.

The records have few fields and short values, so that each byte of the log can be changed in
turn. The format allows that: which fields a kind has is for writers to keep.
"""

import copy
import importlib.util
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

from infoshare_cli.core.anchor import read_anchor, write_anchor
from infoshare_cli.core.canonical import Value
from infoshare_cli.core.record import (
    KINDS,
    Head,
    Place,
    Provenance,
    Record,
    Salted,
    commitment,
)
from infoshare_cli.core.verify import Verification
from tests.conftest import numbered_id

SCRIPT = Path(__file__).parents[1] / "docs" / "verify_log.py"
_MADE_WITH = Provenance("p", "1", "d", "c", "e")
_FIELDS: Mapping[str, Mapping[str, Value]] = {
    "decision": {"case_ref": "T-1", "reason": 'caf\u00e9 \\ "\n'},
    "abandoned": {"asked": ["a", "b"], "answer.a": []},
    "amendment": {"change": "correction"},
    "follow-up": {"details": "\U0001f600"},
    "review": {"reason": ""},
    "hold": {"authority": None},
    "release": {"reason": [1, True, {"\ufb33": 0, "b": False}], "role": "R"},
    "redaction": {"reason": "error"},
}
ERASED = 8
"""The record of the short log that lacks a field, with the redaction after it."""


def load_script() -> ModuleType:
    """docs/verify_log.py as a module."""
    spec = importlib.util.spec_from_file_location("verify_log_of_damage", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


script = load_script()


def short_log() -> list[Record]:
    """Ten records, each kind among them.

    1 and 2 are decisions, 3 was abandoned, 4 to 6 are about 1, 7 holds 3, 8 releases it and
    has lost its role, 9 is the redaction that says so, and 10 is one more decision.
    """
    log = whole_log()
    return [*log[: ERASED - 1], without(log[ERASED - 1], "role"), *log[ERASED:]]


def whole_log() -> list[Record]:
    """The same, with the words that were erased."""
    first, third = numbered_id(1), numbered_id(3)
    told: list[tuple[str, str | None]] = [
        ("decision", None),
        ("decision", first),
        ("abandoned", None),
        ("amendment", first),
        ("follow-up", first),
        ("review", first),
        ("hold", third),
        ("release", third),
        ("redaction", numbered_id(ERASED)),
        ("decision", None),
    ]
    assert {kind for kind, _ in told} == set(KINDS)
    unplaced = [_short_record(seq, kind, of) for seq, (kind, of) in enumerate(told, start=1)]
    return chained(unplaced)


def _short_record(seq: int, kind: str, of: str | None) -> Record:
    body = {
        name: Salted(f"{seq:02x}{number:02x}" * 8, value)
        for number, (name, value) in enumerate(_FIELDS[kind].items())
    }
    head = Head(
        seq=seq,
        id=numbered_id(seq),
        kind=kind,
        at=f"2026-11-22T12:00:{seq:02d}.123Z",
        of=of,
        tree=(),
        provenance=_MADE_WITH,
        commitments={name: commitment(name, salted) for name, salted in body.items()},
        erased=("role",) if kind == "redaction" else (),
    )
    return Record(head, body, "")


def chained(records: Sequence[Record], start: int = 1) -> list[Record]:
    """The records from number `start` on with numbers, trees and hashes that fit what they follow.

    Those before it stay as they are.
    """
    place, log = Place(), []
    for number, record in enumerate(records, start=1):
        anew = rehashed(record, seq=place.seq, tree=place.tree)
        log.append(record if number < start else anew)
        place = place.after(log[-1].hash)
    return log


def rehashed(record: Record, **head: Any) -> Record:
    """The record with another head, and the hash that fits it."""
    changed = replace(record.head, **head)
    return replace(record, head=changed, hash=changed.hash())


def with_value(record: Record, name: str, value: Value) -> Record:
    """The record with another value in a field, and nothing else changed."""
    return replace(record, body={**record.body, name: Salted(record.body[name].salt, value)})


def recommitted(record: Record, name: str) -> Record:
    """The record with the commitment that fits the field as it is now, but with its old hash."""
    made = commitment(name, record.body[name])
    return replace(
        record,
        head=replace(record.head, commitments={**record.head.commitments, name: made}),
    )


def without(record: Record, name: str) -> Record:
    """The record without the words of a field; its commitment stays."""
    return replace(record, body={each: it for each, it in record.body.items() if each != name})


def redaction_of(record: Record, *names: str) -> Record:
    """A redaction that names fields of a record; `chained` gives it a place."""
    made = _short_record(59, "redaction", record.head.id)
    return replace(made, head=replace(made.head, erased=names))


def bytes_of(records: Iterable[Record]) -> bytes:
    """The log with these records."""
    return b"".join(record.to_line() for record in records)


def anchors_of(records: Iterable[Record]) -> list[str]:
    """The anchors that were noted, one for each record."""
    return [write_anchor(record.head.seq, record.hash) for record in records]


@dataclass(frozen=True)
class Found:
    """What a verifier finds in a log."""

    first: int | None
    """The first broken line; None where integrity is ok."""
    completeness: str
    records: int
    redacted: int | None
    """Records that lack a field; None in a broken log, where it says nothing."""
    torn: bool

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong, by the log and the anchors."""
        return self.first is None and self.completeness in ("unchecked", "ok")


class Readers:
    """Both verifiers, reading the same lines; a copy of them can be taken at any line."""

    def __init__(self, anchors: Sequence[str] = ()) -> None:
        self.anchors = anchors
        self.program = Verification([read_anchor(code) for code in anchors])
        self.script = script.Log()

    def take(self, line: bytes) -> None:
        """Hand the next line to both."""
        self.program.take(line)
        self.script.take(line)

    def copy(self) -> "Readers":
        """Both, as far as they have read."""
        return copy.deepcopy(self)

    def broken(self) -> bool:
        """Whether both have found a line broken in itself; that stays so, whatever comes."""
        return self.program.verdict().first_broken is not None and bool(self.script.broken)

    def found(self) -> Found:
        """What both find, which must be the same."""
        found = self._by_program()
        assert self._by_script() == found
        return found

    def remarks(self) -> tuple[str, ...]:
        """What the program remarks on."""
        return self.program.verdict().remarks

    def _by_program(self) -> Found:
        verdict = self.program.verdict()
        first = verdict.first_broken.line if verdict.first_broken else None
        redacted = None if first else verdict.redacted
        return Found(first, verdict.completeness, verdict.records, redacted, verdict.torn)

    def _by_script(self) -> Found:
        log = self.script
        log.findings()
        first = min(log.broken, default=None)
        redacted = None if first else len(log.erased)
        return Found(first, self._completeness(), log.count, redacted, log.torn)

    def _completeness(self) -> str:
        given = [script.read_anchor(code) for code in self.anchors]
        amiss = [number for number, code in given if not self.script.fits(number, code)[0]]
        if any(number <= self.script.count for number in amiss):
            return "rewritten"
        if amiss:
            return "shorter"
        return "ok" if given else "unchecked"


def lines_of(log: bytes) -> Iterator[bytes]:
    """The lines of a log, each with its line feed."""
    return iter(BytesIO(log))


def read(log: bytes, *anchors: str) -> Readers:
    """Both verifiers after a whole log."""
    readers = Readers(anchors)
    for line in lines_of(log):
        readers.take(line)
    return readers


def found(log: bytes, *anchors: str) -> Found:
    """What both find in a log."""
    return read(log, *anchors).found()
