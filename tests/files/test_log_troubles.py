"""Disks that are full, rights that are missing, things in the log's place, and many at once.

Whatever it is: no record that was acknowledged is lost, there is one log, and who cannot write
is told so.
"""

import os
import shutil
import stat
import tempfile
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path

import pytest

from infoshare_cli.core.anchor import read_anchor
from infoshare_cli.core.record import FIELDS_OF_KIND, KEPT_WORDS, Provenance
from infoshare_cli.core.redaction import plan_fields
from infoshare_cli.core.verify import verify
from infoshare_cli.errors import LogError
from infoshare_cli.files import log_lines, log_turn
from infoshare_cli.files.erase import erase
from infoshare_cli.files.log_lines import read_lines
from infoshare_cli.files.logbook import (
    Receipt,
    append_record,
    check_appendable,
    find_record,
    read_records,
)
from tests.conftest import MADE_WITH, NOON, Decision
from tests.files.cut_off import folder_in_memory, has_ended, in_child, start_child
from tests.files.erasing import redaction

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked")
as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be somebody else"
)

NOBODY = 65534
"""The user whom most systems have for those who own nothing."""
TORN = b'{"body":{"case_ref":["0001'

Append = Callable[..., Receipt]


@pytest.fixture(autouse=True)
def _ready() -> None:
    """What writers import late is there before any child is forked."""
    import filelock  # noqa: F401


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Where a log is to be."""
    return tmp_path / "log.jsonl"


@pytest.fixture
def append(log: Path, decision: Decision) -> Append:
    """Appends a decision of a made-up case to the log."""
    fields = decision().fields

    def write(
        to: Path = log,
        at: datetime | None = None,
        made_with: Provenance = MADE_WITH,
        leave_out: Sequence[str] = (),
    ) -> Receipt:
        return append_record(
            to,
            kind="decision",
            of=None,
            clock=lambda: at or datetime.now(UTC),
            provenance=made_with,
            fields={name: value for name, value in fields.items() if name not in leave_out},
            new_id=lambda: str(uuid.uuid4()),
            new_salt=lambda: os.urandom(16).hex(),
        )

    return write


def refused(append: Callable[[], object], why: str) -> None:
    """Check that the program says that it could not write, and why."""
    with pytest.raises(LogError, match=why):
        append()


class TestFullDisks:
    """A disk may be full at any byte of a write."""

    @pytest.mark.parametrize("tail", [b"", TORN], ids=["whole", "torn"])
    def test_nothing_is_lost_and_nothing_half_stays(
        self, log: Path, append: Append, tail: bytes
    ) -> None:
        """Only as much as fits is written, and taken back; with more room it goes on."""
        append()
        whole = log.read_bytes()
        for room in (*range(0, 60, 7), *range(60, len(whole), 911)):
            log.write_bytes(whole + tail)
            for aside in log.parent.glob("*.unfinished-*"):
                aside.unlink()
            in_child(partial(_write_in, len(whole) + room, append))
            # Once the tail is whole in a file of its own, it can go.
            kept = [each.read_bytes() for each in log.parent.glob("*.unfinished-*")]
            assert log.read_bytes() in ((whole,) if tail in kept else (whole + tail,))
            receipt = append()
            assert receipt.seq == 2
            verdict = verify(read_lines(log), [read_anchor(receipt.anchor)])
            assert (verdict.sound, verdict.records) == (True, 2)

    def test_no_room_for_what_was_not_finished(self, log: Path, append: Append) -> None:
        """It stays where it is until there is room."""
        append()
        log.write_bytes(log.read_bytes() + TORN)
        before = log.read_bytes()
        in_child(lambda: _write_in(10, append))
        assert log.read_bytes() == before
        assert not list(log.parent.glob("*.unfinished-*"))

    def test_no_room_for_the_first_record(self, log: Path, append: Append) -> None:
        """The log is empty then, which is as good as none."""
        in_child(lambda: _write_in(100, append))
        assert log.read_bytes() == b""
        assert append().seq == 1

    def test_no_room_to_erase(self, log: Path, append: Append) -> None:
        """The log stays as it is, with the words; and nothing of them is left beside it."""
        append()
        append()
        before, names = log.read_bytes(), set(log.parent.iterdir())
        for room in range(0, len(before), 700):
            in_child(partial(_write_in, room, partial(_erase_reason, log, 1)))
            assert (log.read_bytes(), set(log.parent.iterdir())) == (before, names)
        assert read_anchor(_erase_reason(log, 1)).count == 3


def _write_in(most: int, write: Callable[[], object]) -> None:
    """Write where no file can grow beyond some bytes."""
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    refused(write, "cannot be written")


@pytest.fixture
def shared() -> Iterator[Path]:
    """A log in a folder that anybody can get to; folder and log belong to nobody."""
    folder = Path(tempfile.mkdtemp())
    os.chown(folder, NOBODY, NOBODY)
    yield folder / "log.jsonl"
    folder.chmod(0o700)
    shutil.rmtree(folder)


def as_nobody(work: Callable[[], object]) -> None:
    """Do something with no rights but those of that user."""

    def with_few_rights() -> None:
        os.setgroups([])
        os.setegid(NOBODY)
        os.seteuid(NOBODY)
        work()

    in_child(with_few_rights)


@as_root
class TestRights:
    """What a person may not do is told at once, and nothing is left half done."""

    def test_a_folder_that_cannot_be_written_to(self, shared: Path, append: Append) -> None:
        """No log is made, and no lock; there is simply none to read."""
        shared.parent.chmod(0o500)
        as_nobody(lambda: refused(lambda: append(shared), "cannot be written: Permission denied"))
        as_nobody(lambda: _expect(list(read_lines(shared)), []))
        assert list(shared.parent.iterdir()) == []

    def test_a_log_that_is_there_needs_no_right_to_make_files(
        self, shared: Path, append: Append
    ) -> None:
        """But an unfinished line cannot be put aside, and so stays where it is."""
        as_nobody(lambda: append(shared))
        shared.parent.chmod(0o500)
        as_nobody(lambda: append(shared))
        assert verify(read_lines(shared)).records == 2
        shared.write_bytes(shared.read_bytes() + TORN)
        before = shared.read_bytes()
        as_nobody(lambda: refused(lambda: append(shared), "Permission denied"))
        assert shared.read_bytes() == before

    def test_a_log_of_somebody_else(self, shared: Path, append: Append) -> None:
        """It can be neither read nor written; and it is not opened up."""
        append(shared)
        before = shared.read_bytes()
        as_nobody(lambda: refused(lambda: append(shared), "Permission denied"))
        as_nobody(lambda: refused(lambda: list(read_lines(shared)), "cannot be read: Permission"))
        assert (shared.read_bytes(), shared.stat().st_uid) == (before, 0)

    def test_a_log_of_somebody_else_that_may_be_read(self, shared: Path, append: Append) -> None:
        """Reading needs nothing else, even where its last line is not finished."""
        append(shared)
        shared.write_bytes(shared.read_bytes() + TORN)
        shared.chmod(0o644)
        before = shared.read_bytes()
        as_nobody(lambda: refused(lambda: append(shared), "Permission denied"))
        as_nobody(lambda: _expect([*read_lines(shared)][1:], [TORN]))
        assert (shared.read_bytes(), stat.S_IMODE(shared.stat().st_mode)) == (before, 0o644)

    def test_a_log_of_somebody_else_that_may_be_written(self, shared: Path, append: Append) -> None:
        """As people share one: it goes on, and stays theirs, with their rights."""
        append(shared)
        for each in shared.parent.iterdir():
            each.chmod(0o666)
        as_nobody(lambda: _expect(append(shared).seq, 2))
        assert (shared.stat().st_uid, stat.S_IMODE(shared.stat().st_mode)) == (0, 0o666)
        assert verify(read_lines(shared)).records == 2

    def test_a_log_of_ones_own_that_is_read_only(self, shared: Path, append: Append) -> None:
        """Somebody meant it to stay as it is."""
        as_nobody(lambda: append(shared))
        shared.chmod(0o400)
        as_nobody(lambda: refused(lambda: append(shared), "Permission denied"))
        as_nobody(lambda: refused(lambda: check_appendable(shared), "Permission denied"))
        assert stat.S_IMODE(shared.stat().st_mode) == 0o400


def _expect(found: object, expected: object) -> None:
    assert found == expected


class TestOtherThings:
    """What stands where the log, its lock or its folder should be."""

    def test_a_link_in_place_of_the_log(self, log: Path, append: Append, tmp_path: Path) -> None:
        """Refused, also where it leads nowhere; what it leads to stays as it is."""
        append()
        before = log.read_bytes()
        (tmp_path / "link").symlink_to(log)
        (tmp_path / "nowhere").symlink_to(tmp_path / "none")
        for link in (tmp_path / "link", tmp_path / "nowhere"):
            refused(partial(append, link), "it is a link")
            refused(partial(find_record, link, "1"), "it is a link")
        assert log.read_bytes() == before
        assert not (tmp_path / "none").exists()

    def test_a_link_in_place_of_the_lock(self, log: Path, append: Append, tmp_path: Path) -> None:
        """Refused: who changed the link would let two writers in; what it leads to stays."""
        other = tmp_path / "other"
        other.write_text("mine", encoding="utf-8")
        log_turn.lock_path(log).symlink_to(other)
        refused(append, "cannot be written")
        assert (other.read_text(encoding="utf-8"), log.exists()) == ("mine", False)

    def test_a_link_in_place_of_the_folder(self, append: Append, tmp_path: Path) -> None:
        """Both ways lead to one log, and to one lock."""
        (tmp_path / "kept").mkdir()
        (tmp_path / "link").symlink_to(tmp_path / "kept")
        for seq, folder in enumerate(("kept", "link", "kept"), start=1):
            assert append(tmp_path / folder / "log.jsonl").seq == seq
        assert len(list((tmp_path / "kept").iterdir())) == 2

    @pytest.mark.parametrize("place", ["log.jsonl", "log.jsonl.lock"])
    def test_a_folder_in_its_place(self, log: Path, append: Append, place: str) -> None:
        """Refused."""
        log.with_name(place).mkdir()
        refused(append, "cannot be written")

    def test_a_pipe_in_place_of_the_log(self, log: Path, append: Append) -> None:
        """Refused at once: nobody waits for its other end."""
        os.mkfifo(log)
        refused(append, "it is not a regular file")
        refused(lambda: list(read_lines(log)), "it is not a regular file")

    def test_a_device_in_place_of_the_log(self, append: Append) -> None:
        """Refused, with no lock made beside it."""
        refused(lambda: append(Path(os.devnull)), "it is not a regular file")
        refused(lambda: list(read_lines(Path(os.devnull))), "it is not a regular file")
        assert not Path(f"{os.devnull}.lock").exists()

    def test_a_pipe_in_place_of_the_lock(self, log: Path, append: Append) -> None:
        """It can be held like a file, and nobody waits for its other end."""
        os.mkfifo(log_turn.lock_path(log))
        assert [append().seq, append().seq] == [1, 2]

    def test_a_file_in_place_of_the_folder(self, log: Path, append: Append) -> None:
        """Refused, for reading too."""
        log.write_text("x", encoding="utf-8")
        refused(lambda: append(log / "log.jsonl"), "cannot be written")
        refused(lambda: list(read_lines(log / "log.jsonl")), "cannot be read")


class TestClocks:
    """A clock is no proof of order, and no hindrance."""

    def test_one_that_was_set_back_between_two_writers(self, log: Path, append: Append) -> None:
        """Told to who writes and to who verifies; the order is that of writing."""
        later, earlier = NOON, NOON - timedelta(days=400)
        assert append(at=later).remarks == ()
        (remark,) = append(at=earlier).remarks
        assert "2025-10-18" in remark
        assert append(at=later).remarks == ()
        verdict = verify(read_lines(log))
        assert (verdict.sound, len(verdict.remarks)) == (True, 1)

    @pytest.mark.parametrize("year", [1969, 3000])
    def test_one_that_is_beyond_what_a_log_can_say(
        self, log: Path, append: Append, year: int
    ) -> None:
        """Such a record is refused: nobody could read it."""
        append()
        before = log.read_bytes()
        refused(lambda: append(at=NOON.replace(year=year)), "cannot be written")
        assert log.read_bytes() == before


WRITERS, RECORDS_EACH, ERASURES = 20, 50, 4


@pytest.fixture
def quick() -> Iterator[Path]:
    """A folder in memory: a thousand syncs of a disk take a while."""
    with folder_in_memory() as folder:
        yield folder


@pytest.mark.thorough
def test_many_writers_and_readers_at_once(
    quick: Path, append: Append, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Twenty programs append fifty records each, some of them older ones, while one erases words.

    Each record that was acknowledged is where it was said to be. Whoever reads meanwhile sees a
    log that is sound and only grows.
    """
    monkeypatch.setattr(log_turn, "LOCK_SECONDS", 600.0)
    log = quick / "log.jsonl"
    first = [append(log).anchor for _ in range(ERASURES)]
    log.write_bytes(log.read_bytes() + TORN)

    def write(number: int) -> None:
        write_one = _older(append) if number % 5 == 0 else append
        with (tmp_path / f"told-{number}").open("w", encoding="utf-8") as told:
            for _ in range(RECORDS_EACH):
                told.write(f"{write_one(log).anchor}\n")

    def erase_some() -> None:
        with (tmp_path / "told-erased").open("w", encoding="utf-8") as told:
            for seq in range(1, ERASURES + 1):
                told.write(f"{_erase_reason(log, seq)}\n")

    children = [start_child(partial(write, number)) for number in range(WRITERS)]
    children.append(start_child(erase_some))
    seen = list(_records_while(children, log))
    assert seen == sorted(seen)
    told = [line for each in tmp_path.glob("told-*") for line in each.read_text().split()]
    assert len(told) == WRITERS * RECORDS_EACH + ERASURES
    verdict = verify(read_lines(log), [read_anchor(each) for each in (*first, *told)])
    assert (verdict.integrity, verdict.completeness) == ("ok", "ok")
    assert (verdict.records, verdict.torn) == (len(first) + len(told), False)
    assert verdict.redacted == ERASURES
    older = [each for each in read_records(log) if KEPT_WORDS not in each.head.commitments]
    assert len(older) == WRITERS * RECORDS_EACH // 5


