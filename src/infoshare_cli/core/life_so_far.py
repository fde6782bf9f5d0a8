"""How far each recorded interview has come: shared, confirmed, consent gone, to be erased or not.

The log's records are handed in in order, once. Of each interview only a few facts are kept, so
that a long log needs little memory.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from infoshare_cli.core.canonical import Value
from infoshare_cli.core.record import INTERVIEWS, Record
from infoshare_cli.core.record_forms import (
    ERASE,
    KEEP,
    NO_LONGER,
    RECEIPT,
    SHARED_MORE,
    WITHDRAWN,
)

SHARED = frozenset({"share", "share-limited", "share-elsewhere"})
"""The decisions after which somebody has the information."""
ASK_CONSENT = "ask-consent"
"""The decision that waits for an answer."""

_OF_THE_CASE = (*INTERVIEWS, "amendment", "follow-up")
"""Kinds whose words are about the case; those of the others are about how it is kept."""
_NOTHING: tuple[Value, ...] = (None, "", [])
"""Values without words."""
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


@dataclass(frozen=True, slots=True)
class Noted:
    """That something was recorded."""

    seq: int
    """Of the record that says so."""
    at: str
    """When it was recorded, in UTC."""


@dataclass(slots=True)
class LifeSoFar:
    """What the records of a life, up to now, come to."""

    seq: int
    """Of the interview that begins the life, as are id, case_ref and area."""
    id: str
    case_ref: str
    area: str
    before: "LifeSoFar | None"
    """The life that the interview went on from."""
    decision: bool
    """Whether the interview came to a decision; else it was given up."""
    decided_on: int = 0
    """The number of the last decision that goes on from it, by any number of steps; 0 for none."""
    shared_at: str | None = None
    """When the last sharing was recorded."""
    confirmed: Confirmed | None = None
    """The first confirmation after the last sharing."""
    not_needed: bool = False
    """Somebody has said since that nobody need wait for a confirmation."""
    consent_at: str | None = None
    """When it was recorded that consent would be asked for, if it is needed still."""
    withdrawn: Noted | None = None
    """That consent was withdrawn; None where nobody need decide any more."""
    to_erase: Noted | None = None
    """That a review came to erasing it, which no later one has taken back."""
    words_left: bool = False
    """Whether the log still has words of the case."""
    look_again: LookAgain | None = None

    @property
    def consent_open(self) -> str | None:
        """When consent was to be asked for, if nobody has decided since."""
        return None if self.decided_on else self.consent_at

    @property
    def withdrawal_open(self) -> str | None:
        """When consent was withdrawn, if nobody has decided since."""
        withdrawn = self.withdrawn
        return withdrawn.at if withdrawn and self.decided_on < withdrawn.seq else None


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
        if head.kind in _OF_THE_CASE and head.id in self._lives and has_words(record):
            self._lives[head.id].words_left = True

    def each(self) -> Iterator[LifeSoFar]:
        """Every life, in the order in which they began."""
        lives = [life for name, life in self._lives.items() if life.id == name]
        # From the last to the first: so a long chain is gone through once.
        for life in reversed(lives):
            if life.before is not None:
                last = life.decided_on or (life.seq if life.decision else 0)
                life.before.decided_on = max(life.before.decided_on, last)
        return iter(lives)


def has_words(record: Record) -> bool:
    """Whether anything is left in a record that was written into it."""
    return any(salted.value not in _NOTHING for salted in record.body.values())


def read_day(text: str) -> date | None:
    """The day that a field holds, as 2026-11-22; None where it holds none."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def _begun(record: Record, before: LifeSoFar | None) -> LifeSoFar:
    head, decided = record.head, record.head.kind == "decision"
    texts = record.text("case_ref"), record.text("area")
    life = LifeSoFar(head.seq, head.id, *texts, before=before, decision=decided)
    decision = record.text("decision") if decided else ""
    life.shared_at = head.at if decision in SHARED else None
    life.consent_at = head.at if decision == ASK_CONSENT else None
    _note_day(life, record)
    return life


def _go_on(life: LifeSoFar, record: Record) -> None:
    if record.head.kind == "amendment":
        _amend(life, record)
    elif record.head.kind == "follow-up":
        _follow_up(life, record)
    elif record.head.kind == "review":
        _review(life, record)
    _note_day(life, record)


def _amend(life: LifeSoFar, record: Record) -> None:
    change = record.text("change")
    if change == SHARED_MORE:
        life.shared_at, life.confirmed, life.not_needed = record.head.at, None, False
    elif change == WITHDRAWN:
        life.withdrawn = Noted(record.head.seq, record.head.at)


def _follow_up(life: LifeSoFar, record: Record) -> None:
    what = record.text("follow_up")
    if what == RECEIPT and life.confirmed is None:
        life.confirmed = Confirmed(record.head.at, read_day(record.text("happened_on")))
    elif what == NO_LONGER:
        life.not_needed, life.consent_at, life.withdrawn = True, None, None


def _review(life: LifeSoFar, record: Record) -> None:
    retention = record.text("retention")
    if retention == ERASE:
        life.to_erase = Noted(record.head.seq, record.head.at)
    elif retention == KEEP:
        life.to_erase = None


def _note_day(life: LifeSoFar, record: Record) -> None:
    if day := read_day(record.text("review_on")):
        life.look_again = LookAgain(day, record.head.at)
    elif record.head.kind == "review":
        # It has been looked at, and nobody has said that it should be again.
        life.look_again = None
