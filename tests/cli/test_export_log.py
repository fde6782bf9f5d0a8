"""`infoshare log export`: which records, of which of their fields, in which form."""

import csv
import io
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from infoshare_cli.cli import export_cases, export_stream
from infoshare_cli.cli.export_stream import exported_parts
from infoshare_cli.cli.log_selection import Selection
from infoshare_cli.cli.setup import Setup
from infoshare_cli.core.record import Entry, Place, Record, build_record
from infoshare_cli.core.record_forms import WITHDRAWN
from infoshare_cli.core.verify import Verification
from infoshare_cli.documents.log_export import csv_columns
from tests.cli.conftest import Infoshare
from tests.conftest import CASE, Decision, RecordsOf, about, numbered_id

VERIFIER = Path(__file__).parents[2] / "docs" / "verify_log.py"
FOR_PEOPLE = ("md", "html", "pdf")


def write(log: Path, records: Sequence[Record]) -> None:
    """Put a log there that was written before."""
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_bytes(b"".join(record.to_line() for record in records))


@pytest.fixture
def kept(
    log: Path, decision: Decision, records_of: RecordsOf, every_kind: list[Record]
) -> list[Record]:
    """A log with every kind of record, and after them a decision in another area."""
    entries = [
        decision(area="bedford", outcome="seek-consent", decision="ask-consent", case_ref="B 7"),
        about("follow-up", numbered_id(10), 1, follow_up="person-told"),
    ]
    place = Place()
    for record in every_kind:
        place = place.after(record.hash)
    records = [*every_kind, *_continued(entries, place)]
    write(log, records)
    return records


def _continued(entries: Iterable[Entry], place: Place) -> Iterator[Record]:
    """One record after the other; the number of each makes its id."""
    for entry in entries:
        new_id = numbered_id(place.seq)
        record = build_record(entry, place, partial(str, new_id), partial(str, "0" * 32))
        place = place.after(record.hash)
        yield record


def numbers(infoshare: Infoshare, *options: str) -> list[int]:
    """The numbers of the records that an export with these options holds."""
    run = infoshare("log", "export", *options)
    assert (run.code, run.err) == (0, "")
    return [each["seq"] for each in run.json]


@pytest.mark.usefixtures("kept")
class TestWhichRecords:
    """Filters look at the interview that a record is about."""

    @pytest.mark.parametrize(
        ("options", "found"),
        [
            (["--area", "luton"], [1, 2, 3, 4, 5, 6, 7, 8, 9]),
            (["--area", "luton", "--area", "bedford"], list(range(1, 12))),
            (["--outcome", "seek-consent"], [10, 11]),
            (["--decision", "ask-consent"], [10, 11]),
            (["--case", "T-2"], [2, 9]),
            (["--case", " t-3 "], [3, 7, 8]),
            (["--case", "T-2", "--case", "b 7"], [2, 9, 10, 11]),
            (["--case", "T-2", "--area", "bedford"], []),
            (["--case", "T-1", "--id", "5", "--id", "9"], [5]),
            (["--case", "nobody's"], []),
            (["--outcome", "do-not-share"], []),
        ],
        ids=str,
    )
    def test_by_what_they_are_about(
        self, infoshare: Infoshare, options: list[str], found: list[int]
    ) -> None:
        """Each option widens what it said before; together they narrow."""
        assert numbers(infoshare, *options) == found

    def test_other_spellings_of_an_area_are_understood(self, infoshare: Infoshare) -> None:
        """As everywhere; what was understood is told."""
        run = infoshare("log", "export", "--area", "Bedford Borough Council")
        assert [each["seq"] for each in run.json] == [10, 11]
        assert run.code == 0

    @pytest.mark.parametrize(
        ("option", "word", "near"),
        [
            ("--outcome", "share-without-consnt", "share-without-consent"),
            ("--decision", "share-limted", "share-limited"),
            ("--redact", "reasn", "reason"),
            ("--redact", "answer.concrn", "answer.concern"),
        ],
    )
    def test_a_word_that_nobody_knows_is_told_with_the_nearest(
        self, infoshare: Infoshare, option: str, word: str, near: str
    ) -> None:
        """An empty export would look like an answer."""
        run = infoshare("log", "export", option, word, "--json")
        (fault,) = run.json["faults"]
        assert run.code == 2
        assert (fault["path"], fault["suggestion"]) == (option, near)

    @pytest.mark.parametrize(
        ("option", "word"), [("--area", "Sutton"), ("--area", " "), ("--case", "")]
    )
    def test_an_area_that_is_none_and_an_empty_word(
        self, infoshare: Infoshare, option: str, word: str
    ) -> None:
        """Exit 2, and no file."""
        run = infoshare("log", "export", option, word, "--json")
        assert (run.code, run.json["status"]) == (2, "error")

    def test_a_word_of_other_rules_counts_if_the_log_has_it(
        self, infoshare: Infoshare, log: Path, decision: Decision, records_of: RecordsOf
    ) -> None:
        """Rules change; what was decided under the old ones can still be found."""
        old = decision(outcome="old-outcome", decision="old-word", area="old-area")
        write(log, records_of([old, decision(1)]))
        for option, word in (
            ("--outcome", "old-outcome"),
            ("--decision", "old-word"),
            ("--area", "old-area"),
        ):
            assert numbers(infoshare, option, word) == [1]