def _erase_reason(log: Path, seq: int) -> str:
    """Take the reason out of a record; gives the anchor of the redaction."""
    plan_again = partial(plan_fields, wanted=str(seq), names=("reason",))
    erased = erase(
        log,
        plan_again(lambda: read_records(log)),
        plan_again=plan_again,
        redaction=redaction(10_000 * seq),
        token=f"t{seq}",
        clear_drafts=lambda: None,
    )
    (receipt,) = erased.receipts
    return receipt.anchor


def _older(append: Append) -> Append:
    """Appends as infoshare 1.1 did, whose records had a field less; for a child of its own."""
    assert isinstance(FIELDS_OF_KIND, dict)
    FIELDS_OF_KIND["decision"] = tuple(set(FIELDS_OF_KIND["decision"]) - {KEPT_WORDS})
    return partial(append, made_with=replace(MADE_WITH, engine="1.1.0"), leave_out=(KEPT_WORDS,))


def _records_while(children: Sequence[int], log: Path) -> Iterator[int]:
    """How many records a log has, read again and again until the children have ended well."""
    for child in children:
        while not has_ended(child):
            verdict = verify(read_lines(log))
            assert verdict.integrity == "ok", verdict.first_broken
            yield verdict.records


class TestTwoVersions:
    """A log outlives the version that began it."""

    def test_an_older_version_goes_on_and_so_does_this_one(self, log: Path, append: Append) -> None:
        """Their records have fewer fields, and are as good as any."""
        append()
        in_child(lambda: _expect(_older(append)().seq, 2))
        assert append().seq == 3
        engines = [each.head.provenance.engine for each in read_records(log)]
        assert engines == ["1.0.0", "1.1.0", "1.0.0"]
        assert verify(read_lines(log)).sound

    def test_a_newer_version_is_not_followed(self, log: Path, append: Append) -> None:
        """Nobody writes after what they cannot read; what is needed is said, and nothing lost."""
        append()
        older = log.read_bytes()
        append()
        newer = older + log.read_bytes()[len(older) :].replace(b'"v":1', b'"v":2')
        log.write_bytes(newer + TORN)
        refused(append, "format 2 needs a newer version")
        assert log.read_bytes() == newer + TORN
        broken = verify(read_lines(log)).first_broken
        assert broken is not None
        assert (broken.seq, broken.why) == (2, "format 2 needs a newer version of infoshare")


