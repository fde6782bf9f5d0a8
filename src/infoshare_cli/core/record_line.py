"""A line of the log read back: its form checked, whatever it says.

`read_line` gives a record only if the line has exactly the form of the log's format.
Whether the record is the one that was written is for `verify` to say.
"""

import re
from collections.abc import Mapping, Sequence

from infoshare_cli.core.canonical import Value, keep_limits, read_canonical
from infoshare_cli.core.record import FORMAT, KINDS, Head, Provenance, Record, Salted, read_time
from infoshare_cli.core.tree import Hash

_HASH = re.compile("[0-9a-f]{64}")
_SALT = re.compile("[0-9a-f]{32}")
_ID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# From 1970, because not every system can tell the local time of an earlier instant.
_TIME = re.compile(
    "(19[789]|2[0-9]{2})[0-9]-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{3}Z"
)
_HEAD = frozenset(
    ("v", "seq", "id", "kind", "at", "of", "tree", "pack", "contacts", "engine", "fields")
)
_PACK = frozenset(("id", "version", "digest"))


class BrokenLine(ValueError):
    """The line has not the form of a record; the text says why and holds nothing of the record."""


class NewerFormat(BrokenLine):
    """The line was written by a version of the program that knows a later format."""


def read_line(line: bytes) -> Record:
    """The record that a line (without its line feed) holds; raises `BrokenLine`."""
    try:
        value = read_canonical(line)
    except ValueError as error:
        raise BrokenLine(str(error)) from error
    return _record(value)


def readable_line(record: Record) -> bytes:
    """The line of a record, with its line feed; raises ValueError where no reader would take it.

    What is written is canonical. So its limits and its form are all that is left to check.
    """
    line = record.to_line()
    keep_limits(line[:-1])
    _record(record.to_value())
    return line


def _record(value: Value) -> Record:
    whole = _object(value, "the line")
    head = _object(whole.get("head"), "head")
    _check_format(head.get("v"))
    _check_names(whole, frozenset(("body", "hash", "head")), "the line")
    return Record(_head(head), _body(whole["body"]), _match(_HASH, whole["hash"], "hash"))


def _check_format(version: Value) -> None:
    if type(version) is int and version > FORMAT:
        raise NewerFormat(f"format {version} needs a newer version of infoshare")
    if type(version) is not int or version != FORMAT:
        raise BrokenLine("head.v is not 1")


def _head(head: Mapping[str, Value]) -> Head:
    kind = _text(head.get("kind"), "head.kind")
    if kind not in KINDS:
        raise BrokenLine("head.kind is not a kind of record")
    _check_names(head, _HEAD | {"erased"} if kind == "redaction" else _HEAD, "head")
    seq = _count(head["seq"], "head.seq")
    return Head(
        seq=seq,
        id=_match(_ID, head["id"], "head.id"),
        kind=kind,
        at=_time(head["at"]),
        of=None if head["of"] is None else _match(_ID, head["of"], "head.of"),
        tree=_tree(head["tree"], seq),
        provenance=_provenance(head),
        commitments=_commitments(head["fields"]),
        erased=tuple(
            _text(each, "head.erased") for each in _array(head.get("erased", []), "head.erased")
        ),
    )


def _tree(value: Value, seq: int) -> tuple[Hash, ...]:
    peaks = tuple(_match(_HASH, each, "head.tree") for each in _array(value, "head.tree"))
    if len(peaks) != (seq - 1).bit_count():
        raise BrokenLine("head.tree has not as many peaks as its place in the log needs")
    return peaks


def _provenance(head: Mapping[str, Value]) -> Provenance:
    pack = _object(head["pack"], "head.pack")
    _check_names(pack, _PACK, "head.pack")
    return Provenance(
        pack_id=_text(pack["id"], "head.pack.id"),
        pack_version=_text(pack["version"], "head.pack.version"),
        pack_digest=_text(pack["digest"], "head.pack.digest"),
        contacts_digest=_text(head["contacts"], "head.contacts"),
        engine=_text(head["engine"], "head.engine"),
    )


def _commitments(value: Value) -> dict[str, Hash]:
    fields = _object(value, "head.fields")
    return {name: _match(_HASH, each, "head.fields") for name, each in fields.items()}


def _body(value: Value) -> dict[str, Salted]:
    return {name: _salted(each) for name, each in _object(value, "body").items()}


def _salted(value: Value) -> Salted:
    pair = _array(value, "body")
    if len(pair) != 2:
        raise BrokenLine("body has a field that is not a salt and a value")
    return Salted(_match(_SALT, pair[0], "a salt"), pair[1])


def _time(value: Value) -> str:
    text = _match(_TIME, value, "head.at")
    try:
        read_time(text)
    except ValueError as error:
        raise BrokenLine("head.at is not a date and time") from error
    return text


def _check_names(value: Mapping[str, Value], names: frozenset[str], where: str) -> None:
    if value.keys() != names:
        raise BrokenLine(f"{where} has not exactly the names that it should have")


def _match(pattern: re.Pattern[str], value: Value, where: str) -> str:
    if not isinstance(value, str):
        raise _not_text(where)
    if not pattern.fullmatch(value):
        raise BrokenLine(f"{where} is not written as it should be")
    return value


def _text(value: Value, where: str) -> str:
    if not isinstance(value, str):
        raise _not_text(where)
    return value


def _not_text(where: str) -> BrokenLine:
    return BrokenLine(f"{where} is not text")


def _count(value: Value, where: str) -> int:
    if type(value) is not int or value < 1:
        raise BrokenLine(f"{where} is not a count from 1")
    return value


def _array(value: Value, where: str) -> Sequence[Value]:
    if not isinstance(value, list | tuple):
        raise BrokenLine(f"{where} is not an array")
    return value


def _object(value: Value, where: str) -> dict[str, Value]:
    if not isinstance(value, dict):
        raise BrokenLine(f"{where} is not an object")
    return value
