"""`infoshare log prove`: some fields of one record, in a file that can be checked by itself."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from infoshare_cli.cli.new_file import check_new_file, write_named_file
from infoshare_cli.cli.options import AsJson, RecordId
from infoshare_cli.cli.output import print_json, write_document
from infoshare_cli.cli.setup import Setup
from infoshare_cli.cli.shown_fields import shown_fields
from infoshare_cli.cli.verify_log import typed_anchor
from infoshare_cli.errors import BrokenLog, CallError, Fault

if TYPE_CHECKING:
    from infoshare_cli.core.anchor import Anchor
    from infoshare_cli.core.record import Record
    from infoshare_cli.core.record_proof import Proof
    from infoshare_cli.files.line_search import LineSearch


def prove_record(  # noqa: PLR0913 - one parameter for each option
    ctx: typer.Context,
    wanted: RecordId,
    *,
    show: Annotated[
        list[str],
        typer.Option(metavar="FIELD,FIELD", help="What to show; answers means every answer."),
    ],
    anchor: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="The anchor to check it with; or else the last one."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A new file, readable by you only.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show some fields of one record, and prove that they stand in the log.

    The file holds the words of these fields, and no words of anything else. Whoever has an
    anchor checks it without the log and without this program.

    For example: infoshare log prove 12 --show "outcome,reason"
    """
    from infoshare_cli.files.line_search import open_search

    setup: Setup = ctx.obj
    if output:
        check_new_file(output)
    noted = typed_anchor(anchor) if anchor is not None else None
    try:
        with open_search(setup.log) as search:
            proof = _proof(search, wanted, show, noted)
            text = _checked(search, proof, noted)
    except BrokenLog as error:
        if as_json:
            print_json(_to_json(None, None, str(error)))
        raise
    _hand_over(setup, proof, text, output, as_json=as_json)


def _proof(
    search: "LineSearch", wanted: str, show: Sequence[str], noted: "Anchor | None"
) -> "Proof":
    """The proof of a record, as the log has it."""
    from infoshare_cli.core.inclusion import needed, path_from
    from infoshare_cli.core.record_proof import Proof, show_fields
    from infoshare_cli.core.verify import why_unsound

    record = search.find(wanted)
    if why := why_unsound(record):
        raise search.broken(f"record {record.head.seq}: {why}")
    seq, later = record.head.seq, _later(search, record, noted)
    shown = show_fields(record, shown_fields(record, show))
    if later == seq:
        return Proof(record.head, shown, (), None)
    heads = {each: _head_of(search, each) for each in needed(seq, later)}
    beside = {number: (each.head.tree, each.hash) for number, each in heads.items()}
    path = path_from(seq, later, record.head.tree, beside)
    return Proof(record.head, shown, path, _head_of(search, later).head)


def _later(search: "LineSearch", record: "Record", noted: "Anchor | None") -> int:
    """The number of the record whose anchor is to vouch; raises CallError, BrokenLog."""
    if noted is None:
        return search.last()
    if noted.count < record.head.seq:
        found = f"the anchor of record {noted.count}"
        expected = f"one that was noted with record {record.head.seq} or later"
        fault = Fault("", found, expected, path="--anchor")
        raise CallError("That anchor is older than the record, so it cannot show it.", (fault,))
    if noted.count > search.last():
        raise search.broken(
            f"it is shorter than the anchor of record {noted.count}; it has {search.last()}"
        )
    return noted.count


def _head_of(search: "LineSearch", number: int) -> "Record":
    """The record of that number; its head is the one that was written."""
    record = search.record(number)
    if record.head.hash() != record.hash:
        raise search.broken(f"record {number}: its head is not the one that was written")
    return record


def _checked(search: "LineSearch", proof: "Proof", noted: "Anchor | None") -> bytes:
    """The proof as it is written, after it has been read back and found true."""
    from infoshare_cli.core.canonical import MAX_BYTES
    from infoshare_cli.core.record_proof import check_proof

    text = proof.to_bytes()
    if len(text) > MAX_BYTES:
        raise CallError("The proof would be longer than 1 MiB. Show fewer fields.")
    verdict = check_proof(text, [noted] if noted else [])
    if not verdict.sound:
        last = proof.later.seq if proof.later else proof.head.seq
        told = " ".join(verdict.faults)
        raise search.broken(f"somewhere up to record {last} it does not hold together. {told}")
    return text


def _hand_over(
    setup: Setup, proof: "Proof", text: bytes, output: Path | None, *, as_json: bool
) -> None:
    from infoshare_cli.terminal.page import show_page
    from infoshare_cli.terminal.record_proof_views import record_proof_page

    if output:
        write_named_file(setup, output, [text])
    else:
        write_document(setup, [text])
    if output and as_json:
        print_json(_to_json(proof, output, None))
    else:
        show_page(record_proof_page(proof, output), setup.stderr())


def _to_json(proof: "Proof | None", output: Path | None, why: str | None) -> dict[str, object]:
    """What was done, for programs; every key is always there."""
    own, *later = proof.anchors() if proof else (None,)
    return {
        "status": "proved" if proof else "broken",
        "why": why,
        "file": str(output) if output else None,
        "record": {"id": proof.head.id, "seq": proof.head.seq, "anchor": own} if proof else None,
        "later": {"seq": proof.later.seq, "anchor": later[0]} if proof and proof.later else None,
        "shown": sorted(proof.shown) if proof else [],
    }
