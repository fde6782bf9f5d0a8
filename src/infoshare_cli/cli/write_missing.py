"""The file of cases that complete the coverage, for a person to confirm."""

import os
from dataclasses import dataclass
from pathlib import Path

from infoshare_cli.cli.case_run import CaseRun
from infoshare_cli.cli.new_file import write_named_file
from infoshare_cli.cli.setup import Setup
from infoshare_cli.core.coverage.missing_cases import complete, fewest
from infoshare_cli.documents.cases_yaml import new_cases_to_yaml
from infoshare_cli.errors import CallError

_YAML = (".yaml", ".yml")


@dataclass(frozen=True)
class Written:
    """What became of the file."""

    cases: int
    """None are written where nothing is missing; then there is no file."""
    at_least: int
    """With fewer cases it cannot be done."""


def check_can_be_written(path: Path) -> None:
    """Raises CallError where this cannot be a new file of cases; asked before anything is run."""
    if path.suffix.lower() not in _YAML:
        raise CallError(f"{path} would hold YAML. Give it a name that ends in .yaml.")
    if path.exists() or path.is_symlink():
        raise CallError(f"{path} is there already, and nothing is replaced. Give another name.")
    if not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        raise CallError(f"{path} cannot be written: {path.parent} is no folder that you may use.")


def write_missing_cases(setup: Setup, run: CaseRun, path: Path) -> Written | None:
    """Write what the cases of a run leave out; None where that could not be told.

    Raises:
        CallError: the file cannot be written after all.
    """
    # Of cases that could not be read nobody knows what they would show.
    if run.walk is None or run.faults:
        return None
    missing = run.walk.possible & ~run.met
    cases = complete(run.walk, missing)
    if cases:
        parts = new_cases_to_yaml(run.walk, cases, missing, run.ids)
        write_named_file(setup, path, (part.encode("utf-8") for part in parts))
    return Written(len(cases), fewest(run.walk, missing))
