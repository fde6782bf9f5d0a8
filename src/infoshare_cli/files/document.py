"""A file as it was read: what it holds, where each part of it stands, and what to call it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from infoshare_cli.errors import Fault

Data = dict[str, "Data"] | list["Data"] | str
"""Every scalar is its text."""
Route = tuple[str | int, ...]
"""The keys and indexes that lead to a part of the data."""
Place = tuple[int, int]
"""Line and column, both from 1."""

MAX_DEPTH = 15
"""Lists and mappings within one another; a pack's digest takes one level more (core.canonical)."""
MAX_FAULTS = 100
"""Reading stops at the hundredth fault of a file; nobody reads further."""

_LONGEST_SHOWN = 60
# What is no writing, and not "anything else", as a set of almost all characters is slow to compile.
_UNREADABLE = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ud800-\\udfff\\ufffe\\uffff]"
)
_MEANT = {"true": "yes", "y": "yes", "on": "yes", "false": "no", "n": "no", "off": "no"}


@dataclass(frozen=True)
class Document:
    """What a file holds, and where each part of it stands."""

    file: str
    """The file as the person named it; '-' for standard input."""
    data: Data
    places: Mapping[Route, Place]
    """Route in `data` -> line and column. What has a key stands where its key stands: that is
    the line to look for, also where the value is a list or a text on the lines below."""

    parts: Mapping[Route, tuple["Document", Route]] = field(default_factory=dict)
    """Where files were laid over one another: route in `data` -> the file that this part and all
    inside it was read from, and its route there. What no entry covers is this file's own."""

    def fault(self, at: Route, found: str, expected: str, suggestion: str | None = None) -> Fault:
        """A fault at a place of this document, or at the nearest place around it.

        File, place and path are those of the very file that the part was read from.
        """
        source, there = self.origin(at)
        near = there
        while near not in source.places and near:
            near = near[:-1]
        line, column = source.places.get(near, (None, None))
        return Fault(source.file, found, expected, line, column, spell_route(there), suggestion)

    def origin(self, at: Route) -> tuple["Document", Route]:
        """The file that a part was read from, and its route there."""
        for length in range(len(at), 0, -1):
            if at[:length] in self.parts:
                document, there = self.parts[at[:length]]
                return document, (*there, *at[length:])
        return self, at

    def line_of(self, at: Route, seen_from: Route) -> str:
        """'line 12', or 'line 12 of base/decision.yaml' where that is another file."""
        source, there = self.origin(at)
        line, _ = source.places[there]
        same = source.file == self.origin(seen_from)[0].file
        return f"line {line}" if same else f"line {line} of {source.file}"


def spell_route(route: Route) -> str:
    """`('questions', 2, 'options')` as a person reads it: questions[2].options."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in route)
    return "".join(parts).removeprefix(".")


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The one word that is near enough to be meant, or None; 'true' and 'y' may mean 'yes'."""
    from difflib import get_close_matches

    folded = {known.casefold(): known for known in words}
    given = word.casefold()
    if given in folded:
        return folded[given]
    if _MEANT.get(given) in folded:
        return folded[_MEANT[given]]
    close = get_close_matches(given, folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else None


def is_spelling_of(word: str, known: str) -> bool:
    """Whether a word is plainly the known one, in other letters or with a slip of the keyboard."""
    from infoshare_cli.core.areas import is_near

    given, wanted = word.casefold(), known.casefold()
    return given == wanted or _MEANT.get(given) == wanted or is_near(given, wanted)


def describe(value: object) -> str:
    """What stands in a file, in words: a short text as it is, anything else by its kind."""
    match value:
        case str() if len(value) <= _LONGEST_SHOWN and "\n" not in value:
            return f"'{value}'"
        case str():
            return f"a text of {len(value)} characters"
        case dict():
            return "keys with values" if value else "empty braces"
        case [] | ():
            return "an empty list"
    return "a list"


def one_of(words: Iterable[str]) -> str:
    """What is expected where only certain words fit."""
    known = tuple(words)
    return known[0] if len(known) == 1 else "one of " + ", ".join(known)


def why_no_text(value: str) -> tuple[str, str] | None:
    """What a text holds that no text may, and what is expected; None where it is sound."""
    if not value.strip():
        return "an empty value", "text, or this part left out"
    found = unreadable_character(value)
    return (found[1], "text without it") if found else None


def unreadable_character(text: str) -> tuple[int, str] | None:
    """Where the first character stands that is no writing, and what it is.

    Source: YAML 1.2.2, section 5.1, printable characters.
    """
    found = _UNREADABLE.search(text)
    if found is None:
        return None
    code = ord(found[0])
    kind = "half a character" if 0xD800 <= code <= 0xDFFF else "a control character"
    return found.start(), f"{kind}, U+{code:04X}"


def place_after(text: str) -> Place:
    """The place of what comes right after a text."""
    lines = re.split("\r\n|\r|\n", text)
    return len(lines), len(lines[-1]) + 1


def name_of(file: str) -> str:
    """The file as a sentence may begin with it."""
    return "Standard input" if file == "-" else file


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """The faults by file, line and column."""
    return sorted(faults, key=lambda each: (each.file, each.line or 0, each.column or 0))


def count_of(faults: Sequence[Fault]) -> str:
    """'1 fault', '2 faults', and so on."""
    return "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
