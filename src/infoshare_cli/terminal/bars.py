"""Counts as a chart of bars, where a terminal can draw it; elsewhere names and numbers alone."""

from collections.abc import Sequence

from infoshare_cli.terminal.page import Rows, Screen

_NARROW = 60
"""Columns below which a bar no longer fits beside its name and its count."""
_LONGEST_NAME, _LONGEST_BAR = 30, 40
"""Columns at most; a longer name goes on in a second line."""
_GAPS = 4
"""Columns between a name, its count and its bar."""
_BLOCK, _ASCII = "\u2588", "#"

Count = tuple[str, int]
"""A name and how many there are of it."""


def bars(counts: Sequence[Count], screen: Screen) -> Rows:
    """Names, counts and bars, the longest bar for the largest count.

    In words only there are no bars: a screen reader would read them out sign by sign.
    """
    if screen.plain or screen.width < _NARROW:
        return Rows(tuple((name, str(count)) for name, count in counts))
    most = max((count for _, count in counts), default=0)
    names = max((len(name) for name, _ in counts), default=0)
    digits, mark = len(str(most)), _mark(screen.encoding)
    room = screen.width - min(names, _LONGEST_NAME) - digits - _GAPS
    longest = min(room, _LONGEST_BAR)
    return Rows(
        tuple(
            (name, f"{count:>{digits}}  {mark * _length(count, most, longest)}".rstrip())
            for name, count in counts
        )
    )


def _length(count: int, most: int, longest: int) -> int:
    """Columns of a bar; what is there at all has one."""
    return max(1, round(count * longest / most)) if count else 0


def _mark(encoding: str) -> str:
    try:
        _BLOCK.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return _ASCII
    return _BLOCK
