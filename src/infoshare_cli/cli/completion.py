"""`infoshare completion`: the script that has a shell complete calls of the program."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from infoshare_cli.cli.setup import Setup


class Shell(StrEnum):
    """The shells that there is a script for."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"
    PWSH = "pwsh"


_TO_TRY = (
    ("bash", "source <(infoshare completion bash)"),
    ("zsh", "source <(infoshare completion zsh)"),
    ("fish", "infoshare completion fish | source"),
    ("PowerShell", "infoshare completion powershell | Out-String | Invoke-Expression"),
)


def completion(
    ctx: typer.Context,
    shell: Annotated[
        Shell | None,
        typer.Argument(metavar="SHELL", help="bash, zsh, fish or powershell.", show_default=False),
    ] = None,
) -> None:
    """Print what has your shell complete commands with the Tab key.

    Nothing is installed and no setting is changed: the script goes to the screen.
    Its first lines say how to try it, and how to keep it.

    For example: infoshare completion bash
    """
    from infoshare_cli.files.shell_scripts import shell_script

    if shell is not None:
        sys.stdout.write(shell_script(shell.value))
        return
    _tell_how(ctx.obj)


def _tell_how(setup: Setup) -> None:
    from infoshare_cli.terminal.page import Block, Command, Heading, Text, show_page

    page: list[Block] = [
        Text("The Tab key can complete commands, areas, topics, ids and record numbers."),
    ]
    for name, line in _TO_TRY:
        page += (Heading(f"To try it in {name}, type:"), Command(line))
    page.append(
        Text("To keep it, put the line where your shell reads it when it starts. The script tells.")
    )
    show_page(page, setup.stdout())
