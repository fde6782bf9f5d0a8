"""`infoshare log verify`: whether the log is as it was written, and whole up to an anchor."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from infoshare_cli.cli.options import AsJson
from infoshare_cli.cli.output import print_json
from infoshare_cli.cli.setup import Setup
from infoshare_cli.cli.signed_anchors import signed_anchors
from infoshare_cli.errors import CallError, ExitCode, Fault

if TYPE_CHECKING:
    from infoshare_cli.core.anchor import Anchor


def verify_log(
    ctx: typer.Context,
    anchor: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="A code noted when a decision was recorded."),
    ] = None,
    note: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A signed anchor; needs the extra: sign"),
    ] = None,
    key: Annotated[
        list[str] | None,
        typer.Option(metavar="KEY", help="A key that you trust; without it, your own."),
    ] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Check that the log is as it was written.

    With an anchor, also that no record is missing up to that one. To get an anchor for
    the last record: infoshare log anchor

    For example: infoshare log verify
    """
    from dataclasses import asdict, replace

    from infoshare_cli.core.verify import verify
    from infoshare_cli.files.log_lines import read_lines
    from infoshare_cli.terminal.page import show_page
    from infoshare_cli.terminal.verdict_views import verdict_page

    setup: Setup = ctx.obj
    anchors = [typed_anchor(code) for code in anchor or ()]
    signed, signature = signed_anchors(note or (), key or ())
    verdict = verify(read_lines(setup.log), [*anchors, *signed])
    verdict = replace(verdict, signature=signature)
    if as_json:
        print_json(asdict(verdict))
    else:
        show_page(verdict_page(verdict, str(setup.log)), setup.stdout())
    if not verdict.sound:
        raise typer.Exit(ExitCode.CHECK_FAILED)


def typed_anchor(code: str) -> "Anchor":
    """The anchor that a person typed.

    Raises:
        CallError: it is none; a slip of the pen is never called tampering.
    """
    from infoshare_cli.core.anchor import read_anchor

    try:
        return read_anchor(code)
    except ValueError as error:
        expected = "a record number, a full stop, and seven groups of four, as it was noted"
        fault = Fault("", f"{code!r}: {error}", expected, path="--anchor")
        message = "That is not an anchor, so nothing was compared with it."
        raise CallError(message, (fault,)) from error
