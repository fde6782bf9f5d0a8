"""A log of made-up decisions, written as the program writes one."""

from pathlib import Path

from infoshare_cli.core.canonical import Value
from infoshare_cli.core.record import Provenance, decision_fields
from infoshare_cli.files.logbook import append_record
from tests.conftest import CASE, NOON, QUESTIONS, numbered_id

_MADE_BY = Provenance("p", "1.0.0", "sha256:" + "a" * 64, "sha256:" + "b" * 64, "1.0.0")


def record(log: Path, number: int, **fields: Value) -> None:
    """Write one more decision, of noon on the first day; its number makes its id."""
    append_record(
        log,
        kind="decision",
        of=None,
        clock=lambda: NOON,
        provenance=_MADE_BY,
        fields={**dict.fromkeys(decision_fields(QUESTIONS)), **CASE, **fields},
        new_id=lambda: numbered_id(number),
        new_salt=lambda: f"{number:032x}",
    )
