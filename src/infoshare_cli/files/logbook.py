"""The decision log as a file: one record appended at a time, read line by line.

Nothing is "recorded" before the disk has confirmed it. Writers take turns by a lock file
beside the log, which is never replaced or deleted; readers need no lock. The log itself
must be a regular file: a link in its place is refused, because two names for one log
would have two locks.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from io import FileIO
from itertools import count
from pathlib import Path

from infoshare_cli.core.anchor import write_anchor
from infoshare_cli.core.canonical import MAX_BYTES, Value
from infoshare_cli.core.record import Entry, Place, Provenance, Record, build_record
from infoshare_cli.core.record_line import BrokenLine, NewerFormat, read_line, readable_line
from infoshare_cli.core.verify import why_unsound
from infoshare_cli.errors import CallError, Fault, LogError
from infoshare_cli.files.log_lines import log_failed, read_lines
from infoshare_cli.files.log_turn import turn
from infoshare_cli.files.private_file import (
    check_regular,
    make_private,
    make_private_folder,
    open_regular,
    sync_file,
    sync_folder,
    sync_names,
    write_new_file,
    write_whole,
)

_CHUNK_BYTES = 64 * 1024
"""Read of the log's end for an append, where its last line is not longer; and copied at a time."""

Guard = Callable[[Record | None], Sequence[str]]
"""Handed the last record of the log, while nobody else can write; gives remarks, or raises LogError
where nothing may be written. None where the log has no record."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the log confirms once a record is on the disk."""

    id: str
    seq: int
    anchor: str
    """The code to note outside the log."""
    remarks: tuple[str, ...]
    """What else happened: an unfinished line moved aside, a clock set back."""


def append_record(  # noqa: PLR0913 (a record has these parts)
    path: Path,
    *,
    kind: str,
    of: str | None,
    clock: Callable[[], datetime],
    provenance: Provenance,
    fields: Mapping[str, Value],
    new_id: Callable[[], str],
    new_salt: Callable[[], str],
    guard: Guard | None = None,
) -> Receipt:
    """Append one record to the log, which is made if it is not there yet.

    Returns once the record is on the disk. Raises LogError where it could not be written;
    then nothing was added to the log.

    Args:
        guard: called in the turn, before anything is written. With one, no log is made: it is
            about what stands there.
    """
    remarks: list[str] = []
    try:
        with _in_turn(path, make=guard is None) as log:
            last, end = _last_record(path, log)
            remarks += guard(last) if guard else ()
            # Read inside the turn: whoever waited for it writes a later time, too.
            entry = Entry(kind, of, clock(), provenance, fields)
            record, line = _next_record(entry, last, new_id, new_salt)
            remarks += _set_aside(path, log, end)
            remarks += _clock_remark(last, record)
            _sync_name(path, last)
            _write_through(log, line)
    except OSError as error:
        raise log_failed(path, "written", error, *remarks) from error
    anchor = write_anchor(record.head.seq, record.hash)
    return Receipt(record.head.id, record.head.seq, anchor, tuple(remarks))


def check_appendable(path: Path) -> None:
    """Raises LogError where no record can be appended to a log; of the log nothing changes."""
    try:
        with _in_turn(path, make=False) as log:
            _last_record(path, log)
    except OSError as error:
        raise log_failed(path, "written", error) from error


def read_records(path: Path, *, in_turn: bool = False) -> Iterator[Record]:
    """Every record that can be read, in order, whether or not the log verifies.

    None where there is no log. Raises LogError where the log cannot be read.

    Args:
        in_turn: whether it is this program's turn to write, so that nobody else is writing.
    """
    for line in read_lines(path, in_turn=in_turn):
        if line.endswith(b"\n"):
            with suppress(BrokenLine):
                yield read_line(line[:-1])


def find_record(path: Path, wanted: str) -> Record:
    """The record that a person means by a number or a whole id.

    Raises:
        CallError: there is none.
        LogError: it is not as it was written, or the log cannot be read.
    """
    for number, line in enumerate(read_lines(path), start=1):
        if not line.endswith(b"\n"):
            break
        try:
            record = read_line(line[:-1])
        except BrokenLine as error:
            if wanted.strip() == str(number):
                raise _not_sound(path, number, str(error)) from error
            continue
        if is_called(record, wanted):
            why = why_unsound(record)
            if record.head.seq != number:
                why = f"it stands where record {number} should be"
            if why:
                raise _not_sound(path, record.head.seq, why)
            return record
    raise unknown_record(wanted)


def is_called(record: Record, wanted: str) -> bool:
    """Whether a person who says this number, or this whole id, means the record."""
    return wanted.strip().lower() in (str(record.head.seq), record.head.id)


def unknown_record(wanted: str) -> CallError:
    """The error to raise where a person asked for a record that the log has not."""
    fault = Fault("", repr(wanted), "the number or the whole id of a record in the log")
    return CallError("There is no such record.", (fault,))


