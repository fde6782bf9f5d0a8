"""`infoshare log export`: records for a spreadsheet or another program, or to be read."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from infoshare_cli.cli.completers import complete_area, complete_record
from infoshare_cli.cli.new_file import check_new_file, write_named_file
from infoshare_cli.cli.output import write_document
from infoshare_cli.cli.read_log import conclude
from infoshare_cli.cli.setup import Setup
from infoshare_cli.errors import CallError, Fault

if TYPE_CHECKING:
    from infoshare_cli.cli.log_selection import Selection
    from infoshare_cli.core.verify import Verification


class Format(StrEnum):
    """What an export can be."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"
    HTML = "html"
    PDF = "pdf"


_FOR_PEOPLE = (Format.MD, Format.HTML, Format.PDF)


def export_records(  # noqa: PLR0913 - one parameter for each option
    ctx: typer.Context,
    *,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="json, jsonl, csv, md, html or pdf. Without it, as FILE ends; or else json.",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A new file, readable by you only.")
    ] = None,
    ids: Annotated[
        list[str] | None,
        typer.Option(
            "--id",
            metavar="ID",
            help="Only this record; repeatable.",
            autocompletion=complete_record,
        ),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="First day: 2026-11-22.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Last day, included.")
    ] = None,
    areas: Annotated[
        list[str] | None,
        typer.Option(
            "--area",
            metavar="AREA",
            help="Only interviews in this area; repeatable.",
            autocompletion=complete_area,
        ),
    ] = None,
    outcomes: Annotated[
        list[str] | None,
        typer.Option("--outcome", metavar="ID", help="Only with this outcome; repeatable."),
    ] = None,
    decisions: Annotated[
        list[str] | None,
        typer.Option("--decision", metavar="ID", help="Only with this decision; repeatable."),
    ] = None,
    cases: Annotated[
        list[str] | None,
        typer.Option("--case", metavar="REF", help="Only of this case number; repeatable."),
    ] = None,
    redact: Annotated[
        list[str] | None,
        typer.Option(
            "--redact",
            metavar="FIELD",
            help="Leave this field out of the export, not out of the log; repeatable.",
        ),
    ] = None,
    as_json: Annotated[  # noqa: ARG001 - every command takes it
        bool, typer.Option("--json", help="Changes nothing: --format says what comes out.")
    ] = False,
) -> None:
    """Write records out: for a spreadsheet, for another program, or for the case file.

    json, jsonl and csv hold each record. md, html and pdf hold a case record for each
    interview, with what happened since. Both days count, by the clock of this computer.

    For example: infoshare log export --id 12 --output case.pdf
    """
    from infoshare_cli.cli.export_words import Wanted, fields_to_withhold, words_looked_for
    from infoshare_cli.cli.log_selection import Selection
    from infoshare_cli.core.verify import Verification

    setup: Setup = ctx.obj
    form = form or _as_named(output)
    _check_output(setup, form, output)
    wanted = Wanted(areas or (), outcomes or (), decisions or (), cases or ())
    words = words_looked_for(setup, wanted)
    withheld = fields_to_withhold(setup, redact or ())
    selection = Selection.of(ids or (), since, until, words, withheld)
    selection.check_ids(setup.log)
    verification = Verification()
    if form in _FOR_PEOPLE:
        _export_cases(setup, selection, form, output, verification)
    else:
        _export_stream(setup, selection, form, output, verification)
    conclude(setup, verification.verdict())


def _as_named(output: Path | None) -> Format:
    """What the ending of a file's name says; JSON where it says nothing."""
    ending = output.suffix.lower().removeprefix(".") if output else ""
    return next((each for each in Format if each == ending), Format.JSON)


def _check_output(setup: Setup, form: Format, output: Path | None) -> None:
    """Tell what cannot be written before anything is read; raises CallError."""
    from infoshare_cli.terminal.page import is_terminal

    if output:
        check_new_file(output)
    elif form is Format.PDF and is_terminal(setup.stdout().stream):
        fault = Fault("", "a terminal", "--output with the name of a new file")
        raise CallError("A PDF cannot be shown here.", (fault,))


def _export_cases(
    setup: Setup,
    selection: "Selection",
    form: Format,
    output: Path | None,
    verification: "Verification",
) -> None:
    from infoshare_cli.cli.export_cases import case_writer, written_cases

    write = case_writer(form)
    document = written_cases(setup, selection, write, verification)
    _write(setup, output, iter((document,)))


def _export_stream(
    setup: Setup,
    selection: "Selection",
    form: Format,
    output: Path | None,
    verification: "Verification",
) -> None:
    from infoshare_cli.cli.export_stream import exported_parts, reading_bar
    from infoshare_cli.terminal.page import is_terminal

    alone = output is not None or not is_terminal(setup.stdout().stream)

    def parts() -> Iterator[bytes]:
        # The bar is gone with the last part, before anything else is told.
        with reading_bar(setup, 2 if form is Format.CSV else 1, alone=alone) as told:
            yield from exported_parts(setup, selection, form, verification, told)

    _write(setup, output, parts())


def _write(setup: Setup, output: Path | None, parts: Iterator[bytes]) -> None:
    if output:
        write_named_file(setup, output, parts)
    else:
        write_document(setup, parts)
