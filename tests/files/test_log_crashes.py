"""A program that ends at any call to the system, or with the power: no record is lost by it.

A record was acknowledged once its anchor was told. Each test cuts a child off at the first
call, at the second, and so on, until it gets to its end.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from infoshare_cli.core.anchor import read_anchor
from infoshare_cli.core.redaction import plan_fields
from infoshare_cli.core.verify import Verdict, verify
from infoshare_cli.files.erase import erase
from infoshare_cli.files.log_lines import read_lines
from infoshare_cli.files.logbook import Receipt, append_record, read_records
from tests.conftest import NOON, Decision, numbered_id
from tests.files.cut_off import (
    Calls,
    Disk,
    Ending,
    How,
    Work,
    cut_off,
    folder_in_memory,
    is_private,
)
from tests.files.erasing import files_with, redaction

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked"),
    pytest.mark.thorough,
]
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the worst disk is one of Linux")

Append = Callable[..., Receipt]
Tell = Callable[[str], None]
TORN = b'{"body":{"case_ref":["0001'
WORDS = "A zebra stood at the door."


@dataclass(frozen=True)
class End:
    """How a child is cut off."""

    how: How
    power: bool
    """Whether the power goes too, and with it what was not synced."""

    def calls(self, disk: Path) -> Callable[[int], Calls]:
        """The calls of a child, of which the one of a number ends it."""
        return lambda at: Calls(at, self.how, Disk(disk) if self.power else None)

    def __str__(self) -> str:
        return f"{self.how.value} a call{', with the power' if self.power else ''}"


ENDS = [End(how, power) for how in How for power in (False, True)]
each_way = pytest.mark.parametrize(
    "end", [each for each in ENDS if sys.platform == "linux" or not each.power], ids=str
)


@pytest.fixture(autouse=True)
def _ready() -> None:
    """What writers import late is there before any child is forked."""
    import filelock  # noqa: F401


@pytest.fixture
def disk() -> Iterator[Path]:
    """A folder that can lose what was not synced in it; nothing is in it yet."""
    with folder_in_memory() as folder:
        yield folder


@pytest.fixture
def log(disk: Path) -> Path:
    """Where a log is to be; neither it nor its folder is there yet."""
    return disk / "infoshare" / "log.jsonl"


@pytest.fixture
def append(log: Path, decision: Decision) -> Append:
    """Appends the decision of that number to the log; gives its receipt."""

    def write(number: int, reason: str = "Made up.") -> Receipt:
        entry = decision(case_ref=f"T-{number}", reason=reason)
        return append_record(
            log,
            kind=entry.kind,
            of=entry.of,
            clock=lambda: NOON + timedelta(minutes=number),
            provenance=entry.provenance,
            fields=entry.fields,
            new_id=lambda: numbered_id(number),
            new_salt=lambda: f"{number:032x}",
        )

    return write


def each_end(
    work: Work, prepare: Callable[[], None], calls: Callable[[int], Calls]
) -> Iterator[Ending]:
    """What a child came to, cut off at one call after the other, each time from the same start."""
    for at in count(1):
        prepare()
        ending = cut_off(work, calls(at))
        yield ending
        if ending.finished:
            assert at > 6
            return


def judged(log: Path, anchors: Sequence[str]) -> Verdict:
    """What the log comes to, with the anchors that were told."""
    return verify(read_lines(log), [read_anchor(each) for each in anchors])


def beside(log: Path) -> set[str]:
    """The names of what lies beside the log, unless it belongs there."""
    return {each.name for each in log.parent.iterdir()} - {"log.jsonl", "log.jsonl.lock"}


def empty(folder: Path) -> None:
    """Remove all that is in a folder."""
    for each in folder.iterdir():
        shutil.rmtree(each) if each.is_dir() else each.unlink()


class TestAppending:
    """Two records are appended one after the other."""

    @pytest.mark.parametrize("before", [None, b"", TORN], ids=["new", "old", "torn"])
    @each_way
    def test_whatever_was_acknowledged_is_there_and_the_next_append_goes_on(
        self, log: Path, append: Append, end: End, before: bytes | None
    ) -> None:
        """In a new folder, after two records, and after a line that was not finished."""
        old = [] if before is None else [append(number).anchor for number in (1, 2)]
        content = log.read_bytes() if old else b""

        def prepare() -> None:
            empty(log.parent.parent)
            if before is not None:
                log.parent.mkdir(mode=0o700)
                log.write_bytes(content + before)

        def work(tell: Tell) -> None:
            for number in (3, 4):
                tell(append(number).anchor)

        for ending in each_end(work, prepare, end.calls(log.parent.parent)):
            anchors = [*old, *ending.told]
            found = judged(log, anchors)
            # The one that was being written may be there too.
            assert found.records - len(anchors) in ((0,) if ending.finished else (0, 1))
            assert (found.integrity, found.completeness) in (("ok", "ok"), ("ok", "unchecked"))
            self._goes_on(log, append, anchors, found)
            aside = [(log.parent / name).read_bytes() for name in beside(log)]
            assert before != TORN or TORN in aside

    def _goes_on(self, log: Path, append: Append, anchors: list[str], found: Verdict) -> None:
        receipt = append(9)
        assert receipt.seq == found.records + 1
        # What was not finished is told by whoever puts it aside.
        assert ["was not finished" in remark for remark in receipt.remarks] == [True] * found.torn
        after = judged(log, [*anchors, receipt.anchor])
        assert (after.sound, after.records, after.torn) == (True, receipt.seq, False)
        ids = [record.head.id for record in read_records(log)]
        assert len(ids) == len(set(ids))
        assert all(name.startswith("log.jsonl.unfinished-") for name in beside(log))
        assert is_private(log)

    @linux_only
    def test_the_next_record_is_safe_though_another_program_began_the_log(
        self, disk: Path, log: Path, append: Append, tmp_path: Path
    ) -> None:
        """A program is killed in the first append; another one appends, and then the power goes.

        Neither the new folder nor the new log may be lost with it: the second program finds
        them there, and cannot know whether the disk has them.
        """
        kept = tmp_path / "synced"

        def work(number: int, tell: Tell) -> None:
            tell(append(number).anchor)

        for ending in each_end(
            partial(work, 1),
            partial(empty, disk),
            lambda at: Calls(at, How.AFTER, Disk(disk), kept),
        ):
            after = cut_off(partial(work, 2), Calls(0, How.AFTER, Disk.load(kept)))
            assert len(after.told) == 1
            assert judged(log, [*ending.told, *after.told]).sound


@dataclass(frozen=True)
class Damaged:
    """A log, and what was left lying beside it."""

    anchors: list[str]
    files: Mapping[str, bytes]

    def restore(self, log: Path) -> None:
        """Put all of it where it was, and nothing else."""
        empty(log.parent.parent)
        log.parent.mkdir(mode=0o700)
        for name, content in self.files.items():
            (log.parent / name).write_bytes(content)


class TestErasing:
    """The words of a record are erased; they stand in what was never finished as well."""

    @pytest.fixture
    def damaged(self, log: Path, append: Append) -> Damaged:
        """Three records, the second one with the words; half a line, and more words beside it."""
        reasons = ("Made up.", WORDS, "Made up.")
        anchors = [append(number, reason).anchor for number, reason in enumerate(reasons, start=1)]
        left = dict.fromkeys(("log.jsonl.unfinished-1", ".log-left.part", "draft"), WORDS.encode())
        return Damaged(anchors, {log.name: log.read_bytes() + WORDS.encode(), **left})

    @each_way
    def test_it_is_done_or_can_be_done_again(
        self, log: Path, append: Append, damaged: Damaged, end: End
    ) -> None:
        """The log is sound, with the words or without; after a second time they are nowhere."""

        def work(tell: Tell) -> None:
            tell(erase_words(log, 100))

        for ending in each_end(work, partial(damaged.restore, log), end.calls(log.parent)):
            told = [*damaged.anchors, *ending.told]
            assert judged(log, told).sound
            assert not ending.told or files_with(WORDS, log.parent) == []
            told.append(append(9).anchor)
            again = erase_words(log, 200)
            found = judged(log, [*told, again] if again else told)
            assert (found.sound, found.torn, found.redacted) == (True, False, 1)
            assert found.records == 3 + 2
            assert (files_with(WORDS, log.parent), beside(log)) == ([], set())
            assert is_private(log)

    @linux_only
    def test_the_next_record_is_safe_though_another_program_replaced_the_log(
        self, log: Path, append: Append, damaged: Damaged, tmp_path: Path
    ) -> None:
        """A program is killed once it has replaced the log; another appends; the power goes.

        The old log must not come back without the record that was acknowledged.
        """
        kept = tmp_path / "synced"

        def work(tell: Tell) -> None:
            tell(erase_words(log, 100))

        def go_on(tell: Tell) -> None:
            tell(append(9).anchor)

        def later(at: int) -> Calls:
            return Calls(at, How.AFTER, Disk(log.parent), kept)

        for ending in each_end(work, partial(damaged.restore, log), later):
            after = cut_off(go_on, Calls(0, How.AFTER, Disk.load(kept)))
            assert len(after.told) == 1
            assert judged(log, [*damaged.anchors, *ending.told, *after.told]).sound


def erase_words(log: Path, first_id: int) -> str:
    """Erase the words as the command does; the anchor of the redaction, or '' without one."""
    plan_again = partial(plan_fields, wanted="2", names=("reason",))
    erased = erase(
        log,
        plan_again(lambda: read_records(log)),
        plan_again=plan_again,
        redaction=redaction(first_id),
        token=f"new{first_id}",
        clear_drafts=lambda: (log.parent / "draft").unlink(missing_ok=True),
    )
    return "".join(each.anchor for each in erased.receipts)
