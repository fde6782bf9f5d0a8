"""The form of an assurance document: its headings, what is said under them, and its gaps.

A form says what stands where. What is known of a pack is put in by name, and what only the pack
can say is taken from its own texts.
"""

from dataclasses import dataclass
from typing import ClassVar

from infoshare_cli.core.guidance import NOTHING_ELSE


@dataclass(frozen=True)
class Gap:
    """Something that only a person can know or decide, and who that is."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    what: str
    by: str


@dataclass(frozen=True)
class FormRow:
    """A name, and what is said of it."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    name: str
    text: str


@dataclass(frozen=True)
class FormPart:
    """One thing that stands under a heading, or several: they come in the order of these keys."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    text: str = ""
    points: tuple[str, ...] = ()
    rows: tuple[FormRow, ...] = ()
    own: str = ""
    """A text of the pack, by its id; where it has none, the gaps stand in its place."""
    facts: str = ""
    """What is known, by its name."""
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True)
class FormItem:
    """A heading further in."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    title: str
    parts: tuple[FormPart, ...]


@dataclass(frozen=True)
class FormSection:
    """A heading, what stands under it, and the headings further in."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    id: str
    title: str
    parts: tuple[FormPart, ...] = ()
    items: tuple[FormItem, ...] = ()


@dataclass(frozen=True)
class PaperForm:
    """A whole document."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    title: str
    about: tuple[str, ...]
    """What it is for, first of all."""
    sections: tuple[FormSection, ...]
    cannot_know: tuple[str, ...]


OWN_TEXTS: tuple[str, ...] = (
    "purpose", "benefit", "users", "not-for", "people", "special-data", "place", "before",
    "without-it", "basis", "made-from",
)  # fmt: skip
"""What a pack may say of its use. What it is for, what is won by it, who uses it, what it must not
be used for; whose data it is about, and which of that the law protects most; where it is used,
what was done before, what else could be done, what the law says of the ground, and what the rules
were made from."""
