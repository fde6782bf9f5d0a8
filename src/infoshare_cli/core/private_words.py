"""Words in a text that name a person or lead to one, and the text without them.

Where they stand is all that is kept: the words themselves stay in the text, so that what
is said of them elsewhere cannot give them away.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

PrivateKind = Literal[
    "nhs-number",
    "upn",
    "national-insurance-number",
    "e-mail",
    "telephone",
    "postcode",
    "date-of-birth",
    "name",
]
"""What the words are; the surest kind first. A UPN is a pupil's number for all of school."""

SUREST_FIRST: tuple[PrivateKind, ...] = get_args(PrivateKind)
TAKEN_OUT = "[taken out]"
"""What stands where words were taken out."""


@dataclass(frozen=True, slots=True)
class PrivateWords:
    """Where in a text private words stand; never the words themselves."""

    kind: PrivateKind
    start: int
    """The place of the first character, counted from 0."""
    end: int
    """The place behind the last character."""


def without(text: str, found: Iterable[PrivateWords], mark: str = TAKEN_OUT) -> str:
    """The text with a mark in place of each of the words, which must not overlap."""
    for each in sorted(found, key=lambda words: words.start, reverse=True):
        text = text[: each.start] + mark + text[each.end :]
    return text
