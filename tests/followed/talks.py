"""Interviews that documents show, played at a real terminal. POSIX only."""

import re
import sys
from collections.abc import Sequence
from datetime import datetime
from io import StringIO
from itertools import pairwise
from pathlib import Path

from tests.followed.reader_terminal import Terminal

CALL = "$ infoshare --plain assess"
"""The line under which a whole interview stands in its page."""
ASKS = "Your answer:"
"""What stands before the cursor, and before an answer that the program says back."""
SECONDS = 20
"""Until the play is given up; each question comes within a fraction of a second."""

_BLOCK = re.compile(
    rf"^```console\n{re.escape(CALL)}\n(?P<shown>.*?)^```$", re.DOTALL | re.MULTILINE
)
_PROMPT = rf"\r\n(?!{ASKS})[^\r\n]*\r\n{ASKS} "
"""The program waits: an answer said back comes straight after the line that was typed."""
_PROGRAM = Path(__file__).with_name("fixed_clock.py")


def shown_in(page: str) -> str:
    """What a page says that the program shows, typed lines among it."""
    found = _BLOCK.search(page)
    assert found, f"The page has no block that begins with {CALL}"
    return found["shown"]


def typed_in(shown: str) -> list[str]:
    """The lines that the person typed."""
    lines = shown.splitlines()
    return [
        line.removeprefix(ASKS).strip()
        for before, line in pairwise(["", *lines])
        if line.startswith(ASKS) and not before.startswith(ASKS)
    ]


def play(
    terminal: Terminal, arguments: Sequence[str], typed: Sequence[str], moment: datetime
) -> str:
    """What a terminal of 80 columns shows while these lines are typed, the typing included."""
    import pexpect

    seen = StringIO()
    child = pexpect.spawn(
        sys.executable,
        [str(_PROGRAM), moment.isoformat(), *arguments],
        cwd=str(terminal.folder),
        env={**terminal.environment(), "TERM": "xterm"},
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=SECONDS,
    )
    child.logfile_read = seen
    for line in typed:
        child.expect(_PROMPT)
        child.sendline(line)
    more = child.expect([pexpect.EOF, _PROMPT])
    assert not more, f"The program asks for more than was typed:\n{seen.getvalue()[-1000:]}"
    child.close()
    return re.sub(r"[ \t]+$", "", seen.getvalue().replace("\r\n", "\n"), flags=re.MULTILINE)
