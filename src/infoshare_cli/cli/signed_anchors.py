"""Signed anchors that a person gave, and which of them count."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from infoshare_cli.errors import CallError, Fault, FileError

if TYPE_CHECKING:
    from infoshare_cli.core.anchor import Anchor
    from infoshare_cli.core.signed_note import Note, VerifierKey
    from infoshare_cli.core.verify import Signature


def signed_anchors(notes: Sequence[Path], keys: Sequence[str]) -> "tuple[list[Anchor], Signature]":
    """The anchors of the notes whose signatures are good, and what all signatures come to.

    A text counts for nothing before its signature was found good (C2SP signed-note).

    Raises:
        CallError: a key is mistyped or missing, a note holds no anchor, or nothing can be checked.
        FileError: a note cannot be read.
    """
    if not notes:
        if keys:
            raise CallError("--key goes with a signed anchor. Name its file with --note.")
        return [], "none"
    from infoshare_cli.core.signed_note import judge
    from infoshare_cli.files.signing_key import is_good_signature, must_sign

    must_sign()
    trusted = [_typed_key(text) for text in keys] or [_own_key()]
    read = [(path, _read_note(path)) for path in notes]
    standings = [judge(note, trusted, is_good_signature) for _, note in read]
    good = (each for each, standing in zip(read, standings, strict=True) if standing == "ok")
    anchors = [_anchored(path, note) for path, note in good]
    worst = next(each for each in ("bad", "unknown-key", "ok") if each in standings)
    return anchors, worst


def _typed_key(text: str) -> "VerifierKey":
    from infoshare_cli.core.signed_note import read_verifier_key

    try:
        return read_verifier_key(text)
    except ValueError as error:
        fault = Fault("", str(error), "a key as infoshare log key shows it", path="--key")
        raise CallError("That is not a key, so nothing was verified.", (fault,)) from error


def _own_key() -> "VerifierKey":
    from infoshare_cli.cli.signing_key import no_key
    from infoshare_cli.files.signing_key import read_key

    own = read_key()
    if own is None:
        raise no_key()
    return own.public


def _read_note(path: Path) -> "Note":
    from infoshare_cli.core.signed_note import MAX_NOTE_BYTES, read_note
    from infoshare_cli.files.file_text import read_bytes

    try:
        return read_note(read_bytes(path, MAX_NOTE_BYTES))
    except ValueError as error:
        raise _no_note(path, error) from error


def _anchored(path: Path, note: "Note") -> "Anchor":
    from infoshare_cli.core.signed_note import anchored

    try:
        return anchored(note.text)
    except ValueError as error:
        raise _no_note(path, error) from error


def _no_note(path: Path, error: ValueError) -> FileError:
    fault = Fault(str(path), str(error), "what infoshare log anchor --sign wrote")
    return FileError(f"{path} is no signed anchor, so nothing was verified.", (fault,))
