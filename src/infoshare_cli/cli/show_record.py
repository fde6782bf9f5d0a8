"""`infoshare log show`: everything that one record holds, and what happened since."""

from typing import TYPE_CHECKING

import typer

from infoshare_cli.cli.options import AsJson, RecordId
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.read_log import conclude, readable_records, stands_in_log, state_to_json
from infoshare_cli.cli.setup import Setup

if TYPE_CHECKING:
    from infoshare_cli.core.record_story import RecordStory
    from infoshare_cli.core.verify import Verification


def show_record(
    ctx: typer.Context,
    wanted: RecordId,
    *,
    as_json: AsJson = False,
) -> None:
    """Show everything that one record holds, and what happened since.

    For example: infoshare log show 12
    """
    from infoshare_cli.core.verify import Verification
    from infoshare_cli.documents.story_json import no_story_to_json, story_to_json
    from infoshare_cli.files.logbook import unknown_record
    from infoshare_cli.terminal.page import show_page
    from infoshare_cli.terminal.record_views import record_page

    setup: Setup = ctx.obj
    verification = Verification()
    story = _story(setup, verification, wanted)
    verdict = verification.verdict()
    if story is None:
        if stands_in_log(wanted, verdict.records):
            # It cannot be read: then that is what there is to say.
            if as_json:
                print_json({**no_story_to_json(), **state_to_json(verdict)})
            conclude(setup, verdict)
        raise unknown_record(wanted)
    if as_json:
        print_json({**story_to_json(story), **state_to_json(verdict)})
    else:
        show_page(record_page(story), setup.stdout())
    conclude(setup, verdict)


def _story(setup: Setup, verification: "Verification", wanted: str) -> "RecordStory | None":
    from infoshare_cli.core.record_story import StoryTeller
    from infoshare_cli.files.logbook import is_called

    teller = StoryTeller(lambda record: is_called(record, wanted))
    for record in readable_records(setup, verification):
        teller.take(record)
    return teller.story()
