"""`infoshare rules`: read the rules, check and prove them, and see what a change does."""

import typer

from infoshare_cli.cli.rules_test import run_cases

app = typer.Typer(help="Read the rules, check and prove them, and see what a change does.")
app.command("test")(run_cases)


@app.callback()
def rules() -> None:
    """Read the rules, check and prove them, and see what a change does."""
