"""`infoshare log redact`: words that are gone for good, and a log that still proves the rest."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from infoshare_cli.cli.redact_request import Request
from infoshare_cli.core.case import Case
from infoshare_cli.core.record import Entry, Record
from infoshare_cli.files.draft_folder import draft_path, prepare_folder
from infoshare_cli.files.draft_text import write_draft
from infoshare_cli.files.erase import PlanChanged
from infoshare_cli.files.logbook import read_records
from tests.cli.conftest import Infoshare, Run
from tests.conftest import Decision, RecordsOf, about, numbered_id
from tests.files.draft_cases import DRAFT
from tests.files.erasing import files_with, write_log

ZEBRA = 'A caf\u00e9 \u00bbzebra\u00ab \U0001f993 stood at the "door".'
FIRST = numbered_id(1)

Put = Callable[..., None]


@pytest.fixture
def put(log: Path, records_of: RecordsOf) -> Put:
    """Writes a log with these entries."""

    def write(*entries: Entry) -> None:
        write_log(log, records_of(entries))

    return write


@pytest.fixture
def story(put: Put, decision: Decision) -> None:
    """1 has the words, 2 goes on from it with them, 3 is about 1; 4 is another story with them."""
    put(
        decision(reason=ZEBRA, information="Two visits."),
        replace(decision(1, purpose=f"As before: {ZEBRA}"), of=FIRST),
        about("follow-up", FIRST, 2, details="It went away."),
        decision(3, case_ref="T-2", reason=ZEBRA),
    )


def draft(folder: Path, name: str = "20261122-bbbb", of: str | None = None, **fields: str) -> Path:
    """Save a draft with these fields."""
    prepare_folder(folder)
    path = draft_path(folder, name)
    case = Case({}, {"case_ref": "T-9", **fields})
    path.write_bytes(write_draft(replace(DRAFT, id=name, of=of, case=case)))
    return path


def last(log: Path) -> Record:
    """The record at the end of the log."""
    *_, record = read_records(log)
    return record


def redact(infoshare: Infoshare, *words: str) -> Any:
    """Erase, with a reason, and give the JSON."""
    run = infoshare("log", "redact", *words, "--reason", "error", "--yes", "--json")
    assert run.code == 0, run.err
    return run.json


@pytest.mark.usefixtures("story")
class TestFields:
    """Single fields of a record."""

    def test_the_words_are_in_no_file_of_ours(
        self, infoshare: Infoshare, put: Put, decision: Decision, log: Path, drafts: Path
    ) -> None:
        """The log with its torn tail, what was set aside, half-written files, drafts."""
        put(decision(reason=ZEBRA), replace(decision(1, reason=ZEBRA), of=FIRST))
        with log.open("ab") as file:
            file.write(ZEBRA.encode())
        for name in ("decisions.jsonl.unfinished-1", ".decisions-abcd.part"):
            log.with_name(name).write_text(json.dumps(ZEBRA), encoding="utf-8")
        draft(drafts, reason=ZEBRA, information="Two visits.")
        draft_path(drafts, "broken").write_text(json.dumps(ZEBRA), encoding="utf-16")
        (drafts / ".20261122-cccc-kkkk.part").write_text(ZEBRA, encoding="utf-8")
        run = infoshare(
            "log", "redact", "1", "--field", "reason", "--reason", "error", "--yes", "--json"
        )
        assert run.code == 0
        assert files_with(ZEBRA, log.parent, drafts) == []
        assert [(each["seq"], each["fields"]) for each in run.json["erased"]] == [
            (1, ["reason"]),
            (2, ["reason"]),
        ]
        told = {Path(each["file"]).name: each["fields"] for each in run.json["drafts"]}
        assert told == {
            "20261122-bbbb.json": ["reason"],
            "broken.json": [],
            ".20261122-cccc-kkkk.part": [],
        }
        assert [each["removed"] for each in run.json["drafts"]].count(True) == 2
        assert [Path(each).name for each in run.json["removed_files"]] == [
            "decisions.jsonl.unfinished-1",
            ".decisions-abcd.part",
        ]
        assert run.json["torn"] is True
        assert "zebra" not in run.out + run.err
        assert infoshare("assess", "--drafts", "--json").json["unreadable"] == []

    def test_old_and_new_anchors_fit(self, infoshare: Infoshare, log: Path) -> None:
        """Nothing that was noted in a case file loses its worth."""
        before = infoshare("log", "anchor").out.strip()
        told = infoshare(
            "log", "redact", "1", "--field", "reason", "--reason", "error", "--yes", "--json"
        )
        after = [each["anchor"] for each in told.json["records"]]
        codes = [word for code in (before, *after) for word in ("--anchor", code)]
        assert infoshare("log", "verify", *codes).code == 0
        assert [each["seq"] for each in told.json["records"]] == [5, 6]
        assert {each["id"] for each in told.json["records"]} == {
            each.head.id for each in read_records(log) if each.head.kind == "redaction"
        }

    def test_it_is_told_in_words(self, infoshare: Infoshare) -> None:
        """What went, the new anchor, and what was not reached."""
        run = infoshare("log", "redact", "1", "--field", "reason", "--reason", "error", "--yes")
        shown = " ".join(run.out.split())
        assert "Erased, and confirmed by the disk." in shown
        assert "Record 1, decision: Reason" in shown
        assert "Record 2, decision: The same words stand here, so they go too: Purpose" in shown
        assert "Recorded as: 5 to 6" in shown
        assert f"Anchor: {infoshare('log', 'anchor').out.strip()}" in shown
        assert "Backups" in shown

    def test_the_same_words_elsewhere_are_told(self, infoshare: Infoshare) -> None:
        """And not touched."""
        told = infoshare("log", "redact", "1", "--field", "reason", "--dry-run", "--json").json
        assert told["elsewhere"] == [{"seq": 4, "id": numbered_id(4), "fields": ["reason"]}]
        assert any("record 4" in each for each in told["remarks"])

    def test_a_dry_run_changes_nothing(self, infoshare: Infoshare, log: Path, drafts: Path) -> None:
        """It needs neither a reason nor a person."""
        path = draft(drafts, reason=ZEBRA)
        before = (log.read_bytes(), path.read_bytes())
        run = infoshare("log", "redact", "1", "--field", "reason", "--dry-run")
        assert run.code == 0
        shown = " ".join(run.out.split())
        assert shown.startswith(
            "This is about Record: 1, of 22 Nov 2026 Case: T-1 Decision: Share it with this "
            "recipient What would be erased Record 1, decision, 22 Nov 2026: "
            f"- Reason (reason): {ZEBRA} Record 2, decision, 22 Nov 2026: "
            "- The same words stand here, so they go too: Purpose (purpose): As before: "
        )
        assert "These fields of the draft" in shown
        assert "This cannot be undone" in shown
        assert (log.read_bytes(), path.read_bytes()) == before
        assert (
            infoshare("log", "redact", "1", "--field", "role", "--dry-run", "--json").json["status"]
            == "planned"
        )

    def test_again_there_is_nothing_left(self, infoshare: Infoshare, log: Path) -> None:
        """No record is added for nothing."""
        redact(infoshare, "1", "--field", "reason")
        before = log.read_bytes()
        run = infoshare("log", "redact", "1", "--field", "reason", "--reason", "error", "--yes")
        assert (run.code, run.err) == (0, "")
        assert "There is nothing left to erase." in run.out
        assert "Erased already: Reason." in run.out
        assert log.read_bytes() == before

    def test_all_answers(self, infoshare: Infoshare, log: Path) -> None:
        """What they led to stays, and that is told."""
        told = redact(infoshare, "1", "--field", "answers")
        assert all(name.startswith("answer.") for name in told["erased"][0]["fields"])
        assert any("may still tell what was answered" in each for each in told["remarks"])
        first = next(read_records(log))
        assert not any(name.startswith("answer.") for name in first.body)

    def test_why_and_by_whom_can_come_from_a_file(
        self, infoshare: Infoshare, log: Path, tmp_path: Path
    ) -> None:
        """With or without the reason in it."""
        file = tmp_path / "why.yaml"
        file.write_text(
            "record: {reason: court, authority: Order 22 of the court, role: Records officer}\n",
            encoding="utf-8",
        )
        run = infoshare("log", "redact", "1", "--field", "reason", "--answers", file, "--yes")
        assert (run.code, run.err) == (0, "")
        record = last(log)
        assert record.text("reason") == "court"
        assert record.text("authority") == "Order 22 of the court"
        typed = "record: {authority: The retention schedule, role: Records officer}\n"
        run = infoshare(
            "log", "redact", "4", "--field", "reason", "--answers", "-", "--reason", "retention",
            "--yes", typed=typed,
        )  # fmt: skip
        assert (run.code, run.err) == (0, "")
        assert last(log).text("reason") == "retention"

    def test_that_nobody_says_who_did_it_is_told(self, infoshare: Infoshare) -> None:
        """It is done all the same."""
        run = infoshare("log", "redact", "1", "--field", "role", "--reason", "error", "--yes")
        assert run.code == 0
        assert " ".join(run.err.split()) == (
            "The record of this does not say who erased the words, or on whose authority."
        )

    @pytest.mark.parametrize(
        ("said", "open_"),
        [
            ("authority: The court", "who erased the words"),
            ("agency: The archive", "on whose authority the words were erased"),
        ],
    )
    def test_just_what_is_missing_is_told(
        self, infoshare: Infoshare, said: str, open_: str
    ) -> None:
        """And not what was said."""
        words = ("--field", "role", "--reason", "error", "--yes", "--answers", "-")
        run = infoshare("log", "redact", "1", *words, typed=f"record: {{{said}}}\n")
        assert run.code == 0
        assert run.err == f"The record of this does not say {open_}.\n"


@pytest.mark.usefixtures("story")
class TestWhole:
    """A record and its life."""

    def test_all_of_it(self, infoshare: Infoshare, log: Path, drafts: Path) -> None:
        """And the draft that goes on from it; the decision that goes on from it stays."""
        path = draft(drafts, of=FIRST)
        told = redact(infoshare, "1", "--whole")
        assert [each["seq"] for each in told["erased"]] == [1, 3]
        records = list(read_records(log))
        assert (records[0].body, records[2].body) == ({}, {})
        assert records[1].text("purpose")
        assert any("same story" in each for each in told["remarks"])
        assert not path.exists()
        assert files_with("Two visits.", log.parent, drafts) == []
        assert infoshare("log", "verify").code == 0
        assert infoshare("log", "show", "1").code == 0
        assert infoshare("log", "list").code == 0

    def test_again(self, infoshare: Infoshare, drafts: Path) -> None:
        """A draft that came back goes, though there is nothing left in the log."""
        redact(infoshare, FIRST, "--whole")
        path = draft(drafts, of=FIRST)
        told = redact(infoshare, FIRST, "--whole")
        assert (told["erased"], told["records"]) == ([], [])
        assert not path.exists()

    def test_a_program_that_dies_before_the_log_is_replaced_can_be_run_again(
        self, infoshare: Infoshare, log: Path, drafts: Path
    ) -> None:
        """The words are still in the log, so that they are found in all other places again."""
        draft(drafts, reason=ZEBRA)
        words = ["log", "redact", "1", "--field", "reason", "--reason", "error", "--yes"]
        program = (
            "import os, sys\n"
            "from pathlib import Path\n"
            "from infoshare_cli.cli.main import main\n"
            "from infoshare_cli.files import locations, whole_file\n"
            "put, log, drafts = whole_file._put, *map(Path, sys.argv[1:3])\n"
            "def die(part, path):\n"
            "    os._exit(9) if path == log else put(part, path)\n"
            "whole_file._put = die\n"
            "locations.default_drafts = lambda: drafts\n"
            "sys.exit(main(['--log', str(log), *sys.argv[3:]]))\n"
        )
        died = subprocess.run([sys.executable, "-c", program, log, drafts, *words], check=False)
        assert died.returncode == 9
        assert files_with(ZEBRA, drafts) == []
        assert "decisions.jsonl" in files_with(ZEBRA, log.parent)
        assert infoshare(*words).code == 0
        left = [path.name for path in sorted(log.parent.iterdir())]
        assert left == ["decisions.jsonl", "decisions.jsonl.lock"]
        # Record 4 is of another story.
        assert [each.head.seq for each in read_records(log) if ZEBRA in each.text("reason")] == [4]


class TestOlder:
    """All that is old, by class."""

    @pytest.fixture
    def ages(self, put: Put, decision: Decision) -> None:
        """Decisions of long ago, and one that is to be: the clock of a test stands nowhere."""
        put(
            decision(-80_000, decision="share"),
            decision(-79_999, decision="not-share"),
            decision(-79_998, decision="not-share"),
            replace(decision(-79_997, decision="ask-consent")),
            about("hold", numbered_id(2), -79_996),
            about("review", numbered_id(3), -79_995, retention="keep", review_on="2999-01-01"),
            decision(6_000_000, decision="share"),
        )

    @pytest.mark.usefixtures("ages")
    def test_by_class_with_what_stays_told(self, infoshare: Infoshare) -> None:
        """Held ones, and those that a review keeps."""
        run = infoshare("log", "redact", "--older-than", "1y", "--dry-run", "--json")
        assert [each["seq"] for each in run.json["erased"]] == [1, 4]
        assert [
            (each["seq"], each["held_by"], each["kept_until"]) for each in run.json["skipped"]
        ] == [
            (2, 5, None),
            (3, None, "2999-01-01"),
        ]
        shown = " ".join(infoshare("log", "redact", "--older-than", "1y", "--dry-run").out.split())
        assert "Shared" in shown
        assert "Waiting" in shown
        assert "Record 2 is old enough and stays: record 5 holds it." in shown
        assert "Record 3 is old enough and stays: kept until 2999-01-01." in shown

    @pytest.mark.usefixtures("ages")
    def test_one_class(self, infoshare: Infoshare, log: Path) -> None:
        """Nothing of another one."""
        told = redact(infoshare, "--older-than", "12m", "--class", "waiting")
        assert [each["seq"] for each in told["erased"]] == [4]
        assert [bool(each.body) for each in read_records(log)] == [
            True, True, True, False, True, True, True, True,
        ]  # fmt: skip
        assert last(log).text("reason") == "error"

    @pytest.mark.usefixtures("ages")
    def test_nothing_is_old_enough(self, infoshare: Infoshare, log: Path, drafts: Path) -> None:
        """Nothing is asked, and nothing is done, whatever lies beside the log."""
        log.with_name("decisions.jsonl.unfinished-1").write_bytes(b"x")
        part = draft(drafts).with_name(".x.part")
        part.write_bytes(b"x")
        run = infoshare("log", "redact", "--older-than", "999y")
        assert (run.code, run.err) == (0, "")
        assert "No record is old enough" in run.out
        assert part.exists()
        assert log.with_name("decisions.jsonl.unfinished-1").exists()

    def test_without_a_log(self, infoshare: Infoshare, log: Path) -> None:
        """None is made."""
        run = infoshare("log", "redact", "--older-than", "6y", "--yes", "--reason", "retention")
        assert run.code == 0
        assert not log.exists()

    def test_many_are_counted(self, infoshare: Infoshare, put: Put, decision: Decision) -> None:
        """And the first of them named."""
        put(*(decision(-80_011 + hours, case_ref=f"T-{hours}") for hours in range(40)))
        run = infoshare("log", "redact", "--older-than", "1y", "--dry-run")
        assert "40 records" in run.out
        assert "- Record 20, decision, 07 Oct 2017, case T-19\n- and 20 more\n" in run.out
        assert "Record 21" not in run.out


@pytest.mark.usefixtures("story", "unchanged")
class TestNotDone:
    """Calls that erase nothing, and say why."""

    @pytest.fixture
    def unchanged(self, log: Path) -> None:
        """Each test may look at what the log was."""
        self.log, self.before = log, log.read_bytes()

    def check(self, run: Run, code: int) -> None:
        """That nothing was done."""
        assert run.code == code, run
        assert self.log.read_bytes() == self.before

    def test_nobody_confirms_it(self, infoshare: Infoshare) -> None:
        """A pipe is nobody."""
        run = infoshare(
            "log", "redact", "1", "--field", "reason", "--reason", "error", typed="erase 1\n" * 9
        )
        self.check(run, 3)
        assert run.out == ""
        assert "Nothing was erased." in run.err

    @pytest.mark.parametrize("yes", [True, False])
    def test_nobody_says_why(self, infoshare: Infoshare, *, yes: bool) -> None:
        """There is no erasure without a reason."""
        words = ("--yes",) if yes else ()
        run = infoshare("log", "redact", "1", "--field", "reason", *words, "--json")
        self.check(run, 3)
        assert (run.json["status"], run.json["needs_record"]) == ("needs-answers", ["reason"])
        assert [each["seq"] for each in run.json["erased"]] == [1, 2]
        assert run.json["records"] == []

    def test_two_reasons(self, infoshare: Infoshare, tmp_path: Path) -> None:
        """The same one twice is one."""
        file = tmp_path / "why.yaml"
        file.write_text("record:\n  reason: court\n", encoding="utf-8")
        words = ("log", "redact", "1", "--field", "reason", "--answers", file, "--yes", "--reason")
        self.check(infoshare(*words, "error"), 2)
        assert infoshare(*words, "court").code == 0

    def test_a_field_that_it_has_not_got(self, infoshare: Infoshare) -> None:
        """With the nearest one, and those that hold something; one that is empty is none."""
        run = infoshare("log", "redact", "3", "--field", "detials", "--reason", "error", "--yes")
        self.check(run, 2)
        assert run.err == (
            "Record 3 has no such field.\n"
            "--field detials: there is none. Did you mean details?\n"
            "These fields of it hold something:\n"
            "- details, role\n"
        )

    @pytest.mark.parametrize(
        ("name", "meant"),
        [
            ("consent", "consent_record"),
            ("outcom", "outcome"),
            ("concern", "answer.concern"),
            ("reviewon", "review_on"),
            ("answer", "answers"),
            ("xyzzy", None),
        ],
    )
    def test_the_field_that_was_meant(
        self, infoshare: Infoshare, put: Put, decision: Decision, name: str, meant: str | None
    ) -> None:
        """Best one in which somebody wrote; then one that holds anything; then any."""
        put(decision(consent_record="She agreed.", consent_from="parent"))
        self.before = self.log.read_bytes()
        run = infoshare("log", "redact", "1", "--field", name, "--json")
        self.check(run, 2)
        (fault,) = run.json["faults"]
        assert (fault["suggestion"], fault["path"]) == (meant, "--field")
        assert "answer.consent" not in fault["expected"]

    def test_a_record_alone_with_nobody_to_ask(self, infoshare: Infoshare) -> None:
        """The fields that hold something, and none of their words; how to say it."""
        run = infoshare("log", "redact", "1", "--reason", "error")
        self.check(run, 2)
        assert run.err == (
            "What is to be erased of record 1? Nothing was erased.\n"
            "These fields of it hold something:\n"
            "- case_ref, area, practitioner, information, decision, reason\n"
            "- of the rules: outcome, title, reasons, rests_on, actions, contacts, proved\n"
            "- answers, for all of: answer.concern, answer.immediate_danger\n"
            "Say which with --field NAME, or --whole for all of record 1:\n"
            "infoshare log redact 1 --field NAME --dry-run\n"
        )
        told = infoshare("log", "redact", "1", "--json").json
        assert [each["found"] for each in told["faults"]] == ["an ID alone"]

    def test_a_record_alone_that_is_not_there(self, infoshare: Infoshare) -> None:
        """That is told first."""
        run = infoshare("log", "redact", "77")
        self.check(run, 2)
        assert "There is no such record." in run.err

    def test_a_record_that_is_not_there(self, infoshare: Infoshare) -> None:
        """Neither number nor id."""
        self.check(infoshare("log", "redact", "77", "--whole", "--reason", "error", "--yes"), 2)

    @pytest.mark.parametrize(
        "words",
        [
            [],
            ["1"],
            ["--whole"],
            ["--field", "reason"],
            ["1", "--whole", "--field", "reason"],
            ["1", "--older-than", "6y"],
            ["--whole", "--older-than", "6y"],
            ["--field", "role", "--older-than", "6y"],
            ["1", "--whole", "--class", "shared"],
            ["--older-than", "soon"],
            ["--older-than", "0d"],
        ],
    )
    def test_a_call_that_is_not_clear(self, infoshare: Infoshare, words: list[str]) -> None:
        """What cannot be undone is not guessed at."""
        run = infoshare("log", "redact", *words, "--reason", "error", "--yes", "--json")
        self.check(run, 2)
        assert run.json["status"] == "error"

    def test_a_broken_log(self, infoshare: Infoshare) -> None:
        """It is told where, and the code is that of a log that is not sound."""
        self.before = self.before.replace(b'"T-2"', b'"T-3"')
        self.log.write_bytes(self.before)
        words = ("log", "redact", "1", "--field", "reason", "--reason", "error", "--yes")
        run = infoshare(*words)
        self.check(run, 1)
        assert "Record 4" in run.err
        told = infoshare(*words, "--json")
        self.check(told, 1)
        assert (told.json["status"], told.json["integrity"]) == ("broken", "broken")
        assert (told.json["erased"], told.json["records"], told.json["drafts"]) == ([], [], [])

    def test_words_that_would_come_back(self, infoshare: Infoshare, tmp_path: Path) -> None:
        """In the very record that says that they are gone."""
        file = tmp_path / "why.json"
        file.write_text(json.dumps({"record": {"details": f"This: {ZEBRA}"}}), encoding="utf-8")
        run = infoshare(
            "log",
            "redact",
            "1",
            "--field",
            "reason",
            "--answers",
            file,
            "--yes",
            "--reason",
            "error",
        )
        self.check(run, 2)
        assert "record.details" in run.err
        assert "zebra" not in run.err

    @pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
    def test_drafts_that_cannot_be_read(self, infoshare: Infoshare, drafts: Path) -> None:
        """Nobody can say then that the words are gone."""
        drafts.parent.mkdir()
        drafts.write_bytes(b"no folder")
        self.check(infoshare("log", "redact", "1", "--whole", "--reason", "error", "--yes"), 2)


def test_a_held_story_is_refused_until_the_hold_is_released(
    infoshare: Infoshare, put: Put, decision: Decision, log: Path
) -> None:
    """The error names the record that holds it, and how to release it."""
    put(decision(), about("hold", FIRST, 1))
    words = ("log", "redact", "1", "--whole", "--reason", "retention", "--yes")
    before = log.read_bytes()
    run = infoshare(*words)
    assert run.code == 2
    assert run.err == (
        "Nothing of record 1 may be erased now, as there is a hold on it.\n"
        "The hold is record 2. To release it: infoshare log review 1\n"
    )
    assert infoshare("log", "redact", "1").err == run.err
    (fault,) = infoshare(*words, "--json").json["faults"]
    assert (fault["found"], fault["expected"]) == (
        "a hold, record 2",
        "its release first: infoshare log review 1",
    )
    assert log.read_bytes() == before
    typed = "record: {retention: release, reason: It is over., authority: The court}\n"
    assert infoshare("log", "review", "1", "--answers", "-", typed=typed).code == 0
    assert infoshare(*words).code == 0


def test_a_log_can_lose_words_where_there_is_no_home_folder(
    infoshare: Infoshare,
    put: Put,
    decision: Decision,
    log: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Then there are no drafts either."""

    def fail() -> Path:
        raise RuntimeError

    put(decision(reason=ZEBRA))
    monkeypatch.setattr("infoshare_cli.files.locations.default_drafts", fail)
    redact(infoshare, "1", "--field", "reason")
    assert files_with(ZEBRA, log.parent) == []


