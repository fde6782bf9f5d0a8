"""Records of the log for other programs: as JSON, as JSON Lines, or as a table.

JSON and JSON Lines hold the same objects, one a record. The table (CSV) has a row for each
decision and is made for spreadsheets: no cell of it is taken for a formula. Each is written
record by record, so that a long log needs no more memory than a short one.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO

from infoshare_cli.core.anchor import write_anchor
from infoshare_cli.core.field_text import field_names
from infoshare_cli.core.record import CONCLUSION_FIELDS, KEPT_WORDS, RECORD_FIELDS, Record
from infoshare_cli.core.withholding import Shown

CSV_START = "\ufeff"
"""What a CSV file begins with: without a byte order mark Excel takes UTF-8 for an old encoding."""

_FORMULA = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
"""What a spreadsheet takes for the start of a formula; the wide forms where they are in use."""

_HEAD_COLUMNS = (
    "seq", "id", "kind", "at", "of", "pack_id", "pack_version", "pack_digest", "contacts_digest",
    "engine", "anchor", "erased",
)  # fmt: skip
_FIXED_COLUMNS = (*_HEAD_COLUMNS, *RECORD_FIELDS, *CONCLUSION_FIELDS, KEPT_WORDS)


def record_to_json(record: Record) -> dict[str, object]:
    """One record: what its head says, its anchor, and every field; erased ones are null."""
    head = record.head
    return {
        "seq": head.seq,
        "id": head.id,
        "kind": head.kind,
        "at": head.at,
        "of": head.of,
        "pack": {
            "id": head.provenance.pack_id,
            "version": head.provenance.pack_version,
            "digest": head.provenance.pack_digest,
        },
        "contacts": head.provenance.contacts_digest,
        "engine": head.provenance.engine,
        "hash": record.hash,
        "anchor": write_anchor(head.seq, record.hash),
        "erased": list(record.erased_fields()),
        "fields": {name: record.value(name) for name in field_names(record)},
    }


def exported_to_json(shown: Shown) -> dict[str, object]:
    """The same of a record as it is exported, with the line of the log that proves it.

    Of a withheld field the line has the commitment alone, and so it still verifies.
    """
    record = shown.record
    return {
        **record_to_json(record),
        "erased": list(shown.erased),
        "record": {
            "body": {name: [field.salt, field.value] for name, field in record.body.items()},
            "hash": record.hash,
            "head": record.head.to_value(),
        },
        "withheld": list(shown.withheld),
    }


def as_json(records: Iterable[Shown]) -> Iterator[str]:
    """One JSON array, a record a line; ASCII, whatever the records hold."""
    before = "["
    for shown in records:
        yield f"{before}\n{json.dumps(exported_to_json(shown))}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def as_jsonl(records: Iterable[Shown]) -> Iterator[str]:
    """JSON Lines: the same objects, each in a line; ASCII."""
    for shown in records:
        yield json.dumps(exported_to_json(shown)) + "\n"


def csv_columns(records: Iterable[Record]) -> tuple[str, ...]:
    """The columns of the table of these records: those of every decision, then the answers'."""
    decisions = (record for record in records if record.head.kind == "decision")
    seen = {name for record in decisions for name in record.head.commitments}
    return (*_FIXED_COLUMNS, *sorted(seen - set(_FIXED_COLUMNS)))


def as_csv(records: Iterable[Shown], columns: Sequence[str]) -> Iterator[str]:
    """A table of the decisions: a header, then a row for each; lines end in CR LF (RFC 4180).

    Args:
        columns: what `csv_columns` gave for the same records.
    """
    yield _csv_line(columns)
    for shown in records:
        if shown.record.head.kind == "decision":
            row = _row(shown)
            yield _csv_line(harmless(row.get(column, "")) for column in columns)


def harmless(cell: str) -> str:
    """The cell, with an apostrophe before it where a spreadsheet could run it as a formula."""
    if cell.startswith(("\t", "\r", "\n")) or cell.lstrip()[:1] in _FORMULA:
        return f"'{cell}"
    return cell


def _row(shown: Shown) -> Mapping[str, str]:
    head, names = shown.record.head, field_names(shown.record)
    fields = {name: "\n".join(shown.lines(name)) for name in names}
    of_head = (
        str(head.seq),
        head.id,
        head.kind,
        head.at,
        head.of or "",
        head.provenance.pack_id,
        head.provenance.pack_version,
        head.provenance.pack_digest,
        head.provenance.contacts_digest,
        head.provenance.engine,
        write_anchor(head.seq, shown.record.hash),
        "; ".join(shown.erased),
    )
    # The head's columns come last: no field of a body can take their place.
    return {**fields, **dict(zip(_HEAD_COLUMNS, of_head, strict=True))}


def _csv_line(cells: Iterable[str]) -> str:
    line = StringIO()
    csv.writer(line, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(cells)
    return line.getvalue()
