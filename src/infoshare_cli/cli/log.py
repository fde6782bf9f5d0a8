"""`infoshare log`: the decisions recorded so far, listed, shown and verified."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from infoshare_cli.cli.anchor import show_anchor
from infoshare_cli.cli.export_log import export_records
from infoshare_cli.cli.options import AsJson, RecordId
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.read_log import conclude, readable_records, state_to_json
from infoshare_cli.cli.setup import Setup
from infoshare_cli.cli.verify_log import verify_log
from infoshare_cli.errors import CallError

if TYPE_CHECKING:
    from infoshare_cli.core.record import Record

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
        print_json({"records": listed, **state_to_json(verification.verdict())})
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
            print_json(state_to_json(verdict))
        conclude(setup, verdict)
        raise
    verdict = verification.verdict()
    if as_json:
        print_json({**record_to_json(record), **state_to_json(verdict)})
    else:
        show_page(record_page(record), setup.stdout())
    conclude(setup, verdict)


app.command("verify")(verify_log)
app.command("anchor")(show_anchor)
app.command("export")(export_records)


def _found(records: "Iterable[Record]", wanted: str) -> "Record":
    from infoshare_cli.files.logbook import is_called, unknown_record

    # All are read, for the log is judged as a whole; the first one that fits is kept.
    found = [record for record in records if is_called(record, wanted)]
    if not found:
        raise unknown_record(wanted)
    return found[0]


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
