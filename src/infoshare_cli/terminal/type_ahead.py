"""Keys pressed before a question was shown: they must not answer it."""

import sys
from typing import TextIO

from infoshare_cli.terminal.page import is_terminal


def drop_type_ahead(reader: TextIO) -> None:
    """Forget what was typed at a terminal and not read yet; a pipe or a file keeps every line."""
    if is_terminal(reader):
        _drop_pending(reader.fileno())


if sys.platform == "win32":
    import msvcrt

    def _drop_pending(_: int) -> None:
        while msvcrt.kbhit():
            msvcrt.getwch()

else:
    import termios

    def _drop_pending(terminal: int) -> None:
        termios.tcflush(terminal, termios.TCIFLUSH)
