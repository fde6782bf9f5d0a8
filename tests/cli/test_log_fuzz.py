"""Whatever stands where the log should be, each command ends as the contract says."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import Infoshare
from tests.log_damage import found
from tests.strange_logs import any_logs, sound_logs

OF_ALL = (
    ("list",),
    ("list", "--json"),
    ("verify",),
    ("verify", "--json"),
    ("anchor",),
    ("anchor", "--json"),
    ("export",),
    ("export", "--format", "jsonl"),
    ("export", "--format", "csv"),
    ("due", "--days", "30"),
    ("due", "--json"),
    ("stats",),
    ("stats", "--json"),
)
"""Commands that speak of every record: done, or what is wrong with the log."""
OF_SOME = (
    ("show", "1"),
    ("show", "2", "--json"),
    ("show", "9" * 5000),
    ("verify", "--anchor", "12.W0ZS-T3HY-VRMC-6825-ZCK8-574Z-BY42"),
    ("verify", "--anchor", "9" * 5000 + ".W0ZS", "--json"),
    ("export", "--id", "2"),
    ("export", "--from", "0001-01-01", "--to", "9999-12-31"),
    ("export", "--format", "md"),
    ("export", "--format", "html", "--id", "1"),
    ("prove", "1", "--show", "reason", "--json"),
    ("prove", "2", "--show", "reason"),
    ("replay",),
    ("replay", "1", "--json"),
    ("redact", "1", "--whole", "--reason", "error", "--dry-run"),
    ("redact", "--older-than", "1y", "--reason", "error", "--dry-run", "--json"),
    ("amend", "1", "--no-input", "--json"),
    ("follow-up", "2", "--no-input"),
    ("review", "1", "--no-input"),
)
"""Commands that speak of some records, which may not be there, or not be such as they need."""

few = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)


@pytest.fixture(autouse=True)
def _folder(log: Path) -> None:
    log.parent.mkdir()


def ended(infoshare: Infoshare, *call: str) -> int:
    """How a command ended, which must not be in an error that nobody thought of."""
    run = infoshare("log", *call)
    assert "does not know" not in run.err + run.out, (call, run.err)
    assert "Traceback" not in run.err
    if call[-1] == "--json":
        json.loads(run.out)
    return run.code


@given(content=any_logs(), call=st.sampled_from(OF_ALL))
@few
def test_any_bytes(infoshare: Infoshare, log: Path, content: bytes, call: tuple[str, ...]) -> None:
    """Exit 0 for a sound log, 1 for a broken one."""
    log.write_bytes(content)
    assert ended(infoshare, *call) == (0 if found(content).sound else 1)


@given(content=sound_logs(), call=st.sampled_from(OF_ALL))
@few
def test_records_that_make_no_sense(
    infoshare: Infoshare, log: Path, content: bytes, call: tuple[str, ...]
) -> None:
    """Whatever a field holds, it is shown, or passed over."""
    log.write_bytes(content)
    assert ended(infoshare, *call) == 0


@given(content=any_logs(), call=st.sampled_from(OF_SOME))
@few
def test_some_of_any_records(
    infoshare: Infoshare, log: Path, content: bytes, call: tuple[str, ...]
) -> None:
    """Done, or not; or there is no such record, or more is needed; and nothing is written."""
    log.write_bytes(content)
    assert ended(infoshare, *call) in range(5)
    assert log.read_bytes() == content
