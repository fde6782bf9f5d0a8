"""Which decisions a call is about: those that it names, or all that there are."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from infoshare_cli.cli.read_log import stands_in_log
from infoshare_cli.errors import CallError, Fault

if TYPE_CHECKING:
    from infoshare_cli.core.record import Record
    from infoshare_cli.core.replays import NotReplayed


class WantedDecisions:
    """Which records are to be replayed: those asked for, or else every decision."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._ids = ids
        self._missing = dict.fromkeys(ids)

    def takes(self, record: "Record") -> bool:
        """Whether a record is one of them.

        Raises:
            CallError: it was asked for, and is no decision.
        """
        from infoshare_cli.files.logbook import is_called

        named = [wanted for wanted in self._ids if is_called(record, wanted)]
        for wanted in named:
            self._missing.pop(wanted, None)
        is_decision = record.head.kind == "decision"
        if named and not is_decision:
            found = f"record {record.head.seq}, which is of the kind {record.head.kind}"
            raise CallError("Only decisions can be replayed.", (Fault("", found, "a decision"),))
        return is_decision and (bool(named) or not self._ids)

    def not_read(self, records: int) -> "Iterator[NotReplayed]":
        """The records that were asked for and are there, but cannot be read.

        Args:
            records: how many there are.

        Raises:
            CallError: there is no such record.
        """
        from infoshare_cli.core.replays import NotReplayed
        from infoshare_cli.files.logbook import unknown_record

        for wanted in self._missing:
            if not stands_in_log(wanted, records):
                raise unknown_record(wanted)
            yield NotReplayed(int(wanted), None, "record-broken")
