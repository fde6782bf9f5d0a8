"""Proofs of single records of a log in memory, and ways to make something else of one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from infoshare_cli.core.inclusion import needed, path_from, root_from
from infoshare_cli.core.record import Record, Salted
from infoshare_cli.core.record_proof import Proof, show_fields


def proved(log: Sequence[Record], seq: int, later: int | None, *names: str) -> Proof:
    """The proof of one record that shows these fields, or else the reason."""
    record = log[seq - 1]
    shown = show_fields(record, names or ("reason",))
    if later is None:
        return Proof(record.head, shown, (), None)
    heads = {each: (log[each - 1].head.tree, log[each - 1].hash) for each in needed(seq, later)}
    path = path_from(seq, later, record.head.tree, heads)
    return Proof(record.head, shown, path, log[later - 1].head)


def forged_proofs(log: Sequence[Record]) -> Iterator[tuple[str, Proof]]:
    """Proofs of record 6 that are in form and not true, each with what is wrong with it."""
    proof = proved(log, 6, 17, "reason", "authority")
    yield "it shows no field", replace(proof, shown={})
    yield "not later than the record", replace(proof, later=proof.head)
    too_high = replace(proof.head, tree=(*proof.head.tree, "0" * 64))
    yield "peaks", Proof(too_high, proof.shown, (), None)
    yield from _other_paths(proof)
    yield from _other_fields(proof)
    yield "other records before this one", _other_past(proof)


def _other_paths(proof: Proof) -> Iterator[tuple[str, Proof]]:
    """Hashes deleted, repeated, swapped, or changed."""
    path, length, way = proof.path, "the length that it must have", "does not lead from the record"
    for place, one in enumerate(path):
        without = path[:place] + path[place + 1 :]
        yield length, replace(proof, path=without)
        yield length, replace(proof, path=(*path, one))
        yield way, replace(proof, path=(*without, one[::-1]))
    for first, second in combinations(range(len(path)), 2):
        swapped = list(path)
        swapped[first], swapped[second] = path[second], path[first]
        yield way, replace(proof, path=tuple(swapped))


def _other_fields(proof: Proof) -> Iterator[tuple[str, Proof]]:
    """A value, a salt or a name, and a field that the record never had."""
    reason, authority = proof.shown["reason"], proof.shown["authority"]
    changed = {
        "reason": Salted(reason.salt, "Other words."),
        "authority": Salted("0" * 32, authority.value),
        "role": reason,
    }
    for name, field in changed.items():
        shown = {**proof.shown, name: field}
        yield f"the field {name} is not what was written", replace(proof, shown=shown)
    yield "the field verdict was added", replace(proof, shown={"verdict": reason})


def _other_past(proof: Proof) -> Proof:
    """A head that names other records before it, under a later head that stands over this head."""
    assert proof.later is not None
    forged = replace(proof.head, tree=(*proof.head.tree[:-1], "0" * 64))
    later = replace(proof.later, tree=(root_from(forged.hash(), 6, proof.path),))
    return replace(proof, head=forged, later=later)


def other_later(proof: Any) -> None:
    """A head that stands before the record."""
    proof["later"]["seq"], proof["later"]["tree"] = 1, []


PROOF_FORMS: Mapping[str, tuple[Callable[[Any], object], str]] = {
    "more": (lambda proof: proof.update(x=1), "exactly the names"),
    "no path": (lambda proof: proof.pop("path"), "exactly the names"),
    "form 2": (lambda proof: proof.update(infoshare_proof=2), "another form"),
    "form true": (lambda proof: proof.update(infoshare_proof=True), "another form"),
    "head null": (lambda proof: proof.update(head=None), "not an object"),
    "a head of version 2": (lambda proof: proof["head"].update(v=2), "needs a newer version"),
    "a head without id": (lambda proof: proof["head"].pop("id"), "exactly the names"),
    "a tree that is too long": (lambda proof: proof["head"]["tree"].append("0" * 64), "peaks"),
    "shown an array": (lambda proof: proof.update(shown=[]), "not an object"),
    "shown without salt": (lambda proof: proof.update(shown={"reason": ["x"]}), "a salt and a "),
    "a short salt": (lambda proof: proof.update(shown={"reason": ["0", "x"]}), "a salt"),
    "path null": (lambda proof: proof.update(path=None), "path is not an array"),
    "path of numbers": (lambda proof: proof["path"].append(1), "something else than hashes"),
    "path of words": (lambda proof: proof["path"].append("\u00e9"), "something else than hashes"),
    "later without id": (lambda proof: proof["later"].pop("id"), "exactly the names"),
    "later a list": (lambda proof: proof.update(later=[]), "not an object"),
    "no later head": (lambda proof: proof.update(later=None), "a path, but no later head"),
    "later before": (other_later, "not later than the record"),
    "itself as later": (lambda proof: proof.update(later=proof["head"]), "not later"),
}
"""What is changed in the JSON of a proof of record 6 -> what is said to be wrong with it."""
