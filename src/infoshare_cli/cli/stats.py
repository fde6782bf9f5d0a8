"""`infoshare log stats`: counts over the log, rounded so that nobody can be picked out."""

import typer

from infoshare_cli.cli.local_day import local_day
from infoshare_cli.cli.options import AsJson
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.read_log import conclude, readable_records, state_to_json
from infoshare_cli.cli.setup import Setup


def count_decisions(ctx: typer.Context, *, as_json: AsJson = False) -> None:
    """Count your decisions by outcome, area, month and more.

    Every count is rounded to the nearest 5, so that nobody can be picked out from a small
    number. For the same reason there is nothing to narrow the counts down with.

    For example: infoshare log stats
    """
    from infoshare_cli.core.log_stats import count_log
    from infoshare_cli.core.verify import Verification
    from infoshare_cli.documents.stats_json import stats_to_json
    from infoshare_cli.terminal.page import measured, show_page
    from infoshare_cli.terminal.stats_views import stats_page
    from infoshare_cli.terminal.verdict_views import no_records

    setup: Setup = ctx.obj
    verification = Verification()
    stats = count_log(readable_records(setup, verification), local_day)
    verdict = verification.verdict()
    if as_json:
        print_json({**stats_to_json(stats), **state_to_json(verdict)})
    else:
        screen = measured(setup.stdout())
        page = stats_page(stats, screen) if verdict.records else (no_records(str(setup.log)),)
        show_page(page, screen)
    conclude(setup, verdict)
