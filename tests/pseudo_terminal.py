"""A real pseudo-terminal for tests: what a program shows on it, keys to press, what goes wrong."""

import os
import re
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from time import monotonic, sleep
from typing import Any, cast

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

import termios

import pexpect
import pyte

SECONDS = 30
"""Until a test gives up on words that do not come; nothing waits this long when all is well."""
ENTER, DOWN, UP, SPACE, CTRL_C, CTRL_D = "\r", "\x1b[B", "\x1b[A", " ", "\x03", "\x04"
CTRL_U, BACKSPACE = "\x15", "\x7f"


_START = """\
if [ -n "$NOHUP" ]; then trap '' HUP; fi
exec "$@" >"${KEEP:-/dev/tty}"
"""


class _Screen(pyte.Screen):
    """A screen that tells where its cursor is when it is asked, as real ones do.

    It keeps what was scrolled out of it. pyte has a screen for that too, which can also be
    scrolled back, and looks many times at each letter for it.
    """

    past: list[str]
    """The lines above the screen, as text."""

    def __init__(self, columns: int, lines: int, send: Callable[[str], object]) -> None:
        super().__init__(columns, lines)
        self._send = send

    @property
    def present(self) -> list[str]:
        """The lines on the screen, as text; blanks at the end of one are left out."""
        return [self._text(line) for line in range(self.lines)]

    def write_process_input(self, data: str) -> None:
        """Send the screen's own answer to the program."""
        self._send(data)

    def reset(self) -> None:
        """Begin anew, with nothing above the screen."""
        super().reset()
        self.past = []

    def erase_in_display(self, how: int = 0, *args: Any, **kwargs: Any) -> None:
        """Erase as a terminal does: 3 is what is above the screen too."""
        super().erase_in_display(how, *args, **kwargs)
        if how == 3:
            self.past.clear()

    def index(self) -> None:
        """Go a line down; on the last one, the first goes out of the screen."""
        top, bottom = self.margins or (0, self.lines - 1)
        if self.cursor.y == bottom:
            self.past.append(self._text(top))
        super().index()

    def _text(self, number: int) -> str:
        line = self.buffer[number]
        return "".join([line[column].data for column in range(max(line, default=-1) + 1)])


class Terminal:
    """A program at a terminal; its words are read from the screen.

    An environment variable that is given as '' is taken away. KEEP names a file for what the
    program writes to standard output, which goes to the screen otherwise; with NOHUP it is not
    told when the terminal goes away.
    """

    def __init__(
        self, columns: int, command: Sequence[str], lines: int = 24, **environment: str
    ) -> None:
        self.raw = ""
        env = {**os.environ, "TERM": "xterm-256color", **environment}
        self._child = pexpect.spawn(
            "/bin/sh",
            ["-c", _START, "sh", *command],
            dimensions=(lines, columns),
            env={name: value for name, value in env.items() if value},
            encoding="utf-8",
        )
        # pexpect waits before it sends, for programs that ask for passwords.
        self._child.delaybeforesend = None
        self._screen = _Screen(columns, lines, self._child.send)
        self._stream = pyte.Stream(self._screen)

    @property
    def words(self) -> str:
        """All that was shown and not erased, a space for every gap."""
        return " ".join(" ".join([*self._screen.past, *self._screen.present]).split())

    def sees(self, pattern: str) -> None:
        """Wait until the pattern fits what is on the screen and above it."""
        while not re.search(pattern, self.words):
            try:
                self._read(pattern)
            except pexpect.EOF:
                pytest.fail(f"{pattern!r} did not come before the end: {self.words[-3000:]}")

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

    def types_slowly(self, keys: str) -> None:
        """Press many keys, and take in what is shown for them, so that neither side waits."""
        for start in range(0, len(keys), 500):
            self._child.send(keys[start : start + 500])
            self._read_what_is_there()

    def resizes(self, columns: int, lines: int) -> None:
        """Make the window another size; the program is told as a real terminal tells it."""
        self._read_what_is_there()
        self._child.setwinsize(lines, columns)
        self._screen.resize(lines, columns)

    def is_sent(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self._child.kill(number)

    def hangs_up(self) -> int | None:
        """Take the terminal away, as a closed window does; the program's exit code."""
        cast(Any, self._child).ptyproc.fileobj.close()
        until = monotonic() + SECONDS
        while self._child.isalive():
            assert monotonic() < until, "The program did not end."
            sleep(0.01)
        return self._child.exitstatus

    @property
    def in_order(self) -> bool:
        """Whether what is typed next is shown and taken in lines, and the cursor can be seen."""
        modes = termios.tcgetattr(self._child.child_fd)[3]
        wanted = termios.ECHO | termios.ICANON | termios.ISIG
        return modes & wanted == wanted and pyte.modes.DECTCEM in self._screen.mode

    def close(self) -> None:
        """End the program if it is still there."""
        if self._child.isalive():
            self._child.kill(signal.SIGKILL)
            self._child.wait()
        # pexpect sleeps for a program that may have heard that its terminal has gone.
        cast(Any, self._child).ptyproc.delayafterclose = 0
        self._child.close()

    def _read_what_is_there(self) -> None:
        with suppress(pexpect.TIMEOUT, pexpect.EOF):
            while True:
                self._take(self._child.read_nonblocking(4096, timeout=0))

    def _read(self, awaited: str) -> None:
        try:
            text = self._child.read_nonblocking(4096, timeout=SECONDS)
        except pexpect.TIMEOUT:
            pytest.fail(f"{awaited!r} did not come; the screen says: {self.words}")
        self._take(text)

    def _take(self, text: str) -> None:
        self.raw += text
        self._stream.feed(text)

    @property
    def display(self) -> list[str]:
        """The lines that a person sees now."""
        return [line.rstrip() for line in self._screen.display]
