"""`infoshare log`: what is shown, what is told, and the exit codes."""

import csv
import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from infoshare_cli.core.anchor import write_anchor
from infoshare_cli.core.record import RECORD_FIELDS, Record
from tests.cli.conftest import Infoshare
from tests.conftest import Decision, RecordsOf

posix_only = pytest.mark.skipif(os.name == "nt", reason="time zones and terminals of POSIX")


@pytest.fixture
def records(decision: Decision, records_of: RecordsOf) -> list[Record]:
    """Three decisions, at noon, in the night and a day later."""
    cases = ((0, "T-0"), (11.75, "T-1"), (24, "T-2"))
    return records_of([decision(hours, case_ref=case) for hours, case in cases])


def write(log: Path, records: list[Record], *more: bytes) -> None:
    """Make a log with these records."""
    log.parent.mkdir()
    log.write_bytes(b"".join([*(record.to_line() for record in records), *more]))


@pytest.fixture
def kept(log: Path, records: list[Record]) -> Path:
    """A sound log with the three decisions."""
    write(log, records)
    return log


@pytest.fixture
def broken(log: Path, records: list[Record]) -> Path:
    """The same log, with the second record changed and a line that is no record."""
    write(log, records, b"nonsense\n")
    log.write_bytes(log.read_bytes().replace(b"T-1", b"T-9"))
    return log


