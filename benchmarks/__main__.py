"""`python -m benchmarks`: everything that is measured, as a table and as JSON."""

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.log_bench import LogBench
from benchmarks.log_measures import log_measures
from benchmarks.measures import ANSWERS, MEASURES, MEMORY_GOAL_MIB, OURS, Measure
from benchmarks.pairs import Cost, Ratios, time_pairs
from benchmarks.processes import Command, child_environment, peak_memory, run_process
from benchmarks.table import print_line


def main() -> int:
    """Measure, print, and save where asked; 1 where a goal is missed."""
    options = _read_options()
    with tempfile.TemporaryDirectory() as folder:
        bench = _Bench(Path(folder), options.pairs)
        chosen = [each for each in MEASURES if options.only in each.name and _can_measure(each)]
        print("| Command | beside | by the clock | processor | goal | met |")
        print("|---|---|---|---|---|---|")
        results = {each.name: bench.result(each) for each in chosen}
        logs = LogBench(Path(folder), bench.environment, options.pairs, options.only)
        results |= logs.ratios(log_measures(long=options.long))
        results |= logs.system_calls(long=options.long) | logs.memory(long=options.long)
        memory = peak_memory((*OURS, "rules", "prove"), bench.environment)
    held = "not counted" if memory is None else f"{memory:.0f} MiB"
    print(f"\nMemory that rules prove held at most: {held}; goal: under {MEMORY_GOAL_MIB:.0f} MiB.")
    if options.output:
        told = {
            "python": platform.python_version(),
            "system": platform.system(),
            "memory_mib": memory,
            **results,
        }
        options.output.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    met = memory is None or memory < MEMORY_GOAL_MIB
    return 0 if met and all(each["met"] for each in results.values()) else 1


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--pairs", type=int, default=50, help="pairs of runs (default: 50)")
    parser.add_argument("--only", default="", metavar="WORDS", help="what has this in its name")
    parser.add_argument(
        "--long", action="store_true", help="logs of 100,000 records too (1.6 GB, and half an hour)"
    )
    parser.add_argument("--output", type=Path, help="a JSON file for the results")
    return parser.parse_args()


def _can_measure(measure: Measure) -> bool:
    """Whether it can be measured here: pseudo-terminals are POSIX."""
    return measure.ends_with is None or sys.platform != "win32"


@dataclass(frozen=True)
class _Bench:
    """Where measuring takes place."""

    folder: Path
    pairs: int

    @property
    def environment(self) -> Mapping[str, str]:
        return child_environment(self.folder)

    def result(self, measure: Measure) -> dict[str, object]:
        """Measure one thing and print its line."""
        ratios = self._ratios(measure)
        return print_line(measure.name, measure.beside, ratios, ratios.clock, measure.goal)

    def _ratios(self, measure: Measure) -> Ratios:
        file = self.folder / "answers.yaml"
        file.write_text(ANSWERS, encoding="utf-8")
        arguments = (str(file) if each == "FILE" else each for each in measure.arguments)
        ours, other = (*OURS, *arguments), measure.other
        mine, theirs = measure.ends_with or (None, None)
        return time_pairs(
            lambda: self._cost(ours, mine), lambda: self._cost(other, theirs), self.pairs
        )

    def _cost(self, command: Command, last_words: str | None) -> Cost:
        if last_words is None:
            return run_process(command, self.environment)
        from benchmarks.first_question import run_to_question

        return run_to_question(command, last_words, self.environment)


if __name__ == "__main__":
    sys.exit(main())
