"""Results as a picture: goals and how near they are, peers, and growth.

Shapes and line styles tell apart what colours do, so that it can be printed in black. Text stays
text. The same results give the same bytes, with the same version of matplotlib.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from benchmarks.table import told_seconds

BLUE, ORANGE, GREEN, GREY = "#0072b2", "#d55e00", "#009e73", "#555555"
"""Of the palette of Okabe and Ito, which colour-blind people can tell apart."""
_STYLE: Any = {
    "svg.fonttype": "none",
    "svg.hashsalt": "infoshare",
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans", "Verdana", "Arial", "sans-serif"],
    "font.size": 8,
    "axes.spines.top": False,
    "axes.spines.right": False,
}
_ROW_INCHES = 0.36
_TITLE = "How long infoshare takes, beside other programs"


def draw(results: Mapping[str, Any], file: Path, digest: str) -> None:
    """Draw the results into an SVG file that names the digest of what it was drawn from."""
    with mpl.rc_context(_STYLE):
        figure = _figure(results)
        metadata = {"Date": None, "Title": _TITLE, "Description": f"sha256:{digest}"}
        figure.savefig(file, format="svg", metadata=metadata)
    text = file.read_text(encoding="utf-8")
    # No end of line depends on the system, and none has spaces before it.
    file.write_text(re.sub(r" +\n", "\n", text), encoding="utf-8", newline="\n")


def rows_of(results: Mapping[str, Any]) -> dict[str, list[tuple[str, Mapping[str, Any]]]]:
    """The rows of each list in the picture: what they say at their left, and what was measured."""
    sections = ("start-up", "proof", "log")
    goals = [line for name in sections for line in results[name] if line["goal"] is not None]
    return {
        "goals": [(f"{each['name']}\nbeside {each['beside']}", each) for each in goals],
        "decisions": [
            (each["name"].removeprefix("a decision: "), each) for each in results["decisions"]
        ],
    }


def _figure(results: Mapping[str, Any]) -> Figure:
    rows = rows_of(results)
    heights = [*(_ROW_INCHES * len(rows[each]) + 0.5 for each in ("goals", "decisions")), 2.6]
    figure = Figure(figsize=(9, sum(heights) + 1.2), layout="constrained")
    grid = figure.add_gridspec(3, 2, height_ratios=heights)
    _draw_goals(figure.add_subplot(grid[0, :]), rows["goals"])
    _draw_decisions(figure.add_subplot(grid[1, :]), rows["decisions"])
    _draw_proof(figure.add_subplot(grid[2, 0]), results["proof"])
    _draw_log(figure.add_subplot(grid[2, 1]), results["log"])
    return figure


def _draw_goals(axes: Axes, rows: Sequence[tuple[str, Mapping[str, Any]]]) -> None:
    """Each ratio with its interval, and a bar across where its goal is."""
    axes.set_title("Times as much as what stands beside it, with the 90 % interval", loc="left")
    for at, (_, line) in enumerate(rows):
        ratio = line[line["judged"]]
        axes.hlines(at, ratio["low"], ratio["high"], color=BLUE, linewidth=2)
        axes.plot(ratio["median"], at, "o", color=BLUE, markersize=5)
        axes.plot(line["goal"], at, "|", color=ORANGE, markersize=13, markeredgewidth=2.5)
        axes.annotate(
            f"{ratio['median']:.3g}", (ratio["median"], at), (0, 5), textcoords="offset points",
            ha="center", va="bottom",
        )  # fmt: skip
    _name_rows(axes, [label for label, _ in rows])
    axes.set_xlim(left=0)
    axes.set_xlabel("dot and line: measured; upright bar: goal, at most")


def _draw_decisions(axes: Axes, rows: Sequence[tuple[str, Mapping[str, Any]]]) -> None:
    axes.set_title("One decision: outcome, rule and reasons (processor time)", loc="left")
    for at, (label, line) in enumerate(rows):
        seconds = line["busy_seconds"] or line["seconds"]
        ours = label.startswith("infoshare")
        axes.plot(seconds * 1e6, at, "o" if ours else "s", color=BLUE if ours else GREY)
        axes.annotate(
            told_seconds(seconds), (seconds * 1e6, at), (7, 0), textcoords="offset points",
            va="center",
        )  # fmt: skip
    axes.set_xscale("log")
    axes.xaxis.set_major_formatter(_in_figures)
    _name_rows(axes, [label for label, _ in rows])
    axes.margins(x=0.15)
    axes.set_xlabel("microseconds, each upright line ten times the one before; round: ours")


def _draw_proof(axes: Axes, lines: Sequence[Mapping[str, Any]]) -> None:
    axes.set_title("rules prove, as the rules grow", loc="left")
    shapes = {"side by side": (BLUE, "o-"), "one after another": (ORANGE, "s--")}
    for shape, (color, style) in shapes.items():
        grown = [(1, 1.0), *_growth(lines, shape)]
        axes.plot(*zip(*grown, strict=True), style, color=color, label=shape)
    most = max((times for times, _ in _growth(lines, "side by side")), default=1)
    axes.plot([1, most], [1, most], ":", color=GREY, label="in step with the rules")
    axes.set_xlabel("times the rules")
    axes.set_ylabel("times as long")
    axes.legend(frameon=False)


def _growth(lines: Sequence[Mapping[str, Any]], shape: str) -> list[tuple[int, float]]:
    found = [(re.search(rf"(\d+) times the rules, {shape}", each["name"]), each) for each in lines]
    return [(int(match[1]), each[each["judged"]]["median"]) for match, each in found if match]


def _draw_log(axes: Axes, lines: Sequence[Mapping[str, Any]]) -> None:
    axes.set_title("The log, as it grows (by the clock)", loc="left")
    styles = {
        "log export --format json of": (ORANGE, "^-", "export, json"),
        "log verify of": (BLUE, "o-", "verify"),
        "log prove, one of": (GREEN, "s--", "prove one record"),
        "append to a log of": (GREY, "D:", "append"),
    }
    for words, (color, style, label) in styles.items():
        found = {
            int(each["name"].rpartition(" ")[2].replace(",", "")): each["seconds"]
            for each in lines
            if each["name"].startswith(words)
        }
        if found:
            axes.plot(*zip(*sorted(found.items()), strict=True), style, color=color, label=label)
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.xaxis.set_major_formatter(_in_figures)
    axes.yaxis.set_major_formatter(_in_figures)
    axes.set_xlabel("records")
    axes.set_ylabel("seconds")
    axes.legend(frameon=False)


def _in_figures(value: float, _: object) -> str:
    """A number on an axis, in place of a power of ten."""
    return f"{value:,.6g}"


def _name_rows(axes: Axes, labels: Sequence[str]) -> None:
    axes.set_yticks(range(len(labels)), labels)
    axes.invert_yaxis()
    axes.margins(y=0.08)
    axes.grid(axis="x", color="#dddddd", linewidth=0.6)
    axes.set_axisbelow(True)
