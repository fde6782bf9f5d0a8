"""Things timed in turns, so that whatever else the machine does falls on all of them."""

from collections.abc import Callable, Mapping, Sequence
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


Run = Callable[[], Cost]


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
    seconds: float
    """By the clock, that the first one took: the median."""
    busy_seconds: float | None
    """Of the processor, that the first one took: the median."""


def time_pairs(ours: Run, other: Run, pairs: int, *, warm: bool = True) -> Ratios:
    """The ratios of both, one after the other, in alternating order; see `time_rounds`."""
    costs = time_rounds({"ours": ours, "other": other}, pairs, warm=warm)
    return compare(costs["ours"], costs["other"])


def time_rounds(
    runs: Mapping[str, Run], rounds: int, *, warm: bool = True
) -> dict[str, list[Cost]]:
    """What each of several took, in rounds of one run each, every other round backwards.

    Args:
        warm: whether each runs once before that, so that what is read or compiled for the first
            time is not counted.
    """
    for run in runs.values() if warm else ():
        run()
    costs: dict[str, list[Cost]] = {name: [] for name in runs}
    for number in range(rounds):
        for name in runs if number % 2 else reversed(list(runs)):
            costs[name].append(runs[name]())
    return costs


def compare(ours: Sequence[Cost], others: Sequence[Cost]) -> Ratios:
    """The ratios of two that took turns, round by round."""
    busy = [
        (mine.busy_seconds, theirs.busy_seconds)
        for mine, theirs in zip(ours, others, strict=True)
        if mine.busy_seconds and theirs.busy_seconds
    ]
    clock = [mine.seconds / theirs.seconds for mine, theirs in zip(ours, others, strict=True)]
    return Ratios(
        clock=_ratio(clock),
        processor=_ratio([mine / theirs for mine, theirs in busy]) if busy else None,
        seconds=median(mine.seconds for mine in ours),
        busy_seconds=median(mine for mine, _ in busy) if busy else None,
    )


def _ratio(ratios: list[float]) -> Ratio:
    """The median with its interval.

    That comes from the order of the ratios alone (the binomial distribution of how many lie below
    the median, by its normal approximation), so it assumes no shape of the noise.
    """
    count, ordered = len(ratios), sorted(ratios)
    half = 1.645 * sqrt(count) / 2
    low, high = max(0, int(count / 2 - half)), min(count - 1, round(count / 2 + half))
    return Ratio(median(ordered), ordered[low], ordered[high], count)
