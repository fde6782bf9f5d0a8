"""What a book is made of: sections of plain blocks, the same for HTML, Markdown and PDF.

Every text is plain text; a renderer escapes it as its format needs.
"""

from dataclasses import dataclass
from typing import Literal

from infoshare_cli.core.assurance.paper_form import Gap
from infoshare_cli.documents.book.figures import Figure


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a strong one is said with weight."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list, and how far it stands in: 0 for the outermost."""

    text: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order; an item that stands in belongs to the one above it."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """Names, each with what is said of it in one or more paragraphs."""

    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the first cell of a row is the head of the row."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    ids: tuple[str, ...] = ()
    """What each row is linked to by; none where nothing leads there."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Figures, drawn on one sheet; several stand side by side."""

    id: str
    title: str
    says: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class InWords:
    """A figure as a numbered list: each step with its answers and where they lead."""

    figure: Figure


@dataclass(frozen=True, slots=True)
class Signature:
    """Lines to fill in and sign by hand, once for each person."""

    names: tuple[str, ...]
    people: int


@dataclass(frozen=True, slots=True)
class ToFillIn:
    """Gaps, each marked in the same words wherever it stands, with room to write."""

    gaps: tuple[Gap, ...]


Block = Paragraph | Bullets | Named | Grid | Drawing | InWords | Signature | ToFillIn
TO_FILL_IN = "To fill in:"
"""What stands before each gap."""
Paper = Literal["page", "sheet"]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()
    paper: Paper = "page"
    """'sheet': a large page across of its own, where paper is printed."""


@dataclass(frozen=True, slots=True)
class Book:
    """A whole book."""

    title: str
    cover: tuple[tuple[str, tuple[str, ...]], ...]
    """What stands under the title: names, each with what is said of it in lines of their own."""
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an arrow leads, in words, and what it may be linked to."""

    text: str
    to: str = ""
    """The id of a step, a rule or a row; '' for none."""


def place_of(figure: Figure, target: int) -> Place:
    """Where an arrow to a box leads: 'step 8', 'Share without consent (rule 7)'."""
    box = figure.boxes[target]
    if box.kind == "step":
        number = box.head.partition(".")[0]
        return Place(f"step {number}", step_id(figure, target))
    if box.kind == "onward":
        return Place(f"{box.head[:1].lower()}{box.head[1:]}, in the {box.note}")
    return Place(f"{box.head} ({box.note})", box.anchor)


def asked_at(figure: Figure, place: int) -> str:
    """What a step asks, and where to read more of it, or that it was answered before."""
    box = figure.boxes[place]
    notes = (box.note, "answered before" if box.told_before else "")
    noted = ", ".join(filter(None, notes))
    return f"{box.asks} ({noted})" if noted else box.asks


def step_id(figure: Figure, place: int) -> str:
    """What a step of a figure is linked to by."""
    return f"{figure.id}-step-{figure.boxes[place].head.partition('.')[0]}"
