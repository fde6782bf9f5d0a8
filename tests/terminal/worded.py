"""A page as a screen reader gets it."""

from collections.abc import Sequence
from io import StringIO

from infoshare_cli.terminal.page import Block, Screen, show_page


def in_words(page: Sequence[Block], width: int = 5000) -> str:
    """The page in words only; on lines of any length where no width is given."""
    stream = StringIO()
    show_page(page, Screen(stream, plain=True, width=width))
    return stream.getvalue()
