"""What is measured, beside what, and how good it is to be."""

import sys
from dataclasses import dataclass
from pathlib import Path

OURS = (sys.executable, "-m", "infoshare_cli")
BARE = (sys.executable, str(Path(__file__).with_name("bare_typer.py")))
BARE_QUESTION = (sys.executable, str(Path(__file__).with_name("bare_questionary.py")))

ANSWERS = """\
answers:
  immediate_danger: no
  concern: child-significant-harm
  recipient: safeguarding
"""
"""A worry about serious harm, told to the front door: the shortest of the common cases."""
MEMORY_GOAL_MIB = 200.0


@dataclass(frozen=True)
class Measure:
    """One command of ours, and the program that stands beside it."""

    name: str
    arguments: tuple[str, ...]
    """FILE stands for a file with answers."""
    goal: float
    """Times as long as the other, by the clock."""
    other: tuple[str, ...] = BARE
    beside: str = "a bare Typer command"
    ends_with: tuple[str, str] | None = None
    """The last words of our question and of the other; None where whole processes are timed."""


MEASURES = (
    Measure(
        "the first question",
        ("assess",),
        1.25,
        BARE_QUESTION,
        "a bare Typer command that asks one question",
        ("ways to leave", "Not sure"),
    ),
    Measure("contacts luton", ("contacts", "luton"), 1.25),
    Measure("--help", ("--help",), 1.25),
    Measure("assess --answers", ("assess", "--answers", "FILE", "--no-input", "--no-log"), 1.6),
    Measure("rules prove", ("rules", "prove"), 5.0),
)
