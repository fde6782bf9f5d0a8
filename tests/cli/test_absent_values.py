"""Options that were left out cost nothing, and change nothing about those that were given."""

from pathlib import Path
from typing import Annotated, Any

import pytest
import typer
from typer.core import TyperCommand
from typer.testing import CliRunner

from infoshare_cli.cli.absent_values import leave_absent_alone


class Quick(TyperCommand):
    """A command that leaves alone what was left out."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Its parameters."""
        return [leave_absent_alone(each) for each in super().get_params(ctx)]


def told(value: object) -> object:
    """What a callback makes of a value."""
    return ("told", value)


def command(cls: type[TyperCommand]) -> typer.Typer:
    """A command with every kind of parameter that a program may have."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)

    @app.command(cls=cls)
    def show(
        *,
        path: Annotated[Path | None, typer.Option(exists=True)] = None,
        word: Annotated[str | None, typer.Option(envvar="A_WORD")] = None,
        number: Annotated[int | None, typer.Option(max=9)] = None,
        many: Annotated[list[str] | None, typer.Option()] = None,
        flag: Annotated[bool, typer.Option("--flag")] = False,
        either: Annotated[bool | None, typer.Option("--yes/--no")] = None,
        set_anyhow: Annotated[int, typer.Option()] = 3,
        called: Annotated[str | None, typer.Option(callback=told)] = None,
        needed: Annotated[str, typer.Argument()],
        rest: Annotated[list[int] | None, typer.Argument()] = None,
    ) -> None:
        """Show them."""
        typer.echo(repr((path, word, number, many, flag, either, set_anyhow, called, needed, rest)))

    return app


CALLS = [
    "x",
    "",
    "x 1 2 3",
    "x one",
    "x --path .",
    "x --path nowhere-at-all",
    "x --word w",
    "x --word",
    "x --number 7",
    "x --number 10",
    "x --number seven",
    "x --many a --many b",
    "x --flag --yes",
    "x --no",
    "x --set-anyhow 4",
    "x --set-anyhow four",
    "x --called c",
    "x --nothing",
    "--help",
    "x --help",
]


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("environment", [{}, {"A_WORD": "from outside"}])
def test_a_command_does_what_it_would_do_anyhow(call: str, environment: dict[str, str]) -> None:
    """The same values, the same words and the same code, whatever was given or left out."""
    theirs = CliRunner().invoke(command(TyperCommand), call.split(), env=environment)
    ours = CliRunner().invoke(command(Quick), call.split(), env=environment)
    assert (ours.exit_code, ours.output) == (theirs.exit_code, theirs.output)


def test_the_values_are_there() -> None:
    """The comparison is not between two failures."""
    shown = CliRunner().invoke(command(Quick), ["x"])
    assert shown.exit_code == 0
    assert "('told', None)" in shown.output
