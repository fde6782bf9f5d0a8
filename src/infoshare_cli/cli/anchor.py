"""`infoshare log anchor`: the code of the last record, to note outside the log."""

import typer

from infoshare_cli.cli.options import AsJson
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.read_log import conclude, readable_records, state_to_json
from infoshare_cli.cli.setup import Setup


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
        print_json({"anchor": code, "records": verdict.records, **state_to_json(verdict)})
    elif verdict.sound:
        show_page((Text(code) if code else no_records(str(setup.log)),), setup.stdout())
    conclude(setup, verdict)
