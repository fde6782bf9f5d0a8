"""What is measured of the decision log, from 1 record to 100,000, and how good it is to be."""

import os
import secrets
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from benchmarks.append_one import append_one
from benchmarks.bare_log import append_bare, verify_bare
from benchmarks.log_of import made_up_entry
from benchmarks.measures import OURS
from benchmarks.pairs import Cost
from benchmarks.processes import Command, run_process
from infoshare_cli.core.canonical import MAX_BYTES
from infoshare_cli.core.record import FORMAT, Entry, write_time
from infoshare_cli.core.verify import verify
from infoshare_cli.files.log_lines import read_lines

LENGTHS = (1, 1_000)
"""Of logs that are measured, in records."""
LONG = 100_000
"""Of the log that is measured where --long asks for it."""
MEMORY_GOAL_MIB = 8.0
"""More memory for verifying the longest log than for the shortest, at most."""

Run = Callable[[], Cost]


@dataclass(frozen=True)
class LogMeasure:
    """One thing done with a log of that many records, and what stands beside it."""

    name: str
    beside: str
    goal: float
    """Times as much of the processor's time as the other."""
    records: int
    pairs: int
    """At most; fewer where one run takes long."""
    runs: Callable[[Path, int, Mapping[str, str]], tuple[Run, Run]]
    """Ours and the other, for a log, its length, and the environment of a child process."""


def log_measures(*, long: bool) -> tuple[LogMeasure, ...]:
    """Everything that is measured of logs; with the longest one, if that is asked for."""
    return tuple(chain.from_iterable(map(_measures_of, lengths(long=long))))


def lengths(*, long: bool) -> tuple[int, ...]:
    """How many records the logs have that are measured."""
    return (*LENGTHS, LONG) if long else LENGTHS


def _measures_of(records: int) -> tuple[LogMeasure, ...]:
    bare = "the same json and SHA-256 calls, bare"
    append = LogMeasure(f"append to a log of {records:,}", bare, 3.0, records, 200, _append_runs)
    if records == 1:
        return (append,)
    pairs = 3 if records == LONG else 20
    return (
        append,
        LogMeasure(f"log verify of {records:,}", bare, 1.5, records, pairs, _verify_runs),
        LogMeasure(
            f"log prove, one of {records:,}", "the same, one of 2", 1.5, records, 20, _prove_runs
        ),
    )


def _append_runs(log: Path, _: int, __: Mapping[str, str]) -> tuple[Run, Run]:
    entry, length = made_up_entry(1), log.stat().st_size
    last_line, head, body = _last_line(log), _head_of(entry), _body_of(entry)

    def ours() -> Cost:
        cost = _cost(lambda: append_one(log, entry))
        os.truncate(log, length)
        return cost

    return ours, lambda: _cost(lambda: append_bare(last_line, body, head))


def _verify_runs(log: Path, _: int, __: Mapping[str, str]) -> tuple[Run, Run]:
    return (
        lambda: _cost(lambda: verify(read_lines(log))),
        lambda: _cost(lambda: verify_bare(log)),
    )


def _prove_runs(log: Path, records: int, environment: Mapping[str, str]) -> tuple[Run, Run]:
    short = log.with_name("short.jsonl")
    with log.open("rb") as file:
        short.write_bytes(file.readline() + file.readline())
    return (
        lambda: run_process(_prove(log, records // 3), environment),
        lambda: run_process(_prove(short, 1), environment),
    )


def _prove(log: Path, number: int) -> Command:
    return (*OURS, "--log", str(log), "log", "prove", str(number), "--show", "outcome,reason")


def _last_line(log: Path) -> bytes:
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - 2 * MAX_BYTES))
        return file.read().splitlines(keepends=True)[-1]


def _head_of(entry: Entry) -> dict[str, object]:
    """A head as bare calls are given it: without its place and its fields."""
    made = entry.provenance
    pack = {"id": made.pack_id, "version": made.pack_version, "digest": made.pack_digest}
    origin = {"pack": pack, "contacts": made.contacts_digest, "engine": made.engine}
    at = write_time(entry.at)
    return {
        "v": FORMAT,
        "id": str(uuid.uuid4()),
        "kind": entry.kind,
        "at": at,
        "of": None,
        **origin,
    }


def _body_of(entry: Entry) -> dict[str, object]:
    return {name: [secrets.token_hex(16), value] for name, value in entry.fields.items()}


def _cost(action: Callable[[], object]) -> Cost:
    start, busy = time.perf_counter(), time.process_time()
    action()
    return Cost(time.perf_counter() - start, time.process_time() - busy)
