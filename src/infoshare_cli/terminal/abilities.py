"""What this terminal can do, and why questions would come as plain text in it."""

import os
import sys
from dataclasses import dataclass
from typing import TextIO

from infoshare_cli.terminal.page import Screen, cannot_draw, is_terminal, open_screen

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
    if plain:
        return "--plain or INFOSHARE_PLAIN asks for that"
    if os.environ.get("ACCESSIBLE"):
        return "ACCESSIBLE is set"
    if not _is_terminal(sys.stdin) or not _is_terminal(sys.stderr):
        return "nobody sits at a terminal here"
    if cannot_draw():
        return f"TERM says '{os.environ.get('TERM', '')}', a terminal that shows lines only"
    return None if _can_draw(open_screen(sys.stderr, plain=False)) else "lists cannot be shown"


def _can_draw(screen: Screen) -> bool:
    try:
        from infoshare_cli.terminal.rich_prompts import open_rich_prompts

        return open_rich_prompts(sys.stdin, screen) is not None
    except Exception:  # noqa: BLE001 - whatever keeps the libraries that draw from starting
        return False


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
