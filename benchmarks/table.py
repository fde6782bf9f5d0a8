"""A line of the table of ratios, printed as soon as it is measured."""

from dataclasses import asdict

from benchmarks.pairs import Ratio, Ratios


def print_line(
    name: str, beside: str, ratios: Ratios, judged: Ratio, goal: float
) -> dict[str, object]:
    """Print one line; gives it as JSON has it, with whether the ratio judged is good enough."""
    met = judged.low < goal
    print(
        f"| {name} | {beside} | {_told(ratios.clock)} | {_told(ratios.processor)} | {goal:g} | "
        f"{'yes' if met else 'no'} |",
        flush=True,
    )
    return {**asdict(ratios), "goal": goal, "met": met}


def _told(ratio: Ratio | None) -> str:
    if ratio is None:
        return "not counted"
    return f"{ratio.median:.2f} ({ratio.low:.2f} to {ratio.high:.2f})"
