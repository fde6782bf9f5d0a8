"""What many commands take, each said in one way."""

from pathlib import Path
from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")]

RulesFolder = Annotated[
    Path | None,
    typer.Argument(
        metavar="DIR", readable=False, help="The folder that holds pack.yaml.", show_default=False
    ),
]
