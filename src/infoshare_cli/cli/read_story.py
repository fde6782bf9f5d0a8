"""The interview that a record is about, with all that was recorded about it since."""

from collections.abc import Set
from dataclasses import dataclass
from pathlib import Path

from infoshare_cli.cli.read_log import readable_records
from infoshare_cli.cli.setup import Setup
from infoshare_cli.core.changed_story import StoryReader, StoryReading
from infoshare_cli.core.lives import Lives
from infoshare_cli.core.record import INTERVIEWS, Record
from infoshare_cli.core.verify import Verdict, Verification
from infoshare_cli.errors import CallError, Fault, LogError
from infoshare_cli.files.logbook import find_record, read_records


@dataclass(frozen=True)
class FoundStory:
    """The story of a record that was asked for."""

    named: int
    """The number of the record that was asked for, which may be any one about the interview."""
    reading: StoryReading
    verdict: Verdict
    """Whether the log is as it was written."""


def find_story(setup: Setup, wanted: str) -> FoundStory:
    """The story of an interview, by the number or the whole id of any record about it.

    The interview is as it was written; what was recorded about it may not be.

    Raises:
        CallError: there is no such record, or it is about no interview.
        LogError: the record or the interview is not as it was written, or the log cannot be read.
    """
    asked = find_record(setup.log, wanted)
    first, kin = _interview(setup.log, asked)
    reader, verification = StoryReader(first.head.id, kin), Verification()
    for record in readable_records(setup, verification):
        reader.take(record)
    reading = reader.reading()
    if reading is None:
        raise LogError(f"The decision log {setup.log} was put away while it was read. Try again.")
    return FoundStory(asked.head.seq, reading, verification.verdict())


def read_again(log: Path, then: StoryReading) -> StoryReading | None:
    """The story as it is now, read in this program's turn to write.

    None where the interview, or the log, is not there any more. Raises LogError where the log
    cannot be read.
    """
    reader = StoryReader(then.story.record.head.id, then.records.keys())
    for record in read_records(log, in_turn=True):
        reader.take(record)
    return reader.reading()


def _interview(log: Path, asked: Record) -> tuple[Record, Set[str]]:
    """The interview that a record is about, and the ids of what belongs together with it."""
    if asked.head.kind in INTERVIEWS and asked.head.of is None:
        return asked, {asked.head.id}
    lives = Lives.of_heads(record.head for record in read_records(log))
    link = lives.beginning(asked.head.id)
    if link.kind not in INTERVIEWS:
        fault = Fault("", f"a record of the kind {link.kind}", "a record about an interview")
        raise CallError(f"Record {asked.head.seq} is about no interview.", (fault,))
    first = asked if link.id == asked.head.id else find_record(log, link.id)
    return first, {each.id for each in lives.story(link.id)}
