"""Signed notes: a text with Ed25519 signatures below it, as C2SP's signed-note has them.

An anchor that is signed says who vouches for it, not only that it fits. The form is one that
other programs read, too (https://c2sp.org/signed-note). Signing itself needs a library and a key,
so it is handed in.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from infoshare_cli.core.anchor import Anchor, read_anchor, write_anchor
from infoshare_cli.core.tree import Hash

Standing = Literal["ok", "bad", "unknown-key"]
"""What the signatures of a note come to, for whoever trusts some keys."""

MAX_NOTE_BYTES = 64 * 1024
"""The longest note that is read; 16 signatures of any kind in use have room in it."""

_ED25519 = b"\x01"
_KEY_BYTES = 32
_ID_BYTES = 4
_DASH = "\u2014"
_HEADLINE = "infoshare/1/anchor"
_ANCHOR_TEXT = re.compile(rf"{_HEADLINE}\n([^\n]+)\n([0-9a-f]{{64}})\n")
_SIGNATURE = re.compile(rf"{_DASH} (\S+) ([0-9A-Za-z+/]+=*)")


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """The public half of a key, with the name of whoever signs with it."""

    name: str
    public: bytes
    """32 bytes, as RFC 8032 writes them."""

    @property
    def id(self) -> bytes:
        """Four bytes that tell this key from others of the same name."""
        content = self.name.encode("utf-8") + b"\n" + _ED25519 + self.public
        return sha256(content).digest()[:_ID_BYTES]

    def __str__(self) -> str:
        """The key as it is handed on: the name, the id and the key, with + between them."""
        return f"{self.name}+{self.id.hex()}+{_base64(_ED25519 + self.public)}"


@dataclass(frozen=True, slots=True)
class NoteSignature:
    """One signature line of a note."""

    name: str
    key_id: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Note:
    """A text and those who signed it."""

    text: str
    """Ends in a line feed."""
    signatures: tuple[NoteSignature, ...]


def is_key_name(text: str) -> bool:
    """Whether a key may have this name: no spaces, no plus, nothing that cannot be seen."""
    return bool(text) and "+" not in text and text.isprintable() and not re.search(r"\s", text)


def read_verifier_key(text: str) -> VerifierKey:
    """The key that was handed on as a text; raises ValueError where it is none."""
    # The key itself is in base64, and so may hold a plus of its own.
    name, _, rest = text.strip().partition("+")
    key_id, _, key = rest.partition("+")
    content = _bytes(key)
    if not is_key_name(name) or content[:1] != _ED25519 or len(content) != 1 + _KEY_BYTES:
        raise ValueError("not a name, an id and an Ed25519 key with + between them")
    found = VerifierKey(name, content[1:])
    if found.id.hex() != key_id:
        raise ValueError("the id does not fit the name and the key, so one is mistyped")
    return found


def write_note(note: Note) -> bytes:
    """The note as it stands in a file."""
    lines = (
        f"{_DASH} {each.name} {_base64(each.key_id + each.signature)}\n" for each in note.signatures
    )
    return f"{note.text}\n{''.join(lines)}".encode()


def read_note(content: bytes) -> Note:
    """The note that a file holds; whether its signatures are good is for `judge` to say.

    Raises:
        ValueError: it is no signed note.
    """
    if len(content) > MAX_NOTE_BYTES:
        raise ValueError(f"longer than {MAX_NOTE_BYTES} bytes")
    try:
        whole = content.decode("utf-8")
    except UnicodeDecodeError:
        raise ValueError("not UTF-8") from None
    text, blank, signatures = whole.rpartition("\n\n")
    if not (text and blank and signatures.endswith("\n")) or re.search(
        r"[\x00-\x09\x0b-\x1f]", whole
    ):
        raise ValueError("not a text, an empty line and signatures")
    return Note(f"{text}\n", tuple(map(_read_signature, signatures[:-1].split("\n"))))


def sign(text: str, key: VerifierKey, make: Callable[[bytes], bytes]) -> Note:
    """The text with one signature.

    Args:
        make: gives the Ed25519 signature of the bytes, by the secret half of the key.
    """
    return Note(text, (NoteSignature(key.name, key.id, make(text.encode())),))


def judge(
    note: Note, keys: Iterable[VerifierKey], is_good: Callable[[VerifierKey, bytes, bytes], bool]
) -> Standing:
    """What the signatures come to; one that is bad spoils the others.

    Args:
        keys: those that are trusted. A signature by any other says nothing.
        is_good: whether a key made this signature (second) of these bytes (third).
    """
    known = {(key.name, key.id): key for key in keys}
    tried = [
        is_good(known[each.name, each.key_id], each.signature, note.text.encode())
        for each in note.signatures
        if (each.name, each.key_id) in known
    ]
    if not tried:
        return "unknown-key"
    return "ok" if all(tried) else "bad"


def anchor_text(seq: int, record_hash: Hash) -> str:
    """What is signed of record number `seq`: a headline, its anchor, and its whole hash."""
    return f"{_HEADLINE}\n{write_anchor(seq, record_hash)}\n{record_hash}\n"


def anchored(text: str) -> Anchor:
    """The anchor that a note's text holds.

    Raises:
        ValueError: it holds none, or one that does not fit the hash beside it.
    """
    found = _ANCHOR_TEXT.fullmatch(text)
    if not found:
        raise ValueError("not the anchor of a record of infoshare")
    anchor = read_anchor(found[1])
    if not anchor.fits(found[2]):
        raise ValueError("its anchor and its hash are those of different records")
    return anchor


def _read_signature(line: str) -> NoteSignature:
    found = _SIGNATURE.fullmatch(line)
    content = _bytes(found[2]) if found else b""
    if not found or not is_key_name(found[1]) or len(content) <= _ID_BYTES:
        raise ValueError("a line below the text is no signature")
    return NoteSignature(found[1], content[:_ID_BYTES], content[_ID_BYTES:])


def _base64(content: bytes) -> str:
    return b64encode(content).decode("ascii")


def _bytes(text: str) -> bytes:
    """What a text in base64 stands for; nothing where it is not written as it should be."""
    try:
        content = b64decode(text, validate=True)
    except ValueError:
        return b""
    return content if _base64(content) == text else b""
