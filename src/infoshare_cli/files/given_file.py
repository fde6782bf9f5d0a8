"""A file that a person hands to a command, or standard input in its place: how it is read.

What it holds is about a case. So a fault says where it is and what was expected, but never repeats
what was written, unless that is plainly a slip in one of the known words.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from infoshare_cli.errors import Fault, FileError
from infoshare_cli.files.document import count_of, is_spelling_of
from infoshare_cli.files.strict_yaml import (
    Data,
    Document,
    Route,
    nearest,
    parse_json,
    parse_yaml,
    read_bytes,
)

STANDARD_INPUT = "-"

_BEGINS_AS_JSON = re.compile(rb'(\xef\xbb\xbf)?\s*\{\s*["}]')
_NO_VALUE = ("null", "~")
"""How other programs say that there is no value; here the name is left out."""

PublicPath = Callable[[str], str]
"""Handed the path of a fault; the path as far as it may be shown."""


def read_given_file(
    path: Path, stdin: Callable[[], bytes], what: str, public: PublicPath
) -> Document:
    """The file at a path, or what standard input holds where the path is '-'.

    Args:
        path: JSON where the name ends in .json, YAML where it ends in .yaml or .yml; under any
            other name JSON where the text begins as an object of JSON does, and YAML otherwise.
        stdin: gives the bytes of standard input.
        what: what the file holds, in one word: 'answers'.
        public: what of a path may be shown.

    Raises:
        FileError: it is not there, or is neither YAML nor JSON as they are read here.
    """
    name = str(path)
    content = stdin() if name == STANDARD_INPUT else read_bytes(path)
    try:
        return _parse(content, name)
    except FileError as error:
        raise not_usable(name, what, public, error.faults) from error


def not_usable(name: str, what: str, public: PublicPath, faults: Sequence[Fault]) -> FileError:
    """The error to raise for a file with these faults; no path in it repeats what was written."""
    source = f"The {what} from standard input" if name == STANDARD_INPUT else name
    told = [replace(fault, path=public(fault.path)) for fault in faults]
    return FileError(f"{source} cannot be used: {count_of(told)}.", told)


def public_path(path: str, known: Mapping[str, Collection[str]]) -> str:
    """The path as far as it is made of known words: any other key may be a person's name.

    Args:
        path: the path of a fault.
        known: the keys at the top -> the names that may stand under each.
    """
    section, _, rest = path.partition(".")
    if section not in known:
        return ""
    name, bracket, index = rest.partition("[")
    if name not in known[section]:
        return section
    return path if re.fullmatch(r"[0-9]+\]", index) or not bracket else f"{section}.{name}"


def is_date(text: str) -> bool:
    """Whether a text is a day as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def text_fault(document: Document, at: Route, value: Data) -> Fault | None:
    """What keeps a value from being the text of a field; None for a text."""
    if not isinstance(value, str):
        return document.fault(at, "no text", "one text")
    if value.casefold() in _NO_VALUE:
        return document.fault(at, f"'{value}'", "text, or the field left out")
    return None


def day_fault(document: Document, at: Route, text: str) -> Fault | None:
    """What keeps a text from being a day; None for a day."""
    if is_date(text):
        return None
    return document.fault(at, "no date", "a day that there is, as YYYY-MM-DD")


def unknown_word(
    document: Document, at: Route, word: Data, expected: str, known: Sequence[str]
) -> Fault:
    """A word that is not known; shown only where it is plainly a slip in one that is."""
    if not isinstance(word, str):
        return document.fault(at, "no word", expected)
    hint = nearest(word, known)
    if word.casefold() in _NO_VALUE:
        return document.fault(at, f"'{word}'", f"{expected}; or this part left out", hint)
    found = f"'{word}'" if hint and is_spelling_of(word, hint) else "a word that is not known here"
    return document.fault(at, found, expected, hint)


def _parse(content: bytes, name: str) -> Document:
    kind = name.lower().rpartition(".")[2]
    if kind == "json" or (kind not in {"yaml", "yml"} and _BEGINS_AS_JSON.match(content)):
        return parse_json(content, name)
    return parse_yaml(content, name)
