"""What is to be done about recorded decisions: receipts, consents and reviews, oldest first."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from infoshare_cli.core.life_so_far import LifeSoFar, LivesSoFar
from infoshare_cli.core.record import Record, read_time

MOST_DAYS = 36500
"""Days that can be looked ahead: a hundred years, longer than anything is kept."""

What = Literal["receipt", "consent", "review"]


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
    lives = LivesSoFar()
    for record in records:
        lives.take(record)
    last = today + timedelta(days)
    found = (each for life in lives.each() for each in _open(life, local_day) if each.due <= last)
    return tuple(sorted(found, key=lambda each: (each.due, each.seq, each.what)))


def _open(life: LifeSoFar, local_day: Callable[[datetime], date]) -> Iterator[Due]:
    if life.shared_at and not (life.confirmed or life.not_needed):
        yield _due("receipt", life, local_day(read_time(life.shared_at)), life.shared_at)
    if life.consent_at:
        yield _due("consent", life, local_day(read_time(life.consent_at)), life.consent_at)
    if life.look_again:
        yield _due("review", life, life.look_again.on, life.look_again.at)


def _due(what: What, life: LifeSoFar, day: date, since: str) -> Due:
    return Due(what, life.seq, life.id, life.case_ref, life.area, day, since)
