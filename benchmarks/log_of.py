"""A log of any length, made quickly: one decision that `assess` wrote, told again and again."""

import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import cache
from pathlib import Path
from random import Random

from benchmarks.measures import CASE, OURS
from benchmarks.processes import child_environment
from infoshare_cli.core.canonical import Value
from infoshare_cli.core.record import Entry, Place, Record, build_record, read_time
from infoshare_cli.files.logbook import read_records

_HOURS_APART = 2
_LINES_A_WRITE = 64


def make_log(path: Path, records: int) -> None:
    """Write a log with that many decisions; it verifies, and is the same each time but for ids.

    Raises OSError where it cannot be written, or is there already.
    """
    with path.open("xb") as log:
        waiting: list[bytes] = []
        for record in _records(records):
            waiting.append(record.to_line())
            if len(waiting) == _LINES_A_WRITE:
                log.writelines(waiting)
                waiting.clear()
        log.writelines(waiting)


def made_up_entry(number: int = 0) -> Entry:
    """The decision of the made-up case, with the words of the case of that number."""
    return _told_again(_first_record(), number)


def _records(count: int) -> Iterator[Record]:
    first, place = _first_record(), Place()
    random = Random(0)  # noqa: S311 - nothing here is to be kept secret
    for number in range(count):
        record = build_record(
            _told_again(first, number), place, lambda: _new_id(random), lambda: _new_salt(random)
        )
        yield record
        place = place.after(record.hash)


def _told_again(first: Record, number: int) -> Entry:
    fields: Mapping[str, Value] = {name: each.value for name, each in first.body.items()}
    told = {
        "case_ref": f"T-{number}",
        "recipient_name": f"Front door, duty worker {number % 17}",
        "reason": f"{first.text('reason')} Visit {number % 5} made that clear.",
    }
    at = read_time(first.head.at) + timedelta(hours=_HOURS_APART * number)
    return Entry("decision", None, at, first.head.provenance, {**fields, **told})


@cache
def _first_record() -> Record:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        case, log = folder / "case.yaml", folder / "log.jsonl"
        case.write_text(CASE, encoding="utf-8")
        subprocess.run(
            [*OURS, "--log", str(log), "assess", "--answers", str(case), "--no-input"],
            env=child_environment(folder),
            check=True,
            capture_output=True,
        )
        return next(read_records(log))


def _new_id(random: Random) -> str:
    digits = _new_salt(random)
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-8{digits[17:20]}-{digits[20:]}"


def _new_salt(random: Random) -> str:
    return random.randbytes(16).hex()
