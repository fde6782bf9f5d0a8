"""Which prompts a person gets: lists where the terminal can draw them, plain lines elsewhere."""

import os
import sys
from dataclasses import replace
from io import StringIO
from typing import TextIO

from infoshare_cli.terminal.falling_back import CANNOT_DRAW, FallingBack
from infoshare_cli.terminal.page import Screen, Text, cannot_draw, is_terminal
from infoshare_cli.terminal.plain_prompts import PlainPrompts
from infoshare_cli.terminal.prompts import Prompts


def open_prompts(*, plain: bool, screen: Screen) -> Prompts:
    """Prompts that read from standard input and show on the screen, the one of standard error.

    They are plain where `why_plain` has a reason; and, with a line that says so, where the
    terminal cannot show the lists.
    """
    # A program started without a standard input has none at all, not even an empty one.
    reader = sys.stdin or StringIO()
    worded = PlainPrompts(reader, replace(screen, plain=True))
    if screen.plain or why_plain(reader, screen.stream, plain=plain):
        return worded

    drawn = open_drawn(reader, screen)
    if drawn is None:
        worded.show((Text(CANNOT_DRAW),))
        return worded
    return FallingBack(drawn, worded)


def why_plain(reader: TextIO | None, shown: TextIO | None, *, plain: bool) -> str | None:
    """Why questions come as plain text, before lists are even tried; None where they are.

    Args:
        reader: where answers come from; None where the program was started without it.
        shown: where questions go.
        plain: whether words only were asked for.
    """
    if plain:
        return "--plain or INFOSHARE_PLAIN asks for that"
    if os.environ.get("ACCESSIBLE"):
        return "ACCESSIBLE is set"
    if not all(stream is not None and is_terminal(stream) for stream in (reader, shown)):
        return "nobody sits at a terminal here"
    if cannot_draw():
        return f"TERM says '{os.environ.get('TERM', '')}', a terminal that shows lines only"
    return None


def open_drawn(reader: TextIO, screen: Screen) -> Prompts | None:
    """Prompts that show lists; None where the terminal cannot show them."""
    try:
        from infoshare_cli.terminal.rich_prompts import open_rich_prompts

        return open_rich_prompts(reader, screen)
    except Exception:  # noqa: BLE001 - whatever keeps the libraries that draw from starting
        return None
