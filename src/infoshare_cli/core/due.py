"""What is to be done about recorded decisions, the oldest first."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from infoshare_cli.core.life_so_far import LifeSoFar, LivesSoFar
from infoshare_cli.core.lives import Lives
from infoshare_cli.core.record import Record, read_time

MOST_DAYS = 36500
"""Days that can be looked ahead: a hundred years, longer than anything is kept."""

What = Literal["receipt", "consent", "decision", "review", "erasure"]
"""A receipt to wait for, consent to ask for, a decision to take anew as consent was withdrawn, a
record to look at again, one to erase."""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to do about a recorded interview."""

    what: What
    seq: int
    """Of the interview, as are id, case_ref and area."""
    id: str
    case_ref: str
    """Empty where it was left empty or erased, as is area."""
    area: str
    due: date
    since: str
    """When that which makes it due was recorded, in UTC."""
    held: bool = False
    """Whether a hold stands on it: then nothing of it may be erased."""

    def overdue_days(self, today: date) -> int:
        """Days since it fell due; 0 if it has not yet."""
        return max(0, (today - self.due).days)


def due_items(
    records: Iterable[Record], today: date, days: int, local_day: Callable[[datetime], date]
) -> tuple[Due, ...]:
    """What is due today, or falls due within some days; the oldest first.

    Args:
        records: every record of the log, in order.
        today: by the clock of whoever asks.
        days: to look ahead, from 0 to `MOST_DAYS`.
        local_day: the day of an instant, by the same clock.
    """
    lives, links = LivesSoFar(), Lives()
    for record in records:
        lives.take(record)
        links.take(record.head)
    last, held = today + timedelta(days), links.held()
    things = (
        each for life in lives.each() for each in _open(life, local_day, held=life.id in held)
    )
    found = (each for each in things if each.due <= last)
    return tuple(sorted(found, key=lambda each: (each.due, each.seq, each.what)))


def _open(life: LifeSoFar, local_day: Callable[[datetime], date], *, held: bool) -> Iterator[Due]:
    def due(what: What, since: str, day: date | None = None) -> Due:
        day = day or local_day(read_time(since))
        return Due(what, life.seq, life.id, life.case_ref, life.area, day, since, held)

    if life.shared_at and not (life.confirmed or life.not_needed):
        yield due("receipt", life.shared_at)
    if since := life.consent_open:
        yield due("consent", since)
    elif since := life.withdrawal_open:
        # One decision does for both.
        yield due("decision", since)
    if life.look_again:
        yield due("review", life.look_again.at, life.look_again.on)
    if life.to_erase and life.words_left:
        yield due("erasure", life.to_erase.at)
