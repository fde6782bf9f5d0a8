"""A log that lacks words takes the log's place, whole or not at all."""

import errno
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from infoshare_cli.core.anchor import read_anchor, write_anchor
from infoshare_cli.core.record import Entry, Record
from infoshare_cli.core.redaction import Reading, plan_fields, plan_whole
from infoshare_cli.core.redaction_plan import Plan
from infoshare_cli.core.verify import verify
from infoshare_cli.errors import BrokenLog, CallError, ExitCode, InfoshareError, LogError
from infoshare_cli.files import log_turn, whole_file
from infoshare_cli.files.erase import Erased, erase, leftovers
from infoshare_cli.files.log_lines import read_lines
from infoshare_cli.files.logbook import append_record, read_records
from infoshare_cli.files.whole_file import parts_of
from tests.conftest import Decision, RecordsOf, about, numbered_id
from tests.files.erasing import files_with, redaction, write_log

posix_only = pytest.mark.skipif(os.name == "nt", reason="modes, links and owners of POSIX")
ZEBRA = 'A caf\u00e9 \u00bbzebra\u00ab \U0001f993 stood at the "door".'
SCRIPT = Path(__file__).parents[2] / "docs" / "verify_log.py"

Plans = Callable[[Reading], Plan]
REASON: Plans = partial(plan_fields, wanted="1", names=("reason",))
WHOLE: Plans = partial(plan_whole, wanted="1")


@pytest.fixture
def log(tmp_path: Path, decision: Decision, records_of: RecordsOf) -> Path:
    """1 holds the words, 2 goes on from it with them, 3 is about 1, 4 is another story."""
    entries = [
        decision(reason=ZEBRA),
        replace(decision(1, reason=f"As before: {ZEBRA}"), of=numbered_id(1)),
        about("follow-up", numbered_id(1), 2, details="It went away."),
        decision(3, case_ref="T-2"),
    ]
    path = tmp_path / "data" / "log.jsonl"
    write_log(path, records_of(entries))
    return path


def planned(path: Path, plans: Plans = REASON) -> Plan:
    """The plan for a log as it stands."""
    return plans(lambda: read_records(path))


def run(path: Path, plan: Plan, plans: Plans = REASON, **changes: object) -> Erased:
    """Carry a plan out, with drafts that hold nothing."""
    parts: dict[str, object] = {
        "plan_again": plans,
        "redaction": redaction(),
        "token": "t",
        "clear_drafts": lambda: None,
    }
    return erase(path, plan, **{**parts, **changes})  # type: ignore[arg-type]


def append(path: Path, entry: Entry) -> None:
    """Append one more record as the program does."""
    append_record(
        path,
        kind=entry.kind,
        of=entry.of,
        clock=lambda: entry.at,
        provenance=entry.provenance,
        fields=entry.fields,
        new_id=lambda: numbered_id(500),
        new_salt=lambda: "5" * 32,
    )


def anchors_of(records: Sequence[Record]) -> list[str]:
    """The anchor of each record."""
    return [write_anchor(each.head.seq, each.hash) for each in records]


