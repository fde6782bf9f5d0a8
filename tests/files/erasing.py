"""What tests of erasing share: every way in which words can stand in a file."""

import json
from pathlib import Path

from infoshare_cli.core.record import FIELDS_OF_KIND, Record
from infoshare_cli.files.erase import Redaction
from tests.conftest import MADE_WITH, NOON, numbered_id, numbered_salts


def files_with(words: str, *folders: Path) -> list[str]:
    """The files under these folders in whose bytes or names the words stand, in any writing."""
    spellings = {words, json.dumps(words)[1:-1], json.dumps(words, ensure_ascii=False)[1:-1]}
    wanted = {
        each.encode(encoding)
        for each in spellings
        for encoding in ("utf-8", "utf-16-le", "utf-16-be")
    }
    found = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            content = path.read_bytes() if path.is_file() else b""
            if any(each in content for each in wanted) or words in path.name:
                found.append(path.name)
    return found


def redaction(first_id: int = 900, **fields: str) -> Redaction:
    """A redaction on the ninth day; its records have the ids from this number on."""
    numbers = iter(range(first_id, first_id + 90))
    return Redaction(
        MADE_WITH,
        {**dict.fromkeys(FIELDS_OF_KIND["redaction"]), "reason": "error", **fields},
        clock=lambda: NOON.replace(month=12),
        new_id=lambda: numbered_id(next(numbers)),
        new_salt=numbered_salts().__next__,
    )


def write_log(path: Path, records: list[Record]) -> None:
    """Write a log as it stands."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(record.to_line() for record in records))
