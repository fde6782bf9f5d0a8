"""A real pseudo-terminal of 24 lines for tests: what a program shows on it, and keys to press."""

import os
import re
import sys
from collections.abc import Callable, Sequence

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

import pexpect
import pyte

SECONDS = 30
"""Until a test gives up on words that do not come; nothing waits this long when all is well."""
ENTER, DOWN, UP, SPACE, CTRL_C, CTRL_D = "\r", "\x1b[B", "\x1b[A", " ", "\x03", "\x04"


class _Answering(pyte.HistoryScreen):
    """A screen that tells where its cursor is when it is asked, as real ones do."""

    def __init__(self, columns: int, send: Callable[[str], object]) -> None:
        super().__init__(columns, 24, history=1000)
        self._send = send

    def write_process_input(self, data: str) -> None:
        """Send the screen's own answer to the program."""
        self._send(data)


class Terminal:
    """A program at a terminal of 24 lines; its words are read from the screen.

    An environment variable that is given as '' is taken away. KEEP names a file for what the
    program writes to standard output, which goes to the screen otherwise.
    """

    def __init__(self, columns: int, command: Sequence[str], **environment: str) -> None:
        self.raw = ""
        env = {**os.environ, "TERM": "xterm-256color", **environment}
        self._child = pexpect.spawn(
            "/bin/sh",
            ["-c", 'exec "$@" >"${KEEP:-/dev/tty}"', "sh", *command],
            dimensions=(24, columns),
            env={name: value for name, value in env.items() if value},
            encoding="utf-8",
        )
        self._screen = _Answering(columns, self._child.send)
        self._stream = pyte.Stream(self._screen)

    @property
    def words(self) -> str:
        """All that was shown and not erased, a space for every gap."""
        past = (
            "".join(line[column].data for column in range(self._screen.columns))
            for line in self._screen.history.top
        )
        return " ".join(" ".join([*past, *self._screen.display]).split())

    def sees(self, pattern: str) -> None:
        """Wait until the pattern fits what is on the screen and above it."""
        while not re.search(pattern, self.words):
            self._read(pattern)

    def types(self, keys: str) -> None:
        """Press keys."""
        self._child.send(keys)

    def ends(self) -> int | None:
        """Wait for the program's end; its exit code."""
        while self._child.isalive() or not self._child.flag_eof:
            try:
                self._read("the end")
            except pexpect.EOF:
                break
        self._child.wait()
        return self._child.exitstatus

    def close(self) -> None:
        """End the program if it is still there."""
        self._child.close(force=True)

    def _read(self, awaited: str) -> None:
        try:
            text = self._child.read_nonblocking(4096, timeout=SECONDS)
        except pexpect.TIMEOUT:
            pytest.fail(f"{awaited!r} did not come; the screen says: {self.words}")
        self.raw += text
        self._stream.feed(text)

    @property
    def display(self) -> list[str]:
        """The 24 lines that a person sees now."""
        return [line.rstrip() for line in self._screen.display]
