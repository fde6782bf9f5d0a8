"""`infoshare doctor`: where everything is, and whether it is sound; no case is shown."""

import typer

from infoshare_cli.cli.options import AsJson
from infoshare_cli.cli.setup import Setup
from infoshare_cli.errors import ExitCode


def doctor(ctx: typer.Context, *, as_json: AsJson = False) -> None:
    """Tell where rules, contacts, log and drafts are, and whether all is well.

    It looks whether others can read them, whether they are copied to other computers, and
    what this terminal can do. It changes nothing, and shows nothing of any case.

    For example: infoshare doctor
    """
    from infoshare_cli.cli.checkup import look_at_everything
    from infoshare_cli.core.checkup.report import all_findings, worst

    setup: Setup = ctx.obj
    parts = look_at_everything(setup)
    if as_json:
        from infoshare_cli.cli.output import print_json
        from infoshare_cli.documents.doctor_json import report_to_json

        print_json(report_to_json(parts))
    else:
        from infoshare_cli.terminal.doctor_views import doctor_page
        from infoshare_cli.terminal.page import show_page

        show_page(doctor_page(parts), setup.stdout())
    if worst(all_findings(parts)) == "wrong":
        raise typer.Exit(ExitCode.CHECK_FAILED)
