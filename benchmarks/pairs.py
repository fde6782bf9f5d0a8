"""Two commands timed in turns, so that whatever else the machine does falls on both."""

import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import median

Command = Sequence[str]


@dataclass(frozen=True)
class Ratio:
    """How many times as long the first command took, over all pairs."""

    median: float
    low: float
    """The lower end of the median's 90 % interval."""
    high: float
    pairs: int


def time_pairs(ours: Command, other: Command, pairs: int) -> Ratio:
    """The ratio of whole processes, each pair one after the other, in alternating order.

    The interval comes from the order of the ratios alone (the binomial distribution of how many
    lie below the median, by its normal approximation), so it assumes no shape of the noise.
    """
    _run(ours)
    _run(other)
    ratios = sorted(_ratio(ours, other, first=bool(n % 2)) for n in range(pairs))
    half = 1.645 * sqrt(pairs) / 2
    low, high = int(pairs / 2 - half), min(pairs - 1, round(pairs / 2 + half))
    return Ratio(median(ratios), ratios[max(0, low)], ratios[high], pairs)


def peak_memory(command: Command) -> float | None:
    """The most memory that a command held at a time, in MiB; None where no such count is kept."""
    if sys.platform == "win32":
        return None
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, "
        "stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *command], check=True, capture_output=True, text=True
    )
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return int(done.stdout) / unit


def _ratio(ours: Command, other: Command, *, first: bool) -> float:
    if first:
        mine = _run(ours)
        return mine / _run(other)
    theirs = _run(other)
    return _run(ours) / theirs


def _run(command: Command) -> float:
    """Seconds by the clock that a whole process took."""
    nothing = subprocess.DEVNULL
    start = time.perf_counter()
    subprocess.run(command, check=True, stdin=nothing, stdout=nothing, stderr=nothing)
    return time.perf_counter() - start
