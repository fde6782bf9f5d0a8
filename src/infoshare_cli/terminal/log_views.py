"""The decision log on a page: the list of its records, and how their days are written."""

from collections.abc import Iterable

from infoshare_cli.core.field_labels import kind_in_words
from infoshare_cli.core.field_text import field_lines
from infoshare_cli.core.lives import Lives
from infoshare_cli.core.record import INTERVIEWS, Head, Record, read_time
from infoshare_cli.terminal.page import Block, Table
from infoshare_cli.terminal.verdict_views import no_records

_HEADER = ("No.", "Recorded", "Case", "Outcome", "Decision", "Area")


def list_page(records: Iterable[Record], log: str) -> tuple[Block, ...]:
    """The list of records, the oldest first."""
    lives, rows = Lives(), list[tuple[str, list[str], list[str]]]()
    for record in records:
        lives.take(record.head)
        rows.append((record.head.id, _cells(record), _notes(record.head, lives)))
    held = lives.held()
    shown = tuple(
        _row(cells, [*notes, *(["held"] if name in held else ())]) for name, cells, notes in rows
    )
    return (Table(_HEADER, shown),) if shown else (no_records(log),)


def local_day(at: str) -> str:
    """A record's day by this computer's clock: 22 Nov 2026."""
    return f"{read_time(at).astimezone():%d %b %Y}"


def local_time(at: str) -> str:
    """A record's time by this computer's clock: 22 Nov 2026 14:29."""
    return f"{local_day(at)} {read_time(at).astimezone():%H:%M}"


def _cells(record: Record) -> list[str]:
    """Number, local time, case, outcome, what it is, area; only a decision has a decision."""
    head = record.head
    case, outcome, decision, area = (
        "; ".join(field_lines(record, name)) for name in ("case_ref", "outcome", "decision", "area")
    )
    what = decision if head.kind == "decision" else kind_in_words(record)
    return [str(head.seq), local_time(head.at), case, outcome, what, area]


def _notes(head: Head, lives: Lives) -> list[str]:
    """Which record it is about, or goes on from, by the number that one types."""
    if head.of is None:
        return []
    link = lives.link(head.of)
    verb = "continues" if head.kind in INTERVIEWS else "about"
    return [f"{verb} {link.seq if link else 'another record'}"]


def _row(cells: list[str], notes: list[str]) -> tuple[str, ...]:
    *before, what, area = cells
    noted = f"{what} ({', '.join(notes)})".strip() if notes else what
    return (*before, noted, area)
