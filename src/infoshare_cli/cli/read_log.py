"""The log as the commands read it: verified on the way, and told if anything is wrong with it."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from infoshare_cli.cli.setup import Setup
from infoshare_cli.core.canonical import MAX_DIGITS
from infoshare_cli.errors import ExitCode

if TYPE_CHECKING:
    from infoshare_cli.core.record import Record
    from infoshare_cli.core.verify import Verdict, Verification


def readable_records(setup: Setup, verification: "Verification") -> "Iterator[Record]":
    """Every record that can be read; the log is verified on the way."""
    from infoshare_cli.files.log_lines import read_lines

    for line in read_lines(setup.log):
        if record := verification.take(line):
            yield record


def stands_in_log(wanted: str, records: int) -> bool:
    """Whether what a person typed is the number of a record, readable or not.

    A number is as records show it: ASCII digits without a 0 in front, as `is_called` has it.

    Args:
        records: how many there are.
    """
    number = wanted.strip()
    # No number of more digits is ever computed: Python refuses, and there is no such record.
    few = len(number) <= MAX_DIGITS and number.isdecimal()
    return few and str(int(number)) == number and 1 <= int(number) <= records


def conclude(setup: Setup, verdict: "Verdict") -> None:
    """Say on stderr what is wrong with the log; a broken one ends the command with 1."""
    from infoshare_cli.terminal.page import show_page
    from infoshare_cli.terminal.verdict_views import warnings_page

    if warnings := warnings_page(verdict):
        show_page(warnings, setup.stderr())
    if not verdict.sound:
        raise typer.Exit(ExitCode.CHECK_FAILED)


def state_to_json(verdict: "Verdict") -> dict[str, object]:
    """What every command that reads the log says of it beside its result."""
    found = verdict.first_broken
    return {
        "integrity": verdict.integrity,
        "first_broken": asdict(found) if found else None,
        "torn": verdict.torn,
    }
