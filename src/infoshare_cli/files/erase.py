"""Erasing: a log that lacks some words takes the log's place, whole or not at all.

All of it happens in one turn at the lock, while nobody else writes: the log is verified line by
line as it is copied, and what is written is verified too. Nothing stands in memory but a line and
what verification needs. The drafts are cleared before the log is replaced: were it the other way
round, a program that died in between would leave words in them that nobody could find again.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from infoshare_cli.core.anchor import write_anchor
from infoshare_cli.core.canonical import Value
from infoshare_cli.core.record import Entry, Place, Provenance, Record, build_record
from infoshare_cli.core.record_line import BrokenLine, read_line
from infoshare_cli.core.redaction import Reading
from infoshare_cli.core.redaction_plan import Erasure, Plan
from infoshare_cli.core.verify import Verification
from infoshare_cli.errors import BrokenLog, LogError
from infoshare_cli.files.log_lines import log_failed, read_lines
from infoshare_cli.files.log_turn import turn
from infoshare_cli.files.logbook import Receipt
from infoshare_cli.files.private_file import check_regular
from infoshare_cli.files.whole_file import drop_part, parts_of, put_in_place, write_part

_CHANGED = (
    "The decision log {path} has changed since this was planned, and so has what would be erased. "
    "Nothing was erased. Look again."
)
_BROKEN = "The decision log {path} is broken, so nothing was erased. {where}"
_CANNOT = "What would be left of the decision log {path} is not sound: {where} Nothing was erased."
_UNWRITABLE = "The record of this cannot be written to the log: {why}. Nothing was erased."
_OTHER_NAME = (
    "The log had a second name, by a hard link. Under that name the words still stand: delete it."
)
_CLOCK = "The clock of this computer was set back: {now} comes after {last}."


class PlanChanged(LogError):
    """What would be erased is something else by now, as the log has changed."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """What stands in each record that says that words were erased, and how it is made."""

    provenance: Provenance
    fields: Mapping[str, Value]
    """Why, on whose authority and by whom."""
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    new_salt: Callable[[], str]

    def record(self, erasure: Erasure, place: Place) -> Record:
        """The record of one erasure, in its place in the log."""
        entry = Entry(
            "redaction", erasure.id, self.clock(), self.provenance, self.fields, erasure.fields
        )
        return build_record(entry, place, self.new_id, self.new_salt)


@dataclass(frozen=True, slots=True)
class Erased:
    """What was done, once it is on the disk."""

    receipts: tuple[Receipt, ...]
    """Of each record that says what was erased, in the order of the plan."""
    removed: tuple[Path, ...]
    """Files beside the log that held lines which were never finished."""
    torn: bool
    """Whether the log itself ended in such a line, which is gone too."""
    remarks: tuple[str, ...]


def erase(  # noqa: PLR0913 - what it takes to erase
    path: Path,
    plan: Plan,
    *,
    plan_again: Callable[[Reading], Plan],
    redaction: Redaction,
    token: str,
    clear_drafts: Callable[[], None],
) -> Erased:
    """Take the words of a plan out of the log, and out of every file beside it.

    Args:
        plan_again: makes the plan anew, where the log has grown since it was made.
        token: some random letters, for the name of the file that is being written.
        clear_drafts: takes the words out of the drafts; called when all but that is done, just
            before the log is replaced.

    Raises:
        BrokenLog: the log does not verify.
        CallError: a hold stands by now.
        PlanChanged: the plan is another one by now.
        LogError: the log cannot be written. Then the log is as it was, unless the system failed
            at the very last, after it was replaced.
    """
    copy = _Copy(path, plan, plan_again, redaction)
    try:
        check_regular(path)
        with turn(path):
            beside, names = leftovers(path), path.stat().st_nlink
            part = write_part(path, copy.lines(), token, keep_owner=True)
            try:
                clear_drafts()
                for each in beside:
                    each.unlink(missing_ok=True)
            except BaseException:
                drop_part(part)
                raise
            put_in_place(part, path)
    except OSError as error:
        raise log_failed(path, "written", error) from error
    remarks = (*copy.remarks, *([_OTHER_NAME] if names > 1 else []))
    return Erased(tuple(copy.receipts), beside, copy.torn, remarks)


def leftovers(path: Path) -> tuple[Path, ...]:
    """The files beside a log in which lines of it may stand that were never finished.

    Raises:
        OSError: the folder cannot be read.
    """
    beginning = f"{path.name}.unfinished-"
    beside = (each for each in path.parent.iterdir() if each.name.startswith(beginning))
    unfinished = (each for each in beside if each.name.removeprefix(beginning).isdecimal())
    files = (each for each in unfinished if each.is_symlink() or not each.is_dir())
    return (*sorted(files), *parts_of(path))


@dataclass
class _Copy:
    """The log as it is to be, made from the log as it is; both are verified on the way."""

    path: Path
    plan: Plan
    plan_again: Callable[[Reading], Plan]
    redaction: Redaction
    receipts: list[Receipt] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    torn: bool = False
    _former: Verification = field(default_factory=Verification)
    _new: Verification = field(default_factory=Verification)
    _place: Place = field(default_factory=Place)
    """Where the next record is to stand."""
    _last: Record | None = None

    def lines(self) -> Iterator[bytes]:
        """Every line of the new log; raises what `erase` raises where it must not be used."""
        gone = {each.seq: frozenset(each.fields) for each in self.plan.erasures}
        for line in read_lines(self.path, in_turn=True):
            record = self._former.take(line)
            if not line.endswith(b"\n"):
                self.torn = True
            elif record is None:
                raise self._broken()
            else:
                yield self._kept(record, gone.get(record.head.seq, frozenset()), line)
        if self._former.verdict().first_broken:
            raise self._broken()
        self._check_plan()
        yield from self._redactions()
        if found := self._new.verdict().first_broken:
            raise LogError(_CANNOT.format(path=self.path, where=f"{found.why}."))

    def _kept(self, record: Record, gone: frozenset[str], line: bytes) -> bytes:
        """The line of a record without the fields that go."""
        self._last, self._place = record, self._place.after(record.hash)
        if gone:
            body = {name: salted for name, salted in record.body.items() if name not in gone}
            line = replace(record, body=body).to_line()
        self._new.take(line)
        return line

    def _redactions(self) -> Iterator[bytes]:
        for erasure in self.plan.erasures:
            try:
                record = self.redaction.record(erasure, self._place)
            except ValueError as error:
                raise LogError(_UNWRITABLE.format(why=error)) from error
            self._note_clock(record)
            seq, code = record.head.seq, write_anchor(record.head.seq, record.hash)
            self.receipts.append(Receipt(record.head.id, seq, code, ()))
            yield self._kept(record, frozenset(), record.to_line())

    def _note_clock(self, record: Record) -> None:
        if self._last is not None and self._last.head.at > record.head.at:
            self.remarks.append(_CLOCK.format(now=record.head.at, last=self._last.head.at))

    def _check_plan(self) -> None:
        """Raises PlanChanged where the log has changed so that another plan comes of it."""
        last = self._last.hash if self._last else ""
        if last == self.plan.last:
            return
        if self.plan_again(lambda: _records(self.path)).erasures != self.plan.erasures:
            raise PlanChanged(_CHANGED.format(path=self.path))

    def _broken(self) -> BrokenLog:
        found = self._former.verdict().first_broken
        where = f"Record {found.seq} (line {found.line}): {found.why}." if found else ""
        return BrokenLog(_BROKEN.format(path=self.path, where=where))


def _records(path: Path) -> Iterator[Record]:
    """The records of the log, while it is this program's turn."""
    for line in read_lines(path, in_turn=True):
        if line.endswith(b"\n"):
            with suppress(BrokenLine):
                yield read_line(line[:-1])
