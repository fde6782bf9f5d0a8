"""`rules prove`, beside a bare Typer program; and how it grows with the rules."""

from collections.abc import Mapping
from pathlib import Path

from benchmarks.big_packs import SHAPES, make_big_pack
from benchmarks.measures import BARE, OURS
from benchmarks.pairs import compare, time_pairs, time_rounds
from benchmarks.processes import Counted
from benchmarks.startup import TYPER
from benchmarks.table import HEADINGS, Line, print_line
from infoshare_cli.files.locations import shipped_rules

GOAL = 5.0
"""Times as long as a bare Typer program, by the clock."""
MEMORY_GOAL_MIB = 200.0
TIMES = (2, 4, 10)
"""The rules of bigger packs, beside those of the pack that comes along."""
GROWTH_ROUNDS = 5

SHIPPED = "rules prove, the rules that come along"


def measure_proof(
    folder: Path, environment: Mapping[str, str], pairs: int
) -> tuple[list[Line], dict[str, object]]:
    """Print how long the proof takes and how it grows; also what it holds in memory."""
    print(HEADINGS)
    ours, bare = _prove(shipped_rules(), environment), Counted(BARE, environment)
    ratios = time_pairs(ours, bare, pairs)
    line = print_line(SHIPPED, TYPER, ratios, ratios.clock, GOAL, mib=(ours.mib, bare.mib))
    met = ours.mib is None or ours.mib < MEMORY_GOAL_MIB
    lines = [line, *_growth(folder, environment, min(pairs, GROWTH_ROUNDS))]
    return lines, {"mib": ours.mib, "goal_mib": MEMORY_GOAL_MIB, "met": met}


def _growth(folder: Path, environment: Mapping[str, str], rounds: int) -> list[Line]:
    packs = {SHIPPED: _prove(shipped_rules(), environment)}
    for shape in SHAPES:
        for times in TIMES:
            pack = folder / f"{shape} {times}".replace(" ", "-")
            make_big_pack(shipped_rules(), times, shape, pack)
            packs[f"rules prove, {times} times the rules, {shape}"] = _prove(pack, environment)
    costs = time_rounds(packs, rounds)
    shipped = packs[SHIPPED]
    return [
        print_line(
            name,
            SHIPPED,
            ratios,
            ratios.processor or ratios.clock,
            None,
            mib=(run.mib, shipped.mib),
        )
        for name, run in packs.items()
        if name != SHIPPED
        for ratios in [compare(costs[name], costs[SHIPPED])]
    ]


def _prove(pack: Path, environment: Mapping[str, str]) -> Counted:
    return Counted((*OURS, "rules", "prove", str(pack)), environment)
