"""Which records an export is to hold, by number, day or what they are about; and what of them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from infoshare_cli.core.record import INTERVIEWS, Record, read_time
from infoshare_cli.errors import CallError, Fault
from infoshare_cli.files.logbook import is_called, read_records, unknown_record


@dataclass(frozen=True, slots=True)
class Selection:
    """What a record must be to be exported; nothing said means every record."""

    ids: tuple[str, ...]
    first: date
    last: date
    """Both days count, by this computer's clock."""
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Field of an interview -> the values of which it must have one; case-folded."""
    withheld: frozenset[str] = frozenset()
    """The fields that are left out."""

    @classmethod
    def of(
        cls,
        ids: Sequence[str],
        since: str | None,
        until: str | None,
        words: Mapping[str, Iterable[str]],
        withheld: frozenset[str],
    ) -> "Selection":
        """The selection that the options ask for; raises CallError."""
        first = date.min if since is None else _day("--from", since)
        last = date.max if until is None else _day("--to", until)
        if first > last:
            fault = Fault("", f"{since} to {until}", "the earlier day first", path="--from")
            raise CallError("The first day is after the last one.", (fault,))
        looked_for = {name: frozenset(map(_folded, each)) for name, each in words.items() if each}
        return cls(tuple(ids), first, last, looked_for, withheld)

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

    def chosen(self, records: Iterable[Record]) -> Iterator[Record]:
        """Those of a log's records, in order, that are selected.

        A record that is about an interview has the area, the outcome, the decision and the case
        of that interview.
        """
        fitting: set[str] = set()
        for record in records:
            if self._is_about_one(record, fitting) and self.is_named(record) and self.is_in(record):
                yield record

    def is_named(self, record: Record) -> bool:
        """Whether the record is one of the ids, or there are none."""
        return not self.ids or any(is_called(record, wanted) for wanted in self.ids)

    def is_in(self, record: Record) -> bool:
        """Whether the record was written on one of the days."""
        # Telling the local day takes longer than all else here.
        if (self.first, self.last) == (date.min, date.max):
            return True
        return self.first <= read_time(record.head.at).astimezone().date() <= self.last

    def has_words(self, interview: Record) -> bool:
        """Whether an interview has the words that are looked for; an erased one fits none."""
        return all(_folded(interview.text(name)) in fitting for name, fitting in self.words.items())

    def _is_about_one(self, record: Record, fitting: set[str]) -> bool:
        """Whether the interview of the record fits, which is noted for the records about it."""
        if not self.words:
            return True
        head = record.head
        fits = self.has_words(record) if head.kind in INTERVIEWS else head.of in fitting
        if fits:
            fitting.add(head.id)
        return fits


def _folded(text: str) -> str:
    return text.strip().casefold()


def _day(option: str, text: str) -> date:
    try:
        if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError as error:
        fault = Fault("", repr(text), "a day such as 2026-11-22", path=option)
        raise CallError(f"{option} is not a day.", (fault,)) from error
