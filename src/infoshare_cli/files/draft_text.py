"""A draft as it stands in its file: canonical JSON, as the log has it, and a line feed.

What is read must be exactly what would be written again. That shuts out, before anything is
believed, double keys, NaN, deep nesting and whatever else a file can hold that nobody wrote here.
"""

import re
from collections.abc import Mapping, Sequence

from infoshare_cli.core.canonical import MAX_BYTES, Value, read_canonical, write_canonical
from infoshare_cli.core.case import Case, KeptWords
from infoshare_cli.core.draft import Draft, is_draft_id
from infoshare_cli.core.record import read_time, write_time

FORMAT = 1
"""The version of a draft's form."""

_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NAMES = {
    "format", "id", "started", "saved", "pack", "engine", "of", "answers", "record", "kept_words",
    "asked", "came_to", "about", "revision",
}  # fmt: skip
_NOT_OURS = "text that is not as infoshare wrote it"
_EARLIEST, _LATEST = "1970", "3000"
"""Between these years every system can tell the local time."""


class BrokenDraft(ValueError):
    """The text is no draft; its words say why and hold nothing of the case."""


class NewerDraft(BrokenDraft):
    """The draft was written by a version of the program that knows a later form."""


def write_draft(draft: Draft) -> bytes:
    """The draft as it stands in its file.

    Raises:
        ValueError: it is too long, or holds half a character.
    """
    text = write_canonical(_to_value(draft))
    if len(text) > MAX_BYTES:
        raise ValueError("longer than 1 MiB")
    return text + b"\n"


def read_draft(content: bytes) -> Draft:
    """The draft that a file's bytes hold; at most 1 MiB are looked at.

    Raises:
        BrokenDraft: they hold none.
    """
    if not content.endswith(b"\n"):
        # Whoever went on with it would take it for what another window left.
        raise BrokenDraft(_NOT_OURS)
    try:
        value = read_canonical(content.removesuffix(b"\n"))
    except ValueError as error:
        raise BrokenDraft(_NOT_OURS) from error
    draft = _object(value)
    version = draft.get("format")
    if type(version) is not int:
        raise BrokenDraft("something else than a draft")
    if version > FORMAT:
        raise NewerDraft("a draft of a newer version of infoshare")
    if version != FORMAT or draft.keys() != _NAMES:
        raise BrokenDraft("something else than a draft")
    return _draft(draft)


def _to_value(draft: Draft) -> Value:
    return {
        "format": FORMAT,
        "id": draft.id,
        "started": draft.started,
        "saved": draft.saved,
        "pack": {
            "id": draft.pack_id,
            "version": draft.pack_version,
            "digest": draft.pack_digest,
        },
        "engine": draft.engine,
        "of": draft.of,
        "answers": draft.case.answers,
        "record": draft.case.record,
        "kept_words": [
            {"field": each.field, "kind": each.kind, "reason": each.reason}
            for each in draft.case.kept_words
        ],
        "asked": draft.asked,
        "came_to": draft.came_to,
        "about": draft.about,
        "revision": draft.revision,
    }


def _draft(value: Mapping[str, Value]) -> Draft:
    pack = _texts(value["pack"])
    if pack.keys() != {"id", "version", "digest"}:
        raise BrokenDraft("a draft that does not say which rules it is about")
    return Draft(
        id=_id(value["id"]),
        started=_time(value["started"]),
        saved=_time(value["saved"]),
        pack_id=pack["id"],
        pack_version=pack["version"],
        pack_digest=pack["digest"],
        engine=_text(value["engine"]),
        of=_record_id(value["of"]),
        case=Case(
            {name: _words(chosen) for name, chosen in _object(value["answers"]).items()},
            _texts(value["record"]),
            tuple(_kept_words(each) for each in _array(value["kept_words"])),
        ),
        asked=_words(value["asked"]),
        came_to=None if value["came_to"] is None else _text(value["came_to"]),
        about=_texts(value["about"]),
        revision=_count(value["revision"]),
    )


def _kept_words(value: Value) -> KeptWords:
    kept = _texts(value)
    if kept.keys() != {"field", "kind", "reason"}:
        raise BrokenDraft("a draft whose kept words are not told in full")
    return KeptWords(**kept)


def _id(value: Value) -> str:
    text = _text(value)
    if not is_draft_id(text):
        raise BrokenDraft("a draft whose id has not the form of one")
    return text


def _record_id(value: Value) -> str | None:
    if value is not None and not _UUID.fullmatch(_text(value)):
        raise BrokenDraft("a draft that continues something else than a record")
    return None if value is None else _text(value)


def _time(value: Value) -> str:
    text = _text(value)
    try:
        sound = _EARLIEST <= text < _LATEST and write_time(read_time(text)) == text
    except ValueError:
        sound = False
    if not sound:
        raise BrokenDraft("a draft with a time that is none")
    return text


def _count(value: Value) -> int:
    if type(value) is not int or value < 1:
        raise BrokenDraft("a draft whose saves are not counted")
    return value


def _words(value: Value) -> tuple[str, ...]:
    return tuple(_text(each) for each in _array(value))


def _texts(value: Value) -> dict[str, str]:
    return {name: _text(each) for name, each in _object(value).items()}


def _text(value: Value) -> str:
    if not isinstance(value, str):
        raise BrokenDraft("a draft with something else where a text should be")
    return value


def _array(value: Value) -> Sequence[Value]:
    if not isinstance(value, list):
        raise BrokenDraft("a draft with something else where a list should be")
    return value


def _object(value: Value) -> Mapping[str, Value]:
    if not isinstance(value, dict):
        raise BrokenDraft("a draft with something else where names should be")
    return value
