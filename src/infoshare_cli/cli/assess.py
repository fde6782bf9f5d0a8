"""`infoshare assess`: the interview, the outcome, the record."""

from pathlib import Path
from typing import Annotated

import typer

from infoshare_cli.cli.options import AsJson
from infoshare_cli.cli.setup import Setup

STANDARD_INPUT = "-"


def assess(  # noqa: PLR0913 - one parameter for each option
    ctx: typer.Context,
    *,
    answers: Annotated[
        Path | None,
        typer.Option(
            readable=False, metavar="FILE|-", help="Answers from a file, or '-' for standard input."
        ),
    ] = None,
    no_input: Annotated[bool, typer.Option("--no-input", help="Ask nothing.")] = False,
    as_json: AsJson = False,
    no_log: Annotated[bool, typer.Option("--no-log", help="Record nothing.")] = False,
    area: Annotated[
        str | None,
        typer.Option(help="Where the child lives: bedford, central-bedfordshire or luton."),
    ] = None,
) -> None:
    """Answer a few questions, see what the guide supports, record your decision.

    In danger now? Ring 999 first.

    For example: infoshare assess --area luton
    """
    from infoshare_cli.cli.session import open_session

    setup: Setup = ctx.obj
    session = open_session(setup, answers, area)
    asks = not no_input and str(answers) != STANDARD_INPUT
    if asks:
        session.talk(as_json=as_json, no_log=no_log)
    raise typer.Exit(session.conclude(as_json=as_json, shown=asks, no_log=no_log))
