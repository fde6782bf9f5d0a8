"""`infoshare log`: the decisions recorded so far, listed, shown, verified and exported."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.setup import Setup
from infoshare_cli.errors import CallError, ExitCode, Fault

if TYPE_CHECKING:
    from infoshare_cli.core.anchor import Anchor
    from infoshare_cli.core.record import Record
    from infoshare_cli.core.verify import Verdict, Verification

app = typer.Typer(help="Your recorded decisions: list, show, verify and export them.")

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]


class Format(StrEnum):
    """What an export can be."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


@app.command("list")
def list_records(ctx: typer.Context, *, as_json: AsJson = False) -> None:
    """List the recorded decisions, the oldest first."""
    from infoshare_cli.core.verify import Verification
    from infoshare_cli.terminal.log_views import list_page, list_row
    from infoshare_cli.terminal.page import show_page

    setup: Setup = ctx.obj
    verification = Verification()
    records = _records(setup, verification)
    if as_json:
        listed = [_listed_to_json(record) for record in records]
        print_json({"records": listed, **_state_to_json(verification.verdict())})
    else:
        show_page(list_page(map(list_row, records), str(setup.log)), setup.stdout())
    _conclude(setup, verification.verdict())


@app.command("show")
def show_record(
    ctx: typer.Context,
    wanted: Annotated[str, typer.Argument(metavar="ID", help="A number, or a whole id.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Show everything that one record holds."""
    from infoshare_cli.core.verify import Verification
    from infoshare_cli.documents.log_export import record_to_json
    from infoshare_cli.terminal.log_views import record_page
    from infoshare_cli.terminal.page import show_page

    setup: Setup = ctx.obj
    verification = Verification()
    record = _found(_records(setup, verification), wanted)
    verdict = verification.verdict()
    if as_json:
        print_json({**record_to_json(record), **_state_to_json(verdict)})
    else:
        show_page(record_page(record), setup.stdout())
    _conclude(setup, verdict)


@app.command("verify")
def verify_log(
    ctx: typer.Context,
    anchor: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="A code noted when a decision was recorded."),
    ] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Check that the log is as it was written and, with an anchor, that nothing is missing."""
    from dataclasses import asdict

    from infoshare_cli.core.verify import verify
    from infoshare_cli.files.log_lines import read_lines
    from infoshare_cli.terminal.log_views import verdict_page
    from infoshare_cli.terminal.page import show_page

    setup: Setup = ctx.obj
    anchors = [_anchor(code) for code in anchor or ()]
    verdict = verify(read_lines(setup.log), anchors)
    if as_json:
        print_json(asdict(verdict))
    else:
        show_page(verdict_page(verdict, str(setup.log)), setup.stdout())
    if not verdict.sound:
        raise typer.Exit(ExitCode.CHECK_FAILED)


@app.command("anchor")
def show_anchor(ctx: typer.Context, *, as_json: AsJson = False) -> None:
    """Print the code of the last record, to note outside the log. A broken log has none."""
    from infoshare_cli.core.anchor import write_anchor
    from infoshare_cli.core.verify import Verification
    from infoshare_cli.terminal.log_views import no_records
    from infoshare_cli.terminal.page import Text, show_page

    setup: Setup = ctx.obj
    verification = Verification()
    last = None
    for record in _records(setup, verification):
        last = record
    verdict = verification.verdict()
    code = write_anchor(last.head.seq, last.hash) if last and verdict.sound else None
    if as_json:
        print_json({"anchor": code, "records": verdict.records, **_state_to_json(verdict)})
    elif verdict.sound:
        show_page((Text(code) if code else no_records(str(setup.log)),), setup.stdout())
    _conclude(setup, verdict)


@app.command("export")
def export_records(  # noqa: PLR0913 - one parameter for each option
    ctx: typer.Context,
    *,
    form: Annotated[Format, typer.Option("--format", help="json, jsonl or csv.")] = Format.JSON,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A new file, readable by you only.")
    ] = None,
    ids: Annotated[
        list[str] | None, typer.Option("--id", metavar="ID", help="Only this record; repeatable.")
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
    """Write records out for a spreadsheet or another program."""
    from infoshare_cli.cli.log_selection import Selection
    from infoshare_cli.core.verify import Verification

    setup: Setup = ctx.obj
    selection = Selection.of(ids or (), since, until)
    selection.check_ids(setup.log)
    verification = Verification()
    parts = _exported(form, filter(selection.has, _records(setup, verification)))
    if output:
        _write_file(setup, output, parts)
    else:
        _write_stdout(setup, parts)
    _conclude(setup, verification.verdict())


def _records(setup: Setup, verification: "Verification") -> "Iterator[Record]":
    """Every record that can be read; the log is verified on the way."""
    from infoshare_cli.files.log_lines import read_lines

    for line in read_lines(setup.log):
        if record := verification.take(line):
            yield record


def _found(records: "Iterable[Record]", wanted: str) -> "Record":
    from infoshare_cli.files.logbook import is_called, unknown_record

    # All are read, for the log is judged as a whole; the first one that fits is kept.
    found = [record for record in records if is_called(record, wanted)]
    if not found:
        raise unknown_record(wanted)
    return found[0]


def _anchor(code: str) -> "Anchor":
    from infoshare_cli.core.anchor import read_anchor

    try:
        return read_anchor(code)
    except ValueError as error:
        expected = "a record number, a full stop, and seven groups of four, as it was noted"
        fault = Fault("", f"{code!r}: {error}", expected, path="--anchor")
        raise CallError("That is not an anchor, so nothing was verified.", (fault,)) from error


def _exported(form: Format, records: "Iterable[Record]") -> Iterator[bytes]:
    from infoshare_cli.documents.log_export import CSV_START, as_csv, as_json, as_jsonl

    writers = {Format.JSON: as_json, Format.JSONL: as_jsonl, Format.CSV: as_csv}
    if form is Format.CSV:
        yield CSV_START.encode()
    for part in writers[form](records):
        yield part.encode()


def _write_file(setup: Setup, output: Path, parts: Iterable[bytes]) -> None:
    from infoshare_cli.files.private_file import write_new_file
    from infoshare_cli.terminal.page import Text, show_page

    try:
        write_new_file(output, parts)
    except FileExistsError as error:
        raise CallError(
            f"{output} is there already, and an export replaces nothing. Give another name."
        ) from error
    except OSError as error:
        raise CallError(f"{output} cannot be written: {error.strerror}.") from error
    show_page([Text(f"Written to {output}.")], setup.stderr())


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


def _listed_to_json(record: "Record") -> dict[str, object]:
    head = record.head
    named = ("case_ref", "outcome", "decision", "area")
    return {
        "seq": head.seq,
        "id": head.id,
        "kind": head.kind,
        "at": head.at,
        "of": head.of,
        **{name: record.value(name) for name in named},
    }


def _state_to_json(verdict: "Verdict") -> dict[str, object]:
    from dataclasses import asdict

    found = verdict.first_broken
    return {
        "integrity": verdict.integrity,
        "first_broken": asdict(found) if found else None,
        "torn": verdict.torn,
    }


def _conclude(setup: Setup, verdict: "Verdict") -> None:
    """Say on stderr what is wrong with the log; a broken one ends the command with 1."""
    from infoshare_cli.terminal.log_views import warnings_page
    from infoshare_cli.terminal.page import show_page

    if warnings := warnings_page(verdict):
        show_page(warnings, setup.stderr())
    if not verdict.sound:
        raise typer.Exit(ExitCode.CHECK_FAILED)
