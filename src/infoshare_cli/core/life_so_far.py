"""How far each recorded interview has come: shared or not, confirmed or not, when to look again.

The log's records are handed in in order, once. Of each interview only a few facts are kept, so
that a long log needs little memory.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from infoshare_cli.core.record import INTERVIEWS, Record

SHARED = frozenset({"share", "share-limited", "share-elsewhere"})
"""The decisions after which somebody has the information."""
ASK_CONSENT = "ask-consent"
"""The decision that waits for an answer."""

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Confirmed:
    """That what was shared has arrived."""

    at: str
    """When it was recorded, in UTC."""
    happened_on: date | None
    """The day on which it was confirmed, if that was written down."""


@dataclass(frozen=True, slots=True)
class LookAgain:
    """That a record is to be looked at again."""

    on: date
    at: str
    """When that was recorded, in UTC."""


@dataclass(slots=True)
class LifeSoFar:
    """What the records of a life, up to now, come to."""

    seq: int
    """Of the interview that begins the life, as are id, case_ref and area."""
    id: str
    case_ref: str
    area: str
    before: "LifeSoFar | None"
    """The life that an interview went on from which was given up; a decision needs none."""
    shared_at: str | None = None
    """When the last sharing was recorded."""
    confirmed: Confirmed | None = None
    """The first confirmation after the last sharing."""
    not_needed: bool = False
    """Somebody has said since that nobody need wait for a confirmation."""
    consent_at: str | None = None
    """When it was recorded that consent would be asked for, if nobody has decided since."""
    look_again: LookAgain | None = None


@dataclass
class LivesSoFar:
    """The lives of a log; records about one that is not there are passed over."""

    _lives: dict[str, LifeSoFar] = field(default_factory=dict)
    """Record id -> the life that the record is of."""

    def take(self, record: Record) -> None:
        """Note one more record. Where two have one id, the first one counts."""
        head = record.head
        if head.id in self._lives:
            return
        before = self._lives.get(head.of or "")
        if head.kind in INTERVIEWS:
            self._lives[head.id] = _begun(record, before)
        elif before is not None:
            self._lives[head.id] = before
            _go_on(before, record)

    def each(self) -> Iterator[LifeSoFar]:
        """Every life, in the order in which they began."""
        return (life for name, life in self._lives.items() if life.id == name)


def read_day(text: str) -> date | None:
    """The day that a field holds, as 2026-11-22; None where it holds none."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def _begun(record: Record, before: LifeSoFar | None) -> LifeSoFar:
    head, decided = record.head, record.head.kind == "decision"
    texts = record.text("case_ref"), record.text("area")
    life = LifeSoFar(head.seq, head.id, *texts, before=None if decided else before)
    decision = record.text("decision") if decided else ""
    life.shared_at = head.at if decision in SHARED else None
    life.consent_at = head.at if decision == ASK_CONSENT else None
    _note_day(life, record)
    while decided and before is not None:
        # One may have gone on from an interview that was given up, which settled nothing.
        before.consent_at = None
        before = before.before
    return life


def _go_on(life: LifeSoFar, record: Record) -> None:
    if record.head.kind == "amendment" and record.text("change") == "shared-more":
        life.shared_at, life.confirmed, life.not_needed = record.head.at, None, False
    elif record.head.kind == "follow-up":
        _follow_up(life, record)
    _note_day(life, record)


def _follow_up(life: LifeSoFar, record: Record) -> None:
    what = record.text("follow_up")
    if what == "receipt-confirmed" and life.confirmed is None:
        life.confirmed = Confirmed(record.head.at, read_day(record.text("happened_on")))
    elif what == "no-longer-needed":
        life.not_needed, life.consent_at = True, None


def _note_day(life: LifeSoFar, record: Record) -> None:
    if day := read_day(record.text("review_on")):
        life.look_again = LookAgain(day, record.head.at)
    elif record.head.kind == "review":
        # It has been looked at, and nobody has said that it should be again.
        life.look_again = None
