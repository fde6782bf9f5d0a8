"""Counts over a log, so coarse that nobody can be picked out from them.

Every count that leaves this module is rounded to the nearest 5; counts that come to 0 are left
out where their names would tell that there was one. Months and days are those of the clock that
is handed in. Nothing of a record but its counts is kept.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from infoshare_cli.core.life_so_far import LifeSoFar, LivesSoFar, has_words
from infoshare_cli.core.record import INTERVIEWS, Record, read_time

ROUNDED_TO = 5

_BUCKETS = ((0, "same_day"), (2, "days_1_to_2"), (7, "days_3_to_7"))
"""The most days from sharing to receipt -> the count that it goes into."""
_TIMES = (*(name for _, name in _BUCKETS), "longer", "none_yet")


@dataclass(frozen=True, slots=True)
class Counted:
    """How many there are of one name."""

    name: str | None
    """None where it was left empty, or erased."""
    count: int


@dataclass(frozen=True, slots=True)
class LogStats:
    """The counts, each rounded by itself, so parts need not add up to the whole."""

    decisions: int
    abandoned: int
    """Interviews that were given up."""
    by_outcome: tuple[Counted, ...]
    """These count decisions; the most frequent first."""
    by_decision: tuple[Counted, ...]
    by_area: tuple[Counted, ...]
    by_month: tuple[Counted, ...]
    """Local months, as 2026-11, in the order of the calendar."""
    overridden: Mapping[str, int]
    """'yes', 'no', and 'erased' where it cannot be told any more."""
    overridden_rules: tuple[Counted, ...]
    """The rules that led to the outcome in the decisions that were overridden."""
    time_to_receipt: Mapping[str, int]
    """Lives in which something was shared, by the days until it was confirmed."""
    erased: Mapping[str, int]
    """Interviews of which all words ('whole') or some ('part') were erased."""


@dataclass
class LogCount:
    """Counts the records of a log, which are handed in in order, once."""

    local_day: Callable[[datetime], date]
    """The day of an instant, by the clock of whoever asks."""
    _kinds: Counter[str] = field(default_factory=Counter)
    _outcomes: Counter[str | None] = field(default_factory=Counter)
    _decisions: Counter[str | None] = field(default_factory=Counter)
    _areas: Counter[str | None] = field(default_factory=Counter)
    _months: Counter[str | None] = field(default_factory=Counter)
    _overridden: Counter[str] = field(default_factory=Counter)
    _rules: Counter[str | None] = field(default_factory=Counter)
    _erased: Counter[str] = field(default_factory=Counter)
    _lives: LivesSoFar = field(default_factory=LivesSoFar)

    def take(self, record: Record) -> None:
        """Count one more record."""
        self._lives.take(record)
        self._kinds[record.head.kind] += 1
        if record.head.kind in INTERVIEWS:
            self._erased[_how_far_erased(record)] += 1
        if record.head.kind == "decision":
            self._count_decision(record)

    def stats(self) -> LogStats:
        """The counts so far, rounded."""
        times = Counter(filter(None, map(self._time_to_receipt, self._lives.each())))
        return LogStats(
            decisions=nearest_five(self._kinds["decision"]),
            abandoned=nearest_five(self._kinds["abandoned"]),
            by_outcome=_most_first(self._outcomes),
            by_decision=_most_first(self._decisions),
            by_area=_most_first(self._areas),
            by_month=tuple(sorted(_most_first(self._months), key=lambda each: each.name or "")),
            overridden=_rounded(self._overridden, ("yes", "no", "erased")),
            overridden_rules=_most_first(self._rules),
            time_to_receipt=_rounded(times, _TIMES),
            erased=_rounded(self._erased, ("whole", "part")),
        )

    def _count_decision(self, record: Record) -> None:
        self._outcomes[record.text("outcome") or None] += 1
        self._decisions[record.text("decision") or None] += 1
        self._areas[record.text("area") or None] += 1
        self._months[f"{self.local_day(read_time(record.head.at)):%Y-%m}"] += 1
        overridden = _is_overridden(record)
        self._overridden[overridden] += 1
        if overridden == "yes":
            self._rules[_rule(record)] += 1

    def _time_to_receipt(self, life: LifeSoFar) -> str | None:
        """Which count a life goes into; None where there is no receipt to wait for."""
        if life.shared_at is None or (life.not_needed and not life.confirmed):
            return None
        if life.confirmed is None:
            return "none_yet"
        shared = self.local_day(read_time(life.shared_at))
        recorded = self.local_day(read_time(life.confirmed.at))
        happened = life.confirmed.happened_on
        # A day before the sharing is a slip of the pen.
        confirmed = happened if happened and happened >= shared else recorded
        days = (confirmed - shared).days
        return next((name for most, name in _BUCKETS if days <= most), "longer")


def count_log(records: Iterable[Record], local_day: Callable[[datetime], date]) -> LogStats:
    """The rounded counts over all records of a log."""
    count = LogCount(local_day)
    for record in records:
        count.take(record)
    return count.stats()


def nearest_five(count: int) -> int:
    """The count rounded to the nearest 5: 2 is 0, and 3 is 5."""
    return (count + ROUNDED_TO // 2) // ROUNDED_TO * ROUNDED_TO


def _most_first(counter: Counter[str | None]) -> tuple[Counted, ...]:
    # In the order of the rounded counts: that of the true ones would tell which is larger.
    rounded = (Counted(name, nearest_five(count)) for name, count in counter.items())
    shown = (each for each in rounded if each.count)
    return tuple(sorted(shown, key=lambda each: (-each.count, each.name is None, each.name or "")))


def _rounded(counter: Counter[str], names: Sequence[str]) -> dict[str, int]:
    return {name: nearest_five(counter[name]) for name in names}


def _is_overridden(record: Record) -> str:
    if record.text("override_reason"):
        return "yes"
    return "erased" if "override_reason" in record.erased_fields() else "no"


def _rule(record: Record) -> str | None:
    """The rule that decided, as far as the record still says so."""
    reasons = record.value("reasons")
    first = reasons[0] if isinstance(reasons, list | tuple) and reasons else None
    rule = first.get("rule") if isinstance(first, Mapping) else None
    return rule if isinstance(rule, str) else None


def _how_far_erased(record: Record) -> str:
    if not record.erased_fields():
        return "not"
    return "part" if has_words(record) else "whole"
