"""A proof of one record: some of its fields shown, and that they stand in the log.

It holds the record's head, the chosen fields with their salts, and the path up to a later head.
Whoever has noted the anchor of that later record, or of the record itself, can check it without
the log. Of every other record it holds hashes only.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from infoshare_cli.core.anchor import Anchor, write_anchor
from infoshare_cli.core.canonical import Value, read_canonical, write_canonical
from infoshare_cli.core.inclusion import path_length, peak_over, root_from, tree_before
from infoshare_cli.core.record import Head, Record, Salted
from infoshare_cli.core.record_line import BrokenLine, read_line
from infoshare_cli.core.tree import Hash
from infoshare_cli.core.verify import why_unsound

FORMAT = 1
"""The version of the form of a proof, `infoshare_proof` in each."""

_NAMES = frozenset(("head", "infoshare_proof", "later", "later_hash", "path", "shown"))
_HASH = re.compile("[0-9a-f]{64}")
_NO_HASH = "0" * 64


class BrokenProof(ValueError):
    """Why something is no proof, or proves nothing; the text holds nothing of the record."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What is handed to whoever is to see some fields of one record."""

    head: Head
    shown: Mapping[str, Salted]
    """Field name to salt and value, for the fields that are shown."""
    path: tuple[Hash, ...]
    """What lies beside the way from the record's hash up to a peak of the later head's tree."""
    later: Head | None
    """The head of a later record; None where the record's own anchor is to vouch for it."""

    def anchors(self) -> tuple[str, ...]:
        """The anchors that it can be checked with, as they were shown when they were noted."""
        heads = (self.head, self.later) if self.later else (self.head,)
        return tuple(write_anchor(head.seq, head.hash()) for head in heads)

    def to_bytes(self) -> bytes:
        """The proof as it stands in a file: canonical JSON with a line feed."""
        value: Value = {
            "infoshare_proof": FORMAT,
            "head": self.head.to_value(),
            "shown": {name: (each.salt, each.value) for name, each in self.shown.items()},
            "path": self.path,
            "later": self.later.to_value() if self.later else None,
            "later_hash": self.later.hash() if self.later else None,
        }
        return write_canonical(value) + b"\n"


@dataclass(frozen=True, slots=True)
class ProofVerdict:
    """What checking a proof came to."""

    faults: tuple[str, ...]
    """What is wrong, in sentences; empty where nothing is."""
    anchored: bool
    """Whether an anchor was given that bears the proof out."""

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong with the proof, nor with an anchor that was given."""
        return not self.faults


def show_fields(record: Record, names: Iterable[str]) -> dict[str, Salted]:
    """The fields of a record that a proof is to show. Raises KeyError for one that it has not."""
    return {name: record.body[name] for name in names}


def check_proof(text: bytes, anchors: Sequence[Anchor] = ()) -> ProofVerdict:
    """Whether a proof, as it stands in its file, is true, and what the anchors say to that.

    Every anchor that is given must be that of the record or of the later head, and fit.
    """
    try:
        proof = read_proof(text)
        _check_shown(proof)
        _check_path(proof)
        # All else has been read and compared, so nothing but that hash can differ.
        if proof.to_bytes() != text:
            raise BrokenProof("the later head is not the one that was written")
    except BrokenProof as error:
        return ProofVerdict((f"The proof is broken: {error}.",), anchored=False)
    faults = tuple(filter(None, (_anchor_fault(proof, anchor) for anchor in anchors)))
    return ProofVerdict(faults, anchored=bool(anchors) and not faults)


def read_proof(text: bytes) -> Proof:
    """The proof that a file holds, its form checked and nothing else; raises BrokenProof."""
    try:
        value = read_canonical(text.removesuffix(b"\n"))
    except ValueError as error:
        raise BrokenProof(str(error)) from error
    if not text.endswith(b"\n"):
        raise BrokenProof("it is cut off")
    if not isinstance(value, dict) or value.keys() != _NAMES:
        raise BrokenProof("it has not exactly the names that it should have")
    if type(value["infoshare_proof"]) is not int or value["infoshare_proof"] != FORMAT:
        raise BrokenProof("it has another form than this version of infoshare knows")
    head, shown = _read_record(value["head"], value["shown"])
    later = None if value["later"] is None else _read_record(value["later"], {})[0]
    return Proof(head, shown, _path(value["path"]), later)


def _read_record(head: Value, shown: Value) -> tuple[Head, Mapping[str, Salted]]:
    # A record of which only some fields are left has the form of a line, and is read as one.
    try:
        record = read_line(write_canonical({"body": shown, "hash": _NO_HASH, "head": head}))
    except BrokenLine as error:
        raise BrokenProof(str(error)) from error
    return record.head, record.body


def _path(value: Value) -> tuple[Hash, ...]:
    if not isinstance(value, list):
        raise BrokenProof("path is not an array")
    path = tuple(each for each in value if isinstance(each, str) and _HASH.fullmatch(each))
    if len(path) != len(value):
        raise BrokenProof("path holds something else than hashes")
    return path


def _check_shown(proof: Proof) -> None:
    if not proof.shown:
        raise BrokenProof("it shows no field")
    if why := why_unsound(Record(proof.head, proof.shown, proof.head.hash())):
        raise BrokenProof(why)


def _check_path(proof: Proof) -> None:
    """Raise BrokenProof unless the record leads to the later head, where there is one."""
    head, later, path = proof.head, proof.later, proof.path
    if later is None:
        if path:
            raise BrokenProof("it has a path, but no later head")
        return
    if later.seq <= head.seq:
        raise BrokenProof("the later head is not later than the record")
    if len(path) != path_length(head.seq, later.seq):
        raise BrokenProof("the path has not the length that it must have")
    if root_from(head.hash(), head.seq, path) != peak_over(head.seq, later.seq, later.tree):
        raise BrokenProof("the path does not lead from the record to the later head")
    if tree_before(head.seq, later.seq, later.tree, path) != head.tree:
        raise BrokenProof("the later head stands for other records before this one")


def _anchor_fault(proof: Proof, anchor: Anchor) -> str | None:
    """Why an anchor does not bear the proof out; None where it does."""
    heads = [head for head in (proof.head, proof.later) if head and head.seq == anchor.count]
    if not heads:
        return f"The anchor of record {anchor.count} says nothing about this proof."
    if not anchor.fits(heads[0].hash()):
        return f"Record {anchor.count} is not the one that the anchor names."
    return None
