"""Logs measured: ratios, calls of the system, memory."""

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.log_measures import MEMORY_GOAL_MIB, LogMeasure, lengths
from benchmarks.log_of import make_log
from benchmarks.measures import OURS
from benchmarks.pairs import time_pairs
from benchmarks.processes import peak_memory
from benchmarks.system_calls import can_trace, trace_append
from benchmarks.table import print_line

Results = dict[str, dict[str, object]]

TAIL_BYTES = 64 * 1024
"""Read of a log by an append, at most."""


@dataclass(frozen=True)
class LogBench:
    """Where logs are made and measured."""

    folder: Path
    environment: Mapping[str, str]
    pairs: int
    only: str
    """Words in the name of what is measured."""

    def ratios(self, measures: Iterable[LogMeasure]) -> Results:
        """Print a line for each measure. A goal is for the time of the processor."""
        return {each.name: self._ratio(each) for each in measures if self.only in each.name}

    def system_calls(self, *, long: bool) -> Results:
        """Print what an append asks the system to do with the log; only where strace can tell."""
        name = "calls on the log"
        if self.only not in name or not can_trace():
            return {}
        print("\n| An append to | reads | bytes read | writes | syncs | one of each, 64 KiB read |")
        print("|---|---|---|---|---|---|")
        return {f"{name}, {count:,}": self._calls(count) for count in lengths(long=long)}

    def memory(self, *, long: bool) -> Results:
        """Print what verifying holds in memory, which is not to grow with the log."""
        name = "memory of log verify"
        if self.only not in name:
            return {}
        held = {count: self._held(count) for count in lengths(long=long)}
        counted = [each for each in held.values() if each is not None]
        met = not counted or max(counted) - min(counted) < MEMORY_GOAL_MIB
        told = ", ".join(
            f"{count:,} records {each:.1f} MiB" for count, each in held.items() if each
        )
        print(f"\nMemory of log verify: {told or 'not counted'}; goal: {MEMORY_GOAL_MIB:g} apart.")
        return {name: {"mib": {str(count): each for count, each in held.items()}, "met": met}}

    def _ratio(self, measure: LogMeasure) -> dict[str, object]:
        ours, other = measure.runs(self._log(measure.records), measure.records, self.environment)
        ratios = time_pairs(ours, other, min(self.pairs, measure.pairs))
        judged = ratios.processor or ratios.clock
        return print_line(measure.name, measure.beside, ratios, judged, measure.goal)

    def _calls(self, records: int) -> dict[str, object]:
        log, model = self._log(records), self.folder / "model.jsonl"
        shutil.copy(self._log(1), model)
        calls = trace_append(log, model, self.folder / "trace.txt")
        met = (calls.writes, calls.syncs) == (1, 1) and calls.bytes_read <= TAIL_BYTES
        print(
            f"| {records:,} | {calls.reads} | {calls.bytes_read:,} | {calls.writes} | "
            f"{calls.syncs} | {'yes' if met else 'no'} |"
        )
        return {**asdict(calls), "met": met}

    def _held(self, records: int) -> float | None:
        command = (*OURS, "--log", str(self._log(records)), "log", "verify")
        return peak_memory(command, self.environment)

    def _log(self, records: int) -> Path:
        path = self.folder / f"{records}.jsonl"
        if not path.exists():
            make_log(path, records)
        return path
