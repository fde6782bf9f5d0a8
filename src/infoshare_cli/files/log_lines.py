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
"""Read at a time when skipping the rest of a line over the limit."""


def read_lines(path: Path) -> Iterator[bytes]:
    """The log's lines as they stand, each with its line feed; none where there is no log.

    A line over the limit comes cut, but still over the limit. Only the last line can come
    without a line feed: it was not finished. Raises LogError where the log cannot be read.
    """
    try:
        with os.fdopen(open_regular(path, os.O_RDONLY), "rb") as log:
            yield from _lines(path, log)
    except FileNotFoundError:
        return
    except OSError as error:
        raise log_failed(path, "read", error) from error


def log_failed(path: Path, done: str, error: OSError, *remarks: str) -> LogError:
    """The error to raise where the system could not read or write the log."""
    reason = error.strerror or str(error)
    return LogError(" ".join((f"The decision log {path} cannot be {done}: {reason}.", *remarks)))


def _lines(path: Path, log: BinaryIO) -> Iterator[bytes]:
    start = 0
    while line := _next_line(log):
        if not line.endswith(b"\n"):
            yield from _settled_lines(path, log, start)
            return
        yield line
        start = log.tell()


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
    log.seek(start)
    return list(iter(lambda: _next_line(log), b""))
