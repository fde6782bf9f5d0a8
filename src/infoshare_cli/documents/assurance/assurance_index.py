"""The index of an assurance folder: what lies in it, and how to tell that it is still the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from infoshare_cli.core.assurance.facts import Facts, shortfalls_of
from infoshare_cli.core.assurance.paper_form import Gap
from infoshare_cli.documents.assurance.paper import Paper, close, cover_of
from infoshare_cli.documents.book.book_blocks import (
    Block,
    Book,
    Bullets,
    Item,
    Named,
    Paragraph,
    Section,
    ToFillIn,
)

INDEX = "index"
"""The name of the document."""
TITLE = "Assurance documents"
_ABOUT = (
    "Five documents for people who answer for the use of these rules. The program has filled in "
    "what it knows. What only people can know is marked, with who should fill it in.",
    "They were written from the rules, their proof and the counts of one log. Nothing in them was "
    "added by hand.",
)
_TO_COMPARE = (
    "The SHA-256 of a file changes if one letter of it changes. To compare a copy that somebody "
    "signed, work it out and hold it against the list above: sha256sum FILE on Linux, "
    "shasum -a 256 FILE on macOS, Get-FileHash FILE in PowerShell.",
    "Whoever fills in a gap changes the file. Keep the file as it was written beside the one that "
    "was filled in.",
)
_CANNOT_KNOW = (
    "Whether these documents were filled in, read, or agreed to.",
    "Whether a copy that you were given was written by this program. The list above is no "
    "signature: whoever changes a file can change the list too.",
)
_KEEP = ToFillIn(
    (
        Gap(
            "Where the signed copies are kept, and when they are looked at again.",
            "the project lead",
        ),
    )
)


@dataclass(frozen=True)
class WrittenPaper:
    """A document as it stands in its file."""

    file: str
    """Its name within the folder."""
    title: str
    gaps: int
    sha256: str
    """Of its bytes, in hex."""


def index_of(written: Sequence[WrittenPaper], facts: Facts) -> Paper:
    """The index of documents that are written."""
    sections = (
        Section("about", "What this is", tuple(map(Paragraph, _ABOUT))),
        Section("files", "What lies in this folder", _files(written)),
        Section("short", "What is not in place", tuple(_short(facts))),
        Section("compare", "To compare a copy", tuple(map(Paragraph, _TO_COMPARE))),
        Section("keep", "To keep", (_KEEP,)),
    )
    return close(Paper(INDEX, Book(TITLE, cover_of(facts), sections)), _CANNOT_KNOW)


def _files(written: Sequence[WrittenPaper]) -> tuple[Block, ...]:
    rows = tuple(
        (each.file, (each.title, f"Gaps: {each.gaps}", f"SHA-256: {each.sha256}"))
        for each in written
    )
    gaps = sum(each.gaps for each in written) + len(_KEEP.gaps)
    told = f"Gaps for people, with the one in this index: {gaps}."
    return Named(rows), Paragraph(told, strong=True)


def _short(facts: Facts) -> list[Block]:
    found = shortfalls_of(facts)
    if not found:
        return [Paragraph("Nothing that the program could tell.")]
    return [Bullets(tuple(map(Item, found)))]
