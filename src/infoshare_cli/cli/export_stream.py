"""Exports for other programs: written as the log is read, so that its length does not matter."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from infoshare_cli.cli.log_selection import Selection
from infoshare_cli.cli.setup import Setup
from infoshare_cli.core.record import Record
from infoshare_cli.core.record_line import BrokenLine, read_line
from infoshare_cli.core.withholding import Shown, withhold
from infoshare_cli.documents.log_export import CSV_START, as_csv, as_json, as_jsonl, csv_columns
from infoshare_cli.files.log_lines import read_lines

if TYPE_CHECKING:
    from infoshare_cli.core.verify import Verification

_KIB = 1024
_STEP_BYTES = 64 * _KIB
"""How much is read before the bar is moved: drawing it should cost nothing."""

Told = Callable[[int], None]
"""Told how many bytes of the log were read."""


def exported_parts(
    setup: Setup,
    selection: Selection,
    form: str,
    verification: "Verification",
    told: Told,
) -> Iterator[bytes]:
    """The parts of a 'json', 'jsonl' or 'csv' export; the log is verified on the way."""
    lines = partial(_told_lines, setup.log, told)
    if form == "csv":
        yield from _table(lines, selection, verification)
        return
    write = {"json": as_json, "jsonl": as_jsonl}[form]
    records = (record for line in lines() if (record := verification.take(line)))
    for part in write(_shown(records, selection)):
        yield part.encode()


@contextmanager
def reading_bar(setup: Setup, readings: int, *, alone: bool) -> Iterator[Told]:
    """A bar on a terminal's stderr that follows the bytes of the log, in KiB; nowhere else.

    Args:
        readings: how often the log is read.
        alone: nothing else is written to the terminal meanwhile; or else there is no bar.
    """
    from infoshare_cli.terminal.progress import show_progress

    whole = readings * (setup.log.stat().st_size if setup.log.exists() else 0)
    read, shown = 0, 0
    screen = setup.stderr() if alone else replace(setup.stderr(), plain=True)
    with show_progress("Reading the log (KiB)", screen) as progress:

        def told(size: int) -> None:
            nonlocal read, shown
            read += size
            if read - shown >= _STEP_BYTES:
                shown = read
                progress(read // _KIB, max(0, whole - read) // _KIB)

        yield told


def _table(
    lines: Callable[[], Iterator[bytes]],
    selection: Selection,
    verification: "Verification",
) -> Iterator[bytes]:
    """The table; the log is read twice, as the columns must be known before the first row.

    The second reading verifies. What was appended between the two is verified and has no row.
    """
    counted = count()
    first = (record for line in lines() if (record := _readable(line, counted)))
    columns = csv_columns(selection.chosen(first))
    known = next(counted)
    second = _verified(lines(), known, verification)
    yield CSV_START.encode()
    for part in as_csv(_shown(second, selection), columns):
        yield part.encode()


def _verified(lines: Iterable[bytes], known: int, verification: "Verification") -> Iterator[Record]:
    """The records in the lines that are known; those after them are verified all the same."""
    for number, line in enumerate(lines):
        record = verification.take(line)
        if record and number < known:
            yield record


def _readable(line: bytes, counted: "count[int]") -> Record | None:
    next(counted)
    try:
        return read_line(line[:-1]) if line.endswith(b"\n") else None
    except BrokenLine:
        return None


def _shown(records: Iterable[Record], selection: Selection) -> Iterator[Shown]:
    return (withhold(record, selection.withheld) for record in selection.chosen(records))


def _told_lines(log: Path, told: Told) -> Iterator[bytes]:
    for line in read_lines(log):
        told(len(line))
        yield line
