"""What happened to a story in the log while somebody was writing a record about it.

Whoever fills a form has read the log once, and may take an hour over it. Before the record is
written the story is judged anew: what it was then, what it is now, and what is to be written.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field

from infoshare_cli.core.record import Record
from infoshare_cli.core.record_forms import RELEASE
from infoshare_cli.core.record_story import RecordStory, StoryTeller
from infoshare_cli.core.same_words import Words, telling_words_of, words_of
from infoshare_cli.core.tree import Hash
from infoshare_cli.core.verify import why_unsound
from infoshare_cli.errors import LogError


@dataclass(frozen=True, slots=True)
class StoryReading:
    """The story of an interview as one reading of the log had it."""

    story: RecordStory
    records: Mapping[str, Record]
    """Id -> record, of all that belongs together with it by any number of steps."""
    last: Hash
    """The hash of the last record of the log."""


@dataclass
class StoryReader:
    """Reads the story of an interview from the records of a log, handed in in order, once."""

    interview: str
    """Its id."""
    kin: Set[str]
    """The ids of records that belong together with it; what follows on from them is found."""
    _teller: StoryTeller = field(init=False)
    _records: dict[str, Record] = field(default_factory=dict)
    _last: Hash = ""

    def __post_init__(self) -> None:
        self._teller = StoryTeller(lambda record: record.head.id == self.interview)

    def take(self, record: Record) -> None:
        """Note one more record."""
        head = record.head
        self._teller.take(record)
        self._last = record.hash
        if head.id in self.kin or head.of in self._records:
            self._records.setdefault(head.id, record)

    def reading(self) -> StoryReading | None:
        """What was read; None where the interview has not come."""
        story = self._teller.story()
        return StoryReading(story, self._records, self._last) if story else None


def still_fits(
    then: StoryReading, now: StoryReading | None, kind: str, texts: Iterable[str]
) -> StoryReading:
    """The story as it is now, if a record that was made for the story then may be added to it.

    Args:
        then: what the person had before them.
        now: None where the interview, or the log itself, is not there any more.
        kind: the kind of the record.
        texts: what it says in the words of a person.

    Raises:
        LogError: it may not; the text says why.
    """
    number = then.story.record.head.seq
    if now is None or now.story.record.hash != then.story.record.hash:
        raise LogError(f"Record {number} is not in the decision log any more. {_NOTHING}")
    if why := why_unsound(now.story.record):
        raise LogError(f"Record {number} of the decision log is broken: {why}. {_NOTHING}")
    if why := _why_not(then, now, kind, texts):
        look = f"To see what is there now: infoshare log show {number}"
        raise LogError(f"The log has changed since you began. {why} {_NOTHING} {look}")
    return now


def new_records(then: StoryReading, now: StoryReading) -> tuple[Record, ...]:
    """The records that have come to belong to the story, in order."""
    return tuple(record for name, record in now.records.items() if name not in then.records)


_NOTHING = "Nothing was recorded."


def _why_not(then: StoryReading, now: StoryReading, kind: str, texts: Iterable[str]) -> str:
    record, holds = then.story.record, then.story.holds
    if record.body and not now.story.record.body:
        return f"All words of record {record.head.seq} were erased."
    if any(map(_erased_words(then, now).stand_in, texts)):
        return "Words that you wrote were erased there, so they may not stand in it again."
    # It would end the next hold, of which the person who releases this one says nothing.
    if kind == RELEASE and holds and holds[0] not in now.story.holds:
        return f"The hold in record {holds[0].seq} was released already."
    return ""


def _erased_words(then: StoryReading, now: StoryReading) -> Words:
    """The words that the records of the story had then and have not now."""
    texts = set[str]()
    for name, record in then.records.items():
        left = now.records[name].body if name in now.records else {}
        gone = [each for each in record.body if each not in left]
        # Of a record that went whole, who took part in it stays free to be said elsewhere.
        texts |= words_of(record, gone) if left else telling_words_of(record, gone)
    return Words(frozenset(texts))
