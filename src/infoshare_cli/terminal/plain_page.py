"""A page in words only, as a screen reader, a pipe or a bare terminal wants it."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

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
)

_INDENT = "  "


def write_plain(page: Sequence[Block], screen: Screen) -> None:
    """Write a cleaned page, line by line."""
    for line in plain_lines(page, screen.width):
        screen.stream.write(line + "\n")


def plain_lines(page: Sequence[Block], width: int) -> Iterator[str]:
    """The lines of a page, wrapped to the width; an empty line between blocks."""
    before: Block | None = None
    for block in page:
        if before is not None and not isinstance(before, Heading):
            yield ""
        yield from _lines(block, width)
        before = block


def row_lines(table: Table) -> tuple[str, ...]:
    """Each row of a table as one sentence of names and values; empty cells are left out."""
    return tuple(
        "; ".join(
            f"{name}: {cell}" if name else cell
            for name, cell in zip(table.header, row, strict=True)
            if cell
        )
        for row in table.rows
    )


def _lines(block: Block, width: int) -> Iterator[str]:
    match block:
        case Heading(text) | Text(text):
            yield from _wrapped(text, width)
        case Command(text):
            yield text
        case Items(items, numbered):
            for number, item in enumerate(items, start=1):
                yield from _hanging(f"{number}. " if numbered else "- ", item, width)
        case Rows() | Table():
            for row in _row_lines(block):
                yield from _hanging("", row, width)
        case Panel(title, blocks):
            yield from _wrapped(title, width)
            for line in plain_lines(blocks, width - len(_INDENT)):
                yield f"{_INDENT}{line}".rstrip()


def _row_lines(block: Rows | Table) -> tuple[str, ...]:
    if isinstance(block, Table):
        return row_lines(block)
    return tuple(f"{name}: {value}" for name, value in block.rows)


def _hanging(mark: str, text: str, width: int) -> Iterator[str]:
    # Later lines stand in from the first, so that no line feed in a value can pass for a new row.
    rest = " " * len(mark) or _INDENT
    for number, line in enumerate(_wrapped(text, width - len(rest))):
        yield (f"{rest}{line}" if number else f"{mark}{line}").rstrip()


def _wrapped(text: str, width: int) -> Iterator[str]:
    # Addresses, telephone numbers with hyphens and codes stay whole: they are there to be copied.
    for line in text.split("\n"):
        yield from wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""]
