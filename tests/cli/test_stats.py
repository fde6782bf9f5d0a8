"""`infoshare log stats`: counts in words and as JSON, and the exit codes."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from infoshare_cli.core.record import Record
from tests.cli.conftest import Infoshare
from tests.conftest import Decision, RecordsOf, about, numbered_id

STATE = {"integrity": "ok", "first_broken": None, "torn": False}


def write(log: Path, records: Sequence[Record]) -> None:
    """Make a log with these records."""
    log.parent.mkdir()
    log.write_bytes(b"".join(record.to_line() for record in records))


@pytest.fixture
def kept(log: Path, decision: Decision, records_of: RecordsOf) -> list[Record]:
    """8 decisions to share, 4 of them against the rules; 6 were confirmed; 2 others."""
    entries = [
        *[decision(case_ref=f"T-{number}") for number in range(4)],
        *[decision(override_reason="Because.", area="bedford") for _ in range(4)],
        *[decision(decision="wait", outcome="seek-advice") for _ in range(2)],
        *[
            about("follow-up", numbered_id(n), 1, follow_up="receipt-confirmed")
            for n in range(1, 7)
        ],
    ]
    records = records_of(entries)
    write(log, records)
    return records


EMPTY: dict[str, Any] = {
    "rounded_to": 5,
    "decisions": 0,
    "abandoned": 0,
    "by_outcome": [],
    "by_decision": [],
    "by_area": [],
    "by_month": [],
    "overridden": {"yes": 0, "no": 0, "erased": 0},
    "overridden_rules": [],
    "time_to_receipt": {
        "same_day": 0, "days_1_to_2": 0, "days_3_to_7": 0, "longer": 0, "none_yet": 0,
    },
    "erased": {"whole": 0, "part": 0},
    **STATE,
}  # fmt: skip


def numbers(value: object) -> Iterator[int]:
    """Every number in a JSON document."""
    if isinstance(value, dict):
        for each in value.values():
            yield from numbers(each)
    elif isinstance(value, list):
        for each in value:
            yield from numbers(each)
    elif isinstance(value, int) and not isinstance(value, bool):
        yield value


def test_as_json(infoshare: Infoshare, kept: list[Record]) -> None:
    """Every key is there, every count is rounded, and what comes to 0 is not named."""
    run = infoshare("log", "stats", "--json")
    assert run.code == 0
    assert run.json == {
        **EMPTY,
        "decisions": 10,
        "by_outcome": [{"outcome": "share-without-consent", "count": 10}],
        "by_decision": [{"decision": "share", "count": 10}],
        "by_area": [{"area": "bedford", "count": 5}, {"area": "luton", "count": 5}],
        "by_month": [{"month": "2026-11", "count": 10}],
        "overridden": {"yes": 5, "no": 5, "erased": 0},
        "overridden_rules": [{"rule": "r2", "count": 5}],
        "time_to_receipt": {**EMPTY["time_to_receipt"], "same_day": 5},
    }
    assert {each % 5 for each in numbers(run.json)} == {0}


def test_in_words(infoshare: Infoshare, kept: list[Record]) -> None:
    """Names and numbers, and why the numbers are not exact."""
    run = infoshare("log", "stats")
    assert (run.code, run.err) == (0, "")
    assert "rounded to the nearest 5" in run.out
    assert "What the rules came to\nshare-without-consent: 10\n" in run.out
    assert "As the rules say, or otherwise\nAs the rules say: 5\nOtherwise: 5\n" in run.out
    assert "seek-advice" not in run.out, "2 are not named"
    assert max(map(len, run.out.splitlines())) <= 80


def test_no_log(infoshare: Infoshare, log: Path) -> None:
    """Nothing to count, exit 0, and looking makes nothing."""
    run = infoshare("log", "stats")
    assert (run.code, run.err) == (0, "")
    assert "There are no records in the log" in run.out
    assert infoshare("log", "stats", "--json").json == EMPTY
    assert not log.parent.exists()


def test_a_broken_log(infoshare: Infoshare, log: Path, kept: list[Record]) -> None:
    """What can be read is counted, what is wrong is told, exit 1."""
    log.write_bytes(log.read_bytes().replace(b"T-2", b"T-9"))
    run = infoshare("log", "stats")
    assert run.code == 1
    assert "share: 10" in run.out
    assert "The log is broken. Record 3" in run.err
    assert infoshare("log", "stats", "--json").json["integrity"] == "broken"


def test_there_is_nothing_to_narrow_the_counts_down_with(infoshare: Infoshare) -> None:
    """The difference of two rounded counts could tell of one child."""
    for option in ("--area", "--from", "--outcome", "--case"):
        assert infoshare("log", "stats", option, "x").code == 2


def test_one_decision_leaves_no_trace(
    infoshare: Infoshare, log: Path, decision: Decision, records_of: RecordsOf
) -> None:
    """Of a log with a single one, no word of it is told."""
    write(log, records_of([decision(override_reason="Because.")]))
    assert infoshare("log", "stats", "--json").json == EMPTY
    out = infoshare("log", "stats").out
    for word in ("luton", "share-", "r2", "Nov", "1:"):
        assert word not in out
