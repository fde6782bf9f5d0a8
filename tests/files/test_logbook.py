"""The log as a file: appended to durably, one writer at a time, and read as it stands."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from infoshare_cli.core.anchor import read_anchor
from infoshare_cli.core.canonical import MAX_BYTES
from infoshare_cli.core.record import Entry, Record
from infoshare_cli.core.verify import verify
from infoshare_cli.errors import CallError, ExitCode, LogError
from infoshare_cli.files import log_lines, log_turn, logbook
from infoshare_cli.files.log_lines import read_lines
from infoshare_cli.files.logbook import (
    Guard,
    Receipt,
    append_record,
    check_appendable,
    find_record,
    is_called,
    read_records,
)
from tests.conftest import Decision

Append = Callable[..., Receipt]

posix_only = pytest.mark.skipif(os.name == "nt", reason="modes and links of POSIX")


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Where a log is to be; neither it nor its folder is there yet."""
    return tmp_path / "data" / "infoshare" / "log.jsonl"


@pytest.fixture
def append(log: Path, decision: Decision) -> Append:
    """Appends a decision of a made-up case to the log."""
    numbers = count(1)

    def write(hours: float = 0, *, to: Path = log, **fields: str) -> Receipt:
        entry = decision(hours, **fields)
        return append_record(
            to,
            kind=entry.kind,
            of=entry.of,
            clock=lambda: entry.at,
            provenance=entry.provenance,
            fields=entry.fields,
            new_id=lambda: f"00000000-0000-4000-8000-{next(numbers):012x}",
            new_salt=lambda: f"{next(numbers):032x}",
        )

    return write


