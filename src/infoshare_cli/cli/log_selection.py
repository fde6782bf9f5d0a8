"""Which records an export is to hold: by number or id, by local day, or both."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from infoshare_cli.core.record import Record, read_time
from infoshare_cli.errors import CallError, Fault
from infoshare_cli.files.logbook import is_called, read_records, unknown_record


@dataclass(frozen=True, slots=True)
class Selection:
    """What a record must be to be exported; nothing said means every record."""

    ids: tuple[str, ...]
    first: date
    last: date
    """Both days count, by this computer's clock."""

    @classmethod
    def of(cls, ids: Sequence[str], since: str | None, until: str | None) -> "Selection":
        """The selection that the options ask for; raises CallError."""
        first = date.min if since is None else _day("--from", since)
        last = date.max if until is None else _day("--to", until)
        if first > last:
            fault = Fault("", f"{since} to {until}", "the earlier day first", path="--from")
            raise CallError("The first day is after the last one.", (fault,))
        return cls(tuple(ids), first, last)

    def check_ids(self, log: Path) -> None:
        """Raises CallError where the log has no record of one of the ids."""
        if not self.ids:
            return
        missing = set(self.ids)
        for record in read_records(log):
            missing -= {wanted for wanted in missing if is_called(record, wanted)}
        for wanted in self.ids:
            if wanted in missing:
                raise unknown_record(wanted)

    def has(self, record: Record) -> bool:
        """Whether the record is one of those selected."""
        if self.ids and not any(is_called(record, wanted) for wanted in self.ids):
            return False
        return self.first <= read_time(record.head.at).astimezone().date() <= self.last


def _day(option: str, text: str) -> date:
    try:
        if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError as error:
        fault = Fault("", repr(text), "a day such as 2026-11-22", path=option)
        raise CallError(f"{option} is not a day.", (fault,)) from error
