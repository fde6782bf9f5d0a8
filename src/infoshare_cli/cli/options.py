"""What many commands take, each said in one way."""

from pathlib import Path
from typing import Annotated

import typer

from infoshare_cli.cli.completers import complete_record

NoInput = Annotated[bool, typer.Option("--no-input", help="Ask nothing.")]

RecordFile = Annotated[
    Path | None,
    typer.Option(
        "--answers",
        readable=False,
        metavar="FILE|-",
        help="What to record, from a file, or '-' for standard input.",
    ),
]

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")]

RecordId = Annotated[
    str,
    typer.Argument(metavar="ID", help="A number, or a whole id.", autocompletion=complete_record),
]

RulesFolder = Annotated[
    Path | None,
    typer.Argument(
        metavar="DIR", readable=False, help="The folder that holds pack.yaml.", show_default=False
    ),
]
