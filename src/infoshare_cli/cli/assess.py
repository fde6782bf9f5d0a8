"""`infoshare assess`: the interview, the outcome, the record."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Annotated

import typer

from infoshare_cli.cli.completers import complete_area, complete_draft, complete_record
from infoshare_cli.cli.options import AsJson
from infoshare_cli.cli.setup import Setup
from infoshare_cli.errors import CallError, Fault

STANDARD_INPUT = "-"

FITS: Mapping[str, Collection[str]] = {
    "--what-if": ("--answers", "--no-input", "--json", "--explain"),
    "--continue": (
        "--answers", "--no-input", "--json", "--no-log", "--area", "--explain", "--say",
    ),
    "--resume": ("--draft", "--json", "--area", "--explain", "--say"),
    "--drafts": ("--json",),
    "--discard": ("--draft", "--json"),
}  # fmt: skip
"""What each of the options that do something of their own can stand with."""


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
    no_log: Annotated[
        bool, typer.Option("--no-log", help="Record nothing, and keep no draft.")
    ] = False,
    area: Annotated[
        str | None,
        typer.Option(
            help="Where the child lives: bedford, central-bedfordshire or luton.",
            autocompletion=complete_area,
        ),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show every rule up to the one that decides.")
    ] = False,
    say: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="New file for what to say: .md, or .txt for plain text."),
    ] = None,
    continues: Annotated[
        str | None,
        typer.Option(
            "--continue",
            metavar="ID",
            help="Go on from a record: its number or id.",
            autocompletion=complete_record,
        ),
    ] = None,
    what_if: Annotated[
        str | None,
        typer.Option(
            "--what-if",
            metavar="ID",
            help="Try other answers in a record. Records nothing.",
            autocompletion=complete_record,
        ),
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a draft.")] = False,
    drafts: Annotated[bool, typer.Option("--drafts", help="List the drafts.")] = False,
    discard: Annotated[
        bool, typer.Option("--discard", help="Give up a draft; the log says that you did.")
    ] = False,
    draft: Annotated[
        str | None,
        typer.Option(
            metavar="ID", help="Which draft, if there are several.", autocompletion=complete_draft
        ),
    ] = None,
) -> None:
    """Answer a few questions, see what the guide supports, record your decision.

    In danger now? Ring 999 first.

    For example: infoshare assess --area luton
    """
    setup: Setup = ctx.obj
    given = {
        "--what-if": what_if is not None, "--continue": continues is not None,
        "--resume": resume, "--drafts": drafts, "--discard": discard,
        "--answers": answers is not None, "--no-input": no_input, "--no-log": no_log,
        "--area": area is not None, "--explain": explain, "--say": say is not None,
        "--draft": draft is not None,
    }  # fmt: skip
    _check_fits([name for name, is_given in given.items() if is_given])
    if drafts or discard:
        from infoshare_cli.cli.drafts import discard_draft, list_drafts

        if drafts:
            raise typer.Exit(list_drafts(setup, as_json=as_json))
        raise typer.Exit(discard_draft(setup, draft, as_json=as_json))

    from infoshare_cli.cli.assessment import Assessment

    assessment = Assessment(
        setup,
        answers=answers,
        area=area,
        asks=not no_input and str(answers) != STANDARD_INPUT,
        as_json=as_json,
        no_log=no_log,
        explains=explain,
        say=say,
    )
    if what_if is not None:
        raise typer.Exit(assessment.what_if(what_if))
    if continues is not None:
        raise typer.Exit(assessment.continue_from(continues))
    raise typer.Exit(assessment.resume(draft) if resume else assessment.begin())


def _check_fits(given: Collection[str]) -> None:
    """Raises CallError where two options are given that cannot stand together."""
    leading = [name for name in given if name in FITS]
    if not leading:
        if "--draft" in given:
            raise _clash("--draft alone", "it with --resume or --discard")
        return
    first, *_ = leading
    others = [name for name in given if name != first and name not in FITS[first]]
    if others:
        fitting = " or ".join(FITS[first])
        raise _clash(f"{first} with {' and '.join(others)}", f"{first} alone, or with {fitting}")


def _clash(found: str, expected: str) -> CallError:
    return CallError("These options do not go together.", (Fault("", found, expected),))
