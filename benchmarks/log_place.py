"""Where logs are made, each once, and kept until all is measured."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from benchmarks.log_of import made_up_entry, make_log
from benchmarks.measures import OURS
from benchmarks.processes import peak_memory
from infoshare_cli.core.record import Entry
from infoshare_cli.files.logbook import read_records


@dataclass
class LogPlace:
    """Logs of any length, in a folder."""

    folder: Path
    environment: Mapping[str, str]
    _held: dict[int, float | None] = field(default_factory=dict)

    @cached_property
    def entry(self) -> Entry:
        """What is appended."""
        return made_up_entry(1)

    def log(self, records: int) -> Path:
        """A log with that many records."""
        path = self.folder / f"{records}.jsonl"
        if not path.exists():
            make_log(path, records)
        return path

    def hashes(self, records: int) -> Path:
        """The hashes of the records of such a log, one a line."""
        path = self.folder / f"{records}.hashes"
        if not path.exists():
            lines = (f"{record.hash}\n" for record in read_records(self.log(records)))
            path.write_text("".join(lines), encoding="ascii")
        return path

    def verify_memory(self, records: int) -> float | None:
        """The most memory, in MiB, that verifying such a log holds, as a whole process."""
        if records not in self._held:
            command = (*OURS, "--log", str(self.log(records)), "log", "verify")
            self._held[records] = peak_memory(command, self.environment)
        return self._held[records]
