"""What a log's lines prove: that they are as they were written, and complete up to an anchor.

`Verification` takes the lines one after another and keeps only what later lines need, so
a log of any length is judged in one reading.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from infoshare_cli.core.anchor import Anchor
from infoshare_cli.core.record import Place, Record, commitment
from infoshare_cli.core.record_line import BrokenLine, read_line

Integrity = Literal["ok", "broken"]
Completeness = Literal["unchecked", "ok", "shorter", "rewritten"]
Signature = Literal["none", "ok", "bad", "unknown-key"]

MOST_REMARKS = 100
"""Of clocks that were set back, told one by one; beyond that only how many."""


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where the log is not as it was written."""

    seq: int
    """The record that should stand there."""
    line: int
    """Counted from 1."""
    why: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verification came to."""

    integrity: Integrity
    completeness: Completeness
    """What the anchors showed; 'unchecked' where there were none."""
    signature: Signature
    """What the signatures of the anchors showed; 'none' where none was given."""
    records: int
    """Complete lines in the log."""
    first_broken: Break | None
    redacted: int
    """Records of which something was erased."""
    torn: bool
    """The last line has no line feed: a write that was not finished, and not tampering."""
    remarks: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong with the log."""
        whole = self.completeness in ("unchecked", "ok")
        return self.integrity == "ok" and whole and self.signature in ("none", "ok")


@dataclass
class Verification:
    """A log being verified; lines are handed in order, each with its line feed."""

    anchors: Sequence[Anchor] = ()
    _records: int = 0
    _torn: bool = False
    _redacted: int = 0
    _place: Place | None = field(default_factory=Place)
    """Where the next record should stand; None once a line was broken."""
    _first_broken: Break | None = None
    _missing: dict[tuple[str, str], Break] = field(default_factory=dict)
    """Record id and field: erased, as far as read, without a redaction that says so."""
    _reached: set[Anchor] = field(default_factory=set)
    """The anchors that the log bears out."""
    _last_time: str = ""
    _remarks: list[str] = field(default_factory=list)
    _set_back: int = 0
    """How often the clock was set back."""

    def take(self, line: bytes) -> Record | None:
        """Judge the next line; gives its record if it can be read, broken or not."""
        if not line.endswith(b"\n"):
            self._torn = True
            return None
        self._records += 1
        try:
            record = read_line(line[:-1])
        except BrokenLine as error:
            self._break(str(error))
            return None
        self._judge(record)
        return record

    def verdict(self) -> Verdict:
        """What the lines taken so far come to."""
        first = min(
            filter(None, (self._first_broken, *self._missing.values())),
            key=lambda each: each.line,
            default=None,
        )
        return Verdict(
            integrity="broken" if first else "ok",
            completeness=self._completeness(),
            signature="none",
            records=self._records,
            first_broken=first,
            redacted=self._redacted,
            torn=self._torn,
            remarks=(
                *self._remarks,
                *self._more_remarks(),
                *self._other_break(first),
                *self._anchor_remarks(),
            ),
        )

    def _judge(self, record: Record) -> None:
        self._reached |= {
            each
            for each in self.anchors
            if each.count == self._records and each.fits(record.head.hash())
        }
        if why := why_unsound(record):
            self._break(why)
            return
        self._note_erasures(record)
        self._note_time(record)
        if why := self._why_misplaced(record):
            self._break(why)
        elif self._place:
            self._place = self._place.after(record.hash)

    def _why_misplaced(self, record: Record) -> str | None:
        if self._place is None:
            return None
        if record.head.seq != self._place.seq:
            return f"record {record.head.seq} stands where record {self._place.seq} should be"
        if record.head.tree != self._place.tree:
            return "it does not follow from the records before it"
        return None

    def _break(self, why: str) -> None:
        self._place = None
        if self._first_broken is None:
            self._first_broken = Break(self._records, self._records, why)

    def _note_erasures(self, record: Record) -> None:
        for name in record.head.erased:
            self._missing.pop((record.head.of or "", name), None)
        erased = record.erased_fields()
        self._redacted += bool(erased)
        for name in erased:
            why = f"the field {name} is missing, and no later record says that it was erased"
            self._missing[record.head.id, name] = Break(self._records, self._records, why)

    def _note_time(self, record: Record) -> None:
        if record.head.at < self._last_time:
            self._set_back += 1
            # A log made to harm may have one for each record; nobody reads them all.
            if self._set_back <= MOST_REMARKS:
                self._remarks.append(
                    f"The clock was set back before record {record.head.seq}: "
                    f"{record.head.at} comes after {self._last_time}."
                )
        self._last_time = record.head.at

    def _completeness(self) -> Completeness:
        failed = [each for each in self.anchors if each not in self._reached]
        if any(each.count <= self._records for each in failed):
            return "rewritten"
        if failed:
            return "shorter"
        return "ok" if self.anchors else "unchecked"

    def _other_break(self, first: Break | None) -> Iterable[str]:
        # A field may seem to lack its redaction only because that record is the broken one.
        found = self._first_broken
        if found and found != first:
            yield f"Record {found.seq} (line {found.line}) is broken too: {found.why}."

    def _more_remarks(self) -> Iterable[str]:
        if self._set_back > MOST_REMARKS:
            yield f"The clock was set back {self._set_back} times in all."

    def _anchor_remarks(self) -> Iterable[str]:
        for anchor in sorted(set(self.anchors) - self._reached, key=lambda each: each.count):
            if anchor.count > self._records:
                yield (
                    f"The log is shorter than the anchor of record {anchor.count}: "
                    f"it has {self._records}."
                )
            else:
                sound = (each.count for each in self._reached if each.count < anchor.count)
                since = max(sound, default=0) + 1
                yield (
                    f"Record {anchor.count} is not the one that the anchor names. "
                    f"Something in records {since} to {anchor.count} was changed."
                )


def verify(lines: Iterable[bytes], anchors: Sequence[Anchor] = ()) -> Verdict:
    """What the lines of a log, each with its line feed, come to."""
    verification = Verification(anchors)
    for line in lines:
        verification.take(line)
    return verification.verdict()


def why_unsound(record: Record) -> str | None:
    """Why a record is not the one that was written, judged by itself; None if it is."""
    if record.hash != record.head.hash():
        return "its head is not the one that was written"
    for name, salted in record.body.items():
        if name not in record.head.commitments:
            return f"the field {name} was added"
        if commitment(name, salted) != record.head.commitments[name]:
            return f"the field {name} is not what was written"
    return None
