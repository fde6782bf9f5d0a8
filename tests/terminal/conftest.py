"""A terminal with the small asking program on it."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.pseudo_terminal import Terminal

ASKER = Path(__file__).with_name("asker.py")
LIST = "Help(, and ways to leave)? *$"
"""The last row of a list: from here on, keys are read."""
LINE = "Your answer: *$"
"""The plain prompts wait for a line."""

Opened = Callable[..., "Terminal"]


@pytest.fixture
def terminal() -> Iterator[Opened]:
    """Open a terminal that asks; what was opened is closed in the end."""
    from tests.pseudo_terminal import Terminal

    opened: list[Terminal] = []

    def open_terminal(
        columns: int, *arguments: str, lines: int = 24, **environment: str
    ) -> Terminal:
        command = [sys.executable, str(ASKER), *arguments]
        opened.append(Terminal(columns, command, lines, **environment))
        return opened[-1]

    yield open_terminal
    for each in opened:
        each.close()
