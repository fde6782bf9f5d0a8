"""`infoshare log redact`: take words out of the log for good."""

from enum import StrEnum
from typing import Annotated

import typer

from infoshare_cli.cli.completers import complete_record
from infoshare_cli.cli.options import AsJson, RecordFile
from infoshare_cli.cli.setup import Setup


class Reason(StrEnum):
    """Why words are erased."""

    RETENTION = "retention"
    COURT = "court"
    ERROR = "error"
    REQUEST = "request"


class RetentionClass(StrEnum):
    """What was decided, for how long records of it are kept."""

    SHARED = "shared"
    NOT_SHARED = "not-shared"
    WAITING = "waiting"
    ABANDONED = "abandoned"


def redact_records(  # noqa: PLR0913 - one parameter for each option
    ctx: typer.Context,
    wanted: Annotated[
        str | None,
        typer.Argument(
            metavar="ID",
            help="A number, or a whole id.",
            autocompletion=complete_record,
            show_default=False,
        ),
    ] = None,
    *,
    fields: Annotated[
        list[str] | None,
        typer.Option("--field", metavar="F", help="A field to erase, or 'answers'; repeatable."),
    ] = None,
    whole: Annotated[
        bool, typer.Option("--whole", help="All of the record, and of what is about it.")
    ] = False,
    older_than: Annotated[
        str | None,
        typer.Option(metavar="AGE", help="All that is older: 6y, 18m or 90d. Without ID."),
    ] = None,
    classes: Annotated[
        list[RetentionClass] | None,
        typer.Option(
            "--class",
            metavar="CLASS",
            help="Only these of it: shared, not-shared, waiting, abandoned; repeatable.",
        ),
    ] = None,
    reason: Annotated[
        Reason | None,
        typer.Option(metavar="REASON", help="retention, court, error or request."),
    ] = None,
    answers: RecordFile = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what would be erased.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do it without asking.")] = False,
    as_json: AsJson = False,
) -> None:
    """Erase words from the log for good: fields, a whole record, or all that is old.

    Name a record alone, and you are asked what of it is to go. What goes is shown first. The
    log still shows that nothing else was changed, and your anchors still fit. Backups and
    exports are not reached.

    For example: infoshare log redact 12 --field information
    """
    from infoshare_cli.cli.redact_call import RedactCall
    from infoshare_cli.cli.redact_request import Request

    setup: Setup = ctx.obj
    named = tuple(each.value for each in classes or ())
    request = Request(wanted, tuple(fields or ()), whole, older_than, named)
    request.check()
    call = RedactCall(
        setup,
        request,
        reason=reason.value if reason else None,
        answers=answers,
        dry_run=dry_run,
        yes=yes,
        as_json=as_json,
    )
    raise typer.Exit(call.run())