class TestReadersAndWritersInTurn:
    """A reader that is in the middle of the log when somebody writes."""

    def test_what_was_put_aside_is_never_mixed_with_what_follows_it(
        self, log: Path, append: Append
    ) -> None:
        """A reader has seen half a line; the next writer puts that aside and writes a whole one."""
        anchors = [append().anchor]
        log.write_bytes(log.read_bytes() + TORN)
        reading = read_lines(log)
        lines = [next(reading)]
        anchors.append(append().anchor)
        verdict = verify([*lines, *reading], [read_anchor(each) for each in anchors])
        assert (verdict.sound, verdict.records, verdict.torn) == (True, 2, False)

    def test_a_reader_that_waits_for_its_turn_sees_what_stands_there_then(
        self, log: Path, append: Append, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The writer before it has put half a line aside and written one that is longer."""
        append()
        log.write_bytes(log.read_bytes() + TORN)

        def wait(path: Path) -> AbstractContextManager[None]:
            append()
            return log_turn.turn(path)

        monkeypatch.setattr(log_lines, "turn", wait)
        verdict = verify(read_lines(log))
        assert (verdict.sound, verdict.records, verdict.torn) == (True, 2, False)

    def test_a_reader_sees_the_log_as_it_was_when_it_began(self, log: Path, append: Append) -> None:
        """However many records come while it reads; so it always comes to an end."""
        append()
        append()
        reading = read_lines(log)
        lines = [next(reading)]
        append()
        assert len([*lines, *reading]) == 2

    @pytest.mark.parametrize("left", [0, 5, 400_000])
    def test_a_log_that_is_cut_while_it_is_read(self, log: Path, left: int) -> None:
        """The reader comes to an end, wherever that is now."""
        content = (b"x" * 6999 + b"\n") * 90
        log.write_bytes(content)
        reading = read_lines(log)
        first = next(reading)
        os.truncate(log, left)
        rest = list(islice(reading, 91))
        assert len(rest) < 90
        assert content.startswith(b"".join([first, *rest]))
