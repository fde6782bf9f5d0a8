"""A program that is told to end, or whose terminal goes away, leaves the terminal in order."""

import signal
from types import FrameType
from typing import NoReturn

_NAMES = ("SIGTERM", "SIGHUP")
"""What ends the program from outside; Windows has no SIGHUP."""
_SHELL_BASE = 128
"""What shells add to the number of the signal that ended a program."""


def end_in_order() -> None:
    """From now on such a signal raises SystemExit, with the exit code that shells give for it.

    Whatever holds the terminal, a lock or a file lets go of it on the way out. A signal that the
    caller chose to ignore, as nohup does, stays ignored.
    """
    for name in _NAMES:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def _end(number: int, _: FrameType | None) -> NoReturn:
    # A closed window sends more than one; the way out is taken once.
    signal.signal(number, signal.SIG_IGN)
    raise SystemExit(_SHELL_BASE + number)
