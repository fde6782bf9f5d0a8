"""`infoshare log`: the decisions recorded so far, listed, shown and verified."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from infoshare_cli.cli.amend import amend_record
from infoshare_cli.cli.anchor import show_anchor
from infoshare_cli.cli.due import list_due
from infoshare_cli.cli.export_log import export_records
from infoshare_cli.cli.follow_up import follow_up
from infoshare_cli.cli.options import AsJson
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.prove import prove_record
from infoshare_cli.cli.read_log import conclude, readable_records, state_to_json
from infoshare_cli.cli.redact import redact_records
from infoshare_cli.cli.replay import replay_decisions
from infoshare_cli.cli.review import review_record
from infoshare_cli.cli.setup import Setup
from infoshare_cli.cli.show_record import show_record
from infoshare_cli.cli.signing_key import show_key
from infoshare_cli.cli.stats import count_decisions
from infoshare_cli.cli.verify_log import verify_log

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
    from infoshare_cli.terminal.log_views import list_page
    from infoshare_cli.terminal.page import show_page

    setup: Setup = ctx.obj
    verification = Verification()
    records = readable_records(setup, verification)
    if as_json:
        listed = _listed_to_json(records)
        print_json({"records": listed, **state_to_json(verification.verdict())})
    else:
        show_page(list_page(records, str(setup.log)), setup.stdout())
    conclude(setup, verification.verdict())


app.command("show")(show_record)
app.command("due")(list_due)
app.command("verify")(verify_log)
app.command("anchor")(show_anchor)
app.command("key")(show_key)
app.command("export")(export_records)
app.command("prove")(prove_record)
app.command("amend")(amend_record)
app.command("follow-up")(follow_up)
app.command("review")(review_record)
app.command("redact")(redact_records)
app.command("stats")(count_decisions)
app.command("replay")(replay_decisions)


def _listed_to_json(records: "Iterable[Record]") -> list[dict[str, object]]:
    from infoshare_cli.core.lives import Lives

    lives, listed = Lives(), []
    for record in records:
        lives.take(record.head)
        listed.append(_one_to_json(record))
    held = lives.held()
    return [{**each, "held": each["id"] in held} for each in listed]


def _one_to_json(record: "Record") -> dict[str, object]:
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
