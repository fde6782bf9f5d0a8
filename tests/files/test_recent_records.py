"""The end of the log, read for completion."""

import os
from pathlib import Path

import pytest

from infoshare_cli.files import recent_records as module
from infoshare_cli.files.recent_records import recent_records
from tests.conftest import Decision, RecordsOf


@pytest.fixture
def log(tmp_path: Path, decision: Decision, records_of: RecordsOf) -> Path:
    """A log of three records, an hour apart."""
    path = tmp_path / "log"
    records = records_of([decision(hours=hour) for hour in range(3)])
    path.write_bytes(b"".join(record.to_line() for record in records))
    return path


def test_the_newest_come_first(log: Path) -> None:
    """Number and time, and nothing else of a record."""
    found = recent_records(log, 2)
    assert found == [(3, "2026-11-22T14:00:00.123Z"), (2, "2026-11-22T13:00:00.123Z")]


def test_a_long_log_is_read_from_its_end_only(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is cut through by that is left out, and the rest is there."""
    last = len(log.read_bytes().splitlines(keepends=True)[2])
    monkeypatch.setattr(module, "_TAIL_BYTES", last + 20)
    assert [number for number, _ in recent_records(log, 9)] == [3]


def test_lines_that_are_no_records_are_left_out(log: Path) -> None:
    """A torn end, rubbish, or values of another kind keep nothing back."""
    odd = b'{"head":{"seq":"4","at":"x"}}\n{"head":{"seq":5}}\n[1]\n\xff\n{"head":{"seq":6,'
    log.write_bytes(log.read_bytes() + odd)
    assert [number for number, _ in recent_records(log, 9)] == [3, 2, 1]


def test_what_cannot_be_read_has_no_records(log: Path, tmp_path: Path) -> None:
    """Not there, a folder, a link, or a pipe that would be waited for."""
    (tmp_path / "link").symlink_to(log)
    assert recent_records(tmp_path / "none", 9) == []
    assert recent_records(tmp_path, 9) == []
    assert recent_records(tmp_path / "link", 9) == []
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        assert recent_records(tmp_path / "pipe", 9) == []
