"""`infoshare log review`: whether a recorded decision is kept, erased, held or released."""

import typer

from infoshare_cli.cli.options import AsJson, NoInput, RecordFile, RecordId
from infoshare_cli.cli.setup import Setup


def review_record(
    ctx: typer.Context,
    wanted: RecordId,
    *,
    answers: RecordFile = None,
    no_input: NoInput = False,
    as_json: AsJson = False,
) -> None:
    """Say whether a record is kept or erased, or put it on hold and release it.

    Nothing that is held can be erased. Saying that a record is to be erased erases nothing
    yet. ID may be any record about the same decision. With --answers - nothing is asked.

    For example: infoshare log review 12
    """
    from infoshare_cli.cli.write_about import AboutCall

    setup: Setup = ctx.obj
    call = AboutCall(setup, wanted, answers, no_input, as_json)
    raise typer.Exit(call.run("review"))
