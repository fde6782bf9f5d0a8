"""The log read for what can be said of it as a whole."""

from pathlib import Path

import pytest

from infoshare_cli.errors import LogError
from infoshare_cli.files.checkup import log_state
from infoshare_cli.files.checkup.log_state import read_log_state
from tests.conftest import Decision, RecordsOf


@pytest.fixture
def usual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a log lies by itself, in this test."""
    path = tmp_path / "usual" / "decisions.jsonl"
    monkeypatch.setattr(log_state, "default_log", lambda: path)
    return path


def test_a_log_is_verified_and_its_last_time_kept(
    usual: Path, tmp_path: Path, decision: Decision, records_of: RecordsOf
) -> None:
    """As `infoshare log verify` does it."""
    records = records_of([decision(hours=0), decision(hours=2)])
    log = tmp_path / "log"
    log.write_bytes(b"".join(record.to_line() for record in records) + b"{")
    for name in ("log.unfinished-1", "log.unfinished-2", "other.unfinished-1"):
        (tmp_path / name).touch()
    state = read_log_state(log)
    assert (state.verdict.records, state.verdict.torn) == (2, True)
    assert state.last_time == records[1].head.at
    assert (state.set_aside, state.other_log) == (2, None)


def test_where_there_is_no_log_there_is_nothing_to_say(usual: Path) -> None:
    """No folder is needed for that."""
    state = read_log_state(usual)
    assert (state.verdict.records, state.last_time, state.set_aside) == (0, None, 0)


def test_the_usual_log_is_another_one_only_if_it_is(usual: Path, tmp_path: Path) -> None:
    """A log with two names is one log."""
    usual.parent.mkdir()
    usual.touch()
    assert read_log_state(usual).other_log is None
    assert read_log_state(usual.parent / ".." / "usual" / usual.name).other_log is None
    assert read_log_state(tmp_path / "log").other_log == str(usual)


def test_without_a_home_folder_there_is_no_usual_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, decision: Decision, records_of: RecordsOf
) -> None:
    """What a log holds that was named is told all the same."""

    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(log_state, "default_log", homeless)
    log = tmp_path / "log"
    log.write_bytes(b"".join(record.to_line() for record in records_of([decision()])))
    state = read_log_state(log)
    assert (state.verdict.records, state.other_log) == (1, None)


def test_a_log_that_is_none_is_told(usual: Path, tmp_path: Path) -> None:
    """What is to be said of it then is up to the caller."""
    with pytest.raises(LogError):
        read_log_state(tmp_path)
