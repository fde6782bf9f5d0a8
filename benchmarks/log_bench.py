"""Logs measured: ratios, memory, calls of the system."""

import shutil
from dataclasses import asdict

from benchmarks.log_measures import LENGTHS, LONG, LogMeasure, log_measures
from benchmarks.log_place import LogPlace
from benchmarks.pairs import time_pairs
from benchmarks.system_calls import can_trace, trace_append
from benchmarks.table import HEADINGS, Line, print_line

TAIL_BYTES = 64 * 1024
"""Read of a log by an append, at most."""
MEMORY_GOAL_MIB = 8.0
"""More memory for verifying the longest log than for the shortest, at most."""

Fact = dict[str, object]


def measure_logs(place: LogPlace, only: str, most_pairs: int, *, long: bool) -> list[Line]:
    """Print a line for each measure with these words in its name.

    A goal is for the time of the processor: the clock tells mostly how long the disk took.
    """
    print(HEADINGS)
    wanted = (
        each
        for records in _lengths(long=long)
        for each in log_measures(records)
        if only in each.name
    )
    return [_line(place, each, most_pairs) for each in wanted]


def measure_memory(place: LogPlace, *, long: bool) -> Fact:
    """Print what verifying holds in memory, which is not to grow with the log."""
    held = {count: place.verify_memory(count) for count in _lengths(long=long)}
    counted = [each for each in held.values() if each is not None]
    apart = max(counted) - min(counted) if counted else None
    met = apart is None or apart < MEMORY_GOAL_MIB
    told = "not counted" if apart is None else f"{apart:.1f} MiB"
    print(f"\nMemory of log verify, longest and shortest log apart: {told}.")
    return {
        "mib": {str(count): each for count, each in held.items()},
        "apart_mib": apart,
        "goal_mib": MEMORY_GOAL_MIB,
        "met": met,
    }


def measure_calls(place: LogPlace, *, long: bool) -> list[Fact]:
    """Print what an append asks the system to do with the log; only where strace can tell."""
    if not can_trace():
        return []
    print("\n| An append to | reads | bytes read | writes | syncs | one of each, 64 KiB read |")
    print("|---|---|---|---|---|---|")
    return [_calls(place, count) for count in _lengths(long=long)]


def _lengths(*, long: bool) -> tuple[int, ...]:
    return (*LENGTHS, LONG) if long else LENGTHS


def _line(place: LogPlace, measure: LogMeasure, most_pairs: int) -> Line:
    both = measure.both(place, measure.records)
    pairs = min(most_pairs, measure.pairs)
    # Through the longest log, one run more is minutes.
    warm = measure.records < LONG
    ratios = time_pairs(both.ours, both.other, pairs, warm=warm)
    judged = ratios.processor or ratios.clock
    return print_line(measure.name, measure.beside, ratios, judged, measure.goal, mib=both.mib())


def _calls(place: LogPlace, records: int) -> Fact:
    log, model = place.log(records), place.folder / "model.jsonl"
    shutil.copy(place.log(1), model)
    calls = trace_append(log, model, place.folder / "trace.txt")
    met = (calls.writes, calls.syncs) == (1, 1) and calls.bytes_read <= TAIL_BYTES
    print(
        f"| {records:,} | {calls.reads} | {calls.bytes_read:,} | {calls.writes} | "
        f"{calls.syncs} | {'yes' if met else 'no'} |"
    )
    return {"records": records, **asdict(calls), "met": met}
