"""What is measured of the decision log, from 1 record to 100,000, and how good it is to be."""

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.append_one import append_one
from benchmarks.bare_log import append_bare, verify_bare
from benchmarks.log_parts import body_of, head_of, last_line, prove_one
from benchmarks.log_place import LogPlace
from benchmarks.measures import OURS
from benchmarks.pairs import Cost, Run
from benchmarks.processes import Command, Counted, peak_memory
from infoshare_cli.core.verify import verify
from infoshare_cli.files.log_lines import read_lines

LENGTHS = (1, 1_000, 10_000)
"""Of logs that are measured, in records."""
LONG = 100_000
"""Of the log that is measured where --long asks for it."""
PAIRS = {1: 100, 1_000: 11, 10_000: 5, LONG: 2}
"""Of runs that take longer the longer the log is."""
PAIRS_OF_SHORT_RUNS = {1: 100, 1_000: 100, 10_000: 100, LONG: 50}
"""Of runs that take as long for any log."""

BARE = "the same json and SHA-256 calls, bare"


@dataclass(frozen=True)
class Both:
    """Ours and what stands beside it, to be run in turns."""

    ours: Run
    other: Run
    mib: Callable[[], tuple[float | None, float | None]] = lambda: (None, None)
    """The most memory of both, told after the runs."""


@dataclass(frozen=True)
class LogMeasure:
    """One thing done with a log of that many records, and what stands beside it."""

    name: str
    beside: str
    records: int
    pairs: int
    both: Callable[[LogPlace, int], Both]
    goal: float | None = None
    """Times as much of the processor's time as the other."""


def log_measures(records: int) -> Iterator[LogMeasure]:
    """Everything that is measured of a log with so many records."""
    many, few = PAIRS_OF_SHORT_RUNS[records], PAIRS[records]
    append = f"append to a log of {records:,}"
    yield LogMeasure(append, BARE, records, many, _append, 3.0)
    yield LogMeasure(append, "a bare write and fsync", records, many, _append_raw)
    if records == 1:
        return
    yield LogMeasure(f"log verify of {records:,}", BARE, records, few, _verify, 1.5)
    yield LogMeasure(
        f"log export --format json of {records:,}", "the same json calls, bare", records, few,
        partial(_export, "json", _bare_export),
    )  # fmt: skip
    if shutil.which("jq"):
        yield LogMeasure(
            f"log export --format jsonl of {records:,}", "jq -c . of the log", records, few,
            partial(_export, "jsonl", _jq),
        )  # fmt: skip
    prove = f"log prove, one of {records:,}"
    yield LogMeasure(prove, "the same, one of 2", records, 20, _prove, 1.5)
    yield LogMeasure(prove, "pymerkle, from a file of hashes", records, 5, _prove_by_pymerkle)
    yield LogMeasure(
        f"a proof, one of {records:,}, made and checked",
        "pymerkle, its tree in memory already",
        records,
        many,
        _prove_in_memory,
    )


def _append(place: LogPlace, records: int) -> Both:
    log, entry = place.log(records), place.entry
    line, head, body = last_line(log), head_of(entry), body_of(entry)
    return Both(
        _shortened(log, lambda: append_one(log, entry)),
        lambda: _cost(lambda: append_bare(line, body, head)),
        lambda: (_append_memory(place, records), None),
    )


def _append_raw(place: LogPlace, records: int) -> Both:
    log, entry = place.log(records), place.entry
    line = last_line(log)

    def write() -> None:
        with log.open("ab", buffering=0) as file:
            file.write(line)
            os.fsync(file.fileno())

    return Both(_shortened(log, lambda: append_one(log, entry)), _shortened(log, write))


def _append_memory(place: LogPlace, records: int) -> float | None:
    log = place.log(records)
    length = log.stat().st_size
    command = (sys.executable, "-m", "benchmarks.append_one", str(log), str(place.log(1)))
    held = peak_memory(command, place.environment)
    os.truncate(log, length)
    return held


def _verify(place: LogPlace, records: int) -> Both:
    log = place.log(records)
    return Both(
        lambda: _cost(lambda: verify(read_lines(log))),
        lambda: _cost(lambda: verify_bare(log)),
        lambda: (
            place.verify_memory(records),
            peak_memory(_bare("verify", log), place.environment),
        ),
    )


def _export(form: str, other: Callable[[Path], Command], place: LogPlace, records: int) -> Both:
    log = place.log(records)
    return _processes(
        place, (*OURS, "--log", str(log), "log", "export", "--format", form), other(log)
    )


def _bare_export(log: Path) -> Command:
    return _bare("export", log)


def _jq(log: Path) -> Command:
    return ("jq", "-c", ".", str(log))


def _prove(place: LogPlace, records: int) -> Both:
    return _processes(place, _proof(place, records, records // 3), _proof(place, 2, 1))


def _prove_by_pymerkle(place: LogPlace, records: int) -> Both:
    number = records // 3
    peer = (sys.executable, "-m", "benchmarks.merkle_peer", str(place.hashes(records)), str(number))
    return _processes(place, _proof(place, records, number), peer)


def _prove_in_memory(place: LogPlace, records: int) -> Both:
    from benchmarks.merkle_peer import prove_and_check, tree_of

    log, number = place.log(records), records // 3
    tree = tree_of(place.hashes(records).read_bytes().split())
    return Both(
        lambda: _cost(lambda: prove_one(log, number)),
        lambda: _cost(lambda: prove_and_check(tree, number)),
    )


def _proof(place: LogPlace, records: int, number: int) -> Command:
    log = str(place.log(records))
    return (*OURS, "--log", log, "log", "prove", str(number), "--show", "outcome,reason")


def _processes(place: LogPlace, ours: Command, other: Command) -> Both:
    mine, theirs = Counted(ours, place.environment), Counted(other, place.environment)
    return Both(mine, theirs, lambda: (mine.mib, theirs.mib))


def _bare(what: str, log: Path) -> Command:
    return (sys.executable, "-m", "benchmarks.bare_log", what, str(log))


def _shortened(log: Path, append: Callable[[], object]) -> Run:
    """An append that is taken back, outside the clock."""
    length = log.stat().st_size

    def run() -> Cost:
        cost = _cost(append)
        os.truncate(log, length)
        return cost

    return run


def _cost(action: Callable[[], object]) -> Cost:
    start, busy = time.perf_counter(), time.process_time()
    action()
    return Cost(time.perf_counter() - start, time.process_time() - busy)
