"""The interview that a record is about, with all that was recorded about it since."""

from pathlib import Path

from infoshare_cli.core.lives import Lives
from infoshare_cli.core.record import INTERVIEWS, Record
from infoshare_cli.core.record_story import RecordStory, StoryTeller
from infoshare_cli.errors import CallError, Fault
from infoshare_cli.files.logbook import find_record, read_records


def read_story(log: Path, wanted: str) -> RecordStory:
    """The story of an interview, by the number or the whole id of any record about it.

    The interview is as it was written; what was recorded about it may not be.

    Raises:
        CallError: there is no such record, or it is about no interview.
        LogError: the record or the interview is not as it was written, or the log cannot be read.
    """
    first = _interview(log, find_record(log, wanted))
    teller = StoryTeller(lambda record: record.head.id == first.head.id)
    for record in read_records(log):
        teller.take(record)
    story = teller.story()
    # Nobody takes a record out of a log.
    assert story is not None
    return story


def _interview(log: Path, asked: Record) -> Record:
    if asked.head.kind in INTERVIEWS:
        return asked
    lives = Lives.of_heads(record.head for record in read_records(log))
    link = lives.beginning(asked.head.id)
    if link.kind not in INTERVIEWS:
        fault = Fault("", f"a record of the kind {link.kind}", "a record about an interview")
        raise CallError(f"Record {asked.head.seq} is about no interview.", (fault,))
    return find_record(log, link.id)
