"""The keyboard of a POSIX terminal, read key by key in place of line by line."""

import fcntl
import os
import termios
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from select import select
from typing import Any, TextIO

from infoshare_cli.terminal.edited_line import EditedLine, EditKeys

_LUMP = 65536
"""Bytes to take from the terminal at once."""
_Settings = list[Any]
"""What termios tells of a terminal."""
_INPUT, _LOCAL, _CONTROL = 0, 3, 6
"""Places in it: the input modes, the local modes, the control characters."""


@contextmanager
def open_keyboard(reader: TextIO, pause: float) -> Iterator["Keyboard | None"]:
    """The keyboard, with nothing shown but by it; None where nothing could be shown at all.

    Args:
        pause: seconds without a key after which a line end was Enter.
    """
    terminal = reader.fileno()
    with ExitStack() as stack:
        shows = stack.enter_context(_shows(terminal))
        if shows is None:
            yield None
            return
        before = termios.tcgetattr(terminal)
        # What the person set up comes back, whatever ends this.
        stack.callback(_set, terminal, before)
        _set(terminal, _key_by_key(terminal))
        yield Keyboard(terminal, shows, _encoding(reader), before[_CONTROL], pause)


@dataclass(frozen=True)
class Keyboard:
    """Keys as they come, shown as they are read."""

    terminal: int
    """The descriptor that keys come from."""
    shows: int
    """The descriptor on which they are shown."""
    encoding: str
    control: list[bytes]
    """The terminal's control characters, in the order of termios."""
    pause: float
    """See `open_keyboard`."""

    def read_typed(self) -> str:
        """All up to Enter, with the lines that came in one go before it; '' where there is no more.

        There is no more on Ctrl-D, on an empty line or twice in a row, and when the terminal
        has gone.
        """
        line, end, last = EditedLine(self._edit_keys()), self._key(termios.VEOF), ""
        for key, is_last in self._keys():
            if key == end:
                if not line.text or last == end:
                    return ""
            else:
                self._show(line.press(key))
                if key == "\n" and is_last:
                    return line.text
            last = key
        return ""

    def _keys(self) -> Iterator[tuple[str, bool]]:
        """Each character, and whether no other came at once after it."""
        for text in self._texts():
            for place, key in enumerate(text, start=1):
                yield key, place == len(text) and not (key == "\n" and self._more_comes())

    def _texts(self) -> Iterator[str]:
        """What comes, with LF for Enter and for each end of a pasted line, be it CR, LF or both."""
        decoder, before = getincrementaldecoder(self.encoding)("surrogateescape"), ""
        while lump := self._read():
            text = decoder.decode(lump)
            whole = text.removeprefix("\n") if before == "\r" else text
            yield whole.replace("\r\n", "\n").replace("\r", "\n")
            before = text[-1:]

    def _read(self) -> bytes:
        try:
            return os.read(self.terminal, _LUMP)
        except OSError:
            # The terminal has gone.
            return b""

    def _more_comes(self) -> bool:
        return bool(select([self.terminal], [], [], self.pause)[0])

    def _show(self, text: str) -> None:
        with suppress(OSError):
            os.write(self.shows, text.encode(self.encoding, "surrogateescape"))

    def _edit_keys(self) -> EditKeys:
        erase = {"\b", "\x7f", self._key(termios.VERASE)}
        word, line = self._key(termios.VWERASE), self._key(termios.VKILL)
        return EditKeys(frozenset(erase), frozenset({word}), frozenset({line}))

    def _key(self, place: int) -> str:
        return self.control[place].decode("latin-1")


@contextmanager
def _shows(terminal: int) -> Iterator[int | None]:
    """A descriptor to show keys on: the terminal itself, wherever the program's output goes."""
    if fcntl.fcntl(terminal, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDWR:
        yield terminal
        return
    try:
        opened = os.open(os.ttyname(terminal), os.O_WRONLY | os.O_NOCTTY)
    except OSError:
        yield None
        return
    try:
        yield opened
    finally:
        os.close(opened)


def _key_by_key(terminal: int) -> _Settings:
    """The terminal's own settings, but with no lines, no echo, and no key that stops in between."""
    settings = termios.tcgetattr(terminal)
    settings[_INPUT] &= ~termios.ICRNL
    settings[_LOCAL] &= ~(termios.ICANON | termios.ECHO | termios.IEXTEN)
    off = bytes([os.fpathconf(terminal, "PC_VDISABLE") & 0xFF])
    # To be stopped or killed here would leave the terminal silent.
    for place, value in {
        termios.VSUSP: off,
        termios.VQUIT: off,
        termios.VMIN: 1,
        termios.VTIME: 0,
    }.items():
        settings[_CONTROL][place] = value
    return settings


def _set(terminal: int, settings: _Settings) -> None:
    with suppress(termios.error):
        # Keys that wait stay for whoever reads next.
        termios.tcsetattr(terminal, termios.TCSANOW, settings)


def _encoding(reader: TextIO) -> str:
    """The encoding of what is typed; UTF-8 has all of ASCII, and terminals send it anyway."""
    name = reader.encoding or "utf-8"
    return "utf-8" if name.lower() in {"ascii", "us-ascii", "ansi_x3.4-1968", "646"} else name
