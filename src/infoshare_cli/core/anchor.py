"""Anchors: a short code for the log's last record, to keep outside the log.

What nothing inside the log can show is that its end was cut off, or that all of it was
written anew. Whoever has noted the code of record 12 can: `12.` and 28 characters in seven
groups of four. 27 of them are the first 135 bits of the record's hash in Crockford's
base32 (no I, L, O or U); the last one checks the count and the 27.

The check character is a remainder over GF(32), so it is itself one of the 32. It notices
any one wrong character and any two neighbours swapped: a slip of the pen is told as
a slip, never as tampering.
"""

import unicodedata
from dataclasses import dataclass

from infoshare_cli.core.canonical import MAX_DIGITS, MAX_INTEGER
from infoshare_cli.core.tree import Hash

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BITS = 135
_CHARACTERS = _BITS // 5
_GROUP = 4
_LOOK_ALIKE = str.maketrans("OIL", "011")


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an anchor says: how many records there were, and what the last one's hash began with."""

    count: int
    """The records up to and with the one anchored; from 1."""
    code: str
    """The first 135 bits of that record's hash, as 27 characters."""

    def fits(self, record_hash: Hash) -> bool:
        """Whether a record with this hash is the one that was anchored."""
        return self.code == _code(record_hash)


def write_anchor(count: int, record_hash: Hash) -> str:
    """The anchor of record number `count`, as it is shown: '12.ABCD-EFGH-...'."""
    code = _code(record_hash)
    code += _check_character(count, code)
    groups = (code[start : start + _GROUP] for start in range(0, len(code), _GROUP))
    return f"{count}.{'-'.join(groups)}"


def read_anchor(text: str) -> Anchor:
    """The anchor that a person typed.

    Upper and lower case, spaces and hyphens do not matter; O is read as 0, I and L as 1.
    Raises ValueError where the text is no anchor or has a slip in it.
    """
    digits, dot, code = _plain(text).partition(".")
    if not (dot and digits.isdecimal() and len(digits) <= MAX_DIGITS):
        raise ValueError("no record number with a full stop in front")
    count = int(digits)
    if not 1 <= count <= MAX_INTEGER or digits != str(count):
        raise ValueError("the record number is not one that a log can have")
    if len(code) != _CHARACTERS + 1 or not set(code) <= set(_ALPHABET):
        raise ValueError("not seven groups of four letters and digits")
    if code[-1] != _check_character(count, code[:-1]):
        raise ValueError("the last character does not fit the others, so one is mistyped")
    return Anchor(count, code[:-1])


def _plain(text: str) -> str:
    # Word processors turn hyphens into dashes and spaces into fixed spaces. What is still not
    # ASCII after that must not become a letter by upper-casing, as a dotless i would.
    kept = "".join(each for each in text if not _separates(each))
    return kept.upper().translate(_LOOK_ALIKE) if kept.isascii() else kept


def _separates(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) == "Pd"


def _code(record_hash: Hash) -> str:
    bits = int(record_hash, 16) >> (4 * len(record_hash) - _BITS)
    shifts = range(_BITS - 5, -1, -5)
    return "".join(_ALPHABET[bits >> shift & 31] for shift in shifts)


def _check_character(count: int, code: str) -> str:
    """The remainder over GF(32), as in a cyclic redundancy check.

    Each step multiplies by x modulo x^5 + x^2 + 1 and adds the next character's value. The
    zero at the end keeps the place of the check character apart from the one before it.
    """
    remainder = 0
    for character in f"{count}{code}0":
        remainder = (remainder << 1) ^ (0b100101 if remainder & 16 else 0)
        remainder ^= _ALPHABET.index(character)
    return _ALPHABET[remainder]
