"""A record with what belongs to it: what it is about, what happened since, what holds it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from infoshare_cli.core.lives import Link, Lives
from infoshare_cli.core.record import INTERVIEWS, Record


@dataclass(frozen=True, slots=True)
class RecordStory:
    """A record and its place among the others."""

    record: Record
    about: Link | None
    """The record that it is about; None for an interview, or where that record is not there."""
    beginning: Link
    """The interview that it is about in the end; itself for an interview."""
    continues: Link | None
    """The record that this interview goes on from."""
    continued_by: tuple[Link, ...]
    """The interviews that go on from it."""
    life: tuple[Record, ...]
    """The records about it, in order."""
    holds: tuple[Link, ...]
    """The holds that still stand on its story, the oldest first."""


@dataclass
class StoryTeller:
    """Puts a story together from the records of a log, which are handed in in order, once.

    Of other records than the one wanted and those about it, only the links are kept.
    """

    is_wanted: Callable[[Record], bool]
    _lives: Lives = field(default_factory=Lives)
    _record: Record | None = None
    """The first one that is wanted."""
    _life: dict[str, Record] = field(default_factory=dict)

    def take(self, record: Record) -> None:
        """Note one more record."""
        self._lives.take(record.head)
        if self._record is None:
            self._record = record if self.is_wanted(record) else None
        elif self._is_about(record, self._record):
            self._life.setdefault(record.head.id, record)

    def story(self) -> RecordStory | None:
        """The story of the record that is wanted; None if it has not come."""
        if self._record is None:
            return None
        head, lives = self._record.head, self._lives
        before = lives.link(head.of)
        interview = head.kind in INTERVIEWS
        return RecordStory(
            record=self._record,
            about=None if interview else before,
            beginning=lives.beginning(head.id),
            continues=before if interview else None,
            continued_by=lives.continued_by(head.id),
            life=tuple(self._life.values()),
            holds=lives.holds(head.id),
        )

    def _is_about(self, record: Record, wanted: Record) -> bool:
        of = record.head.of
        return record.head.kind not in INTERVIEWS and (of == wanted.head.id or of in self._life)