@contextmanager
def _in_turn(path: Path, *, make: bool) -> Iterator[FileIO]:
    """The log, opened to append to it while nobody else can; raises OSError or LogError."""
    check_regular(path)
    if make:
        make_private_folder(path.parent)
    elif not path.exists():
        # Looked for before the turn, which makes a folder for its lock file.
        raise LogError(f"The decision log {path} is not there any more. Nothing was written.")
    with turn(path), _open_to_append(path, make=make) as log:
        yield log


def _open_to_append(path: Path, *, make: bool) -> FileIO:
    flags = os.O_RDWR | os.O_APPEND
    descriptor = open_regular(path, flags | os.O_CREAT if make else flags)
    make_private(descriptor)
    return FileIO(descriptor, "r+")


def _last_record(path: Path, log: FileIO) -> tuple[Record | None, int]:
    """The last record, fit to be gone on with, and the offset where its line ends."""
    line, end = _tail(log)
    return None if line is None else _sound_record(path, line), end


def _tail(log: FileIO) -> tuple[bytes | None, int]:
    """The last complete line, without its line feed, and the offset where it ends.

    None for a log without one. One reading of 64 KiB, and more only where lines are longer; a line
    over the limit comes cut, but still over it. What follows is not kept, however long it is.
    """
    start = end = log.seek(0, os.SEEK_END)
    tail = b""
    while start and not _holds_a_line(tail):
        # Twice as much each time: else a long line would be put together again and again.
        size = min(start, max(_CHUNK_BYTES, len(tail)))
        start -= size
        log.seek(start)
        tail = log.read(size) + tail
        tail = tail[: tail.rfind(b"\n") + 1]
        end = start + len(tail)
    return tail[:-1].rpartition(b"\n")[2] if tail else None, end


def _holds_a_line(tail: bytes) -> bool:
    """Whether a log's last bytes hold a complete line from its start, or one over the limit."""
    lines, _, _ = tail.rpartition(b"\n")
    return b"\n" in lines or len(lines) > MAX_BYTES


def _sound_record(path: Path, line: bytes) -> Record:
    """The last record of a log, fit to be gone on with."""
    try:
        record = read_line(line)
    except NewerFormat as error:
        raise LogError(f"The decision log {path}: {error}. Nothing was written.") from error
    except BrokenLine as error:
        raise _cannot_continue(path, str(error)) from error
    if why := why_unsound(record):
        raise _cannot_continue(path, why)
    return record


def _next_record(
    entry: Entry, last: Record | None, new_id: Callable[[], str], new_salt: Callable[[], str]
) -> tuple[Record, bytes]:
    """The record that follows, and its line."""
    place = Place(last.head.seq, last.head.tree).after(last.hash) if last else Place()
    try:
        record = build_record(entry, place, new_id, new_salt)
        # What the reader would refuse must not get into the log.
        line = readable_line(record)
    except ValueError as error:
        raise LogError(f"The record cannot be written to the log: {error}.") from error
    return record, line


def _set_aside(path: Path, log: FileIO, end: int) -> list[str]:
    """Move what follows the last complete line to a file of its own; say so if there was any."""
    if log.seek(0, os.SEEK_END) == end:
        return []
    names = (path.with_name(f"{path.name}.unfinished-{number}") for number in count(1))
    aside = next(name for name in names if not name.exists())
    log.seek(end)
    write_new_file(aside, iter(lambda: log.read(_CHUNK_BYTES), b""))
    log.truncate(end)
    return [f"The log's last line was not finished, so it is no record. It is kept in {aside}."]


def _clock_remark(last: Record | None, record: Record) -> list[str]:
    if last is None or last.head.at <= record.head.at:
        return []
    return [
        f"The clock of this computer was set back: this record says {record.head.at}, "
        f"the one before it {last.head.at}."
    ]


def _sync_name(path: Path, last: Record | None) -> None:
    """Return once the disk has the log's name, where it may not have it yet.

    Before a line is written: else a program that is killed then, or just after it replaced the
    log to erase words, would leave a log that others go on with and the power can take away.
    """
    if last is None:
        sync_names(path.parent)
    elif last.head.kind == "redaction":
        sync_folder(path.parent)


def _write_through(log: FileIO, line: bytes) -> None:
    before = log.seek(0, os.SEEK_END)
    try:
        write_whole(log.fileno(), line)
        sync_file(log.fileno())
    except BaseException:
        # Ctrl-C counts: what was not confirmed must not stay.
        with suppress(OSError):
            log.truncate(before)
            sync_file(log.fileno())
        raise


def _not_sound(path: Path, number: int, why: str) -> LogError:
    return LogError(
        f"Record {number} of the decision log {path} is broken: {why}. Nothing can be built on it. "
        "infoshare log verify says more."
    )


def _cannot_continue(path: Path, why: str) -> LogError:
    return LogError(
        f"The last record of the decision log {path} is broken: {why}. Nothing was written. "
        "Keep that file as it is, and start a new one with --log."
    )
