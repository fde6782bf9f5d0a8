"""`infoshare log follow-up`: what came of a recorded decision."""

import typer

from infoshare_cli.cli.options import AsJson, NoInput, RecordFile, RecordId
from infoshare_cli.cli.setup import Setup


def follow_up(
    ctx: typer.Context,
    wanted: RecordId,
    *,
    answers: RecordFile = None,
    no_input: NoInput = False,
    as_json: AsJson = False,
) -> None:
    """Note what came of a decision: it arrived, it had a result, the person was told.

    ID may be any record about the same decision. With --answers - nothing is asked.

    For example: infoshare log follow-up 12
    """
    from infoshare_cli.cli.write_about import AboutCall

    setup: Setup = ctx.obj
    call = AboutCall(setup, wanted, answers, no_input, as_json)
    raise typer.Exit(call.run("follow-up"))
