"""`python -m benchmarks`: everything that is measured, as a table and as JSON."""

import argparse
import json
import os
import platform
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from benchmarks.pairs import peak_memory, time_pairs

BARE = (sys.executable, str(Path(__file__).with_name("bare_typer.py")))
OURS = (sys.executable, "-m", "infoshare_cli")
PROVE_GOAL, MEMORY_GOAL_MIB = 5.0, 200.0


def main() -> int:
    """Measure, print, and save where asked; 1 where a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--pairs", type=int, default=50, help="pairs of runs (default: 50)")
    parser.add_argument("--output", type=Path, help="a JSON file for the results")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        # Nothing of the person who measures is read or written.
        os.environ["INFOSHARE_LOG"] = str(Path(folder, "decisions.jsonl"))
        ratio = time_pairs((*OURS, "rules", "prove"), BARE, options.pairs)
        memory = peak_memory((*OURS, "rules", "prove"))
    met = ratio.low < PROVE_GOAL and (memory is None or memory < MEMORY_GOAL_MIB)
    print("| Command | beside | ratio | 90 % interval | goal | memory | goal |")
    print("|---|---|---|---|---|---|---|")
    held = "not counted" if memory is None else f"{memory:.0f} MiB"
    print(
        f"| rules prove | a bare Typer command | {ratio.median:.2f} | {ratio.low:.2f} to "
        f"{ratio.high:.2f} | under {PROVE_GOAL:.0f} | {held} | under {MEMORY_GOAL_MIB:.0f} MiB |"
    )
    if options.output:
        results = {
            "python": platform.python_version(),
            "system": platform.system(),
            "rules prove": {**asdict(ratio), "goal": PROVE_GOAL, "memory_mib": memory, "met": met},
        }
        options.output.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