def state(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its content."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


class TestErasing:
    """The words are gone, and all that was shown by the log is shown still."""

    @pytest.mark.parametrize("plans", [REASON, WHOLE])
    def test_the_log_verifies_and_every_anchor_fits(self, log: Path, plans: Plans) -> None:
        """By the program and by the script, also with the anchors from before."""
        before = list(read_records(log))
        erased = run(log, planned(log, plans), plans)
        anchors = [*anchors_of(before), *(each.anchor for each in erased.receipts)]
        verdict = verify(read_lines(log), [read_anchor(each) for each in anchors])
        assert (verdict.sound, verdict.completeness, verdict.redacted) == (True, "ok", 2)
        words = [word for anchor in anchors for word in ("--anchor", anchor)]
        assert subprocess.run([sys.executable, SCRIPT, log, *words], check=False).returncode == 0

    def test_the_words_are_in_no_file(self, log: Path) -> None:
        """In no writing; and nothing else is lost."""
        before = list(read_records(log))
        erased = run(log, planned(log))
        assert files_with(ZEBRA, log.parent) == []
        after = list(read_records(log))
        assert [each.head for each in after[:4]] == [each.head for each in before]
        gone = {(1, "reason"), (2, "reason")}
        for old, new in zip(before, after[:4], strict=True):
            kept = {n: v for n, v in old.body.items() if (old.head.seq, n) not in gone}
            assert new.body == kept
        assert (erased.removed, erased.torn, erased.remarks) == ((), False, ())

    def test_a_record_for_each_record_that_lost_words(self, log: Path) -> None:
        """It says which, why and by whom; the receipt has its anchor."""
        erased = run(log, planned(log), redaction=redaction(role="Records officer"))
        *_, first, second = read_records(log)
        assert [each.head.kind for each in (first, second)] == ["redaction"] * 2
        assert [each.head.of for each in (first, second)] == [numbered_id(1), numbered_id(2)]
        assert [each.head.erased for each in (first, second)] == [("reason",)] * 2
        assert {each.text("role") for each in (first, second)} == {"Records officer"}
        assert [each.anchor for each in erased.receipts] == anchors_of([first, second])
        assert [(each.seq, each.id) for each in erased.receipts] == [
            (5, numbered_id(900)),
            (6, numbered_id(901)),
        ]

    def test_again(self, log: Path) -> None:
        """What is gone is gone: nothing is left to plan, and doing that changes no line."""
        run(log, planned(log))
        before, plan = log.read_bytes(), planned(log)
        assert plan.erasures == ()
        run(log, plan)
        assert log.read_bytes() == before

    def test_the_record_of_an_erasure_can_lose_words_too(self, log: Path) -> None:
        """As every other record."""
        run(log, planned(log), redaction=redaction(details="Said by the caretaker."))
        plans = partial(plan_whole, wanted="5")
        run(log, planned(log, plans), plans, redaction=redaction(950))
        # The same words stand in the record of the second record that lost its words.
        assert files_with("Said by the caretaker.", log.parent) == ["log.jsonl"]
        plans = partial(plan_fields, wanted="6", names=("details",))
        run(log, planned(log, plans), plans, redaction=redaction(960))
        assert files_with("Said by the caretaker.", log.parent) == []
        assert verify(read_lines(log)).sound

    @posix_only
    def test_only_the_owner_may_read_it(self, log: Path) -> None:
        """Whatever the former file let others do."""
        log.chmod(0o644)
        run(log, planned(log))
        assert log.stat().st_mode & 0o777 == 0o600

    @pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() != 0, reason="needs root")
    def test_the_log_still_belongs_to_whom_it_belonged(self, log: Path) -> None:
        """Else an administrator who erases would lock a person out of their own log."""
        os.chown(log, 12_345, 12_346)
        run(log, planned(log))
        assert (log.stat().st_uid, log.stat().st_gid) == (12_345, 12_346)

    @posix_only
    def test_a_second_name_is_told(self, log: Path) -> None:
        """Under it the words still stand."""
        log.with_name("other").hardlink_to(log)
        (remark,) = run(log, planned(log)).remarks
        assert "second name" in remark
        assert files_with(ZEBRA, log.parent) == ["other"]

    def test_a_clock_set_back_is_told(self, log: Path, decision: Decision) -> None:
        """As with every record."""
        append(log, decision(10_000))
        remarks = run(log, planned(log)).remarks
        assert len(remarks) == 1
        assert remarks[0].startswith("The clock of this computer was set back")

    def test_memory_does_not_grow_with_the_log(
        self, tmp_path: Path, decision: Decision, records_of: RecordsOf
    ) -> None:
        """A line at a time."""
        peaks = []
        for count in (10, 80):
            path = tmp_path / f"{count}.jsonl"
            entries = [decision(hours, information="x" * 20_000) for hours in range(count)]
            write_log(path, records_of(entries))
            plan = planned(path)
            run(path, plan)
            tracemalloc.start()
            run(path, planned(path), redaction=redaction(950))
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
        assert peaks[1] < peaks[0] + 500_000


class TestLeftOver:
    """Lines that were never finished: nobody can say whose words they hold."""

    def test_a_torn_tail_goes(self, log: Path) -> None:
        """And that is told."""
        with log.open("ab") as file:
            file.write(ZEBRA.encode())
        erased = run(log, planned(log))
        assert erased.torn
        assert files_with(ZEBRA, log.parent) == []
        assert not verify(read_lines(log)).torn

    def test_what_was_set_aside_or_half_written_goes(self, log: Path) -> None:
        """Of this log; what belongs to others stays."""
        mine = ["log.jsonl.unfinished-1", "log.jsonl.unfinished-12", ".log-abcd.part"]
        others = [
            "log.jsonl.unfinished-x",
            "other.jsonl.unfinished-1",
            "notes.part",
            "log.jsonl.bak",
        ]
        for name in (*mine, *others):
            log.with_name(name).write_text(ZEBRA, encoding="utf-8")
        log.with_name("log.jsonl.unfinished-3").mkdir()
        assert [each.name for each in leftovers(log)] == mine
        erased = run(log, planned(log))
        assert [each.name for each in erased.removed] == mine
        assert files_with(ZEBRA, log.parent) == sorted(others)

    @posix_only
    def test_a_link_goes_and_not_what_it_leads_to(self, log: Path, tmp_path: Path) -> None:
        """We never make one, but its name is ours."""
        target = tmp_path / "theirs"
        target.write_text("theirs", encoding="utf-8")
        log.with_name("log.jsonl.unfinished-1").symlink_to(target)
        run(log, planned(log))
        assert target.exists()
        assert leftovers(log) == ()

    def test_they_go_where_nothing_else_is_left(self, log: Path) -> None:
        """So that a program that died can be run again."""
        run(log, planned(log))
        log.with_name("log.jsonl.unfinished-1").write_text(ZEBRA, encoding="utf-8")
        with log.open("ab") as file:
            file.write(b"half")
        run(log, planned(log))
        assert files_with(ZEBRA, log.parent) == []
        assert not verify(read_lines(log)).torn


