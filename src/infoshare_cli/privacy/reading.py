"""A text as it is scanned: plain letters, digits and marks, each with its place in the text.

People paste from mail, tables and telephones. What looks the same is read as the same here: a
full-width digit is a digit, any dash is a hyphen, and what nobody sees is left out.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

Place = tuple[int, int]
"""Where something stands: the start, and the place behind the end."""

_LEFT_OUT = frozenset({"Cf", "Mn", "Me"})
"""Unicode categories: what is not seen (soft hyphens, joiners), and accents."""

_MOST = 4
"""Characters that one may be read as; a few Arabic ones stand for whole phrases."""

_READ_AS = {
    **dict.fromkeys("\u2018\u2019\u201b\u02bc\u02b9\u2032`\u00b4", "'"),
    **dict.fromkeys("\u2044\u2215\u29f8", "/"),
    **dict.fromkeys("\u2024\u00b7\u2027", "."),
    **dict.fromkeys("\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n"),
    **dict(zip("\u0142\u0141\u00f8\u00d8\u0111\u0110\u0131", "lLoOdDi", strict=True)),
    "\u2212": "-",
    "\t": " ",
    "\r": "",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What is scanned, and where each of its characters came from."""

    text: str
    _from: Sequence[int]
    """For each character of it, the place in the text of the one that it was read from."""
    _behind: Sequence[int]
    """The place behind that one, and behind whatever after it was left out."""

    def place(self, start: int, end: int) -> Place:
        """Where the characters from start to end, at least one, stand in the text itself."""
        return self._from[start], self._behind[end - 1]


def read(text: str) -> Reading:
    """The text as it is scanned."""
    if text.isascii() and text.isprintable():
        return Reading(text, range(len(text)), range(1, len(text) + 1))
    pieces = [_read_as(character) for character in text]
    places = [place for place, piece in enumerate(pieces) for _ in piece]
    return Reading("".join(pieces), places, _places_behind(places, len(text)))


def _places_behind(places: Sequence[int], length: int) -> list[int]:
    behind, after, before = [0] * len(places), length, length
    for index in range(len(places) - 1, -1, -1):
        if places[index] != before:
            after, before = before, places[index]
        behind[index] = after
    return behind


def _read_as(character: str) -> str:
    if character in _READ_AS:
        return _READ_AS[character]
    if character.isascii():
        return character
    plain = unicodedata.normalize("NFKD", character)
    return "".join(map(_plain, plain)) if len(plain) <= _MOST else character


def _plain(character: str) -> str:
    category = unicodedata.category(character)
    if category in _LEFT_OUT:
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    return "-" if category == "Pd" else _READ_AS.get(character, character)