@pytest.fixture
def british_summer(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A clock that is an hour ahead of UTC."""
    monkeypatch.setenv("TZ", "BST-1")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def anchor_of(record: Record) -> str:
    """The anchor of a record."""
    return write_anchor(record.head.seq, record.hash)


BREAK = {"seq": 2, "line": 2, "why": "the field case_ref is not what was written"}


class TestNoLog:
    """Nothing was recorded yet: that is no error, and looking makes nothing."""

    @pytest.fixture(autouse=True)
    def _nothing_is_made(self, log: Path) -> Iterator[None]:
        yield
        assert not log.parent.exists()

    @pytest.mark.parametrize("command", ["list", "verify", "anchor"])
    def test_in_words(self, infoshare: Infoshare, command: str) -> None:
        """No records, exit 0."""
        run = infoshare("log", command)
        assert (run.code, run.err) == (0, "")
        assert "no records" in run.out

    def test_as_json(self, infoshare: Infoshare) -> None:
        """Every key is there."""
        state = {"integrity": "ok", "first_broken": None, "torn": False}
        assert infoshare("log", "list", "--json").json == {"records": [], **state}
        assert infoshare("log", "anchor", "--json").json == {
            "anchor": None,
            "note": None,
            "records": 0,
            **state,
        }
        assert infoshare("log", "verify", "--json").json == {
            "integrity": "ok",
            "completeness": "unchecked",
            "signature": "none",
            "records": 0,
            "first_broken": None,
            "redacted": 0,
            "torn": False,
            "remarks": [],
        }

    def test_exports_are_empty(self, infoshare: Infoshare) -> None:
        """An array without entries, no lines, a header."""
        assert infoshare("log", "export").out == "[]\n"
        assert infoshare("log", "export", "--format", "jsonl").out == ""
        assert infoshare("log", "export", "--format", "csv").out.count("\r\n") == 1

    def test_an_anchor_says_that_there_was_one(
        self, infoshare: Infoshare, records: list[Record]
    ) -> None:
        """A log that is gone is a log that was cut."""
        run = infoshare("log", "verify", "--anchor", anchor_of(records[0]), "--json")
        assert (run.code, run.json["completeness"], run.json["records"]) == (1, "shorter", 0)

    def test_no_record_has_an_id(self, infoshare: Infoshare) -> None:
        """Whoever asks for one is told so."""
        assert infoshare("log", "show", "1").code == 2
        assert infoshare("log", "export", "--id", "1").code == 2


@pytest.mark.usefixtures("kept")
class TestSoundLog:
    """A log as it was written."""

    def test_list_in_words(self, infoshare: Infoshare) -> None:
        """A record each, the oldest first, with what one looks for."""
        run = infoshare("log", "list")
        assert (run.code, run.err) == (0, "")
        shown = " ".join(run.out.split())
        for number, case in enumerate(("T-0", "T-1", "T-2"), start=1):
            assert f"No.: {number}; Recorded: 2" in shown
            assert f"Case: {case}; Outcome: share-without-consent; Decision: share;" in shown
        assert shown.index("T-0") < shown.index("T-1") < shown.index("T-2")

    @posix_only
    @pytest.mark.usefixtures("british_summer")
    def test_times_are_those_of_the_clock_on_the_wall(self, infoshare: Infoshare) -> None:
        """In words, the local time; in JSON, UTC."""
        assert "Recorded: 23 Nov 2026 00:45" in infoshare("log", "list").out
        assert "Record 2, 23 Nov 2026 00:45" in infoshare("log", "show", "2").out
        listed = infoshare("log", "list", "--json").json["records"]
        assert listed[1]["at"] == "2026-11-22T23:45:00.123Z"

    def test_list_as_json(self, infoshare: Infoshare, records: list[Record]) -> None:
        """The same, for programs."""
        run = infoshare("log", "list", "--json")
        assert run.code == 0
        assert len(run.json["records"]) == 3
        assert run.json["records"][0] == {
            "seq": 1,
            "id": records[0].head.id,
            "kind": "decision",
            "at": "2026-11-22T12:00:00.123Z",
            "of": None,
            "case_ref": "T-0",
            "outcome": "share-without-consent",
            "decision": "share",
            "area": "luton",
            "held": False,
        }

    def test_show_in_words(self, infoshare: Infoshare, records: list[Record]) -> None:
        """Everything that the record holds, what was written down first."""
        run = infoshare("log", "show", "2")
        assert (run.code, run.err) == (0, "")
        parts = (
            "Record 2",
            "Case ref: T-1",
            "Reason: Made up for a test.",
            "Outcome: share-without-consent",
            "- Serious. (page 6)",
            "- before: Ring back. (page 13)",
            "Immediate danger: no",
            "Concern: child-significant-harm",
            "Left empty: Role",
            "Kind: decision",
            f"Id: {records[1].head.id}",
            "Rules: pan-bedfordshire 1.0.0",
            f"Anchor: {anchor_of(records[1])}",
        )
        assert [run.out.find(part) for part in parts] == sorted(map(run.out.index, parts))

    def test_show_by_id_as_json(self, infoshare: Infoshare, records: list[Record]) -> None:
        """A whole id names a record as its number does."""
        by_id = infoshare("log", "show", records[1].head.id.upper(), "--json").json
        assert by_id == infoshare("log", "show", "2", "--json").json
        assert by_id["fields"]["case_ref"] == "T-1"
        assert (by_id["integrity"], by_id["first_broken"], by_id["torn"]) == ("ok", None, False)

    @pytest.mark.parametrize("wanted", ["4", "0", "T-1", "00000000", "", "9" * 5000])
    def test_an_unknown_id(self, infoshare: Infoshare, wanted: str) -> None:
        """Exit 2, with what would have been right."""
        run = infoshare("log", "show", wanted, "--json")
        assert run.code == 2
        (fault,) = run.json["faults"]
        assert fault["expected"] == "the number or the whole id of a record in the log"

    def test_verify_in_words(self, infoshare: Infoshare, records: list[Record]) -> None:
        """Sound, as far as it can be seen; with anchors, to the end."""
        run = infoshare("log", "verify")
        assert (run.code, run.err) == (0, "")
        assert "Every record is as it was written. Records: 3." in run.out
        assert "Whether records were cut off at the end" in run.out
        fit = infoshare("log", "verify", "--anchor", anchor_of(records[2]))
        assert fit.code == 0
        assert "Every anchor that you gave fits" in fit.out

    def test_the_anchor_printed_is_one_that_fits(self, infoshare: Infoshare) -> None:
        """In words it stands alone, to be copied."""
        code = infoshare("log", "anchor").out.strip()
        assert infoshare("log", "anchor", "--json").json["anchor"] == code
        run = infoshare("log", "verify", "--anchor", code.lower().replace("-", " "), "--json")
        assert (run.code, run.json["completeness"]) == (0, "ok")

    def test_anchors_that_do_not_fit(
        self, infoshare: Infoshare, log: Path, records: list[Record]
    ) -> None:
        """Exit 1: cut, or not the one of old."""
        log.write_bytes(log.read_bytes()[: -len(records[2].to_line())])
        cut = infoshare("log", "verify", "--anchor", anchor_of(records[2]))
        assert cut.code == 1
        assert "Records are missing at the end." in cut.out
        assert "The log is shorter than the anchor of record 3: it has 2." in cut.out
        other = write_anchor(2, "0" * 64)
        two = ("--anchor", anchor_of(records[0]), "--anchor", other)
        run = infoshare("log", "verify", *two, "--json")
        assert (run.code, run.json["completeness"], run.json["integrity"]) == (1, "rewritten", "ok")
        assert "Something in records 2 to 2 was changed." in run.json["remarks"][0]
        assert "This is not the log that was anchored." in infoshare("log", "verify", *two).out

    @pytest.mark.parametrize("code", ["", "1", "1.AAAA", "1.AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG"])
    def test_an_anchor_that_is_none_is_no_tampering(self, infoshare: Infoshare, code: str) -> None:
        """Exit 2, and nothing is said of the log."""
        run = infoshare("log", "verify", "--anchor", code, "--json")
        assert (run.code, run.json["status"]) == (2, "error")
        assert run.json["faults"][0]["path"] == "--anchor"


@pytest.mark.usefixtures("broken")
class TestBrokenLog:
    """A log that was changed: what can be read is shown, what is wrong is told, exit 1."""

    @pytest.mark.parametrize("command", [["list"], ["show", "1"], ["show", "2"], ["export"]])
    def test_what_can_be_read_is_shown(self, infoshare: Infoshare, command: list[str]) -> None:
        """On standard output the records, on standard error the warning."""
        run = infoshare("log", *command)
        assert run.code == 1
        assert "T-9" in run.out or "T-0" in run.out
        assert "broken" not in run.out
        warning = " ".join(run.err.split())
        assert "The log is broken. Record 2 (line 2): the field case_ref is not what" in warning

    def test_as_json(self, infoshare: Infoshare) -> None:
        """The document says it too."""
        listed = infoshare("log", "list", "--json")
        assert (listed.code, len(listed.json["records"])) == (1, 3)
        assert (listed.json["integrity"], listed.json["first_broken"]) == ("broken", BREAK)
        shown = infoshare("log", "show", "2", "--json")
        assert (shown.code, shown.json["first_broken"]) == (1, BREAK)

    def test_verify(self, infoshare: Infoshare) -> None:
        """Where, and why."""
        run = infoshare("log", "verify", "--json")
        assert run.code == 1
        assert run.json == {
            "integrity": "broken",
            "completeness": "unchecked",
            "signature": "none",
            "records": 4,
            "first_broken": BREAK,
            "redacted": 0,
            "torn": False,
            "remarks": [],
        }
        assert "The log is broken. Record 2 (line 2)" in infoshare("log", "verify").out

    def test_it_has_no_anchor(self, infoshare: Infoshare) -> None:
        """Nobody should note the code of a log that was changed."""
        assert infoshare("log", "anchor").out == ""
        run = infoshare("log", "anchor", "--json")
        assert (run.code, run.json["anchor"], run.json["records"]) == (1, None, 4)

    def test_a_record_that_cannot_be_read_is_no_wrong_call(
        self, infoshare: Infoshare, log: Path
    ) -> None:
        """It is there: what is wrong with the log is told, and the exit code is 1."""
        lines = log.read_bytes().split(b"\n")
        log.write_bytes(b"\n".join([lines[0], b"x", *lines[2:]]))
        run = infoshare("log", "show", "2")
        assert (run.code, run.out) == (1, "")
        assert "Record 2 (line 2)" in run.err
        assert infoshare("log", "show", "2", "--json").json["integrity"] == "broken"

    def test_an_unknown_id_is_still_unknown(self, infoshare: Infoshare) -> None:
        """A wrong call comes before a broken log."""
        assert infoshare("log", "show", "9").code == 2


class TestOtherStates:
    """What a log can be besides sound or tampered with."""

    def test_a_later_format_is_named(
        self, infoshare: Infoshare, log: Path, records: list[Record]
    ) -> None:
        """What to do is said: get a newer version."""
        write(log, records[:1])
        log.write_bytes(log.read_bytes().replace(b'"v":1', b'"v":2'))
        run = infoshare("log", "verify", "--json")
        assert run.code == 1
        assert "needs a newer version of infoshare" in run.json["first_broken"]["why"]

    def test_an_unfinished_line_is_told_and_breaks_nothing(
        self, infoshare: Infoshare, log: Path, records: list[Record]
    ) -> None:
        """Exit 0: the power failed, nobody tampered."""
        write(log, records, records[0].to_line()[:40])
        run = infoshare("log", "list")
        assert run.code == 0
        assert "The log's last line was not finished" in run.err
        verified = infoshare("log", "verify")
        assert verified.code == 0
        assert "no sign of tampering" in " ".join(verified.out.split())
        assert infoshare("log", "verify", "--json").json["torn"] is True

    def test_erased_words_are_shown_as_erased(
        self, infoshare: Infoshare, log: Path, records: list[Record], erased: RecordsOf
    ) -> None:
        """The log stays sound, and the gap is plain to see."""
        write(log, erased(records, 2, "reason", "case_ref", "rests_on"))
        shown = infoshare("log", "show", "2")
        assert shown.code == 0
        assert "Reason: [erased]" in shown.out
        assert "[erased] stands where words were taken out" in shown.out
        assert "Case: [erased]" in infoshare("log", "list").out
        assert "something was erased: 1." in infoshare("log", "verify").out
        redaction = infoshare("log", "show", "4").out
        assert f"Follows on from: {records[1].head.id}" in redaction

    def test_a_record_with_every_field_leaves_none_empty(
        self, infoshare: Infoshare, log: Path, decision: Decision, records_of: RecordsOf
    ) -> None:
        """The line about empty fields is there only if there are some."""
        write(log, records_of([decision(**dict.fromkeys(RECORD_FIELDS, "x"))]))
        shown = infoshare("log", "show", "1").out
        assert "Review on: x" in shown
        assert "Left empty" not in shown

    def test_a_clock_set_back_is_told(
        self, infoshare: Infoshare, log: Path, decision: Decision, records_of: RecordsOf
    ) -> None:
        """A remark, exit 0."""
        write(log, records_of([decision(1), decision(0)]))
        run = infoshare("log", "verify")
        assert run.code == 0
        assert "The clock was set back before record 2" in run.out

    @pytest.mark.parametrize(
        "command", [["list"], ["show", "1"], ["verify"], ["anchor"], ["export"]]
    )
    def test_what_cannot_be_read_is_an_error_of_the_log(
        self, infoshare: Infoshare, log: Path, command: list[str]
    ) -> None:
        """Exit 4, in words and as JSON."""
        log.mkdir(parents=True)
        run = infoshare("log", *command)
        assert (run.code, "cannot be read" in run.err) == (4, True)
        assert infoshare("log", *command, "--json").json["status"] == "error"

    def test_nothing_in_a_record_steers_the_terminal(
        self, infoshare: Infoshare, log: Path, decision: Decision, records_of: RecordsOf
    ) -> None:
        """Control characters and overrides of direction are made visible."""
        evil = "\x1b[2J\u202eevil\x07"
        write(log, records_of([decision(case_ref=evil, area=evil, reason=evil)]))
        for command in (["list"], ["show", "1"], ["export"], ["list", "--json"]):
            out = infoshare("log", *command).out
            assert "evil" in out
            assert not {"\x1b", "\u202e", "\x07"} & set(out)


@pytest.mark.usefixtures("kept")
class TestExport:
    """Records for other programs."""

    def test_json_is_the_default_and_json_changes_nothing(self, infoshare: Infoshare) -> None:
        """`--json` is taken like everywhere; what comes out is for --format to say."""
        run = infoshare("log", "export")
        assert [each["fields"]["case_ref"] for each in run.json] == ["T-0", "T-1", "T-2"]
        assert infoshare("log", "export", "--json").out == run.out
        lines = infoshare("log", "export", "--format", "jsonl", "--json").out.splitlines()
        assert [json.loads(line) for line in lines] == run.json

    def test_csv_opens_in_a_spreadsheet(self, infoshare: Infoshare) -> None:
        """A byte order mark, so that it is read as UTF-8; a row for each decision."""
        text = infoshare("log", "export", "--format", "csv").out
        assert text.startswith("\ufeff")
        rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
        assert [row["case_ref"] for row in rows] == ["T-0", "T-1", "T-2"]

    def chosen(self, infoshare: Infoshare, *options: str) -> list[int]:
        """The numbers of the records that an export with these options holds."""
        run = infoshare("log", "export", *options)
        assert run.code == 0
        return [each["seq"] for each in run.json]

    def test_by_number_and_id(self, infoshare: Infoshare, records: list[Record]) -> None:
        """Several may be named; their order is that of the log."""
        assert self.chosen(infoshare, "--id", "3", "--id", records[0].head.id) == [1, 3]
        assert infoshare("log", "export", "--id", "1", "--id", "9").code == 2

    @pytest.mark.parametrize(
        ("options", "numbers"),
        [
            (["--from", "2026-11-22"], [1, 2, 3]),
            (["--from", "2026-11-23"], [2, 3]),
            (["--to", "2026-11-22"], [1]),
            (["--from", "2026-11-22", "--to", "2026-11-22"], [1]),
            (["--from", "2026-11-23", "--to", "2026-11-23"], [2, 3]),
            (["--from", "2026-11-24"], []),
            (["--to", "2026-11-23", "--id", "2"], [2]),
            (["--to", "2026-11-22", "--id", "2"], []),
        ],
    )
    @posix_only
    @pytest.mark.usefixtures("british_summer")
    def test_by_day(self, infoshare: Infoshare, options: list[str], numbers: list[int]) -> None:
        """Local days, the first and the last included: 23:45 UTC is the next day here."""
        assert self.chosen(infoshare, *options) == numbers

    @pytest.mark.parametrize(
        ("options", "path"),
        [
            (["--from", "22/11/2026"], "--from"),
            (["--to", "2026-02-30"], "--to"),
            (["--to", "20261122"], "--to"),
            (["--from", "2026-W47-1"], "--from"),
            (["--from", ""], "--from"),
            (["--from", "2026-11-23", "--to", "2026-11-22"], "--from"),
        ],
    )
    def test_a_day_that_is_none(self, infoshare: Infoshare, options: list[str], path: str) -> None:
        """Exit 2, and which option it was."""
        run = infoshare("log", "export", *options, "--json")
        assert run.code == 2
        assert run.json["faults"][0]["path"] == path

    def test_an_unknown_format(self, infoshare: Infoshare) -> None:
        """Exit 2."""
        assert infoshare("log", "export", "--format", "xml").code == 2

    @pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
    def test_a_file_holds_what_would_be_printed(
        self, infoshare: Infoshare, tmp_path: Path, form: str
    ) -> None:
        """Byte for byte; nothing on standard output, a word on standard error."""
        output = tmp_path / "out"
        run = infoshare("log", "export", "--format", form, "--output", output)
        assert (run.code, run.out) == (0, "")
        assert "Written to" in run.err
        assert output.read_bytes().decode() == infoshare("log", "export", "--format", form).out
        if os.name != "nt":
            assert output.stat().st_mode & 0o777 == 0o600

    def test_nothing_is_replaced(self, infoshare: Infoshare, kept: Path) -> None:
        """Not even the log itself, by mistake."""
        before = kept.read_bytes()
        run = infoshare("log", "export", "--output", kept)
        assert run.code == 2
        assert "is there already" in run.err
        assert kept.read_bytes() == before

    def test_a_place_that_cannot_be_written(self, infoshare: Infoshare, tmp_path: Path) -> None:
        """Exit 2: the call is wrong, not the log."""
        run = infoshare("log", "export", "--output", tmp_path / "missing" / "out")
        assert run.code == 2
        assert "cannot be written" in run.err

    def test_a_wrong_call_makes_no_file(self, infoshare: Infoshare, tmp_path: Path) -> None:
        """What was not exported is not there."""
        assert infoshare("log", "export", "--id", "9", "--output", tmp_path / "out").code == 2
        assert not (tmp_path / "out").exists()

    @posix_only
    def test_a_table_on_a_terminal_cannot_steer_it(
        self, log: Path, decision: Decision, records_of: RecordsOf
    ) -> None:
        """To a file or a pipe data go as they are; to a person's screen, made visible."""
        evil = records_of([decision(reason="\x1b[2J\u202eevil")])
        log.write_bytes(evil[0].to_line())
        program = "from infoshare_cli.cli.main import start; start()"
        command = [sys.executable, "-c", program, "--log", str(log), "log", "export"]
        keyboard, screen = os.openpty()
        subprocess.run([*command, "--format", "csv"], stdout=screen, check=True)
        os.close(screen)
        shown = b""
        try:
            while part := os.read(keyboard, 65536):
                shown += part
        except OSError:  # Linux says so at the end
            os.close(keyboard)
        assert b"<U+001B>[2J<U+202E>evil" in shown
        assert b"\x1b" not in shown
        assert shown.startswith(b'"seq","id"')


def test_the_days_of_the_sample_are_what_the_tests_say(records: list[Record]) -> None:
    """Noon, a quarter to midnight, and noon again, all UTC."""
    assert [record.head.at[8:16] for record in records] == ["22T12:00", "22T23:45", "23T12:00"]
    assert datetime.fromisoformat(records[0].head.at).tzinfo == UTC
