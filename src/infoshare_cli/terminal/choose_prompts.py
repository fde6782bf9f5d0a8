"""Which prompts a person gets: lists where the terminal can draw them, plain lines elsewhere."""

import sys
from dataclasses import replace
from io import StringIO
from typing import TextIO

from infoshare_cli.terminal.falling_back import CANNOT_DRAW, FallingBack
from infoshare_cli.terminal.page import Screen, Text, is_terminal
from infoshare_cli.terminal.plain_prompts import PlainPrompts
from infoshare_cli.terminal.prompts import Prompts


def open_prompts(*, plain: bool, screen: Screen) -> Prompts:
    """Prompts that read from standard input and show on the screen, the one of standard error.

    They are plain where asked for, where the screen is plain, and where standard input is no
    terminal; and, with a line that says so, where the terminal cannot show the lists.
    """
    # A program started without a standard input has none at all, not even an empty one.
    reader = sys.stdin or StringIO()
    worded = PlainPrompts(reader, replace(screen, plain=True))
    if plain or screen.plain or not is_terminal(reader):
        return worded

    drawn = _open_drawn(reader, screen)
    if drawn is None:
        worded.show((Text(CANNOT_DRAW),))
        return worded
    return FallingBack(drawn, worded)


def _open_drawn(reader: TextIO, screen: Screen) -> Prompts | None:
    try:
        from infoshare_cli.terminal.rich_prompts import open_rich_prompts

        return open_rich_prompts(reader, screen)
    except Exception:  # noqa: BLE001 - whatever keeps the libraries that draw from starting
        return None
