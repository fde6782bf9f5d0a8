"""`python -m benchmarks.append_one LOG MODEL`: one more record for a log, looked at from outside.

It says what the first record of the log MODEL says.
"""

import secrets
import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path

from infoshare_cli.core.record import Entry
from infoshare_cli.files.logbook import append_record, read_records


def append_one(log: Path, entry: Entry) -> None:
    """Append what is to be written down to a log, as the program does."""
    append_record(
        log,
        kind=entry.kind,
        of=entry.of,
        clock=lambda: entry.at,
        provenance=entry.provenance,
        fields=entry.fields,
        new_id=lambda: str(uuid.uuid4()),
        new_salt=lambda: secrets.token_hex(16),
    )


def _main(log: Path, model: Path) -> None:
    first = next(read_records(model))
    fields = {name: each.value for name, each in first.body.items()}
    append_one(log, Entry(first.head.kind, None, datetime.now(UTC), first.head.provenance, fields))


if __name__ == "__main__":
    _main(Path(sys.argv[1]), Path(sys.argv[2]))
