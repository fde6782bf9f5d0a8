"""`infoshare log due`: what is still to be done, and the exit codes."""

import os
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from infoshare_cli.cli import due
from infoshare_cli.core.record import Record
from tests.cli.conftest import Infoshare
from tests.conftest import Decision, RecordsOf, about, numbered_id

TODAY = datetime(2026, 11, 25, 12, tzinfo=UTC)
STATE = {"integrity": "ok", "first_broken": None, "torn": False}
posix_only = pytest.mark.skipif(os.name == "nt", reason="time zones of POSIX")


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(due, "now", lambda: TODAY)


@pytest.fixture
def eastern(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A clock that is thirteen hours ahead of UTC."""
    monkeypatch.setenv("TZ", "EAST-13")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def write(log: Path, records: Sequence[Record]) -> None:
    """Make a log with these records."""
    log.parent.mkdir()
    log.write_bytes(b"".join(record.to_line() for record in records))


@pytest.fixture
def kept(log: Path, decision: Decision, records_of: RecordsOf) -> list[Record]:
    """1 was shared; 2 waits for consent; 3 is to be looked at on the 28th; 4 was confirmed."""
    records = records_of(
        [
            decision(24),
            decision(case_ref="T-2", decision="ask-consent"),
            decision(25, case_ref=None, area=None, decision="wait", review_on="2026-11-28"),
            decision(26),
            about("follow-up", numbered_id(4), 27, follow_up="receipt-confirmed"),
        ]
    )
    write(log, records)
    return records


def test_in_words(infoshare: Infoshare, kept: list[Record]) -> None:
    """The oldest first, each with the command to type."""
    run = infoshare("log", "due")
    assert (run.code, run.err) == (0, "")
    parts = (
        "Due today, the oldest first: 2.",
        "record 2, T-2, luton",
        "\ninfoshare assess --continue 2\n",
        "record 1, T-1, luton",
        "\ninfoshare log follow-up 1\n",
    )
    assert [run.out.find(part) for part in parts] == sorted(map(run.out.index, parts))
    assert "infoshare log review 3" in infoshare("log", "due", "--days", "5").out


def test_as_json(infoshare: Infoshare, kept: list[Record]) -> None:
    """Every key of every entry; days by this computer's clock, instants in UTC."""
    run = infoshare("log", "due", "--days", "5", "--json")
    assert run.code == 0

    def local(number: int) -> str:
        at = datetime.fromisoformat(kept[number - 1].head.at)
        return at.astimezone().date().isoformat()

    def entry(
        what: str, seq: int, day: str, case: str | None, area: str | None
    ) -> dict[str, object]:
        late = (TODAY.astimezone().date() - datetime.fromisoformat(day).date()).days
        return {
            "what": what,
            "seq": seq,
            "id": numbered_id(seq),
            "case_ref": case,
            "area": area,
            "recorded": kept[seq - 1].head.at,
            "due": day,
            "overdue_days": max(0, late),
            "held": False,
        }

    assert run.json == {
        "due": [
            entry("consent", 2, local(2), "T-2", "luton"),
            entry("receipt", 1, local(1), "T-1", "luton"),
            entry("review", 3, "2026-11-28", None, None),
        ],
        "days": 5,
        **STATE,
    }


@pytest.mark.parametrize(("days", "seen"), [("0", 2), ("1", 2), ("4", 3), ("36500", 3)])
def test_how_far_ahead(infoshare: Infoshare, kept: list[Record], days: str, seen: int) -> None:
    """What falls due later than that is left out."""
    assert len(infoshare("log", "due", "--days", days, "--json").json["due"]) == seen


@posix_only
@pytest.mark.usefixtures("eastern")
def test_today_is_what_the_wall_says(infoshare: Infoshare, kept: list[Record]) -> None:
    """Thirteen hours ahead, noon of the 25th is the 26th, and so are records a day later."""
    run = infoshare("log", "due", "--json")
    days = {each["seq"]: (each["due"], each["overdue_days"]) for each in run.json["due"]}
    assert days == {2: ("2026-11-23", 3), 1: ("2026-11-24", 2)}
    assert len(infoshare("log", "due", "--days", "2", "--json").json["due"]) == 3


@pytest.mark.parametrize("days", ["-1", "36501", "9" * 5000, "soon", "", "1.5", "\u0663"])
def test_days_that_are_none(infoshare: Infoshare, kept: list[Record], days: str) -> None:
    """Exit 2, with what would have been right."""
    run = infoshare("log", "due", "--days", days, "--json")
    assert (run.code, run.json["status"]) == (2, "error")
    (fault,) = run.json["faults"]
    assert (fault["path"], fault["found"]) == ("--days", repr(days))
    assert "from 0 to 36500" in fault["expected"]


def test_no_log(infoshare: Infoshare, log: Path) -> None:
    """Nothing is due, exit 0, and looking makes nothing."""
    run = infoshare("log", "due")
    assert (run.code, run.out, run.err) == (0, "Nothing is due today.\n", "")
    assert infoshare("log", "due", "--json").json == {"due": [], "days": 0, **STATE}
    assert not log.parent.exists()


def test_a_broken_log(infoshare: Infoshare, log: Path, kept: list[Record]) -> None:
    """What can be read is told, what is wrong too, exit 1."""
    log.write_bytes(log.read_bytes().replace(b"T-2", b"T-9") + b"nonsense\n")
    run = infoshare("log", "due")
    assert run.code == 1
    assert "infoshare log follow-up 1" in run.out
    assert "The log is broken. Record 2" in run.err
    assert infoshare("log", "due", "--json").json["integrity"] == "broken"


def test_nothing_of_an_erased_decision_is_due(
    infoshare: Infoshare, log: Path, decision: Decision, records_of: RecordsOf, erased: RecordsOf
) -> None:
    """It drops out without a word."""
    records = records_of([decision(review_on="2026-11-01")])
    write(log, erased(records, 1, *records[0].body))
    run = infoshare("log", "due")
    assert (run.code, run.out, run.err) == (0, "Nothing is due today.\n", "")


def test_what_was_done_is_not_due_any_more(
    infoshare: Infoshare, log: Path, decision: Decision, records_of: RecordsOf
) -> None:
    """Each thing by the record that settles it; to say that it is to go is not to erase it."""
    entries = [
        decision(review_on="2026-11-23"),
        about("follow-up", numbered_id(1), 1, follow_up="receipt-confirmed"),
        about("review", numbered_id(1), 2, retention="erase"),
    ]
    seen = []
    log.parent.mkdir()
    for number in (1, 2, 3):
        log.write_bytes(b"".join(each.to_line() for each in records_of(entries[:number])))
        due_now = infoshare("log", "due", "--json").json["due"]
        seen.append([each["what"] for each in due_now])
    assert seen == [["receipt", "review"], ["review"], ["erasure"]]


def test_consent_withdrawn_and_words_to_erase(
    infoshare: Infoshare, log: Path, decision: Decision, records_of: RecordsOf
) -> None:
    """Each with its command; a hold comes before the erasing, in words and as JSON."""
    first = numbered_id(1)
    entries = [
        decision(decision="not-share"),
        about("amendment", first, 1, change="consent-withdrawn"),
        about("review", first, 2, retention="erase"),
        about("hold", first, 3, authority="The county court"),
    ]
    write(log, records_of(entries[:3]))
    out = infoshare("log", "due").out
    assert "\ninfoshare assess --continue 1\n" in out
    assert "\ninfoshare log redact 1 --whole\n" in out
    log.write_bytes(b"".join(each.to_line() for each in records_of(entries)))
    out = infoshare("log", "due").out
    assert "the hold comes first" in " ".join(out.split())
    assert "log redact" not in out
    told = infoshare("log", "due", "--json").json["due"]
    assert [(each["what"], each["held"]) for each in told] == [
        ("decision", True),
        ("erasure", True),
    ]


def test_erased_whole_nothing_is_due(
    infoshare: Infoshare, log: Path, decision: Decision, records_of: RecordsOf
) -> None:
    """The command that is shown settles it."""
    first = numbered_id(1)
    write(log, records_of([decision(), about("review", first, 1, retention="erase")]))
    assert "erasure" in {each["what"] for each in infoshare("log", "due", "--json").json["due"]}
    run = infoshare("log", "redact", "1", "--whole", "--reason", "retention", "--yes")
    assert run.code == 0
    assert infoshare("log", "due", "--json").json["due"] == []
