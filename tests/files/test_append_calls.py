"""What an append asks of the system: the same in a log of any length."""

import os
import sys
from collections.abc import Callable
from io import FileIO
from itertools import count
from pathlib import Path

import pytest

from benchmarks.system_calls import Calls, can_trace, count_calls, trace_append
from infoshare_cli.core.canonical import MAX_BYTES
from infoshare_cli.core.record import Entry
from infoshare_cli.core.verify import verify
from infoshare_cli.errors import LogError
from infoshare_cli.files import logbook
from infoshare_cli.files.log_lines import read_lines
from infoshare_cli.files.logbook import Receipt, append_record
from tests.conftest import CASE, Decision, RecordsOf, numbered_id

TAIL = 64 * 1024
LENGTHS = (1, 100, 3000)
"""Of records."""

LogOf = Callable[[int], Path]


@pytest.fixture(scope="module")
def lines(decision: Decision, records_of: RecordsOf) -> list[bytes]:
    """The lines of a log of the greatest length."""
    entries = [decision(hours, reason="Made up. " * 99) for hours in range(LENGTHS[-1])]
    return [record.to_line() for record in records_of(entries)]


@pytest.fixture
def log_of(tmp_path: Path, lines: list[bytes]) -> LogOf:
    """Gives a log with that many records."""

    def write(records: int) -> Path:
        path = tmp_path / "log.jsonl"
        path.write_bytes(b"".join(lines[:records]))
        return path

    return write


def append(log: Path, entry: Entry) -> Receipt:
    """Append an entry to a log."""
    salts = count(1)
    return append_record(
        log,
        kind=entry.kind,
        of=entry.of,
        clock=lambda: entry.at,
        provenance=entry.provenance,
        fields=entry.fields,
        new_id=lambda: numbered_id(9999),
        new_salt=lambda: f"{next(salts):032x}",
    )


class Counted:
    """The calls of this process, counted where they are made."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.read: list[int] = []
        self.written: list[tuple[int, int]] = []
        self.synced: list[int] = []
        self.opened: list[int] = []
        counted, write, sync = self, os.write, os.fsync

        class CountedFile(FileIO):
            """The log, opened for an append."""

            def read(self, size: int | None = -1, /) -> bytes:
                counted.opened.append(self.fileno())
                content = super().read(-1 if size is None else size)
                counted.read.append(len(content))
                return content

        def counted_write(descriptor: int, content: bytes) -> int:
            self.written.append((descriptor, len(content)))
            return write(descriptor, content)

        def counted_sync(descriptor: int) -> None:
            self.synced.append(descriptor)
            sync(descriptor)

        monkeypatch.setattr(logbook, "FileIO", CountedFile)
        monkeypatch.setattr(os, "write", counted_write)
        monkeypatch.setattr(os, "fsync", counted_sync)


@pytest.mark.parametrize("records", LENGTHS)
def test_one_reading_of_the_end_one_write_and_one_sync(
    log_of: LogOf, decision: Decision, monkeypatch: pytest.MonkeyPatch, records: int
) -> None:
    """However long the log has become, it takes no longer to go on with."""
    log = log_of(records)
    before = log.stat().st_size
    with monkeypatch.context() as patch:
        calls = Counted(patch)
        assert append(log, decision(records)).seq == records + 1
    assert calls.read == [min(before, TAIL)]
    (log_descriptor,) = calls.opened
    line = log.stat().st_size - before
    assert [size for number, size in calls.written if number == log_descriptor] == [line]
    if sys.platform != "darwin":
        assert calls.synced == [log_descriptor]


def test_a_line_longer_than_one_reading_is_read_once(
    log_of: LogOf, decision: Decision, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Longer lines take more readings, each from where the one before began."""
    log = log_of(100)
    append(log, decision(100, reason="x" * 300_000))
    with monkeypatch.context() as patch:
        calls = Counted(patch)
        assert append(log, decision(101)).seq == 102
    assert calls.read == [TAIL, TAIL, 2 * TAIL, 4 * TAIL]
    assert verify(read_lines(log)).sound


