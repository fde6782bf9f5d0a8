"""`infoshare log anchor`: the code of the last record, to note outside the log."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from infoshare_cli.cli.new_file import check_new_file, write_named_file
from infoshare_cli.cli.options import AsJson
from infoshare_cli.cli.output import print_json, write_document
from infoshare_cli.cli.read_log import conclude, readable_records, state_to_json
from infoshare_cli.cli.setup import Setup
from infoshare_cli.errors import CallError

if TYPE_CHECKING:
    from infoshare_cli.core.record import Record
    from infoshare_cli.files.signing_key import SigningKey


def show_anchor(
    ctx: typer.Context,
    *,
    sign: Annotated[
        bool, typer.Option("--sign", help="Sign it with your key; needs the extra: sign")
    ] = False,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A new file for the signed anchor.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Print the code of the last record, to note outside the log.

    With it, infoshare log verify --anchor CODE tells later whether anything is missing. A
    broken log has none. Signed, it also tells who vouches for it: infoshare log key

    For example: infoshare log anchor
    """
    from infoshare_cli.core.anchor import write_anchor
    from infoshare_cli.core.verify import Verification
    from infoshare_cli.terminal.page import Text, show_page
    from infoshare_cli.terminal.verdict_views import no_records

    setup: Setup = ctx.obj
    if output is not None:
        _must_be_signed(output, sign=sign)
    key = _key() if sign else None
    verification = Verification()
    last = None
    for record in readable_records(setup, verification):
        last = record
    verdict = verification.verdict()
    anchored = last if verdict.sound else None
    code = write_anchor(anchored.head.seq, anchored.hash) if anchored else None
    note = _signed(anchored, key) if key and anchored else None
    if note is not None and output is not None:
        write_named_file(setup, output, [note])
    if as_json:
        signed = note.decode() if note else None
        found = {"anchor": code, "note": signed, "records": verdict.records}
        print_json({**found, **state_to_json(verdict)})
    elif note is not None and output is None:
        write_document(setup, [note])
    elif verdict.sound:
        show_page((Text(code) if code else no_records(str(setup.log)),), setup.stdout())
    conclude(setup, verdict)


def _must_be_signed(output: Path, *, sign: bool) -> None:
    if not sign:
        raise CallError("--output is for a signed anchor. Add --sign.")
    check_new_file(output)


def _key() -> "SigningKey":
    """The key of this computer; raises CallError where there is none."""
    from infoshare_cli.cli.signing_key import no_key
    from infoshare_cli.files.signing_key import must_sign, read_key

    must_sign()
    key = read_key()
    if key is None:
        raise no_key()
    return key


def _signed(record: "Record", key: "SigningKey") -> bytes:
    """The record's anchor as a note that the key has signed."""
    from infoshare_cli.core.signed_note import anchor_text, sign, write_note

    return write_note(sign(anchor_text(record.head.seq, record.hash), key.public, key.sign))
