"""`infoshare rules`: read the rules, check and prove them, and see what a change does."""

import typer

from infoshare_cli.cli.rules_book import book_rules
from infoshare_cli.cli.rules_check import check
from infoshare_cli.cli.rules_diff import diff_rules
from infoshare_cli.cli.rules_prove import prove_rules
from infoshare_cli.cli.rules_schema import show_schemas
from infoshare_cli.cli.rules_show import show_rules
from infoshare_cli.cli.rules_test import run_cases
from infoshare_cli.cli.rules_trace import trace_rules

app = typer.Typer()
app.command("book")(book_rules)
app.command("check")(check)
app.command("diff")(diff_rules)
app.command("prove")(prove_rules)
app.command("schema")(show_schemas)
app.command("show")(show_rules)
app.command("test")(run_cases)
app.command("trace")(trace_rules)


@app.callback()
def rules() -> None:
    """Read the rules, check and prove them, and see what a change does.

    For example: infoshare rules check my-rules
    """
