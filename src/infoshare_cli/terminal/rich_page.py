"""A page drawn for a terminal, with rich: colour, boxes and columns.

rich is slow to import, so this module is imported only when a page is to be drawn.
Every text is handed to rich as `rich.text.Text`, which is never read as markup.
"""

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.panel import Panel as RichPanel
from rich.table import Table as RichTable
from rich.text import Text as RichText

from infoshare_cli.terminal.page import (
    Block,
    Command,
    Heading,
    Items,
    Panel,
    Rows,
    Screen,
    Table,
    Text,
    Tone,
)
from infoshare_cli.terminal.plain_page import row_lines

NARROW = 60
"""Columns below which names and values, and the cells of a table, no longer fit side by side."""

_STYLES: dict[Tone, str] = {
    "normal": "",
    "strong": "bold",
    "quiet": "dim",
    "warning": "bold yellow",
    "danger": "bold red",
}


def write_rich(page: Sequence[Block], screen: Screen) -> None:
    """Draw a cleaned page; rich itself leaves colour out for NO_COLOR."""
    console = Console(
        file=screen.stream, width=screen.width, markup=False, emoji=False, highlight=False
    )
    for drawn in _drawn_page(page, screen.width):
        console.print(drawn, soft_wrap=isinstance(drawn, RichText) and bool(drawn.no_wrap))


def _drawn_page(page: Sequence[Block], width: int) -> Iterator[RenderableType]:
    before: Block | None = None
    for block in page:
        if before is not None and not isinstance(before, Heading):
            yield ""
        yield _drawn(block, width)
        before = block


def _drawn(block: Block, width: int) -> RenderableType:
    match block:
        case Heading(text) | Command(text):
            whole = isinstance(block, Command)
            return RichText(text, "" if whole else "bold", overflow="fold", no_wrap=whole)
        case Text(text, tone):
            return _words(text, _STYLES[tone])
        case Items(items, numbered):
            marks = (f"{number}." if numbered else "-" for number in range(1, len(items) + 1))
            return _columns(tuple(zip(marks, items, strict=True)))
        case Rows(rows):
            return _columns(rows, "bold") if width >= NARROW else _stacked(rows)
        case Table():
            return _table(block) if width >= NARROW else _columns(_marked(row_lines(block)))
        case Panel():
            return _panel(block, width)


def _words(text: str, style: str = "") -> RenderableType:
    return RichText(text, style=style, overflow="fold")


def _columns(rows: Sequence[tuple[str, str]], style: str = "") -> RenderableType:
    grid = RichTable.grid(padding=(0, 2 if style else 1, 0, 0))
    grid.add_column(max_width=NARROW // 2)
    grid.add_column(ratio=1)
    for name, value in rows:
        grid.add_row(_words(name, style), _words(value))
    return grid


def _stacked(rows: Sequence[tuple[str, str]]) -> RenderableType:
    return _columns(_marked([f"{name}: {value}" for name, value in rows]))


def _marked(lines: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple(("-", line) for line in lines)


def _table(table: Table) -> RenderableType:
    drawn = RichTable(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for name in table.header:
        drawn.add_column(_words(name), overflow="fold")
    for row in table.rows:
        drawn.add_row(*map(_words, row))
    return drawn


def _panel(panel: Panel, width: int) -> RenderableType:
    # The title stands inside: in the frame, rich would cut a long one off.
    style = _STYLES[panel.tone]
    blocks = (Text(panel.title, panel.tone if style else "strong"), *panel.blocks)
    return RichPanel(Group(*_drawn_page(blocks, width - 4)), border_style=style, padding=(0, 1))
