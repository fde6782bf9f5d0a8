"""Taking everything off the screen at once, for somebody who must not be seen here."""

import os
import sys
from typing import TextIO

from infoshare_cli.terminal.page import cannot_draw, is_terminal

_ERASE = "\x1b[H\x1b[2J\x1b[3J"
"""ECMA-48 and xterm: the cursor to the top, the display erased, the lines above it erased."""
_LINES = 100
"""Lines of a terminal that does not tell its height."""


def clear_screen(stream: TextIO) -> None:
    """Clear the terminal behind the stream and what can be scrolled back to; else do nothing.

    A terminal that obeys no codes is scrolled until nothing of what was shown is in sight.
    """
    if not is_terminal(stream):
        return
    if cannot_draw() or not _erase(stream):
        stream.write("\n" * _lines(stream))
        stream.flush()


def _lines(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).lines or _LINES
    except (OSError, ValueError):
        return _LINES


if sys.platform == "win32":

    def _erase(stream: TextIO) -> bool:
        # Slow to import, and so not before it is wanted.
        from prompt_toolkit.output import create_output
        from prompt_toolkit.output.vt100 import Vt100_Output
        from prompt_toolkit.output.win32 import NoConsoleScreenBufferError
        from prompt_toolkit.output.windows10 import Windows10_Output

        # A console obeys the codes only while it is told to, or has calls of its own for it.
        try:
            output = create_output(stdout=stream)
        except NoConsoleScreenBufferError:
            return False
        output.erase_screen()
        output.cursor_goto(0, 0)
        if isinstance(output, Vt100_Output | Windows10_Output):
            output.write_raw(_ERASE)
        output.flush()
        return True

else:

    def _erase(stream: TextIO) -> bool:
        stream.write(_ERASE)
        stream.flush()
        return True
