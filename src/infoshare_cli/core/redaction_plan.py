"""A plan of what is to be erased from a log, before any of it is done."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from infoshare_cli.core.same_words import Words
from infoshare_cli.core.tree import Hash


@dataclass(frozen=True, slots=True)
class Erasure:
    """The fields that one record loses."""

    seq: int
    id: str
    kind: str
    fields: tuple[str, ...]
    copies: tuple[str, ...] = ()
    """Those of them that nobody named: the same words stand in them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Fields of a record that stay as they are."""

    seq: int
    id: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Skipped:
    """An interview that is old enough to be erased, and why it is not."""

    seq: int
    id: str
    held_by: int | None = None
    """The number of the record that holds it."""
    kept_until: str | None = None
    """The day until which a review keeps it."""


@dataclass(frozen=True)
class Plan:
    """What is to be erased, and what else there is to know before it is done."""

    erasures: tuple[Erasure, ...]
    """In the order of the log; none where all of it is gone already."""
    last: Hash
    """The hash of the log's last record when the plan was made."""
    words: Words = field(default_factory=Words)
    """What must not stand in any draft any more."""
    whole: frozenset[str] = frozenset()
    """The ids of records that are erased whole: a draft that goes on from one of them goes too."""
    named: int | None = None
    """The number of the record that was asked for; None where age decides."""
    already: tuple[str, ...] = ()
    """Fields that were asked for and are erased already."""
    elsewhere: tuple[Place, ...] = ()
    """Where the same words stay: in other stories, and short ones inside of longer texts."""
    corrections: tuple[int, ...] = ()
    """The numbers of amendments that correct a field that goes; what they say of it stays."""
    beside: tuple[int, ...] = ()
    """The numbers of interviews that belong to the same story and stay."""
    skipped: tuple[Skipped, ...] = ()
    lives_of_class: Mapping[str | None, int] = field(default_factory=dict)
    """Class -> how many interviews of it lose words; None for a class that cannot be told."""


@dataclass(frozen=True, slots=True)
class DraftLoss:
    """What one file among the drafts loses."""

    file: str
    fields: tuple[str, ...] = ()
    """The fields of its record that are open again; none where the whole file goes."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What goes outside of the log's records."""

    drafts: tuple[DraftLoss, ...] = ()
    files: tuple[str, ...] = ()
    """Files beside the log with lines in them that were never finished."""
    torn: bool = False
    """Whether the log itself ends in such a line."""

    def __bool__(self) -> bool:
        return bool(self.drafts or self.files or self.torn)
