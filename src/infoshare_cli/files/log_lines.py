"""The lines of the decision log as they stand in the file, read without a lock."""

import os
from collections.abc import Iterator
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import BinaryIO

from infoshare_cli.core.canonical import MAX_BYTES
from infoshare_cli.errors import LogError
from infoshare_cli.files.log_turn import lock_path, turn
from infoshare_cli.files.private_file import open_regular

_CHUNK_BYTES = 64 * 1024
"""Read of the log at a time."""


def read_lines(path: Path, *, in_turn: bool = False) -> Iterator[bytes]:
    """The log's lines as they stand, each with its line feed; none where there is no log.

    A line over the limit comes cut, but still over the limit. Only the last line can come
    without a line feed: it was not finished. Raises LogError where the log cannot be read.

    Args:
        in_turn: whether it is this program's turn to write, so that nobody else is writing.
    """
    try:
        with os.fdopen(open_regular(path, os.O_RDONLY), "rb", _CHUNK_BYTES) as log:
            yield from iter(lambda: _next_line(log), b"") if in_turn else _lines(path, log)
    except FileNotFoundError:
        return
    except OSError as error:
        raise log_failed(path, "read", error) from error


def log_failed(path: Path, done: str, error: OSError, *remarks: str) -> LogError:
    """The error to raise where the system could not read or write the log."""
    reason = error.strerror or str(error)
    return LogError(" ".join((f"The decision log {path} cannot be {done}: {reason}.", *remarks)))


def _lines(path: Path, log: BinaryIO) -> Iterator[bytes]:
    """The lines as they stood when the log was opened, those that follow it left out."""
    # What stands before the last line feed never changes. What follows it may be finished by its
    # writer just now, or put aside by the next one: half of that and half of this is no line.
    size = log.seek(0, os.SEEK_END)
    end = _last_end(log, size)
    log.seek(0)
    # A log that somebody cuts meanwhile ends before that.
    while log.tell() < end and (line := _next_line(log)):
        yield line
    if end < size:
        yield from _settled_lines(path, log, end)


def _last_end(log: BinaryIO, end: int) -> int:
    """Where the last complete line ends that stands before `end`; 0 where there is none."""
    while end:
        start = max(0, end - _CHUNK_BYTES)
        log.seek(start)
        found = log.read(end - start).rfind(b"\n")
        if found >= 0:
            return start + found + 1
        end = start
    return 0


def _next_line(log: BinaryIO) -> bytes:
    line = log.readline(MAX_BYTES + 2)
    if line.endswith(b"\n") or len(line) < MAX_BYTES + 2:
        return line
    while rest := log.readline(_CHUNK_BYTES):
        if rest.endswith(b"\n"):
            return line + b"\n"
    return line


def _settled_lines(path: Path, log: BinaryIO, start: int) -> list[bytes]:
    """The lines from `start` on, read again between two turns of writers if that can be had."""
    # Without a lock file nobody is writing, and a reader should leave no traces.
    quiet = turn(path) if lock_path(path).exists() else nullcontext()
    with suppress(LogError, OSError), quiet:
        return _rest(log, start)
    return _rest(log, start)


def _rest(log: BinaryIO, start: int) -> list[bytes]:
    # By way of the end: what was read before, and may have changed, is not to be taken again.
    log.seek(0, os.SEEK_END)
    log.seek(start)
    return list(iter(lambda: _next_line(log), b""))
