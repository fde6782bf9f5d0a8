"""What this terminal can do, and why questions would come as plain text in it."""

import os
import sys
from dataclasses import dataclass
from typing import TextIO

from infoshare_cli.terminal.choose_prompts import open_drawn, why_plain
from infoshare_cli.terminal.page import is_terminal, open_screen

NARROW = 40
"""Columns; below, hardly a question fits on a line."""


@dataclass(frozen=True)
class Abilities:
    """What was found of the three streams and of what is at their other end."""

    stdin: str
    """'terminal', 'file or pipe' or 'closed'."""
    stdout: str
    stderr: str
    columns: int | None
    """None where no stream is a terminal that tells its size."""
    lines: int | None
    encoding: str | None
    """Of standard error, where questions are shown."""
    colour: bool
    why_plain: str | None
    """Why questions come as plain text; None where they come as lists."""


def abilities(*, plain: bool) -> Abilities:
    """What can be done here.

    Args:
        plain: whether words only were asked for.
    """
    size = _size()
    return Abilities(
        stdin=_kind(sys.stdin),
        stdout=_kind(sys.stdout),
        stderr=_kind(sys.stderr),
        columns=size.columns if size else None,
        lines=size.lines if size else None,
        encoding=sys.stderr.encoding if sys.stderr else None,
        colour=_has_colour(plain=plain),
        why_plain=_why_plain(plain=plain),
    )


def _has_colour(*, plain: bool) -> bool:
    if "NO_COLOR" in os.environ or not _is_terminal(sys.stderr):
        return False
    return not open_screen(sys.stderr, plain=plain).plain


def _why_plain(*, plain: bool) -> str | None:
    if why := why_plain(sys.stdin, sys.stderr, plain=plain):
        return why
    drawn = open_drawn(sys.stdin, open_screen(sys.stderr, plain=False))
    return "lists cannot be shown" if drawn is None else None


def _kind(stream: TextIO | None) -> str:
    # A program started with a closed stream has none at all.
    if stream is None or stream.closed:
        return "closed"
    return "terminal" if _is_terminal(stream) else "file or pipe"


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and is_terminal(stream)


def _size() -> os.terminal_size | None:
    for stream in (sys.stderr, sys.stdout, sys.stdin):
        try:
            size = os.get_terminal_size(stream.fileno())
        except (AttributeError, OSError, ValueError):
            continue
        if size.columns:
            return size
    return None
