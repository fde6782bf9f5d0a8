"""The numbers and times of the newest records, read from the end of the log.

For completion only: nothing is verified, nothing of a case is looked at, and a log of any length
takes the same short time.
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from infoshare_cli.files.private_file import open_regular

_TAIL_BYTES = 1024 * 1024
"""Read from the end; a record of an ordinary case has about 8 KiB."""


def recent_records(path: Path, most: int) -> list[tuple[int, str]]:
    """Number and time, the newest first; none where the log is not there or cannot be read."""
    try:
        lines = _last_lines(path)
    except OSError:
        return []
    return list(dict.fromkeys(_heads(reversed(lines))))[:most]


def _last_lines(path: Path) -> list[bytes]:
    with os.fdopen(open_regular(path, os.O_RDONLY), "rb") as log:
        log.seek(max(0, log.seek(0, os.SEEK_END) - _TAIL_BYTES))
        # A line that this cuts through is no JSON any more, and so is passed over.
        return log.read().split(b"\n")


def _heads(lines: Iterator[bytes]) -> Iterator[tuple[int, str]]:
    for line in lines:
        with suppress(ValueError, KeyError, TypeError, RecursionError):
            head = json.loads(line)["head"]
            if isinstance(head["seq"], int) and isinstance(head["at"], str):
                yield head["seq"], head["at"]
