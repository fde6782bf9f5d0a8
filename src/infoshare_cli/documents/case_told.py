"""An interview that is to be told to people, and how and when that is done."""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.lives import Link
from infoshare_cli.core.record import read_time
from infoshare_cli.core.record_story import RecordStory


@dataclass(frozen=True, slots=True)
class Case:
    """An interview with its place in the log, and the rules whose words it is told in."""

    story: RecordStory
    guidance: Guidance | None = None
    """The rules that it was held under; without them, ids stand where labels would."""
    decided_since: tuple[Link, ...] = ()
    """The decisions that go on from it, by any number of steps, in order."""


@dataclass(frozen=True, slots=True)
class Writing:
    """How and when a document is written."""

    at: datetime
    engine: str
    """The version of this program."""
    chosen: frozenset[str] = frozenset()
    """The fields that are withheld."""
    zone: tzinfo | None = None
    """Of the days that are named; None for that of this computer."""
    broken: str = ""
    """What is wrong with the log that this comes from; '' where it is sound."""

    def day(self, at: str) -> str:
        """A record's day: 22 Nov 2026."""
        return f"{read_time(at).astimezone(self.zone):%d %b %Y}"

    def time(self, at: str) -> str:
        """A record's day and time: 22 Nov 2026, 14:29."""
        return f"{read_time(at).astimezone(self.zone):%d %b %Y, %H:%M}"
