"""Parts of a log that bare calls are given, and a proof without a process around it."""

import secrets
import uuid
from pathlib import Path

from infoshare_cli.core.canonical import MAX_BYTES
from infoshare_cli.core.inclusion import needed, path_from
from infoshare_cli.core.record import FORMAT, Entry, write_time
from infoshare_cli.core.record_proof import Proof, check_proof, show_fields
from infoshare_cli.files.line_search import open_search

_SHOWN = ("outcome", "reason")


def last_line(log: Path) -> bytes:
    """The last line of a log."""
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - 2 * MAX_BYTES))
        return file.read().splitlines(keepends=True)[-1]


def head_of(entry: Entry) -> dict[str, object]:
    """A head as bare calls are given it: without its place and its fields."""
    made = entry.provenance
    pack = {"id": made.pack_id, "version": made.pack_version, "digest": made.pack_digest}
    return {
        "v": FORMAT,
        "id": str(uuid.uuid4()),
        "kind": entry.kind,
        "at": write_time(entry.at),
        "of": None,
        "pack": pack,
        "contacts": made.contacts_digest,
        "engine": made.engine,
    }


def body_of(entry: Entry) -> dict[str, object]:
    """A body with salts."""
    return {name: [secrets.token_hex(16), value] for name, value in entry.fields.items()}


def prove_one(log: Path, number: int) -> None:
    """Make the proof of a record from the log's file, and check it, as `log prove` does."""
    with open_search(log) as search:
        record, last = search.find(str(number)), search.record(search.last())
        heads = {each: search.record(each) for each in needed(number, last.head.seq)}
    beside = {each: (found.head.tree, found.hash) for each, found in heads.items()}
    path = path_from(number, last.head.seq, record.head.tree, beside)
    proof = Proof(record.head, show_fields(record, _SHOWN), path, last.head)
    assert check_proof(proof.to_bytes(), []).sound
