"""`infoshare log export`: records for a spreadsheet or another program."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from infoshare_cli.cli.completers import complete_record
from infoshare_cli.cli.new_file import write_named_file
from infoshare_cli.cli.read_log import conclude, readable_records
from infoshare_cli.cli.setup import Setup

if TYPE_CHECKING:
    from infoshare_cli.core.record import Record


class Format(StrEnum):
    """What an export can be."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def export_records(  # noqa: PLR0913 - one parameter for each option
    ctx: typer.Context,
    *,
    form: Annotated[
        Format, typer.Option("--format", metavar="FORMAT", help="json, jsonl or csv.")
    ] = Format.JSON,
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
    as_json: Annotated[  # noqa: ARG001 - every command takes it
        bool, typer.Option("--json", help="Changes nothing: --format says what comes out.")
    ] = False,
) -> None:
    """Write records out for a spreadsheet or another program.

    Both days count, by the clock of this computer. Without them every record is written.

    For example: infoshare log export --format csv
    """
    from infoshare_cli.cli.log_selection import Selection
    from infoshare_cli.core.verify import Verification

    setup: Setup = ctx.obj
    selection = Selection.of(ids or (), since, until)
    selection.check_ids(setup.log)
    verification = Verification()
    parts = _exported(form, filter(selection.has, readable_records(setup, verification)))
    if output:
        write_named_file(setup, output, parts)
    else:
        _write_stdout(setup, parts)
    conclude(setup, verification.verdict())


def _exported(form: Format, records: "Iterable[Record]") -> Iterator[bytes]:
    from infoshare_cli.documents.log_export import CSV_START, as_csv, as_json, as_jsonl

    writers = {Format.JSON: as_json, Format.JSONL: as_jsonl, Format.CSV: as_csv}
    if form is Format.CSV:
        yield CSV_START.encode()
    for part in writers[form](records):
        yield part.encode()


def _write_stdout(setup: Setup, parts: Iterable[bytes]) -> None:
    import sys

    from infoshare_cli.terminal.page import clean_text, is_terminal

    screen = setup.stdout()
    for part in parts:
        if is_terminal(screen.stream):
            screen.stream.write(clean_text(part.decode("utf-8-sig"), screen))
        else:
            # As bytes: the console's encoding and line ends must not change the data.
            sys.stdout.buffer.write(part)
    sys.stdout.flush()
