"""What a person types at a plain prompt: all that comes in one go, however long it is.

Lines that are pasted come faster than anybody types. They belong together: the later ones are
neither lost nor taken for answers to what is asked next.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from infoshare_cli.terminal.page import is_terminal

PAUSE = 0.1
"""Seconds without a key after which a line end was Enter, and not one of several pasted lines."""

ReadTyped = Callable[[], str]
"""Reads one answer with its line ends; what lacks one at the end was broken off."""


@contextmanager
def typing_at(reader: TextIO) -> Iterator[ReadTyped]:
    """While it lasts, keys show at the terminal as they are read, and only then.

    A pipe or a file is read line by line.
    """
    if is_terminal(reader):
        with _typing_at_terminal(reader) as read_typed:
            yield read_typed
    else:
        yield reader.readline


if sys.platform == "win32":
    import msvcrt
    from time import monotonic, sleep

    @contextmanager
    def _typing_at_terminal(reader: TextIO) -> Iterator[ReadTyped]:
        def read_typed() -> str:
            typed = line = reader.readline()
            while line.endswith("\n") and _more_comes():
                line = reader.readline()
                typed += line
            return typed

        yield read_typed

    def _more_comes() -> bool:
        end = monotonic() + PAUSE
        while not msvcrt.kbhit():
            if monotonic() > end:
                return False
            sleep(PAUSE / 10)
        return True

else:
    from infoshare_cli.terminal.keyboard import open_keyboard

    @contextmanager
    def _typing_at_terminal(reader: TextIO) -> Iterator[ReadTyped]:
        with open_keyboard(reader, PAUSE) as keyboard:
            yield keyboard.read_typed if keyboard else reader.readline
