"""`infoshare log show`: a record, what it belongs to, and what happened since."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from infoshare_cli.core.field_labels import in_words
from infoshare_cli.core.record import Record
from tests.cli.conftest import Infoshare
from tests.conftest import Decision, RecordsOf, about, numbered_id


def write(log: Path, records: Sequence[Record]) -> None:
    """Make a log with these records."""
    log.parent.mkdir()
    log.write_bytes(b"".join(record.to_line() for record in records))


@pytest.fixture
def every(log: Path, every_kind: list[Record]) -> list[Record]:
    """What stands in the log of the test: every kind of record."""
    write(log, every_kind)
    return every_kind


def test_the_story_in_words(infoshare: Infoshare, every: list[Record]) -> None:
    """What happened since, in order, and then the record in full."""
    run = infoshare("log", "show", "1")
    assert (run.code, run.err) == (0, "")
    parts = (
        "Record 1, ",
        "Record 2 goes on from it.",
        "What happened since",
        "Something was corrected (record 4)",
        "It was confirmed that it arrived (record 5)",
        "Reviewed, and kept (record 6)",
        "What was written down in record 1",
        "Reason: Made up for a test.",
        "Anchor: 1.",
    )
    assert [run.out.find(part) for part in parts] == sorted(map(run.out.index, parts))


@pytest.mark.parametrize(
    ("seq", "about_", "continues", "continued_by", "life"),
    [
        (1, None, None, [2], [4, 5, 6]),
        (2, None, 1, [], [9]),
        (3, None, None, [], [7, 8]),
        (6, 1, None, [], []),
        (9, 2, None, [], []),
    ],
)
def test_the_story_as_json(
    infoshare: Infoshare,
    every: list[Record],
    *,
    seq: int,
    about_: int | None,
    continues: int | None,
    continued_by: list[int],
    life: list[int],
) -> None:
    """The records about it in full, each as it is shown by itself; the others by number and id."""
    run = infoshare("log", "show", str(seq), "--json")
    assert run.code == 0

    def link(number: int | None) -> dict[str, object] | None:
        return {"seq": number, "id": numbered_id(number)} if number else None

    told = run.json
    assert (told["about"], told["continues"]) == (link(about_), link(continues))
    assert told["continued_by"] == [link(each) for each in continued_by]
    assert [each["seq"] for each in told["life"]] == life
    for each in told["life"]:
        alone = infoshare("log", "show", str(each["seq"]), "--json").json
        assert each == {name: alone[name] for name in each}


@pytest.mark.parametrize("seq", range(1, 10))
def test_every_kind_can_be_shown(infoshare: Infoshare, every: list[Record], seq: int) -> None:
    """Also by its id, in capitals if somebody likes; every word in it is shown.

    What was chosen is shown as it was read then.
    """
    run = infoshare("log", "show", numbered_id(seq).upper())
    assert (run.code, run.err) == (0, "")
    shown = " ".join(run.out.split())
    record = every[seq - 1]
    for name in record.body:
        if text := record.text(name):
            assert in_words(record.head.kind, name, text) in shown


@pytest.mark.parametrize("wanted", ["01", "\u0661", "1.0", "+1", "0", "\u00b9"])
def test_what_is_no_number_is_no_record(
    infoshare: Infoshare, every: list[Record], wanted: str
) -> None:
    """Exit 2 and one JSON document, though int() would make a number of some of them."""
    run = infoshare("log", "show", wanted, "--json")
    assert (run.code, run.json["message"]) == (2, "There is no such record.")
    assert infoshare("log", "show", " 1 ", "--json").json["seq"] == 1


def test_a_number_that_cannot_be_read_is_there_all_the_same(
    infoshare: Infoshare, log: Path, every: list[Record]
) -> None:
    """With spaces around it, too; a number that is none is not there, broken log or not."""
    lines = log.read_bytes().splitlines(keepends=True)
    keys = infoshare("log", "show", "1", "--json").json.keys()
    log.write_bytes(b"".join([b"nonsense\n", *lines[1:]]))
    for wanted in ("1", " 1 "):
        run = infoshare("log", "show", wanted, "--json")
        assert (run.code, run.json["integrity"]) == (1, "broken")
        assert (run.json.keys(), run.json["id"], run.json["life"]) == (keys, None, [])
    assert infoshare("log", "show", "01", "--json").code == 2


def test_a_hold_is_told(
    infoshare: Infoshare, log: Path, decision: Decision, records_of: RecordsOf
) -> None:
    """In the list and with the record, in words and as JSON."""
    write(log, records_of([decision(), decision(1), about("hold", numbered_id(1), 2)]))
    assert "nothing of it may be erased" in infoshare("log", "show", "1").out
    shown = infoshare("log", "show", "1", "--json").json
    assert shown["holds"] == [{"seq": 3, "id": numbered_id(3)}]
    assert "Decision: share (held)" in infoshare("log", "list").out
    listed = infoshare("log", "list", "--json").json["records"]
    assert [each["held"] for each in listed] == [True, False, True]


def test_a_broken_log_still_tells_the_story(
    infoshare: Infoshare, log: Path, every: list[Record]
) -> None:
    """As far as it can be read; what is wrong is told, and the exit code is 1."""
    log.write_bytes(log.read_bytes().replace(b"Duty worker", b"Duty_worker"))
    run = infoshare("log", "show", "1")
    assert run.code == 1
    assert "Confirmed by: Duty_worker" in run.out
    assert "The log is broken. Record 5 (line 5)" in run.err
    assert infoshare("log", "show", "1", "--json").json["integrity"] == "broken"


def test_nothing_in_a_later_record_steers_the_terminal(
    infoshare: Infoshare, log: Path, decision: Decision, records_of: RecordsOf
) -> None:
    """Nor can a line feed in it pass for another row."""
    evil = "\x1b[2J\u202eevil\nBy: The county court"
    write(log, records_of([decision(), about("follow-up", numbered_id(1), 1, details=evil)]))
    out = infoshare("log", "show", "1").out
    assert "evil\n  By: The county court" in out
    assert not {"\x1b", "\u202e"} & set(out)