@pytest.mark.usefixtures("kept")
class TestForms:
    """What comes out, and how it is said."""

    @pytest.mark.parametrize(
        ("name", "start"),
        [
            ("out.json", b"[\n"),
            ("out.JSONL", b'{"seq"'),
            ("out.csv", b"\xef\xbb\xbf"),
            ("out.md", b"# Case records"),
            ("out.html", b"<!DOCTYPE html>"),
            ("out", b"[\n"),
            ("out.txt", b"[\n"),
        ],
    )
    def test_the_ending_of_a_file_says_what_it_is(
        self, infoshare: Infoshare, tmp_path: Path, name: str, start: bytes
    ) -> None:
        """Where nothing was said, JSON as ever."""
        assert infoshare("log", "export", "--output", tmp_path / name).code == 0
        assert (tmp_path / name).read_bytes().startswith(start)

    def test_what_is_said_counts_more_than_the_ending(
        self, infoshare: Infoshare, tmp_path: Path
    ) -> None:
        """A person may name a file as they like."""
        run = infoshare("log", "export", "--format", "csv", "--output", tmp_path / "out.md")
        assert run.code == 0
        assert (tmp_path / "out.md").read_bytes().startswith(b"\xef\xbb\xbf")

    def test_a_pdf_is_written_to_a_file_or_a_pipe(
        self, infoshare: Infoshare, tmp_path: Path
    ) -> None:
        """One record, with the day on which it was written out."""
        pytest.importorskip("typst")
        run = infoshare("log", "export", "--id", "1", "--output", tmp_path / "case.pdf")
        assert (run.code, run.out) == (0, "")
        assert (tmp_path / "case.pdf").read_bytes().startswith(b"%PDF-1.7")

    def test_without_typst_a_pdf_is_told_how_to_get(
        self, infoshare: Infoshare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Exit 2, before anything is read, and no file."""
        monkeypatch.setitem(sys.modules, "typst", None)
        run = infoshare("log", "export", "--output", tmp_path / "case.pdf")
        assert run.code == 2
        assert "pip install 'infoshare-cli[pdf]'" in run.err
        assert not (tmp_path / "case.pdf").exists()

    @pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are POSIX")
    def test_a_pdf_is_not_shown_on_a_terminal(self, log: Path) -> None:
        """It would be letters without sense."""
        program = "from infoshare_cli.cli.main import start; start()"
        command = [sys.executable, "-c", program, "--log", str(log), "log", "export"]
        keyboard, screen = os.openpty()
        run = subprocess.run(
            [*command, "--format", "pdf"], stdout=screen, capture_output=False, check=False
        )
        os.close(screen)
        os.close(keyboard)
        assert run.returncode == 2

    def test_the_table_of_some_has_the_columns_of_those(self, infoshare: Infoshare) -> None:
        """And a row for each decision among them."""
        out = infoshare("log", "export", "--format", "csv", "--case", "B 7").out
        (row,) = csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline=""))
        assert row["decision"] == "ask-consent"


@pytest.mark.usefixtures("kept")
class TestForPeople:
    """A case record for each interview."""

    @pytest.mark.parametrize("wanted", ["1", "4", "6", numbered_id(5)])
    def test_a_record_stands_for_the_interview_that_it_is_about(
        self, infoshare: Infoshare, wanted: str
    ) -> None:
        """With all that is about it."""
        out = infoshare("log", "export", "--format", "md", "--id", wanted).out
        assert out.startswith("# Case record T-1\n")
        assert "Corrected by record 4: Two." in out

    def test_a_consent_that_was_withdrawn_stands_first_with_what_was_decided_since(
        self, infoshare: Infoshare, log: Path, decision: Decision, records_of: RecordsOf
    ) -> None:
        """Whoever reads one line of a decision knows whether it still stands."""
        entries = [
            decision(),
            about("amendment", numbered_id(1), 1, change=WITHDRAWN, happened_on="2026-11-20"),
            replace(decision(2), of=numbered_id(1)),
            replace(decision(3), of=numbered_id(3)),
        ]
        write(log, records_of(entries))
        out = infoshare("log", "export", "--format", "md", "--id", "1").out
        assert out.splitlines()[2] == (
            "- Please note: Consent was withdrawn on 20 Nov 2026 (record 2). It was decided anew "
            "since: record 4 counts now."
        )

    def test_several_are_in_the_order_of_the_log(self, infoshare: Infoshare) -> None:
        """Each once, however many of its records are named."""
        out = infoshare(
            "log", "export", "--format", "md", "--id", "10", "--id", "8", "--id", "3"
        ).out
        headings = [line for line in out.splitlines() if line.startswith("## Case")]
        assert [line.split()[3].rstrip(",") for line in headings] == ["T-3", "B"]

    def test_without_filters_every_interview_is_there(self, infoshare: Infoshare) -> None:
        """Decisions and interviews that were given up."""
        out = infoshare("log", "export", "--format", "md").out
        assert out.startswith("# Case records\n")
        assert out.count("\n## Case record ") == 4

    def test_days_are_those_of_the_interview(self, infoshare: Infoshare) -> None:
        """A record that was added later does not bring its interview along."""
        run = infoshare("log", "export", "--format", "md", "--from", "2026-11-30")
        assert run.code == 0
        assert "Interviews: 0" in run.out.replace("*", "")

    @pytest.mark.parametrize("form", FOR_PEOPLE)
    def test_too_many_are_refused_with_how_to_take_fewer(
        self, infoshare: Infoshare, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, form: str
    ) -> None:
        """Exit 2, and no file."""
        monkeypatch.setattr(export_cases, "MOST_CASES", 3)
        output = tmp_path / f"out.{form}"
        run = infoshare("log", "export", "--output", output)
        assert run.code == 2
        assert "4 interviews" in run.err
        assert "at most 3" in run.err
        assert "--from" in run.err
        assert not output.exists()

    def test_a_broken_log_is_told_in_the_document_and_by_the_exit_code(
        self, infoshare: Infoshare, log: Path, kept: list[Record]
    ) -> None:
        """Paper has no exit code."""
        write(log, [kept[0], replace(kept[1], hash="0" * 64), *kept[2:]])
        run = infoshare("log", "export", "--format", "md", "--id", "1")
        assert run.code == 1
        assert "- Please note: The log that this comes from is broken at record 2" in run.out

    def test_what_is_withheld_is_not_in_the_document(self, infoshare: Infoshare) -> None:
        """In any form for people; the mark is."""
        for form in ("md", "html"):
            out = infoshare("log", "export", "--format", form, "--redact", "reason").out
            assert "Made up for a test." not in out
            assert "withheld" in out


class TestWithheld:
    """What is left out of an export for programs."""

    @pytest.mark.usefixtures("kept")
    def test_words_are_gone_and_the_record_verifies(
        self, infoshare: Infoshare, tmp_path: Path
    ) -> None:
        """The verifier that shares no code with the program says so of both forms."""
        for form in ("json", "jsonl"):
            output = tmp_path / f"out.{form}"
            options = ("--redact", "reason", "--redact", "answers", "--output", output)
            assert infoshare("log", "export", *options).code == 0
            text = output.read_text(encoding="ascii")
            assert "Made up for a test." not in text
            command = [sys.executable, str(VERIFIER), str(output)]
            run = subprocess.run(command, capture_output=True, text=True, check=False)
            assert run.returncode == 0, run.stdout + run.stderr

    @pytest.mark.usefixtures("kept")
    def test_the_log_stays_as_it_is(self, infoshare: Infoshare, log: Path) -> None:
        """An export writes nothing but itself."""
        before = log.read_bytes()
        infoshare("log", "export", "--redact", "reason")
        assert log.read_bytes() == before

    @pytest.mark.usefixtures("kept")
    def test_the_table_says_what_is_withheld(self, infoshare: Infoshare) -> None:
        """In each cell of the field."""
        out = infoshare("log", "export", "--format", "csv", "--redact", "case_ref").out
        rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline="")))
        assert {row["case_ref"] for row in rows} == {"[withheld]"}

    def test_a_field_of_the_format_can_be_withheld_from_an_empty_log(
        self, infoshare: Infoshare
    ) -> None:
        """A script that does it every month does not fail in the first one."""
        assert infoshare("log", "export", "--redact", "reason").out == "[]\n"
        assert infoshare("log", "export", "--redact", "answer.concern").code == 2


Long = Callable[[int], Path]


@pytest.fixture
def long_log(tmp_path: Path, decision: Decision) -> Long:
    """Writes a log with so many records, of which every tenth is a decision."""

    def make(length: int) -> Path:
        path, entry = tmp_path / f"{length}.jsonl", decision(**CASE)
        entries = (
            about("release", numbered_id(seq - seq % 10 + 1), 1, reason="x" * 40)
            if seq % 10
            else entry
            for seq in range(length)
        )
        with path.open("wb") as log:
            log.writelines(record.to_line() for record in _continued(entries, Place()))
        return path

    return make


def parts_of(log: Path, form: str, told: Callable[[int], None] = lambda _: None) -> Iterator[bytes]:
    """The parts of an export of everything but the reasons."""
    setup = Setup(Path("rules"), Path("contacts"), log, plain=True)
    selection = Selection.of((), None, None, {"area": ["luton"]}, frozenset({"reason"}))
    return exported_parts(setup, selection, form, Verification(), told)


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_long_log_needs_no_more_memory_than_a_short_one(long_log: Long, form: str) -> None:
    """Counted in bytes, not in seconds: 2 MiB for a log of 6, and 1 more from 100 to 3,000."""
    peaks = []
    for length in (100, 3000):
        log = long_log(length)
        tracemalloc.start()
        try:
            written = sum(map(len, parts_of(log, form)))
            peaks.append(tracemalloc.get_traced_memory()[1])
        finally:
            tracemalloc.stop()
        assert written > 500 * length // 10
    assert peaks[1] < 2 * 1024 * 1024
    assert peaks[1] - peaks[0] < 1024 * 1024


def test_what_is_appended_between_the_two_readings_of_a_table_has_no_row(
    long_log: Long, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its columns are not known; but the rows that are there are whole, and the log verifies."""
    log, longer = long_log(20), long_log(21).read_bytes()
    read = list[int]()

    def then_append(records: Iterable[Record]) -> tuple[str, ...]:
        columns = csv_columns(records)
        log.write_bytes(longer)
        return columns

    monkeypatch.setattr(export_stream, "csv_columns", then_append)
    text = b"".join(parts_of(log, "csv", read.append)).decode("utf-8-sig")
    assert len(read) == 20 + 21
    assert [row["seq"] for row in csv.DictReader(io.StringIO(text, newline=""))] == ["1", "11"]


@pytest.mark.parametrize(("form", "readings"), [("json", 1), ("jsonl", 1), ("csv", 2)])
def test_the_bar_follows_the_bytes_of_the_log(long_log: Long, form: str, readings: int) -> None:
    """All of them, as often as they are read."""
    log, read = long_log(20), list[int]()
    for _ in parts_of(log, form, read.append):
        pass
    assert sum(read) == readings * log.stat().st_size


@pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are POSIX")
def test_a_bar_is_drawn_on_a_terminal_and_leaves_nothing(long_log: Long, tmp_path: Path) -> None:
    """Beside a file; where the export itself goes to the terminal, there is none."""
    from tests.pseudo_terminal import Terminal

    log, program = long_log(20), "from infoshare_cli.cli.main import start; start()"
    command = [sys.executable, "-c", program, "--log", str(log), "log", "export"]
    terminal = Terminal(80, [*command, "--output", str(tmp_path / "out.csv")])
    try:
        terminal.sees("Written to")
        assert terminal.ends() == 0
        assert "Reading the log" in terminal.raw
        assert "Reading the log" not in terminal.words
    finally:
        terminal.close()
