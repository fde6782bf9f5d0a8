"""`infoshare rules test`: hold the rules against cases whose outcome is known."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from infoshare_cli.cli.options import AsJson
from infoshare_cli.cli.setup import Setup, must_be_folder, must_be_there
from infoshare_cli.errors import ExitCode, Fault, FileError, GuidanceError, InfoshareError

if TYPE_CHECKING:
    from infoshare_cli.cli.case_run import CaseRun
    from infoshare_cli.cli.write_missing import Written
    from infoshare_cli.core.coverage.coverage import Coverage

_SHOWN_AT_ONCE = 200
"""Cases that differ; more than that are shown part by part, so that they need no room."""


def run_cases(
    ctx: typer.Context,
    *,
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            readable=False,
            metavar="FILE",
            help="YAML, JSON or JSON Lines.",
            show_default=False,
        ),
    ] = None,
    coverage: Annotated[
        bool,
        typer.Option("--coverage", help="Tell how much of the rules the cases go through."),
    ] = False,
    write_missing: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            readable=False,
            help="A new file for the few cases that complete the coverage, for you to confirm.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Run cases through the rules, and tell those that come out differently.

    Without a file: the cases that come with the rules, and how much of the rules
    they go through.

    For example: infoshare rules test my-cases.yaml
    """
    setup: Setup = ctx.obj
    must_be_folder(setup.rules)
    for path in files or ():
        must_be_there(path)
    if write_missing is not None:
        from infoshare_cli.cli.write_missing import check_can_be_written

        check_can_be_written(write_missing)
    run = _prepare(setup, files, coverage=coverage or not files or write_missing is not None)
    run.keep_ids = write_missing is not None
    if as_json:
        _tell_as_json(setup, run, write_missing)
    else:
        _show(setup, run, write_missing, whole=coverage)
    raise typer.Exit(ExitCode.CHECK_FAILED if run.failed or run.faults else ExitCode.DONE)


def _prepare(setup: Setup, files: list[Path] | None, *, coverage: bool) -> "CaseRun":
    """The run, ready to go; with the faults of rules that cannot be read or gone through."""
    from infoshare_cli.cli.case_run import CaseRun
    from infoshare_cli.files.load_cases import cases_of
    from infoshare_cli.files.load_guidance import load_guidance

    try:
        run = CaseRun(load_guidance(setup.rules), files or cases_of(setup.rules))
    except FileError as error:
        return CaseRun(None, (), faults=list(error.faults))
    if coverage:
        _add_walk(setup, run)
    return run


def _add_walk(setup: Setup, run: "CaseRun") -> None:
    from infoshare_cli.core.cases.walk import TooManyNodes
    from infoshare_cli.core.coverage.coverage_walk import walk_coverage
    from infoshare_cli.terminal.progress import show_progress

    assert run.guidance is not None
    try:
        with show_progress("Going through the rules", setup.stderr()) as progress:
            run.walk = walk_coverage(run.guidance, progress)
    except GuidanceError as error:
        run.faults.append(Fault(str(setup.rules), str(error), "an outcome for every case"))
    except TooManyNodes as error:
        found = f"{error}, most of them after the question {error.question}"
        run.faults.append(Fault(str(setup.rules), found, "rules that can be gone through"))


def _coverage(run: "CaseRun") -> "Coverage | None":
    from infoshare_cli.core.coverage.coverage import coverage_of

    return coverage_of(run.walk, run.met) if run.walk is not None else None


def _tell_as_json(setup: Setup, run: "CaseRun", write_missing: Path | None) -> None:
    import sys
    from dataclasses import asdict

    from infoshare_cli.documents.case_json import coverage_to_json, results_to_json
    from infoshare_cli.documents.fault_json import fault_to_json

    def ending() -> dict[str, object]:
        found = _coverage(run)
        written = _write(setup, run, write_missing)
        return {
            "passed": run.passed,
            "failed": run.failed,
            "faults": [fault_to_json(fault) for fault in run.faults],
            "coverage": coverage_to_json(run.walk.guidance, found) if run.walk and found else None,
            "written": asdict(written) if written is not None else None,
        }

    for part in results_to_json(run.results(), ending):
        sys.stdout.write(part)


def _show(setup: Setup, run: "CaseRun", write_missing: Path | None, *, whole: bool) -> None:
    from itertools import islice

    from infoshare_cli.terminal.case_views import cases_page, differing_page, written_page
    from infoshare_cli.terminal.coverage_views import coverage_page
    from infoshare_cli.terminal.page import show_page
    from infoshare_cli.terminal.progress import show_progress

    differing = run.differing()
    while True:
        with show_progress("Cases", setup.stderr()) as run.progress:
            some = tuple(islice(differing, _SHOWN_AT_ONCE))
        if not some:
            break
        show_page(differing_page(some), setup.stdout())
    found, written = _coverage(run), _write(setup, run, write_missing)
    page = cases_page(run.passed, run.failed, run.faults)
    if run.walk is not None and found is not None:
        page += coverage_page(run.walk.guidance, found, whole=whole)
    if written is not None:
        page += written_page(written.cases, written.at_least)
    show_page(page, setup.stdout())


def _write(setup: Setup, run: "CaseRun", path: Path | None) -> "Written | None":
    """What became of the file that was asked for; that it could not be written is a fault."""
    if path is None:
        return None
    from infoshare_cli.cli.write_missing import write_missing_cases

    try:
        return write_missing_cases(setup, run, path)
    except InfoshareError as error:
        run.faults.append(Fault(str(path), str(error), "a new file that can be written"))
        return None
