"""`infoshare log amend`: what changed about a recorded decision, or was wrong in it."""

import typer

from infoshare_cli.cli.options import AsJson, NoInput, RecordFile, RecordId
from infoshare_cli.cli.setup import Setup


def amend_record(
    ctx: typer.Context,
    wanted: RecordId,
    *,
    answers: RecordFile = None,
    no_input: NoInput = False,
    as_json: AsJson = False,
) -> None:
    """Correct a record, or note that consent was withdrawn or that more was shared.

    The first record stays as it was written; what you add stands beside it. ID may be any
    record about the same decision. With --answers - nothing is asked.

    For example: infoshare log amend 12
    """
    from infoshare_cli.cli.write_about import AboutCall

    setup: Setup = ctx.obj
    call = AboutCall(setup, wanted, answers, no_input, as_json)
    raise typer.Exit(call.run("amendment"))
