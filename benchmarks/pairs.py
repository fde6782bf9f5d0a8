"""Two things timed in turns, so that whatever else the machine does falls on both."""

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt
from statistics import median


@dataclass(frozen=True)
class Cost:
    """What one run took."""

    seconds: float
    """By the clock."""
    busy_seconds: float | None
    """Of the processor, for the program and the system on its behalf; None where not counted."""


@dataclass(frozen=True)
class Ratio:
    """How many times as much the first one took, over all pairs."""

    median: float
    low: float
    """The lower end of the median's 90 % interval."""
    high: float
    pairs: int


@dataclass(frozen=True)
class Ratios:
    """One thing beside another."""

    clock: Ratio
    processor: Ratio | None


def time_pairs(ours: Callable[[], Cost], other: Callable[[], Cost], pairs: int) -> Ratios:
    """The ratios of both, each pair one after the other, in alternating order."""
    ours()
    other()
    costs = [_pair(ours, other, first=bool(n % 2)) for n in range(pairs)]
    busy = [(mine.busy_seconds, theirs.busy_seconds) for mine, theirs in costs]
    counted = [mine / theirs for mine, theirs in busy if mine and theirs]
    clock = _ratio([mine.seconds / theirs.seconds for mine, theirs in costs])
    return Ratios(clock, _ratio(counted) if counted else None)


def _pair(ours: Callable[[], Cost], other: Callable[[], Cost], *, first: bool) -> tuple[Cost, Cost]:
    if first:
        mine = ours()
        return mine, other()
    theirs = other()
    return ours(), theirs


def _ratio(ratios: list[float]) -> Ratio:
    """The median with its interval.

    That comes from the order of the ratios alone (the binomial distribution of how many lie below
    the median, by its normal approximation), so it assumes no shape of the noise.
    """
    count, ordered = len(ratios), sorted(ratios)
    half = 1.645 * sqrt(count) / 2
    low, high = max(0, int(count / 2 - half)), min(count - 1, round(count / 2 + half))
    return Ratio(median(ordered), ordered[low], ordered[high], count)
