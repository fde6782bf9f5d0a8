"""`infoshare rules test`: hold the rules against cases whose outcome is known."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.setup import Setup
from infoshare_cli.core.written_case import CaseResult, Results, WrittenCase, judge_case
from infoshare_cli.documents.fault_json import fault_to_json
from infoshare_cli.errors import ExitCode, Fault, FileError


def run_cases(
    ctx: typer.Context,
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            readable=False,
            metavar="[FILE]...",
            help="YAML, JSON or JSON Lines.",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")] = False,
) -> None:
    """Run cases through the rules, and tell those that come out differently.

    Without a file: the cases that come with the rules.

    For example: infoshare rules test my-cases.yaml
    """
    from infoshare_cli.terminal.case_views import cases_page
    from infoshare_cli.terminal.page import show_page

    setup: Setup = ctx.obj
    for path in (setup.rules, *(files or ())):
        _must_be_there(path)
    results, faults = _results(setup, files)
    failed = sum(not result.same for _, result in results)
    if as_json:
        cases = [_case_to_json(case, result) for case, result in results]
        told = [fault_to_json(fault) for fault in faults]
        passed = len(results) - failed
        print_json({"cases": cases, "passed": passed, "failed": failed, "faults": told})
    else:
        show_page(cases_page(results, faults), setup.stdout())
    raise typer.Exit(ExitCode.CHECK_FAILED if failed or faults else ExitCode.DONE)


def _must_be_there(path: Path) -> None:
    if not path.exists():
        fault = Fault(str(path), "nothing of this name", "a file or folder that is there")
        raise FileError(f"{path} is not there.", (fault,))


def _results(setup: Setup, files: Sequence[Path] | None) -> tuple[Results, Sequence[Fault]]:
    """What each case came to; and the faults of a file that could not be read to its end."""
    from infoshare_cli.files.load_cases import cases_of, read_cases
    from infoshare_cli.files.load_guidance import load_guidance

    results: list[tuple[WrittenCase, CaseResult]] = []
    try:
        guidance = load_guidance(setup.rules)
        for path in files or cases_of(setup.rules):
            for case in read_cases(path, guidance):
                results.append((case, judge_case(guidance, case)))
    except FileError as error:
        return results, error.faults
    return results, ()


def _case_to_json(case: WrittenCase, result: CaseResult) -> dict[str, object]:
    got = {"outcome": result.outcome, "consent_from": result.consent_from}
    return {
        "id": case.id,
        "same": result.same,
        "expected": {"outcome": case.outcome or None, "consent_from": case.consent_from},
        "got": got if result.outcome is not None else None,
        "needs": list(result.needs),
        "rule": result.rule,
        "faults": [fault_to_json(fault) for fault in case.faults],
    }
