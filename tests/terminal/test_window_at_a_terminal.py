"""Windows of any size, and of another size than a moment ago."""

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from tests.pseudo_terminal import DOWN, ENTER, SPACE, UP, Terminal
from tests.terminal.conftest import LINE, LIST, Opened

BOTH = pytest.mark.parametrize("plain", [(), ("plain",)], ids=["lists", "plain"])
QUESTION = "Question 1: Is a child in danger now, or in the next few hours?"
WHOLE_LABEL = (
    "No, nobody is in danger now, and nothing that I have seen or heard says that "
    "somebody will be in the next few hours"
)


def widest(seen: Terminal) -> int:
    """The length of the longest line on the screen."""
    return max(map(len, seen.display))


@BOTH
@pytest.mark.parametrize(("columns", "lines"), [(40, 24), (80, 20), (40, 20), (200, 50), (22, 10)])
def test_all_can_be_read_and_answered_in_a_window_of_any_size(
    terminal: Opened, plain: tuple[str, ...], columns: int, lines: int
) -> None:
    """Every word of the answers is shown; a list that would not fit is asked in plain lines."""
    seen = terminal(columns, "one-again+many+required", *plain, lines=lines)
    in_lines = bool(plain) or lines < 20
    seen.sees(f"Your answer was: Not sure.*{LINE if in_lines else LIST}")
    assert WHOLE_LABEL in seen.words
    seen.types(("3" if in_lines else DOWN * 3) + ENTER)
    seen.sees(f"What does the person know.*{LINE if in_lines else LIST}")
    seen.types(("1" if in_lines else SPACE) + ENTER)
    seen.sees(f"Why did you decide this.*{LINE}")
    seen.types("Because." + ENTER)
    assert seen.ends() == 0
    assert "GOT['not-sure',('what',),'Because.']" in "".join(seen.words.split())
    assert columns < 100 or widest(seen) <= 100


@BOTH
@pytest.mark.parametrize(("first", "then"), [(80, 39), (40, 100)])
def test_a_window_made_another_width_between_questions_gets_pages_of_that_width(
    terminal: Opened, plain: tuple[str, ...], first: int, then: int, tmp_path: Path
) -> None:
    """Lines end where the window does now."""
    go = tmp_path / "go"
    seen = terminal(first, "wait+one", *plain, GO=str(go))
    seen.sees("WORKING")
    seen.resizes(then, 40)
    go.touch()
    seen.sees(f"Is a child in danger.*{LINE if plain else LIST}")
    # A line that was laid out for another width would be broken in the middle of a word.
    assert WHOLE_LABEL in seen.words
    assert QUESTION in seen.words
    assert any(QUESTION in line for line in seen.display) == (then == 100)


@BOTH
@pytest.mark.parametrize("sizes", [[(40, 24)], [(120, 50)], [(30, 12), (80, 24)]])
@pytest.mark.parametrize("kind", ["one", "many", "required"])
def test_a_window_made_another_size_under_a_question_can_still_answer_it(
    terminal: Opened, plain: tuple[str, ...], kind: str, sizes: list[tuple[int, int]]
) -> None:
    """What was moved to, ticked or typed before stays."""
    seen = terminal(80, f"{kind}+required", *plain)
    asked = LINE if plain or kind == "required" else LIST
    seen.sees(asked)
    if kind == "required" or plain:
        seen.types({"one": "no", "many": "what", "required": "Half a "}[kind])
        seen.sees("(no|what|Half a) *$")
    else:
        seen.types(DOWN + DOWN if kind == "one" else SPACE + DOWN)
        seen.sees("» No|» ○ They know who")
    for columns, lines in sizes:
        seen.resizes(columns, lines)
    if kind == "required" or plain:
        seen.types({"one": "t sure", "many": ",who", "required": "sentence."}[kind] + ENTER)
    else:
        seen.types((DOWN if kind == "one" else SPACE) + ENTER)
    seen.sees(f"(sure|sentence|who).*Why did you.*{LINE}")
    seen.types("Because." + ENTER)
    assert seen.ends() == 0
    got = {"one": "'not-sure'", "many": "('what', 'who')", "required": "'Half a sentence.'"}[kind]
    shown = "".join(seen.words.split())
    assert f"GOT [{got}, 'Because.']".replace(" ", "") in shown


def test_a_list_that_no_longer_fits_after_help_comes_in_plain_lines(terminal: Opened) -> None:
    """The size is looked at each time that the question comes."""
    seen = terminal(80, "one-again", lines=24)
    seen.sees(LIST)
    seen.types("?")
    seen.sees("Return to the question.*are kept *$")
    seen.resizes(80, 10)
    seen.types(ENTER)
    seen.sees(f"Type one number from 1 to 3.*{LINE}")
    seen.types("1" + ENTER)
    assert seen.ends() == 0
    assert "GOT ['yes']" in seen.words


def test_moving_past_the_edge_of_a_window_made_lower_shows_where_one_is(terminal: Opened) -> None:
    """The row that Enter would take is always in sight."""
    seen = terminal(80, "one-again", lines=24)
    seen.sees(LIST)
    seen.resizes(80, 6)
    seen.types(UP)
    seen.sees("» Help, and ways to leave *$")
    seen.types(DOWN + DOWN)
    seen.sees("» Yes")
    seen.types(ENTER)
    assert seen.ends() == 0
    assert "GOT ['yes']" in seen.words
