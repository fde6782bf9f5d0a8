"""Case records: an interview with all that is about it, for whoever reads the case file.

They are laid out on what the Information Commissioner's data sharing request form asks for, in its
order (ICO, Data sharing: a code of practice, annex B): who asks, what for, on what ground, what was
decided, why, by whom and when. What the log adds comes after: what happened since, what to do, the
answers, and how to check all of it. What happened since stands at the top too, in a line for each
record, so that nobody takes a decision for one that still stands. The words are ours.
"""

from collections.abc import Sequence

from infoshare_cli.documents.book.book_blocks import Book, Named, Section
from infoshare_cli.documents.case_sheet import PLEASE_NOTE, Sheet
from infoshare_cli.documents.case_told import Case, Writing

MOST_CASES = 500
"""Interviews in one document; more than that nobody reads, and all are held at once."""


def case_records(cases: Sequence[Case], writing: Writing) -> Book:
    """The records of these interviews as one document, which may be none.

    A single one has no list at its front.
    """
    sheets = [Sheet(case, writing) for case in cases]
    note = [(PLEASE_NOTE, (writing.broken,))] if writing.broken else []
    if len(sheets) == 1:
        (sheet,) = sheets
        return Book(sheet.title, (*note, *sheet.in_short()), tuple(sheet.sections()))
    written = writing.time(writing.at.isoformat())
    cover = (*note, ("Interviews", (str(len(sheets)),)), ("Written out", (written,)))
    return Book("Case records", cover, tuple(map(_whole, sheets)))


def _whole(sheet: Sheet) -> Section:
    """One record among several."""
    summary = Named(sheet.in_short())
    title = f"{sheet.title}, {sheet.day} (record {sheet.head.seq})"
    return Section(f"record-{sheet.head.seq}", title, (summary,), tuple(sheet.sections()))
