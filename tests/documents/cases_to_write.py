"""Case records to write in tests: of the log with every kind of record, and of odd words."""

from collections.abc import Sequence
from datetime import UTC, datetime

from infoshare_cli.core.lives import Lives
from infoshare_cli.core.record import Record
from infoshare_cli.core.record_story import RecordStory
from infoshare_cli.documents.book.book_blocks import Book, Bullets, Named, Paragraph, Section
from infoshare_cli.documents.case_record import case_records
from infoshare_cli.documents.case_told import Case, Writing

AT = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
ODD = (
    '# heading <script>alert("x")</script> `code` *b* _i_ [a](b) ![c](d) $x$ #panic("y") @ref '
    "<label> \\ // \" ' & &amp; {{ }} ~~~ ||| ==\n= one\n- two\n+ three\n1. four\n> five\n"
    "```\nsix\n/ seven: eight\n    nine\n---\n"
)
"""What Markdown, HTML or Typst could take for a mark."""
HIDING = "\x1b[2J\x00\x07 \u202elave\u202c \u2066x\u2069 \u200bz \u2028 \ufeff\x85"
"""What could steer, hide or turn around what it stands in."""


def case_of(records: Sequence[Record], seq: int) -> Case:
    """The interview with that number, among these records."""
    lives = Lives.of_heads(each.head for each in records)
    record = records[seq - 1]
    name = record.head.id
    return Case(
        RecordStory(
            record=record,
            about=None,
            beginning=lives.beginning(name),
            continues=lives.link(record.head.of),
            continued_by=lives.continued_by(name),
            life=tuple(records[link.seq - 1] for link in lives.life(name)),
            holds=lives.holds(name),
        ),
        decided_since=lives.decisions_since(name),
    )


def document_of(records: Sequence[Record], *numbers: int, withheld: str = "") -> Book:
    """The case records of the interviews with these numbers, with the days of UTC."""
    writing = Writing(AT, "1.0.0", frozenset(withheld.split()), UTC)
    return case_records([case_of(records, seq) for seq in numbers], writing)


def rows_of(section: Section) -> dict[str, tuple[str, ...]]:
    """Each name in a section with what is said of it; a paragraph or a list has the name ''."""
    rows: dict[str, tuple[str, ...]] = {}
    for block in section.blocks:
        match block:
            case Named(named):
                rows |= dict(named)
            case Paragraph(text, _):
                rows[""] = (text,)
            case Bullets(items):
                rows[""] = tuple(item.text for item in items)
    return rows


def part(document: Book, title: str) -> dict[str, tuple[str, ...]]:
    """What stands under a heading of a document with one case record."""
    (section,) = (each for each in document.sections if each.title == title)
    return rows_of(section)