def test_what_may_name_somebody_is_told(
    infoshare: Infoshare, put: Put, decision: Decision, tmp_path: Path
) -> None:
    """As with every record that is made without a person."""
    put(decision())
    file = tmp_path / "why.yaml"
    file.write_text(
        "record:\n  details: Ring 07700 900123 first.\n  authority: The court\n  role: Vet\n",
        encoding="utf-8",
    )
    run = infoshare(
        "log", "redact", "1", "--field", "role", "--answers", file, "--yes", "--reason", "error"
    )
    assert run.code == 0
    assert "details" in run.err
    assert "07700" not in run.err


class TestMeanwhile:
    """A log that changes between the plan and its end, by another window."""

    def test_the_command_is_told_where_the_plan_is_another_one(
        self, infoshare: Infoshare, put: Put, decision: Decision, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """So that whoever looks again need not recall it; programs know what they called."""

        def other(*_: object, **__: object) -> None:
            raise PlanChanged("It has changed. Look again.")

        put(decision())
        monkeypatch.setattr("infoshare_cli.cli.redact_call.erase", other)
        what = ("--field", "reason", "--field", "role")
        words = ("log", "redact", "1", *what, "--reason", "error", "--yes")
        run = infoshare(*words)
        assert run.code == 4
        assert run.err == (
            "It has changed. Look again. The command for it:\n"
            "infoshare log redact 1 --field reason --field role\n"
        )
        assert infoshare(*words, "--json").json["message"] == "It has changed. Look again."

    def test_a_log_that_went_away_after_the_plan(
        self, infoshare: Infoshare, put: Put, decision: Decision, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Its words cannot be shown, so nothing goes on."""
        put(decision())
        monkeypatch.setattr("infoshare_cli.cli.redact_call.seqs_told", lambda _: frozenset({9}))
        run = infoshare("log", "redact", "1", "--whole", "--dry-run")
        assert (run.code, run.out) == (4, "")
        assert "has changed while it was read. Nothing was erased." in run.err


@pytest.mark.parametrize(
    ("request_", "command"),
    [
        (Request("7", ("reason", "role")), "7 --field reason --field role"),
        (Request(FIRST, whole=True), f"{FIRST} --whole"),
        (
            Request(older_than="6y", classes=("shared", "waiting")),
            "--older-than 6y --class shared --class waiting",
        ),
    ],
)
def test_the_command_says_what_was_asked_for(request_: Request, command: str) -> None:
    """However it was asked for."""
    assert request_.command() == f"infoshare log redact {command}"
