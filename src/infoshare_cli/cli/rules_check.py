"""`infoshare rules check`: everything that can be told of the rules without running a case."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from infoshare_cli.cli.options import AsJson, RulesFolder
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.setup import Setup, contacts_with, now
from infoshare_cli.documents.fault_json import fault_to_json
from infoshare_cli.errors import ExitCode

if TYPE_CHECKING:
    from infoshare_cli.files.checks.check_rules import RuleFindings

NOT_WALKED = (
    "What the rules come to was not looked at, as they cannot be read yet. Put the errors right, "
    "and check again."
)
NOT_MEASURED = (
    "Reading age and near-equal wording were not measured. To measure them:\n"
    "pip install 'infoshare-cli[rules]'"
)


def check(
    ctx: typer.Context,
    folder: RulesFolder = None,
    statements: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            readable=False,
            help="What the guide says, in place of the rules' own list.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Look for everything that is wrong with the rules, and tell it all at once.

    Errors must be put right. Warnings should be looked at, and do not fail the check.

    For example: infoshare rules check my-rules
    """
    from infoshare_cli.files.checks.check_rules import check_rules
    from infoshare_cli.files.checks.check_wording import open_measures
    from infoshare_cli.files.locations import shipped_contacts, shipped_rules
    from infoshare_cli.terminal.check_views import check_page
    from infoshare_cli.terminal.page import show_page

    setup: Setup = ctx.obj
    rules = folder or setup.rules
    today = now().astimezone().date()
    contacts = contacts_with(setup, folder)
    found = check_rules(rules, contacts, statements, today, open_measures())
    if contacts == shipped_contacts() and rules.resolve() != shipped_rules():
        # Whoever looks after rules of their own cannot ring up for the contacts that came along.
        kept = tuple(each for each in found.warnings if each.file != str(contacts))
        found = replace(found, warnings=kept)
    if as_json:
        print_json(_to_json(found))
    else:
        show_page(check_page(found.errors, found.warnings, _remarks(found)), setup.stdout())
    raise typer.Exit(ExitCode.CHECK_FAILED if found.errors else ExitCode.DONE)


def _remarks(found: "RuleFindings") -> tuple[str, ...]:
    """What was not looked at, and what to do about it."""
    walked = () if found.walked else (NOT_WALKED,)
    return walked if found.measured else (*walked, NOT_MEASURED)


def _to_json(found: "RuleFindings") -> dict[str, object]:
    return {
        "status": "faults" if found.errors else "ok",
        "errors": [fault_to_json(fault) for fault in found.errors],
        "warnings": [fault_to_json(fault) for fault in found.warnings],
        "counts": {"errors": len(found.errors), "warnings": len(found.warnings)},
        "remarks": list(_remarks(found)),
    }
