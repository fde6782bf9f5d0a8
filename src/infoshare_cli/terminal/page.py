"""A page to show, as a value, and the screen that it is shown on.

Callers build blocks and hand them to `show_page`; how they look is left to `rich_page`
(a terminal that can draw) and `plain_page` (words only).
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TextIO

from infoshare_cli.core.safe_text import safe_text
from infoshare_cli.terminal.safe_text import carried_text

WIDTH_WITHOUT_TERMINAL = 80
"""Columns of a file or a pipe, and of a terminal that does not tell its size."""
NARROWEST, WIDEST = 20, 100
"""Columns: below, nothing can be laid out; above, lines are too long to read with ease."""

Tone = Literal["normal", "strong", "quiet", "warning", "danger"]
"""Emphasis only: the words must say by themselves what is meant."""


@dataclass(frozen=True)
class Heading:
    """A line that names what follows."""

    text: str


@dataclass(frozen=True)
class Text:
    """A paragraph; a line feed in it begins a new line."""

    text: str
    tone: Tone = "normal"


@dataclass(frozen=True)
class Command:
    """Something to copy and type: on a line of its own, which is never broken."""

    text: str


@dataclass(frozen=True)
class Items:
    """A list of short texts, with dashes or with numbers from 1."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Rows:
    """Names and their values."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """Rows under a header; each row as long as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Panel:
    """Blocks that belong together and should stand out."""

    title: str
    blocks: tuple["Block", ...]
    tone: Tone = "normal"


Block = Heading | Text | Command | Items | Rows | Table | Panel


@dataclass(frozen=True)
class Screen:
    """Where a page is shown."""

    stream: TextIO
    plain: bool
    """Words only: no boxes, no colour, no cursor movement."""
    width: int
    """Columns to lay out for."""

    @property
    def encoding(self) -> str:
        """The encoding of the stream; one that takes text as it is counts as UTF-8."""
        return self.stream.encoding or "utf-8"


def open_screen(stream: TextIO, *, plain: bool) -> Screen:
    """The screen of a stream.

    It is plain where asked for, where the stream is no terminal, where TERM is dumb, and where
    ACCESSIBLE is set, as people do who listen to a screen reader.
    """
    worded = cannot_draw() or bool(os.environ.get("ACCESSIBLE"))
    plain = plain or worded or not is_terminal(stream)
    return Screen(stream, plain=plain, width=_columns(stream))


def cannot_draw() -> bool:
    """Whether the terminal says that it can show no more than lines, or does not say what it is."""
    term = os.environ.get("TERM")
    if os.name == "nt":
        return term == "dumb"
    return term in {None, "", "dumb", "unknown"}


def is_terminal(stream: TextIO) -> bool:
    """Whether a person sits at the other end; a closed stream has nobody."""
    return not stream.closed and stream.isatty()


def measured(screen: Screen) -> Screen:
    """The screen with the width that its terminal has now, as a person may have changed it."""
    return replace(screen, width=_columns(screen.stream)) if is_terminal(screen.stream) else screen


def show_page(page: Sequence[Block], screen: Screen) -> None:
    """Write the page, laid out for the width that there is now, to the screen.

    A text in it can neither steer the screen nor fail on it.
    """
    screen = measured(screen)
    shown = tuple(_cleaned(block, lambda text: clean_text(text, screen)) for block in page)
    if screen.plain:
        from infoshare_cli.terminal.plain_page import write_plain

        write_plain(shown, screen)
    else:
        from infoshare_cli.terminal.rich_page import write_rich

        write_rich(shown, screen)
    screen.stream.flush()


def clean_text(text: str, screen: Screen) -> str:
    """The text with nothing in it that the screen would obey, hide or fail on."""
    return carried_text(safe_text(text), screen.encoding)


def _columns(stream: TextIO) -> int:
    if not is_terminal(stream):
        return WIDTH_WITHOUT_TERMINAL
    try:
        columns = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        columns = 0
    return max(NARROWEST, min(columns or WIDTH_WITHOUT_TERMINAL, WIDEST))


def _cleaned(block: Block, clean: Callable[[str], str]) -> Block:
    match block:
        case Heading(text) | Text(text) | Command(text):
            return replace(block, text=clean(text))
        case Items(items):
            return replace(block, items=tuple(map(clean, items)))
        case Rows(rows):
            return Rows(tuple((clean(name), clean(value)) for name, value in rows))
        case Table(header, rows):
            return Table(tuple(map(clean, header)), tuple(tuple(map(clean, row)) for row in rows))
        case Panel(title, blocks, tone):
            return Panel(clean(title), tuple(_cleaned(each, clean) for each in blocks), tone)