def append_guarded(log: Path, entry: Entry, guard: Guard) -> Receipt:
    """Append an entry to the log if a guard has nothing against it."""
    salts = count(1)
    return append_record(
        log,
        kind=entry.kind,
        of=entry.of,
        clock=lambda: entry.at,
        provenance=entry.provenance,
        fields=entry.fields,
        new_id=lambda: "00000000-0000-4000-8000-00000000ffff",
        new_salt=lambda: f"{next(salts):032x}",
        guard=guard,
    )


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for the lock."""
    monkeypatch.setattr(log_turn, "LOCK_SECONDS", 0.0)


@pytest.fixture
def busy(log: Path, impatient: None) -> Iterator[None]:
    """Another program has the lock of the log, and keeps it."""
    log.parent.mkdir(parents=True)
    program = (
        "import sys, filelock\n"
        "with filelock.FileLock(sys.argv[1], preserve_lock_file=True):\n"
        "    print('locked', flush=True)\n"
        "    sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(log) + ".lock"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "locked\n"
        yield
        holder.communicate()


class TestAppending:
    """A record is in the log, whole and on the disk, or the log is as it was."""

    def test_what_was_appended_verifies_and_its_anchor_fits(
        self, log: Path, append: Append
    ) -> None:
        """The receipt names the record and gives the code to note."""
        receipts = [append(hours) for hours in range(4)]
        assert [receipt.seq for receipt in receipts] == [1, 2, 3, 4]
        assert [receipt.remarks for receipt in receipts] == [()] * 4
        verdict = verify(read_lines(log), [read_anchor(each.anchor) for each in receipts])
        assert (verdict.sound, verdict.completeness, verdict.records) == (True, "ok", 4)
        assert [each.head.id for each in read_records(log)] == [each.id for each in receipts]

    def test_only_the_tail_is_read(self, log: Path, append: Append) -> None:
        """Going on does not need what is long past, so it is as quick in a log of any length."""
        append(0)
        append(1)
        lines = log.read_bytes().splitlines(keepends=True)
        log.write_bytes(b"x" * 200_000 + b"\n" + lines[1])
        assert append(2).seq == 3

    def test_a_last_line_longer_than_one_reading_is_found(self, log: Path, append: Append) -> None:
        """Looking back for the start of a line goes on until it is there."""
        append(0, reason="x" * 200_000)
        append(1, reason="y" * 200_000)
        assert append(2).seq == 3
        assert verify(read_lines(log)).sound

    @posix_only
    def test_a_log_that_was_opened_up_is_closed_again(self, log: Path, append: Append) -> None:
        """With the next record, only its owner may read it."""
        append()
        log.chmod(0o644)
        append()
        assert log.stat().st_mode & 0o777 == 0o600

    @posix_only
    def test_only_the_owner_may_read(self, log: Path, append: Append) -> None:
        """Folders that are made have mode 0700, files 0600, whatever the umask says."""
        old = os.umask(0)
        try:
            append()
        finally:
            os.umask(old)
        modes = {path.name: path.stat().st_mode & 0o777 for path in log.parent.iterdir()}
        assert modes == {"log.jsonl": 0o600, "log.jsonl.lock": 0o600}
        assert [path.stat().st_mode & 0o777 for path in (log.parent, log.parent.parent)] == [
            0o700,
            0o700,
        ]

    def test_nothing_is_confirmed_before_the_disk_has_it(
        self, log: Path, append: Append, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A new log's folder is synced; then the whole line is written at once, and synced."""
        done: list[str] = []
        write, sync = os.write, os.fsync

        def noted_write(descriptor: int, content: bytes) -> int:
            done.append(f"write {content[-1:]!r}")
            return write(descriptor, content)

        def noted_sync(descriptor: int) -> None:
            done.append("sync folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "sync")
            sync(descriptor)

        append(0)
        monkeypatch.setattr(os, "write", noted_write)
        monkeypatch.setattr(os, "fsync", noted_sync)
        append(1)
        assert done == ["write b'\\n'", "sync"]
        done.clear()
        append(0, to=log.with_name("new.jsonl"))
        assert done[-2:] == ["write b'\\n'", "sync"]
        assert set(done[:-2]) == (set() if os.name == "nt" else {"sync folder"})

    def test_a_clock_set_back_is_told_and_hinders_nothing(self, log: Path, append: Append) -> None:
        """The record is kept with the time that the clock gave."""
        append(2)
        (remark,) = append(1).remarks
        assert remark.startswith("The clock of this computer was set back")
        assert verify(read_lines(log)).sound

    def test_a_guard_has_the_last_word(self, log: Path, append: Append, decision: Decision) -> None:
        """It is shown the last record while nobody else can write; what it says is told."""
        first, second = append(0), append(1)
        seen = list[Record | None]()

        def guard(last: Record | None) -> list[str]:
            assert log_turn.lock_path(log).exists()
            seen.append(last)
            return ["Look."]

        assert append_guarded(log, decision(2), guard).remarks == ("Look.",)
        assert [each and each.head.id for each in seen] == [second.id]
        assert first.seq == 1

        def refuse(_: Record | None) -> list[str]:
            raise LogError("No.")

        log.write_bytes(log.read_bytes() + b"torn")
        before = log.read_bytes()
        with pytest.raises(LogError, match=r"No\."):
            append_guarded(log, decision(3), refuse)
        assert log.read_bytes() == before
        assert {each.name for each in log.parent.iterdir()} == {"log.jsonl", "log.jsonl.lock"}

    def test_with_a_guard_no_log_is_made(self, log: Path, decision: Decision) -> None:
        """Nor a folder for one, nor a lock; what is empty stays empty, if the guard says so."""
        for write in (
            lambda: append_guarded(log, decision(), lambda _: ()),
            lambda: check_appendable(log),
        ):
            with pytest.raises(LogError, match="is not there any more"):
                write()
            assert not log.parent.exists()
        log.parent.mkdir(parents=True)
        log.touch()

        def empty(last: Record | None) -> tuple[str, ...]:
            assert last is None
            return ("Empty.",)

        assert append_guarded(log, decision(), empty).remarks == ("Empty.",)

    def test_a_log_that_goes_while_a_writer_waits_is_not_made_anew(
        self, log: Path, append: Append, decision: Decision, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The one before it in the queue moved it away."""
        append()

        @contextmanager
        def turn_at_last(path: Path) -> Iterator[None]:
            with log_turn.turn(path):
                log.rename(log.with_name("away.jsonl"))
                yield

        monkeypatch.setattr(logbook, "turn", turn_at_last)
        with pytest.raises(LogError, match="cannot be written: No such file"):
            append_guarded(log, decision(1), lambda _: ())
        assert not log.exists()

    @pytest.mark.usefixtures("busy")
    def test_whether_a_log_can_be_appended_to_is_known_before(self, log: Path) -> None:
        """Another program has the lock, and keeps it."""
        log.write_bytes(b"")
        with pytest.raises(LogError, match="is busy"):
            check_appendable(log)

    def test_looking_changes_nothing(self, log: Path, append: Append) -> None:
        """A log that cannot be gone on with is told just as an append tells it."""
        append()
        before = log.read_bytes() + b"torn"
        log.write_bytes(before)
        check_appendable(log)
        assert log.read_bytes() == before
        log.write_bytes(before.replace(b"Made up", b"Make up"))
        with pytest.raises(LogError, match="The last record of the decision log"):
            check_appendable(log)
        log.unlink()
        log.mkdir()
        with pytest.raises(LogError, match="not a regular file"):
            check_appendable(log)

    def test_writers_take_turns(self, log: Path) -> None:
        """Programs that write at the same time each get a place of their own."""
        program = (
            "import sys, uuid, secrets\n"
            "from datetime import datetime, UTC\n"
            "from pathlib import Path\n"
            "from infoshare_cli.core.record import Provenance, decision_fields\n"
            "from infoshare_cli.files.logbook import append_record\n"
            "for _ in range(5):\n"
            "    append_record(Path(sys.argv[1]), kind='decision', of=None,\n"
            "        clock=lambda: datetime.now(UTC),\n"
            "        provenance=Provenance('p', '1', 'd', 'c', 'e'),\n"
            "        fields=dict.fromkeys(decision_fields(())),\n"
            "        new_id=lambda: str(uuid.uuid4()), new_salt=lambda: secrets.token_hex(16))\n"
        )
        command = [sys.executable, "-c", program, str(log)]
        writers = [subprocess.Popen(command) for _ in range(3)]
        assert [writer.wait() for writer in writers] == [0, 0, 0]
        verdict = verify(read_lines(log))
        assert (verdict.sound, verdict.records, verdict.torn) == (True, 15, False)


class TestNotAppending:
    """What hinders an append is told; the log stays as it was."""

    @pytest.mark.usefixtures("busy")
    def test_a_busy_log_is_told(self, log: Path, append: Append) -> None:
        """A writer that does not get its turn writes nothing."""
        with pytest.raises(LogError, match="is busy") as error:
            append()
        assert error.value.exit_code is ExitCode.LOG_FAILED
        assert not log.exists()

    def test_the_lock_file_stays_the_same(self, log: Path, append: Append) -> None:
        """A lock file that was replaced would let two writers in."""
        append()
        lock = log_turn.lock_path(log)
        before = lock.stat().st_ino
        append(1)
        assert lock.stat().st_ino == before

    @posix_only
    def test_half_a_write_is_taken_back(self, log: Path, append: Append) -> None:
        """A disk that is full in the middle of a line leaves no half a line."""
        import resource

        append()
        before = log.read_bytes()
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 100, limits[1]))
        try:
            with pytest.raises(LogError, match="cannot be written"):
                append(1)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        assert log.read_bytes() == before
        assert append(1).seq == 2

    @pytest.mark.parametrize("failure", [OSError(errno.EIO, "the disk failed"), KeyboardInterrupt])
    def test_what_the_disk_did_not_confirm_is_taken_back(
        self,
        log: Path,
        append: Append,
        monkeypatch: pytest.MonkeyPatch,
        failure: BaseException | type[BaseException],
    ) -> None:
        """Neither a failed sync nor Ctrl-C in the middle of it leaves a record behind."""
        append()
        before = log.read_bytes()

        def fail(descriptor: int) -> None:
            raise failure

        with monkeypatch.context() as patch:
            patch.setattr(logbook, "sync_file", fail)
            with pytest.raises((LogError, KeyboardInterrupt)):
                append(1)
        assert log.read_bytes() == before
        assert append(1).seq == 2

    @pytest.mark.parametrize(
        ("last_line", "why"),
        [
            (b"nonsense\n", "is broken: not canonical JSON"),
            (b"x" * 3_000_000 + b"\n", "is broken: longer than 1 MiB"),
            (b"\n", "is broken"),
        ],
        ids=["nonsense", "long", "blank"],
    )
    def test_a_log_with_a_broken_end_is_not_gone_on_with(
        self, log: Path, append: Append, last_line: bytes, why: str
    ) -> None:
        """There is nothing to go on from; the file is left for whoever looks into it."""
        append()
        with log.open("ab") as file:
            file.write(last_line + b"half a line")
        before = log.read_bytes()
        with pytest.raises(LogError, match=why):
            append(1)
        assert log.read_bytes() == before

    def test_a_last_record_that_was_changed_is_not_gone_on_with(
        self, log: Path, append: Append
    ) -> None:
        """A new record would lend its weight to what was tampered with."""
        append()
        log.write_bytes(log.read_bytes().replace(b"Made up", b"Make up"))
        with pytest.raises(LogError, match="the field reason is not what was written"):
            append(1)

    def test_a_later_format_needs_a_newer_version(self, log: Path, append: Append) -> None:
        """An old program keeps its hands off a log that it does not know."""
        append()
        before = log.read_bytes().replace(b'"v":1', b'"v":2')
        log.write_bytes(before)
        with pytest.raises(LogError, match="format 2 needs a newer version"):
            append(1)
        assert log.read_bytes() == before

    @pytest.mark.parametrize(
        ("reason", "why"), [("\ud800", "character pair"), ("x" * MAX_BYTES, "longer than 1 MiB")]
    )
    def test_a_record_that_no_reader_would_take_is_refused(
        self, log: Path, append: Append, reason: str, why: str
    ) -> None:
        """Nothing gets into the log that would break it."""
        append()
        before = log.read_bytes()
        with pytest.raises(LogError, match=why):
            append(1, reason=reason)
        assert log.read_bytes() == before

    @posix_only
    def test_only_a_regular_file_is_a_log(self, log: Path, append: Append, tmp_path: Path) -> None:
        """A link would have a lock of its own; a pipe or a folder keeps nothing."""
        append()
        link, pipe, folder = (tmp_path / name for name in ("link", "pipe", "folder"))
        link.symlink_to(log)
        os.mkfifo(pipe)
        folder.mkdir()
        for path in (link, pipe, folder):
            with pytest.raises(LogError, match="cannot be written"):
                append(1, to=path)
            with pytest.raises(LogError, match="cannot be read"):
                list(read_lines(path))
            assert not log_turn.lock_path(path).exists()
        assert verify(read_lines(log)).records == 1

    def test_a_folder_that_cannot_be_made_is_told(self, append: Append, tmp_path: Path) -> None:
        """No traceback: an error of the log."""
        (tmp_path / "file").write_text("x", encoding="utf-8")
        with pytest.raises(LogError, match="cannot be written"):
            append(to=tmp_path / "file" / "log.jsonl")


class TestUnfinishedLines:
    """A write that the power cut off is put aside, told, and never taken for tampering."""

    @pytest.mark.parametrize("kept", [1, 100, -1])
    def test_the_next_append_puts_it_aside(self, log: Path, append: Append, kept: int) -> None:
        """Nothing of it is lost, and the log goes on from the last whole record."""
        append(0)
        whole = log.read_bytes()
        append(1)
        unfinished = log.read_bytes()[len(whole) :][:kept]
        log.write_bytes(whole + unfinished)
        receipt = append(2)
        aside = log.with_name("log.jsonl.unfinished-1")
        assert receipt.seq == 2
        assert receipt.remarks == (
            f"The log's last line was not finished, so it is no record. It is kept in {aside}.",
        )
        assert aside.read_bytes() == unfinished
        assert verify(read_lines(log)).records == 2

    def test_each_one_has_a_file_of_its_own(self, log: Path, append: Append) -> None:
        """What was put aside before is not overwritten."""
        for number in (1, 2):
            append(number)
            with log.open("ab") as file:
                file.write(b"part %d" % number)
        append(3)
        aside = [log.with_name(f"log.jsonl.unfinished-{number}") for number in (1, 2)]
        assert [path.read_bytes() for path in aside] == [b"part 1", b"part 2"]

    def test_a_log_that_is_nothing_else_starts_anew(self, log: Path, append: Append) -> None:
        """The very first write can be cut off too."""
        log.parent.mkdir(parents=True)
        log.write_bytes(b'{"body":')
        assert append().seq == 1
        assert verify(read_lines(log)).sound

    def test_it_is_told_even_if_the_append_then_fails(
        self, log: Path, append: Append, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Nothing is moved without a word."""
        append()
        with log.open("ab") as file:
            file.write(b"part")

        def fail(descriptor: int) -> None:
            raise OSError(errno.ENOSPC, "no space left")

        monkeypatch.setattr(logbook, "sync_file", fail)
        with pytest.raises(LogError, match=r"no space left\. The log's last line was not finished"):
            append(1)


class TestReading:
    """Readers need no lock, and see the lines as they stand."""

    def test_where_there_is_no_log_there_are_no_lines(self, log: Path) -> None:
        """Looking leaves no traces."""
        assert list(read_lines(log)) == []
        assert list(read_records(log)) == []
        assert not log.parent.exists()

    def test_lines_end_at_line_feeds_only(self, log: Path) -> None:
        """Other line ends of the world are part of a line."""
        log.parent.mkdir(parents=True)
        content = b"a\rb\x0bc\x0cd\x1ce\xc2\x85f\xe2\x80\xa8g\r\n\nlast"
        log.write_bytes(content)
        assert list(read_lines(log)) == [content[:-5], b"\n", b"last"]

    @pytest.mark.parametrize("end", [b"\n", b""])
    def test_a_line_over_the_limit_is_cut_and_still_over_it(self, log: Path, end: bytes) -> None:
        """No line can fill the memory."""
        log.parent.mkdir(parents=True)
        log.write_bytes(b"x" * (5 * MAX_BYTES) + end)
        (line,) = read_lines(log)
        assert MAX_BYTES < len(line.removesuffix(b"\n")) < MAX_BYTES + 10
        assert line.endswith(b"\n") == bool(end)

    @pytest.mark.parametrize("length", [MAX_BYTES, MAX_BYTES + 1, MAX_BYTES + 2])
    def test_lines_about_as_long_as_the_limit_are_whole_lines(self, log: Path, length: int) -> None:
        """Where a line is cut never makes two lines of it."""
        log.parent.mkdir(parents=True)
        log.write_bytes(b"x" * length + b"\nnext\n")
        long, after = read_lines(log)
        assert len(long.removesuffix(b"\n")) == length
        assert after == b"next\n"

    def test_an_unfinished_line_is_read_again_at_the_readers_turn(
        self, log: Path, append: Append, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What looks cut off may be a write under way: whoever waits sees it whole."""
        append(0)
        append(1)
        whole = log.read_bytes()
        log.write_bytes(whole[:-100])

        @contextmanager
        def turn_after_the_writer(path: Path) -> Iterator[None]:
            log.write_bytes(whole)
            yield

        monkeypatch.setattr(log_lines, "turn", turn_after_the_writer)
        assert b"".join(read_lines(log)) == whole

    @pytest.mark.usefixtures("busy")
    def test_a_reader_that_gets_no_turn_reads_all_the_same(self, log: Path) -> None:
        """A reader never fails for a lock."""
        log.write_bytes(b"line\npart")
        assert list(read_lines(log)) == [b"line\n", b"part"]

    def test_a_copy_without_a_lock_file_gets_none(self, log: Path) -> None:
        """Reading a copy in somebody's mail leaves nothing beside it."""
        log.parent.mkdir(parents=True)
        log.write_bytes(b"line\npart")
        assert list(read_lines(log)) == [b"line\n", b"part"]
        assert list(log.parent.iterdir()) == [log]

    def test_records_that_cannot_be_read_are_passed_over(self, log: Path, append: Append) -> None:
        """An unfinished line is none, even if a whole record stands in it."""
        append(0)
        append(1)
        lines = log.read_bytes().splitlines(keepends=True)
        for end in (b"", b"\r", b"x"):
            log.write_bytes(lines[0] + b"nonsense\n" + lines[1].rstrip() + end)
            assert [record.head.seq for record in read_records(log)] == [1]

    def test_a_record_is_called_by_its_number_or_its_whole_id(
        self, log: Path, append: Append
    ) -> None:
        """Upper-case and spaces around it do not matter; part of an id is not enough."""
        append(0)
        receipt = append(1)
        first, second = read_records(log)
        for wanted in ("2", f" {receipt.id.upper()} "):
            assert is_called(second, wanted)
            assert not is_called(first, wanted)
        for wanted in ("3", "0", "02", receipt.id[:8], ""):
            assert not is_called(second, wanted)


class TestFindingOne:
    """One record to build on, and only if it is as it was written."""

    def test_by_its_number_or_its_whole_id(self, log: Path, append: Append) -> None:
        """Whatever stands before and after it."""
        receipts = [append(hours, case_ref=f"T-{hours}") for hours in range(3)]
        for receipt in receipts:
            assert find_record(log, str(receipt.seq)).head.id == receipt.id
            assert find_record(log, receipt.id.upper()).text("case_ref") == f"T-{receipt.seq - 1}"

    def test_one_that_is_not_there(self, log: Path, append: Append) -> None:
        """Neither in a log, nor where there is no log; an unfinished line is no record."""
        with pytest.raises(CallError, match="no such record"):
            find_record(log, "1")
        append(0)
        append(1)
        log.write_bytes(log.read_bytes()[:-1])
        for wanted in ("0", "2", "3", "x", ""):
            with pytest.raises(CallError, match="no such record"):
                find_record(log, wanted)

    def test_one_that_was_changed_is_not_built_on(self, log: Path, append: Append) -> None:
        """The others are."""
        receipt = append(0)
        append(1)
        log.write_bytes(log.read_bytes().replace(b"Made up", b"Make up", 1))
        for wanted in ("1", receipt.id):
            with pytest.raises(LogError, match=r"Record 1 of .* the field reason is not what"):
                find_record(log, wanted)
        assert find_record(log, "2").head.seq == 2

    def test_one_that_cannot_be_read_is_told_by_its_number(self, log: Path, append: Append) -> None:
        """Nobody can tell which id it had."""
        append(0)
        receipt = append(1)
        lines = log.read_bytes().splitlines(keepends=True)
        log.write_bytes(b"nonsense\n" + lines[1])
        with pytest.raises(LogError, match=r"Record 1 of .* not canonical JSON"):
            find_record(log, "1")
        assert find_record(log, receipt.id).head.seq == 2

    def test_one_in_another_place_is_not_built_on(self, log: Path, append: Append) -> None:
        """A line was taken out before it."""
        append(0)
        receipt = append(1)
        log.write_bytes(log.read_bytes().splitlines(keepends=True)[1])
        for wanted in ("2", receipt.id):
            with pytest.raises(LogError, match="it stands where record 1 should be"):
                find_record(log, wanted)

    def test_a_log_that_cannot_be_read(self, log: Path) -> None:
        """As for every reader."""
        log.mkdir(parents=True)
        with pytest.raises(LogError, match="cannot be read"):
            find_record(log, "1")


def test_reading_and_importing_do_not_load_filelock() -> None:
    """It is slow to import, and only a writer needs it."""
    program = "import sys, infoshare_cli.files.logbook; sys.exit('filelock' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
