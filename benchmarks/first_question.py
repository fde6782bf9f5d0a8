"""How long a program takes until its question is on a terminal and waits for a key. POSIX only."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping

from benchmarks.pairs import Cost
from benchmarks.processes import Command, await_end

LINES, COLUMNS = 24, 80
PATIENCE = 30.0
"""Seconds until a question that does not come is given up."""
_WHERE_IS_THE_CURSOR, _ON_TOP = b"\x1b[6n", b"\x1b[1;1R"


def run_to_question(command: Command, last_words: str, environment: Mapping[str, str]) -> Cost:
    """What a program took from its start until it has drawn its question, to the last words.

    It runs in a pseudo-terminal of 80 by 24 that answers like a real one, and is ended there.

    Raises:
        TimeoutError: the question did not come.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("4H", LINES, COLUMNS, 0, 0))
    start = time.perf_counter()
    child = subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**environment, "TERM": "xterm-256color"},
        start_new_session=True,
    )
    os.close(theirs)
    try:
        _await_words(ours, last_words.encode())
        seconds = time.perf_counter() - start
    finally:
        child.kill()
        busy = await_end(child)
        os.close(ours)
    return Cost(seconds, busy)


def _await_words(terminal: int, words: bytes) -> None:
    shown = b""
    while words not in shown:
        if not select.select([terminal], [], [], PATIENCE)[0]:
            raise TimeoutError(f"The question did not come. Shown: {shown!r}")
        read = os.read(terminal, 65536)
        if _WHERE_IS_THE_CURSOR in read:
            os.write(terminal, _ON_TOP)
        shown += read
