"""What `infoshare assurance` wrote, on a page: the files, the gaps, and what is not in place."""

from collections.abc import Sequence
from pathlib import Path

from infoshare_cli.core.assurance.facts import Facts, shortfalls_of
from infoshare_cli.terminal.page import Block, Heading, Items, Rows, Text

_LEFT = (
    "Each gap says who should fill it in. Begin with the index. What the program has written is "
    "not what anybody has agreed to."
)


def assurance_page(
    facts: Facts, folder: Path, written: Sequence[tuple[str, str, int]]
) -> tuple[Block, ...]:
    """The page.

    Args:
        written: for each file its name, its title, and how many gaps it has.
    """
    rows = tuple((name, f"{title}. {_gaps(gaps)}") for name, title, gaps in written)
    total = sum(gaps for _, _, gaps in written)
    return (
        *_wrong(facts),
        Text(f"Written to {folder}:"),
        Rows(rows),
        Text(f"Gaps for people: {total}.", "strong"),
        Text(_LEFT),
        *_short(facts),
    )


def _gaps(count: int) -> str:
    return f"{count} to fill in." if count else "Nothing to fill in."


def _wrong(facts: Facts) -> tuple[Block, ...]:
    return () if facts.proved else (Text(shortfalls_of(facts)[0], "danger"),)


def _short(facts: Facts) -> tuple[Block, ...]:
    found = shortfalls_of(facts)
    if not found:
        return ()
    return (Heading("Not in place"), Items(found))
