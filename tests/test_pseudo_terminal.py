"""The terminal that other tests look at tells what a real one would show."""

import sys
from collections.abc import Callable, Iterator

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from tests.pseudo_terminal import ENTER, Terminal

Shown = Callable[[str], Terminal]
NUMBERS = [str(number) for number in range(1, 51)]


@pytest.fixture
def shown() -> Iterator[Shown]:
    """Runs words of the shell at a terminal of 24 lines; it is closed in the end."""
    opened: list[Terminal] = []

    def run(words: str) -> Terminal:
        opened.append(Terminal(80, ["/bin/sh", "-c", words]))
        return opened[-1]

    yield run
    for each in opened:
        each.close()


def test_what_was_scrolled_away_is_told_and_not_shown(shown: Shown) -> None:
    """A person could scroll back to it; the last line is the empty one of the cursor."""
    seen = shown("seq 50")
    assert seen.ends() == 0
    assert seen.words.split() == NUMBERS
    assert seen.display == [*NUMBERS[-23:], ""]


@pytest.mark.parametrize(("erased", "above"), [("2J", NUMBERS[:27]), ("2J\\033[3J", [])])
def test_erasing_the_screen_leaves_what_is_above_it_unless_that_is_erased_too(
    shown: Shown, erased: str, above: list[str]
) -> None:
    """As a person sees it who scrolls back."""
    seen = shown(rf"seq 50; printf '\033[{erased}\033[Hlast'")
    assert seen.ends() == 0
    assert seen.words.split() == [*above, "last"]


def test_a_terminal_that_begins_anew_tells_nothing_of_before(shown: Shown) -> None:
    """Neither above the screen nor on it."""
    seen = shown(r"seq 50; printf '\033cnew'")
    assert seen.ends() == 0
    assert seen.words == "new"


def test_letters_of_two_columns_and_marks_over_letters_are_told_as_they_are(shown: Shown) -> None:
    """Each once, wherever it stands; blanks between words too."""
    seen = shown("printf '\u65e5\u672c  cafe\u0301\\n\\n%24sx' ''")
    assert seen.ends() == 0
    assert seen.words == "\u65e5\u672c caf\u00e9 x"
    assert seen.display[:3] == ["\u65e5\u672c  caf\u00e9", "", " " * 24 + "x"]


@pytest.mark.parametrize(
    ("words", "in_order"),
    [
        ("", True),
        (r"printf '\033[?25l'", False),
        (r"printf '\033[?25l\033[?25h'", True),
        ("stty -echo", False),
    ],
    ids=["untouched", "cursor hidden", "cursor back", "keys not shown"],
)
def test_a_terminal_is_in_order_as_long_as_keys_and_cursor_can_be_seen(
    shown: Shown, words: str, *, in_order: bool
) -> None:
    """Whatever is typed next would be seen."""
    seen = shown(f"{words or ':'}; echo ready; read line")
    seen.sees("ready")
    assert seen.in_order is in_order
    seen.types(ENTER)
    assert seen.ends() == 0
