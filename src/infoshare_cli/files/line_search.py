"""One record of a log of any length, found without reading the rest.

Numbers rise from line to line, so the line of a number is found by halving the file; what is read
grows with the digits of the count. An id is looked for in the bytes of the file, and only the line
that has it is parsed. Nothing is kept beside the log, and the log is not verified: whoever asks
for a record judges it.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO, FileIO
from pathlib import Path

from infoshare_cli.core.canonical import MAX_BYTES, MAX_DIGITS
from infoshare_cli.core.record import Record
from infoshare_cli.core.record_line import BrokenLine, read_line
from infoshare_cli.errors import BrokenLog
from infoshare_cli.files.log_lines import log_failed
from infoshare_cli.files.logbook import unknown_record
from infoshare_cli.files.private_file import open_regular

_CHUNK_BYTES = 32 * 1024
"""Read at a time on the way to the ends of a line; most lines have about 15 KB."""
_SCAN_BYTES = 1024 * 1024
"""Read at a time when looking for an id."""
_ID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# In a canonical line nothing but hashes stands between the number and the end, and the names
# of a text inside a body have their quotes escaped.
_NUMBER = b'"seq":'
_END = re.compile(rb'"seq":([1-9][0-9]{0,%d}),"tree":[]["0-9a-f,]+,"v":[0-9]+}}' % (MAX_DIGITS - 1))


@contextmanager
def open_search(path: Path) -> Iterator["LineSearch"]:
    """The log as it stands now, to look for records in; what is appended later is not seen.

    No log has no records. Raises LogError where the log cannot be read.
    """
    try:
        with _opened(path) as log:
            yield LineSearch(path, log)
    except OSError as error:
        raise log_failed(path, "read", error) from error


def _opened(path: Path) -> FileIO | BytesIO:
    try:
        return FileIO(open_regular(path, os.O_RDONLY))
    except FileNotFoundError:
        return BytesIO()


class LineSearch:
    """The complete lines of a log, each to be had by the number or the id of its record."""

    def __init__(self, path: Path, log: FileIO | BytesIO) -> None:
        self._path = path
        self._log = log
        self._end = self._after_line_feed(log.seek(0, os.SEEK_END))
        """Where the last complete line ends. What follows was not finished and is no record."""

    def last(self) -> int:
        """The number of the last record; 0 where there is none. Raises BrokenLog."""
        return self._number(self._start(self._end - 1)) if self._end else 0

    def find(self, wanted: str) -> Record:
        """The record that a person means by a number or a whole id; its form alone is checked.

        Raises CallError where there is none, BrokenLog where it cannot be read.
        """
        name = wanted.strip().lower()
        if name.isascii() and name.isdecimal() and len(name) <= MAX_DIGITS:
            if str(int(name)) == name and 1 <= int(name) <= self.last():
                return self.record(int(name))
        elif _ID.fullmatch(name):
            return self._with_id(name)
        raise unknown_record(wanted)

    def record(self, number: int) -> Record:
        """The record of a number that the log has; its form alone is checked.

        Raises BrokenLog where it cannot be read, or does not stand where it should.
        """
        low, high = 0, self._end
        while low < high:
            start = self._start((low + high) // 2)
            found = self._number(start)
            if found == number:
                return self._read(start)
            if found < number:
                low = start + len(self._line(start)) + 1
            else:
                high = start
        raise self.broken(f"record {number} does not stand where it should")

    def broken(self, why: str) -> BrokenLog:
        """The error to raise where the log is not as it was written."""
        return BrokenLog(
            f"The decision log {self._path} is broken: {why}. infoshare log verify says more."
        )

    def _with_id(self, name: str) -> Record:
        for place in self._places(f'"id":"{name}","kind":'.encode()):
            record = self._read(self._start(place))
            # A body, too, can hold something that has an id and a kind.
            if record.head.id == name:
                return record
        raise unknown_record(name)

    def _places(self, wanted: bytes) -> Iterator[int]:
        """Every offset at which those bytes stand, rising."""
        for begin in range(0, self._end, _SCAN_BYTES):
            self._log.seek(begin)
            length = min(_SCAN_BYTES + len(wanted) - 1, self._end - begin)
            chunk = self._log.read(length)
            found = chunk.find(wanted)
            while found >= 0:
                yield begin + found
                found = chunk.find(wanted, found + 1)

    def _read(self, start: int) -> Record:
        try:
            return read_line(self._line(start))
        except BrokenLine as error:
            raise self.broken(f"the line at byte {start}: {error}") from error

    def _number(self, start: int) -> int:
        """What the line that begins there says that its number is; the rest is not looked at."""
        line = self._line(start)
        found = _END.fullmatch(line, max(0, line.rfind(_NUMBER)))
        if not found:
            raise self.broken(f"the line at byte {start} does not end as a record does")
        return int(found[1])

    def _line(self, start: int) -> bytes:
        """The line that begins there, without its line feed."""
        line = b""
        while (length := line.find(b"\n")) < 0:
            self._log.seek(start + len(line))
            more = self._log.read(_CHUNK_BYTES)
            if not more or len(line) > MAX_BYTES:
                raise self.broken(f"the line at byte {start} has no end within 1 MiB")
            line += more
        return line[:length]

    def _start(self, place: int) -> int:
        """Where the line begins that has a byte at that place, its line feed included."""
        start = self._after_line_feed(place, place - MAX_BYTES - 1)
        if start < 0:
            raise self.broken(f"the line before byte {place} is longer than 1 MiB")
        return start

    def _after_line_feed(self, end: int, least: int = 0) -> int:
        """The offset after the last line feed before `end`; 0 where there is none.

        -1 where it is not known, for the bytes before `least` are not looked at.
        """
        while end > max(0, least):
            begin = max(0, end - _CHUNK_BYTES)
            self._log.seek(begin)
            found = self._log.read(end - begin).rfind(b"\n")
            if found >= 0:
                return begin + found + 1
            end = begin
        return -1 if end else 0
