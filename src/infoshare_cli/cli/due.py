"""`infoshare log due`: what is still to be done about recorded decisions."""

import re
from typing import Annotated

import typer

from infoshare_cli.cli.local_day import local_day
from infoshare_cli.cli.options import AsJson
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.read_log import conclude, readable_records, state_to_json
from infoshare_cli.cli.setup import Setup, now
from infoshare_cli.errors import CallError, Fault


def list_due(
    ctx: typer.Context,
    days: Annotated[
        str, typer.Option(metavar="N", help="Also what falls due within N days.")
    ] = "0",
    *,
    as_json: AsJson = False,
) -> None:
    """List what is still to be done about your decisions, the oldest first.

    That is: what was shared and nobody has confirmed yet, consent that was to be asked for
    or was withdrawn and nobody has decided since, records to be looked at again, and records
    to be erased. Each comes with the command for it.

    For example: infoshare log due --days 7
    """
    from infoshare_cli.core.due import due_items
    from infoshare_cli.core.verify import Verification
    from infoshare_cli.documents.due_json import due_to_json
    from infoshare_cli.terminal.due_views import due_page
    from infoshare_cli.terminal.page import show_page

    setup: Setup = ctx.obj
    ahead = _number_of_days(days)
    verification = Verification()
    today = local_day(now())
    items = due_items(readable_records(setup, verification), today, ahead, local_day)
    verdict = verification.verdict()
    if as_json:
        print_json({"due": due_to_json(items, today), "days": ahead, **state_to_json(verdict)})
    else:
        show_page(due_page(items, today, ahead), setup.stdout())
    conclude(setup, verdict)


def _number_of_days(text: str) -> int:
    # As text, for to make a number of it Typer would import pydantic.
    from infoshare_cli.core.due import MOST_DAYS

    if not re.fullmatch("[0-9]{1,9}", text) or int(text) > MOST_DAYS:
        expected = f"a number of days from 0 to {MOST_DAYS}"
        fault = Fault("", repr(text), expected, path="--days")
        raise CallError("That is no number of days to look ahead.", (fault,))
    return int(text)
