"""`infoshare log`: the decisions recorded so far, listed, shown and verified."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from infoshare_cli.cli.export_log import export_records
from infoshare_cli.cli.options import AsJson, RecordId
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.read_log import conclude, readable_records
from infoshare_cli.cli.setup import Setup
from infoshare_cli.errors import CallError, ExitCode, Fault

if TYPE_CHECKING:
    from infoshare_cli.core.anchor import Anchor
    from infoshare_cli.core.record import Record
    from infoshare_cli.core.verify import Verdict

app = typer.Typer(
    help="Your recorded decisions: list, show, verify and export them.\n\n"
    "For example: infoshare log list"
)


@app.command("list")
def list_records(ctx: typer.Context, *, as_json: AsJson = False) -> None:
    """List the recorded decisions, the oldest first.

    For example: infoshare log list
    """
    from infoshare_cli.core.verify import Verification
    from infoshare_cli.terminal.log_views import list_page, list_rows
    from infoshare_cli.terminal.page import show_page

    setup: Setup = ctx.obj
    verification = Verification()
    records = readable_records(setup, verification)
    if as_json:
        listed = [_listed_to_json(record) for record in records]
        print_json({"records": listed, **_state_to_json(verification.verdict())})
    else:
        show_page(list_page(list_rows(records), str(setup.log)), setup.stdout())
    conclude(setup, verification.verdict())


@app.command("show")
def show_record(
    ctx: typer.Context,
    wanted: RecordId,
    *,
    as_json: AsJson = False,
) -> None:
    """Show everything that one record holds.

    For example: infoshare log show 12
    """
    from infoshare_cli.core.verify import Verification
    from infoshare_cli.documents.log_export import record_to_json
    from infoshare_cli.terminal.log_views import record_page
    from infoshare_cli.terminal.page import show_page

    setup: Setup = ctx.obj
    verification = Verification()
    try:
        record = _found(readable_records(setup, verification), wanted)
    except CallError:
        verdict = verification.verdict()
        if not (wanted.isdecimal() and 1 <= int(wanted) <= verdict.records):
            raise
        # It is there, but cannot be read: then that is what there is to say.
        if as_json:
            print_json(_state_to_json(verdict))
        conclude(setup, verdict)
        raise
    verdict = verification.verdict()
    if as_json:
        print_json({**record_to_json(record), **_state_to_json(verdict)})
    else:
        show_page(record_page(record), setup.stdout())
    conclude(setup, verdict)


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
    """Check that the log is as it was written.

    With an anchor, also that no record is missing up to that one. To get an anchor for
    the last record: infoshare log anchor

    For example: infoshare log verify
    """
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
    """Print the code of the last record, to note outside the log.

    With it, infoshare log verify --anchor CODE tells later whether anything is missing. A
    broken log has none.

    For example: infoshare log anchor
    """
    from infoshare_cli.core.anchor import write_anchor
    from infoshare_cli.core.verify import Verification
    from infoshare_cli.terminal.log_views import no_records
    from infoshare_cli.terminal.page import Text, show_page

    setup: Setup = ctx.obj
    verification = Verification()
    last = None
    for record in readable_records(setup, verification):
        last = record
    verdict = verification.verdict()
    code = write_anchor(last.head.seq, last.hash) if last and verdict.sound else None
    if as_json:
        print_json({"anchor": code, "records": verdict.records, **_state_to_json(verdict)})
    elif verdict.sound:
        show_page((Text(code) if code else no_records(str(setup.log)),), setup.stdout())
    conclude(setup, verdict)


app.command("export")(export_records)


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