def test_a_line_over_the_limit_is_not_read_to_its_start(
    log_of: LogOf, decision: Decision, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody goes on from it, so what is read, and held in memory, stays within a bound."""
    log = log_of(1)
    with log.open("ab") as file:
        file.write(b"x" * (30 * MAX_BYTES) + b"\n")
    with monkeypatch.context() as patch:
        calls = Counted(patch)
        with pytest.raises(LogError, match="longer than 1 MiB"):
            append(log, decision(1))
    assert sum(calls.read) <= 2 * MAX_BYTES


@pytest.mark.parametrize("length", range(TAIL - 2, TAIL + 3))
def test_a_line_that_about_fills_one_reading_is_found_whole(
    log_of: LogOf, decision: Decision, lines: list[bytes], length: int
) -> None:
    """Wherever its start falls, in the first reading or before it."""
    log = log_of(2)
    append(log, decision(2))
    fitting = length - (log.stat().st_size - sum(map(len, lines[:2])))
    log = log_of(2)
    append(log, decision(2, reason=str(CASE["reason"]) + "x" * fitting))
    assert log.stat().st_size - sum(map(len, lines[:2])) == length
    assert append(log, decision(3)).seq == 4
    assert verify(read_lines(log)).sound


@pytest.mark.parametrize("length", [1, TAIL - 1, TAIL, TAIL + 1, 5 * TAIL, 40 * TAIL])
def test_an_unfinished_line_of_any_length_is_put_aside_whole(
    log_of: LogOf, decision: Decision, length: int
) -> None:
    """The record before it is found all the same."""
    log = log_of(3)
    with log.open("ab") as file:
        file.write(b"x" * length)
    receipt = append(log, decision(3))
    assert receipt.seq == 4
    assert len(receipt.remarks) == 1
    assert log.with_name("log.jsonl.unfinished-1").read_bytes() == b"x" * length
    assert verify(read_lines(log)).sound


@pytest.mark.skipif(os.name == "nt", reason="Windows has no folders to sync")
def test_a_new_log_syncs_its_folder_too(
    tmp_path: Path, decision: Decision, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the log could be gone with its first record; later ones find its name on the disk."""
    folder = tmp_path / "open to others"
    folder.mkdir()
    folder.chmod(0o755)
    for syncs in (2, 1):
        with monkeypatch.context() as patch:
            calls = Counted(patch)
            append(folder / "log.jsonl", decision())
        assert len(calls.synced) == syncs


@pytest.mark.skipif(not can_trace(), reason="strace is not here, or may not look on")
@pytest.mark.parametrize("records", LENGTHS)
def test_the_system_was_asked_for_no_more(
    log_of: LogOf, lines: list[bytes], tmp_path: Path, records: int
) -> None:
    """Seen from outside, where no layer of Python can hide a call."""
    log, model = log_of(records), tmp_path / "model.jsonl"
    model.write_bytes(lines[0])
    before = log.stat().st_size
    calls = trace_append(log, model, tmp_path / "trace.txt")
    line = log.stat().st_size - before
    assert calls == Calls(1, min(before, TAIL), 1, line, 1)


def test_a_trace_is_counted_by_the_file() -> None:
    """Calls on other files, failed ones, and those after the file was closed do not count."""
    trace = """\
17 openat(AT_FDCWD, "/a/log", O_RDWR|O_CLOEXEC) = -1 ENOENT (No such file or directory)
17 openat(AT_FDCWD, "/a/log.lock", O_RDWR|O_CLOEXEC) = 3
17 openat(AT_FDCWD, "/a/log", O_RDWR|O_CLOEXEC) = 4
17 read(3, ""..., 10)                = 10
17 read(4, ""..., 65536)             = 5000
17 write(4, ""..., 300)              = 300
17 fsync(4)                          = 0
17 close(4)                          = 0
17 fsync(4)                          = 0
17 +++ exited with 0 +++
"""
    assert count_calls(trace, "/a/log") == Calls(1, 5000, 1, 300, 1)