class TestRefusals:
    """The log is as it was."""

    @pytest.mark.parametrize("place", [0, 1, 3])
    def test_a_broken_log_is_not_touched(self, log: Path, place: int) -> None:
        """Wherever it is broken; the error says where."""
        plan = planned(log)
        lines = log.read_bytes().splitlines(keepends=True)
        lines[place] = lines[place].replace(b'"T-', b'"U-')
        log.write_bytes(b"".join(lines))
        before = state(log.parent)
        with pytest.raises(BrokenLog, match=f"Record {place + 1} ") as error:
            run(log, plan)
        assert error.value.exit_code == ExitCode.CHECK_FAILED
        assert state(log.parent).items() - before.items() == {("log.jsonl.lock", b"")}

    @pytest.mark.parametrize("line", [b"{}\n", b'{"v":2}\n', b"\n"])
    def test_a_line_that_cannot_be_read_is_a_broken_log(self, log: Path, line: bytes) -> None:
        """Nothing is left out in silence."""
        plan = planned(log)
        log.write_bytes(log.read_bytes() + line)
        with pytest.raises(BrokenLog, match="Record 5 "):
            run(log, plan)
        assert parts_of(log) == ()

    def test_words_that_are_missing_without_a_record_of_it(self, log: Path) -> None:
        """That shows at the end of the log only."""
        plan = planned(log)
        lines = [each.to_line() for each in read_records(log)]
        second = list(read_records(log))[1]
        body = {name: salted for name, salted in second.body.items() if name != "role"}
        lines[1] = replace(second, body=body).to_line()
        log.write_bytes(b"".join(lines))
        with pytest.raises(BrokenLog, match="Record 2 "):
            run(log, plan)
        assert files_with(ZEBRA, log.parent) == ["log.jsonl"]

    def test_a_hold_that_came_in_between(self, log: Path) -> None:
        """It was put there after the person had seen the plan."""
        plan = planned(log)
        append(log, about("hold", numbered_id(2), 9))
        before = log.read_bytes()
        with pytest.raises(CallError, match="hold"):
            run(log, plan)
        assert (log.read_bytes(), parts_of(log)) == (before, ())

    def test_a_copy_that_came_in_between(self, log: Path, decision: Decision) -> None:
        """The person has not seen that it would go, or stay."""
        plan = planned(log)
        append(log, replace(decision(9, purpose=ZEBRA), of=numbered_id(1)))
        before = log.read_bytes()
        with pytest.raises(LogError, match="has changed"):
            run(log, plan)
        assert (log.read_bytes(), parts_of(log)) == (before, ())

    def test_another_erasure_that_came_in_between(self, log: Path) -> None:
        """The same words are not erased twice."""
        plan = planned(log)
        run(log, plan)
        before = log.read_bytes()
        with pytest.raises(LogError, match="has changed"):
            run(log, plan, redaction=redaction(950))
        assert log.read_bytes() == before

    def test_a_record_of_another_story_is_no_change(self, log: Path, decision: Decision) -> None:
        """It stays in the log, and what was planned is done."""
        plan = planned(log)
        append(log, decision(9, case_ref="T-9"))
        run(log, plan)
        assert [each.head.kind for each in read_records(log)] == [
            "decision", "decision", "follow-up", "decision", "decision", "redaction", "redaction",
        ]  # fmt: skip
        assert verify(read_lines(log)).sound
        assert files_with(ZEBRA, log.parent) == []

    def test_what_cannot_be_read_again_is_not_written(self, log: Path) -> None:
        """A record of the erasure that is longer than a line may be, or no text."""
        before = log.read_bytes()
        for details in ("x" * 2_000_000, "\ud800"):
            with pytest.raises(LogError, match="Nothing was erased"):
                run(log, planned(log), redaction=redaction(details=details))
            assert (log.read_bytes(), parts_of(log)) == (before, ())

    @posix_only
    def test_a_link_in_place_of_the_log(self, log: Path) -> None:
        """The log itself would keep its words."""
        plan, link = planned(log), log.with_name("link")
        link.symlink_to(log)
        with pytest.raises(LogError, match="link"):
            run(link, plan)

    def test_a_log_that_another_program_is_writing_to(
        self, log: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Nothing is done without a turn."""
        monkeypatch.setattr(log_turn, "LOCK_SECONDS", 0.0)
        plan = planned(log)
        with log_turn.turn(log), pytest.raises(LogError, match="busy"):
            run(log, plan)


class TestFailures:
    """Whatever stops it, the log is as it was or as it should be."""

    @pytest.mark.parametrize(
        "failure", [OSError(errno.ENOSPC, "no space left"), KeyboardInterrupt()]
    )
    @pytest.mark.parametrize("step", ["write_whole", "sync_file", "_put"])
    def test_a_step_that_fails(
        self, log: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException, step: str
    ) -> None:
        """A full disk, or Ctrl-C: nothing of the new log lies about."""

        def fail(*_: object) -> None:
            raise failure

        plan, before = planned(log), log.read_bytes()
        monkeypatch.setattr(whole_file, step, fail)
        with pytest.raises((InfoshareError, KeyboardInterrupt)):
            run(log, plan)
        assert (log.read_bytes(), parts_of(log)) == (before, ())
        monkeypatch.undo()
        run(log, planned(log))
        assert files_with(ZEBRA, log.parent) == []

    def test_drafts_that_cannot_be_cleared(self, log: Path) -> None:
        """Then the log keeps the words too, so that the next run finds them again."""

        def fail() -> None:
            raise CallError("No.")

        before = log.read_bytes()
        with pytest.raises(CallError, match="No"):
            run(log, planned(log), clear_drafts=fail)
        assert (log.read_bytes(), parts_of(log)) == (before, ())

    def test_nothing_is_confirmed_before_the_folder_is_synced(
        self, log: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Else a power cut could bring the words back."""

        def fail(_: Path) -> None:
            raise OSError(errno.EIO, "the disk is gone")

        monkeypatch.setattr(whole_file, "sync_folder", fail)
        with pytest.raises(LogError, match="the disk is gone"):
            run(log, planned(log))

    def test_drafts_are_cleared_once_all_but_the_replacing_is_done(self, log: Path) -> None:
        """The log still has the words, and what is to replace it is whole and without them."""
        seen: list[bool] = []

        def look() -> None:
            (part,) = parts_of(log)
            seen.append(files_with(ZEBRA, log.parent) == ["log.jsonl"])
            seen.append(verify(read_lines(part)).sound)

        run(log, planned(log), clear_drafts=look)
        assert seen == [True, True]


class TestAppenders:
    """Who waits for a turn writes to the log that is there by then."""

    def test_a_record_that_waits_lands_in_the_new_log(self, log: Path) -> None:
        """The log is opened inside the turn, so there are never two of them."""
        children: list[subprocess.Popen[str]] = []

        def start_appending() -> None:
            children.append(appender(log))
            assert children[0].stdout is not None
            assert children[0].stdout.readline() == "waiting\n"

        run(log, planned(log), clear_drafts=start_appending)
        (child,) = children
        assert child.communicate()[0] == "7\n"
        assert child.returncode == 0
        verdict = verify(read_lines(log))
        assert (verdict.sound, verdict.records) == (True, 7)
        assert files_with(ZEBRA, log.parent) == []


def appender(log: Path) -> "subprocess.Popen[str]":
    """Another program that appends a record; it says when it comes to the lock."""
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from filelock import FileLock\n"
        "from tests.cli.made_up_log import record\n"
        "from infoshare_cli.files.logbook import read_records\n"
        "acquire = FileLock.acquire\n"
        "def told(*given, **named):\n"
        "    print('waiting', flush=True)\n"
        "    return acquire(*given, **named)\n"
        "FileLock.acquire = told\n"
        "log = Path(sys.argv[1])\n"
        "record(log, 700)\n"
        "print([each.head.seq for each in read_records(log)][-1])\n"
    )
    top = Path(__file__).parents[2]
    return subprocess.Popen(
        [sys.executable, "-c", program, str(log)], stdout=subprocess.PIPE, text=True, cwd=top
    )
