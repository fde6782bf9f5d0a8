"""Lines of the table of ratios: printed once they are measured, and told from what is kept."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from benchmarks.pairs import Ratio, Ratios

Line = dict[str, object]
"""What was measured of one thing beside another, as JSON has it: see `line_of`."""

HEADINGS = (
    "| What | took | beside | by the clock | processor | memory | goal | met |\n"
    "|---|---|---|---|---|---|---|---|"
)


def print_line(  # noqa: PLR0913 - what a line says
    name: str,
    beside: str,
    ratios: Ratios,
    judged: Ratio,
    goal: float | None,
    *,
    at_least: bool = False,
    mib: tuple[float | None, float | None] = (None, None),
) -> Line:
    """Print one line; gives it as JSON has it, with whether the ratio judged is good enough.

    Args:
        judged: one of the ratios, by the clock or of the processor.
        goal: how many times as much it may be; None where there is no goal.
        at_least: whether it is to be that much or more.
        mib: the most memory that ours held, and the other.
    """
    line: Line = {
        "name": name,
        "beside": beside,
        **asdict(ratios),
        "mib": mib[0],
        "beside_mib": mib[1],
        "goal": goal,
        "at_least": at_least,
        "judged": "clock" if judged is ratios.clock else "processor",
        "met": None if goal is None else _is_met(judged, goal, at_least=at_least),
    }
    print(told_line(line), flush=True)
    return line


def told_line(line: Mapping[str, Any]) -> str:
    """A row of the table, as Markdown."""
    goal = "" if line["goal"] is None else f"at {_sense(line)} {line['goal']:.3g}, {line['judged']}"
    met = {None: "", True: "yes", False: "no"}[line["met"]]
    cells = (
        line["name"],
        told_seconds(line["seconds"]),
        line["beside"],
        told_ratio(line["clock"]),
        told_ratio(line["processor"]),
        _told_memory(line["mib"], line["beside_mib"]),
        goal,
        met,
    )
    return f"| {' | '.join(cells)} |"


def told_seconds(seconds: float) -> str:
    """A time, in the unit that reads best."""
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if float(f"{seconds:.3g}") >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds * 1e6:.3g} us"


def told_ratio(ratio: Mapping[str, Any] | None) -> str:
    """A ratio with its interval."""
    if ratio is None:
        return "not counted"
    return f"{ratio['median']:.3g} ({ratio['low']:.3g} to {ratio['high']:.3g})"


def _told_memory(ours: float | None, other: float | None) -> str:
    if ours is None:
        return ""
    return f"{ours:.0f} MiB" if other is None else f"{ours:.0f} MiB, {other:.0f} MiB"


def _sense(line: Mapping[str, Any]) -> str:
    return "least" if line["at_least"] else "most"


def _is_met(ratio: Ratio, goal: float, *, at_least: bool) -> bool:
    """Whether the end of the interval that speaks for it is within the goal."""
    return ratio.high > goal if at_least else ratio.low < goal
