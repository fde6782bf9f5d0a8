"""Results as the tables that stand in README.md."""

from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.table import HEADINGS, told_line

BEGIN, END = (
    "<!-- Results: made by python -m benchmarks, from results.json. -->",
    "<!-- End of the results. -->",
)
TITLES = {
    "start-up": "Start-up, whole processes",
    "decisions": "One decision, in one process",
    "proof": "The proof of the rules",
    "log": "The decision log",
}


def put_tables(text: str, results: Mapping[str, Any]) -> str:
    """A text with the tables between its two comment lines; raises ValueError where it has none."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"there is no line {BEGIN!r}, or none {END!r} after it")
    return f"{before}{begin}\n\n{tables(results)}\n\n{end}{after}"


def tables(results: Mapping[str, Any]) -> str:
    """The tables of all that was measured, and where."""
    parts = [_circumstances(results)]
    for section, title in TITLES.items():
        rows = [told_line(line) for line in results[section]]
        parts.append(f"### {title}\n\n{HEADINGS}\n" + "\n".join(rows))
    parts.append("\n".join(_memory(results["memory"])))
    if results["calls"]:
        parts.append("\n".join(_calls(results["calls"])))
    return "\n\n".join(parts)


def _circumstances(results: Mapping[str, Any]) -> str:
    where = results["circumstances"]
    versions = ", ".join(f"{name} {version}" for name, version in where["versions"].items())
    return (
        f"Measured on {results['made_on']} with Python {where['python']} on {where['system']}, "
        f"{where['processors']} processors ({where['processor']}).\n"
        f"Compared: {versions}."
    )


def _memory(memory: Mapping[str, Any]) -> Iterator[str]:
    yield "| Memory | held at most | goal | met |"
    yield "|---|---|---|---|"
    proof, verify = memory["rules prove"], memory["log verify"]
    yield _row("rules prove", _mib(proof["mib"]), f"under {proof['goal_mib']:g} MiB", proof["met"])
    held = ", ".join(f"{int(count):,} records {_mib(mib)}" for count, mib in verify["mib"].items())
    yield _row("log verify", held, f"at most {verify['goal_mib']:g} MiB apart", verify["met"])


def _calls(calls: list[Mapping[str, Any]]) -> Iterator[str]:
    yield "| An append to a log of | reads | bytes read | writes | syncs | met |"
    yield "|---|---|---|---|---|---|"
    for each in calls:
        counts = (each["reads"], f"{each['bytes_read']:,}", each["writes"], each["syncs"])
        yield _row(f"{each['records']:,}", *counts, each["met"])


def _row(*cells: object) -> str:
    told = (("yes" if each else "no") if isinstance(each, bool) else str(each) for each in cells)
    return f"| {' | '.join(told)} |"


def _mib(mib: float | None) -> str:
    return "not counted" if mib is None else f"{mib:.1f} MiB"
