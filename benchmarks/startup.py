"""How long whole processes take to start, do their work and end, all in the same rounds."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.log_of import make_log
from benchmarks.measures import (
    BARE,
    BARE_IMPORTS,
    BARE_PYTHON,
    BARE_QUESTION,
    CASE,
    OURS,
)
from benchmarks.pairs import Cost, Run, compare, time_rounds
from benchmarks.processes import Command, run_process
from benchmarks.table import HEADINGS, Line, print_line

RECORDS_TO_LIST = 100

PYTHON, TYPER, IMPORTS, QUESTION = (
    "bare Python",
    "a bare Typer program",
    "one that imports rich, questionary and PyYAML",
    "a bare Typer program that asks one question",
)
PEERS: Mapping[str, Command] = {PYTHON: BARE_PYTHON, TYPER: BARE, IMPORTS: BARE_IMPORTS}
"""What every command stands beside."""
_LAST_WORDS = {"first question": "ways to leave", QUESTION: "Not sure"}
"""How a question ends on the screen."""


@dataclass(frozen=True)
class Start:
    """One command of ours."""

    name: str
    arguments: tuple[str, ...]
    """CASE stands for a file with a case, NEW for a log that is not there yet, LOG for one of 100
    records."""
    goal: float | None
    """Times as long as what it is judged by, by the clock."""
    judged_by: str = TYPER


STARTS = (
    Start("--help", ("--help",), 1.25),
    Start("contacts luton", ("contacts", "luton"), 1.25),
    Start(
        "assess --answers, decided and logged",
        ("--log", "NEW", "assess", "--answers", "CASE", "--no-input"),
        1.6,
    ),
    Start("log list, of 100 records", ("--log", "LOG", "log", "list"), None),
    Start("first question", ("assess",), 1.25, QUESTION),
)


def starts_called(words: str) -> list[Start]:
    """The commands with these words in their name that can be measured here."""
    # Pseudo-terminals are POSIX.
    can_ask = sys.platform != "win32"
    return [each for each in STARTS if words in each.name and (can_ask or each.arguments[1:])]


def measure_starts(
    starts: Sequence[Start], folder: Path, environment: Mapping[str, str], rounds: int
) -> list[Line]:
    """Measure commands and print a line for each and each program beside it."""
    places = _places(folder)
    ours = {each.name: _run(each.name, _command(each, places), environment) for each in starts}
    asked = {QUESTION: BARE_QUESTION} if any(each.judged_by == QUESTION for each in starts) else {}
    others = {
        name: _run(name, command, environment) for name, command in {**PEERS, **asked}.items()
    }
    new_log = places["NEW"]
    costs = time_rounds(
        {name: _with_new_log(run, new_log) for name, run in {**ours, **others}.items()}, rounds
    )
    print(HEADINGS)
    return [
        _line(each, beside, costs) for each in starts for beside in dict.fromkeys(_besides(each))
    ]


def _besides(start: Start) -> tuple[str, ...]:
    """What a command stands beside, what it is judged by first."""
    return (start.judged_by, *PEERS)


def _line(start: Start, beside: str, costs: Mapping[str, Sequence[Cost]]) -> Line:
    ratios = compare(costs[start.name], costs[beside])
    goal = start.goal if beside == start.judged_by else None
    return print_line(start.name, beside, ratios, ratios.clock, goal)


def _places(folder: Path) -> Mapping[str, Path]:
    places = {
        "CASE": folder / "case.yaml",
        "NEW": folder / "new.jsonl",
        "LOG": folder / "100.jsonl",
    }
    places["CASE"].write_text(CASE, encoding="utf-8")
    make_log(places["LOG"], RECORDS_TO_LIST)
    return places


def _command(start: Start, places: Mapping[str, Path]) -> Command:
    return (*OURS, *(str(places.get(each, each)) for each in start.arguments))


def _run(name: str, command: Command, environment: Mapping[str, str]) -> Run:
    if name not in _LAST_WORDS:
        return lambda: run_process(command, environment)
    from benchmarks.first_question import run_to_question

    return lambda: run_to_question(command, _LAST_WORDS[name], environment)


def _with_new_log(run: Run, log: Path) -> Run:
    """A run before which, outside the clock, the log that it may write is taken away."""

    def runs() -> Cost:
        log.unlink(missing_ok=True)
        return run()

    return runs
