"""Whatever bytes stand where a log should be: errors of ours alone, and a bound on memory."""

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from infoshare_cli.core.verify import verify
from infoshare_cli.errors import CallError, LogError
from infoshare_cli.files.line_search import open_search
from infoshare_cli.files.log_lines import read_lines
from infoshare_cli.files.logbook import find_record, read_records
from infoshare_cli.files.recent_records import recent_records
from tests.cli.made_up_log import record
from tests.conftest import numbered_id
from tests.files.cut_off import in_child
from tests.log_damage import bytes_of, found, short_log
from tests.strange_logs import any_logs, sound_logs

MIB = 1024 * 1024
RECORDS = bytes_of(short_log())
WANTED = ("1", "2", "0", "-1", "", "x", "9" * 5000, "\u0661", "1\n", numbered_id(1), "0" * 36)
"""How a person may ask for a record."""

one_file = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Where the log is."""
    return tmp_path / "log.jsonl"


@pytest.mark.thorough
@given(content=any_logs())
@settings(max_examples=150)
def test_both_verifiers_come_to_the_same(content: bytes) -> None:
    """Neither has an error of its own, whatever the bytes are."""
    assert found(content).records == content.count(b"\n")


@pytest.mark.thorough
@given(content=sound_logs())
@settings(max_examples=50)
def test_records_that_make_no_sense_can_be_sound(content: bytes) -> None:
    """What a field holds is for its readers to judge; only what a log lacks can break it."""
    verdict = verify(content.splitlines(keepends=True))
    assert verdict.integrity == "ok"


@pytest.mark.thorough
@given(content=any_logs())
@one_file
def test_every_way_of_reading_ends_in_records_or_in_an_error_of_ours(
    log: Path, content: bytes
) -> None:
    """The lines are those of the file; a record is found, or it is said why not."""
    log.write_bytes(content)
    assert b"".join(read_lines(log)) == content
    records = list(read_records(log))
    assert len(records) <= content.count(b"\n")
    assert len(recent_records(log, 5)) <= 5
    for wanted in WANTED:
        with suppress(CallError, LogError):
            assert find_record(log, wanted) in records
        with suppress(CallError, LogError), open_search(log) as search:
            assert search.find(wanted) in records
    with suppress(LogError), open_search(log) as search:
        assert search.last() >= 0


@pytest.mark.skipif(sys.platform != "linux", reason="the bound is one of Linux")
class TestMemory:
    """A line may be as long as the disk: nobody takes it into memory whole."""

    @pytest.mark.parametrize("before", [b"", RECORDS], ids=["alone", "after records"])
    @pytest.mark.parametrize("read", ["verify", "records", "find", "search", "recent"])
    def test_a_line_of_200_mib_that_does_not_end(self, log: Path, before: bytes, read: str) -> None:
        """It is no record, whoever reads it."""
        _write_long(log, before, 200 * MIB)
        in_child(lambda: _within(24 * MIB, lambda: _READINGS[read](log)))

    @pytest.mark.parametrize("read", ["verify", "find", "search"])
    def test_a_line_of_200_mib_that_ends(self, log: Path, read: str) -> None:
        """It is a broken one; what comes after it is read."""
        _write_long(log, b"", 200 * MIB)
        with log.open("ab") as file:
            file.write(b"\n" + RECORDS)
        in_child(lambda: _within(24 * MIB, lambda: _READINGS[read](log)))

    def test_a_long_line_that_does_not_end_is_put_aside(self, log: Path) -> None:
        """Piece by piece, and all of it."""
        _write_long(log, RECORDS, 60 * MIB)
        in_child(lambda: _within(24 * MIB, lambda: record(log, 99)))
        (aside,) = log.parent.glob("*.unfinished-1")
        assert aside.stat().st_size == 60 * MIB - len(RECORDS)
        verdict = verify(read_lines(log))
        assert (verdict.sound, verdict.records) == (True, RECORDS.count(b"\n") + 1)


def _write_long(log: Path, before: bytes, size: int) -> None:
    """Make a log with a last line that has no end; most of it is a hole in the file."""
    with log.open("wb") as file:
        file.write(before + b'{"body":{"reason":["')
        file.truncate(size)


def _find(log: Path) -> None:
    for wanted in ("2", numbered_id(99)):
        with suppress(CallError, LogError):
            find_record(log, wanted)


def _search(log: Path) -> None:
    for wanted in ("2", numbered_id(99)):
        with suppress(CallError, LogError), open_search(log) as search:
            search.find(wanted)
    with suppress(LogError), open_search(log) as search:
        search.last()


_READINGS: dict[str, Callable[[Path], object]] = {
    "verify": lambda log: verify(read_lines(log)),
    "records": lambda log: sum(1 for _ in read_records(log)),
    "find": _find,
    "search": _search,
    "recent": lambda log: recent_records(log, 5),
}


def _within(more: int, work: Callable[[], object]) -> None:
    """Do something with no more memory than there is now, and some bytes more."""
    import resource

    import filelock  # noqa: F401 - what is imported late counts as there

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + more
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    work()
