"""Plain values are taken without conversion, and come out as they would have anyhow."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import pytest
import typer
from typer.core import TyperCommand
from typer.testing import CliRunner

from infoshare_cli.cli.plain_values import take_plainly


class Kind(StrEnum):
    """One of several words."""

    A = "a"


class Quick(TyperCommand):
    """A command that takes plain values plainly."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Its parameters."""
        return [take_plainly(each) for each in super().get_params(ctx)]


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
        any_path: Annotated[Path | None, typer.Option(readable=False)] = None,
        whole_path: Annotated[Path | None, typer.Option(readable=False, resolve_path=True)] = None,
        folder: Annotated[Path | None, typer.Option(readable=False, file_okay=False)] = None,
        parsed: Annotated[str | None, typer.Option(parser=str.upper)] = None,
        all_parsed: Annotated[list[str] | None, typer.Option(parser=str.upper)] = None,
        here: Annotated[Path, typer.Option(readable=False, file_okay=False)] = Path(),
        kind: Annotated[Kind | None, typer.Option()] = None,
        loose: Annotated[Kind | None, typer.Option(case_sensitive=False)] = None,
        parsed_kind: Annotated[Kind | None, typer.Option(parser=told)] = None,
        word: Annotated[str | None, typer.Option(envvar="A_WORD")] = None,
        number: Annotated[int | None, typer.Option(max=9)] = None,
        many: Annotated[list[str] | None, typer.Option()] = None,
        flag: Annotated[bool, typer.Option("--flag")] = False,
        either: Annotated[bool | None, typer.Option("--yes/--no")] = None,
        set_anyhow: Annotated[int, typer.Option()] = 3,
        all_called: Annotated[list[str] | None, typer.Option(callback=told)] = None,
        called: Annotated[str | None, typer.Option(callback=told)] = None,
        needed: Annotated[str, typer.Argument()],
        rest: Annotated[list[int] | None, typer.Argument()] = None,
    ) -> None:
        """Show them."""
        typer.echo(
            repr(
                (
                    path,
                    any_path,
                    whole_path,
                    folder,
                    parsed,
                    all_parsed,
                    here,
                    kind,
                    loose,
                    parsed_kind,
                    word,
                    number,
                    many,
                    flag,
                    either,
                    set_anyhow,
                    all_called,
                    called,
                    needed,
                    rest,
                )
            )
        )

    return app


CALLS = [
    "x",
    "",
    "x 1 2 3",
    "x one",
    "x --path .",
    "x --path nowhere-at-all",
    "x --any-path somewhere",
    "x --any-path .",
    "x --any-path -",
    "x --whole-path somewhere/..",
    "x --folder .",
    "x --folder pyproject.toml",
    "x --parsed a --all-parsed b --all-parsed c",
    "x --kind a",
    "x --kind b",
    "x --kind A",
    "x --loose a",
    "x --loose A",
    "x --parsed-kind a",
    "x --here .",
    "x --here pyproject.toml",
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
    "x --all-called c --all-called d",
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


@pytest.mark.parametrize("words", ["", "a", "a b"])
def test_words_at_the_end_are_a_list(words: str) -> None:
    """As Typer gives them."""
    shown = []
    for cls in (TyperCommand, Quick):
        app = typer.Typer(add_completion=False, rich_markup_mode=None)

        @app.command(cls=cls)
        def show(rest: Annotated[list[str] | None, typer.Argument()] = None) -> None:
            """Show them."""
            typer.echo(repr(rest))

        shown.append(CliRunner().invoke(app, words.split()).output)
    assert shown[0] == shown[1]
