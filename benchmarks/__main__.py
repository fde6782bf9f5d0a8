"""`python -m benchmarks`: everything that is measured, as tables, as JSON and as a picture."""

import argparse
import json
import sys
import tempfile
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.circumstances import circumstances
from benchmarks.log_bench import measure_calls, measure_logs, measure_memory
from benchmarks.log_place import LogPlace
from benchmarks.processes import child_environment
from benchmarks.prove_growth import measure_proof
from benchmarks.results import SECTIONS, missed, publish
from benchmarks.startup import measure_starts, starts_called
from benchmarks.table import HEADINGS, Line

START_UP_PAIRS = 50
_PEERS = ("zen", "rule_engine", "cel", "jsonlogic_rs", "clips", "pymerkle", "matplotlib")


def main(today: date) -> int:
    """Measure and print; publish what was measured whole; 1 where a goal is missed."""
    options = _read_options()
    absent = [name for name in _PEERS if find_spec(name) is None]
    if absent:
        sys.stderr.write(f"Not installed: {', '.join(absent)}. README.md says how to install.\n")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        results: dict[str, Any] = {
            "made_on": today.isoformat(),
            "circumstances": circumstances(),
            **_measure(Path(folder), options),
        }
    if not any(results[section] for section in SECTIONS):
        sys.stderr.write(f"Nothing that can be measured here has {options.only!r} in its name.\n")
        return 2
    if options.output:
        options.output.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    if _is_whole(options):
        publish(results)
    for name in missed(results):
        print(f"Missed: {name}.")
    return 1 if any(missed(results)) else 0


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--only",
        default="",
        metavar="WORDS",
        help=f"a part ({', '.join(SECTIONS)}), or what has this in its name; nothing is published",
    )
    parser.add_argument(
        "--pairs", type=int, metavar="N", help="pairs of runs at most; nothing is published"
    )
    parser.add_argument(
        "--long", action="store_true", help="logs of 100,000 records too (1.6 GB in a new folder)"
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="a JSON file for the results")
    options = parser.parse_args()
    if options.pairs is not None and options.pairs < 1:
        parser.error("--pairs: at least 1")
    if options.output and not options.output.parent.is_dir():
        parser.error(f"--output: there is no folder {options.output.parent}")
    return options


def _is_whole(options: argparse.Namespace) -> bool:
    return not options.only and options.pairs is None


def _measure(folder: Path, options: argparse.Namespace) -> dict[str, Any]:
    """What was measured, section by section."""
    pairs, environment = options.pairs or START_UP_PAIRS, child_environment(folder)
    results: dict[str, Any] = {name: [] for name in SECTIONS}
    results |= {"memory": {}, "calls": []}
    words = _words_by_section(options.only)
    if starts := starts_called(words["start-up"]) if "start-up" in words else []:
        _head("Start-up")
        results["start-up"] = measure_starts(starts, folder, environment, pairs)
    if "decisions" in words:
        _head("Decisions")
        results["decisions"] = _decisions(pairs)
    if "proof" in words:
        _head("Proof")
        lines, results["memory"]["rules prove"] = measure_proof(folder, environment, pairs)
        results["proof"] = lines
    if "log" in words:
        _head("Log")
        place, most = LogPlace(folder, environment), options.pairs or sys.maxsize
        results["log"] = measure_logs(place, words["log"], most, long=options.long)
        if not words["log"]:
            results["memory"]["log verify"] = measure_memory(place, long=options.long)
            results["calls"] = measure_calls(place, long=options.long)
    return results


def _words_by_section(only: str) -> dict[str, str]:
    """The sections that are wanted -> the words that a name there must have."""
    if only in SECTIONS or not only:
        return dict.fromkeys([only] if only else SECTIONS, "")
    whole = {"decisions": "a decision", "proof": "rules prove"}
    return {"start-up": only, "log": only} | {
        section: "" for section, name in whole.items() if only in name
    }


def _decisions(pairs: int) -> list[Line]:
    # Its peers are slow to import, and some other parts need none of them.
    from benchmarks.decisions.measure import measure_decisions

    print(HEADINGS)
    return list(measure_decisions(pairs).values())


def _head(title: str) -> None:
    print(f"\n## {title}\n", flush=True)


if __name__ == "__main__":
    sys.exit(main(date.today()))  # noqa: DTZ011 - the day where it is measured
