"""Both kinds of prompts at a real terminal: what a person sees, types and gets."""

import os
import re
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from tests.pseudo_terminal import CTRL_C, CTRL_D, DOWN, ENTER, SPACE, UP
from tests.terminal.conftest import LINE, LIST, Opened

COLOUR = re.compile(r"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7])(?:;[0-9;]*)?m")
STEERING = re.compile(r"\x1b")

WIDTHS = pytest.mark.parametrize("columns", [80, 40])


@WIDTHS
def test_lists_from_the_first_question_to_the_last(terminal: Opened, columns: int) -> None:
    """Bare Enter, help, a clash, ticks and texts, in one sitting."""
    seen = terminal(columns, "one+many+required+optional")
    seen.sees(f"Question 1: Is a child in danger.*Guide, page 2.*{LIST}")
    seen.types(ENTER)
    seen.sees(f"Nothing is chosen yet.*{LIST}")
    seen.types(UP + ENTER)
    seen.sees("Return to the question.*Why am I asked this[?] *$")
    seen.types(DOWN + ENTER)
    seen.sees(f"could be badly hurt.*Is a child in danger now.*{LIST}")
    seen.types(DOWN + DOWN + ENTER)
    seen.sees(f"Your answer: No, nobody is in danger.*What does the person know.*{LIST}")
    seen.types(ENTER)
    seen.sees(f"Nothing is ticked yet.*{LIST}")
    seen.types(SPACE + DOWN + DOWN + SPACE + ENTER)
    seen.sees(f"Those answers cannot stand together.*{LIST}")
    seen.types(DOWN + DOWN + SPACE + ENTER)
    seen.sees(f"Your answer: They know how much would be shared.*Why did you.*{LINE}")
    seen.types(ENTER)
    seen.sees(f"Nothing was written.*{LINE}")
    seen.types("?" + ENTER)
    seen.sees(f"One sentence is enough.*{LINE}")
    seen.types("Because." + ENTER)
    seen.sees(f"leave it out.*{LINE}")
    seen.types(ENTER)
    assert seen.ends() == 0
    assert "Left out." in seen.words
    assert "GOT ['no', ('what',), 'Because.', '']" in seen.words


@WIDTHS
def test_plain_lines_from_the_first_question_to_the_last(terminal: Opened, columns: int) -> None:
    """The same questions and the same answers, in words only."""
    seen = terminal(columns, "one+many+required+optional", "plain")
    seen.sees(f"1. Yes Call 999.*3. Not sure Type one number from 1 to 3.*{LINE}")
    seen.types(ENTER)
    seen.sees(f"Nothing was typed, so nothing is answered.*{LINE}")
    seen.types("?" + ENTER)
    seen.sees(f"could be badly hurt.*{LINE}")
    seen.types("no, nobody" + ENTER)
    seen.sees(f"Your answer: No, nobody is in danger.*What does the person know.*{LINE}")
    seen.types("1 3" + ENTER)
    seen.sees(f"Those answers cannot stand together.*{LINE}")
    seen.types("2,1" + ENTER)
    seen.sees(f"Your answers: - They know how much.*- They know who will see it.*{LINE}")
    seen.types(ENTER)
    seen.sees(f"Nothing was written.*{LINE}")
    seen.types("Because." + ENTER)
    seen.sees(f"leave it out.*{LINE}")
    seen.types(ENTER)
    assert seen.ends() == 0
    assert "GOT ['no', ('what', 'who'), 'Because.', '']" in seen.words
    assert not STEERING.search(seen.raw)


@WIDTHS
def test_every_word_of_a_long_answer_can_be_read_in_a_list(terminal: Opened, columns: int) -> None:
    """No label is cut off at the edge."""
    seen = terminal(columns, "one")
    seen.sees("nothing that I have seen or heard says that somebody will be in the next few hours")
    seen.sees("Call 999 before anything else.")


@pytest.mark.parametrize("kind", ["one", "many", "optional", "required"])
@pytest.mark.parametrize("plain", [(), ("plain",)], ids=["lists", "plain"])
@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["Ctrl-C", "Ctrl-D"])
def test_ctrl_c_and_ctrl_d_stop(
    terminal: Opened, kind: str, plain: tuple[str, ...], key: str
) -> None:
    """At each kind of question, with exit code 130 and no traceback."""
    seen = terminal(80, kind, *plain)
    seen.sees(LINE if plain or kind in {"optional", "required"} else LIST)
    seen.types(key)
    assert seen.ends() == 130
    assert seen.in_order
    assert "RAISED Interrupted: You stopped before this question was answered." in seen.words
    assert "Traceback" not in seen.words


def test_ctrl_d_after_words_is_not_an_answer(terminal: Opened) -> None:
    """A line that was broken off at a plain terminal is not taken for a text."""
    seen = terminal(80, "required", "plain")
    seen.sees(LINE)
    seen.types("half a sen" + CTRL_D + CTRL_D)
    assert seen.ends() == 130


def test_one_ctrl_d_after_words_does_not_lose_them(terminal: Opened) -> None:
    """A slip of the hand: nothing happens."""
    seen = terminal(80, "required", "plain")
    seen.sees(LINE)
    seen.types("half a sen" + CTRL_D + "tence" + ENTER)
    assert seen.ends() == 0
    assert "GOT ['half a sentence']" in seen.words


@pytest.mark.parametrize("plain", ["", "plain"], ids=["lists", "plain"])
def test_questions_never_reach_standard_output(
    terminal: Opened, plain: str, tmp_path: Path
) -> None:
    """A result can be kept in a file while its questions are answered at the terminal."""
    kept = tmp_path / "result.txt"
    seen = terminal(80, "one+optional", *filter(None, [plain]), KEEP=str(kept))
    seen.sees(LINE if plain else LIST)
    seen.types(("1" if plain else DOWN) + ENTER)
    seen.sees(f"Why did you.*{LINE}")
    seen.types(ENTER)
    assert seen.ends() == 0
    assert kept.read_text(encoding="utf-8") == "GOT ['yes', '']\n"


def test_no_color_is_honoured(terminal: Opened) -> None:
    """No colour in a page, a list or a line, where the person wants none."""
    seen = terminal(80, "one+required", NO_COLOR="1")
    seen.sees(LIST)
    seen.types(ENTER)
    seen.sees(f"Nothing is chosen yet.*{LIST}")
    seen.types(DOWN + ENTER)
    seen.sees(LINE)
    seen.types("Because." + ENTER)
    assert seen.ends() == 0
    assert not COLOUR.search(seen.raw)


def test_colour_is_there_where_nobody_refuses_it(terminal: Opened) -> None:
    """Or else the test above would see nothing."""
    seen = terminal(80, "one", NO_COLOR="")
    seen.sees(LIST)
    seen.types(ENTER)
    seen.sees(f"Nothing is chosen yet.*{LIST}")
    assert COLOUR.search(seen.raw)


@pytest.mark.parametrize(
    "environment", [{"TERM": "dumb"}, {"ACCESSIBLE": "1"}], ids=["TERM", "ACC"]
)
def test_a_terminal_that_cannot_or_should_not_draw_gets_plain_lines(
    terminal: Opened, environment: dict[str, str]
) -> None:
    """Without being asked to."""
    seen = terminal(80, "one", **environment)
    seen.sees(LINE)
    seen.types("3" + ENTER)
    assert seen.ends() == 0
    assert "GOT ['not-sure']" in seen.words
    assert not STEERING.search(seen.raw)


@pytest.mark.parametrize(
    "environment",
    [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}, {"PYTHONUTF8": "0"}],
    ids=["C", "ASCII", "UTF8"],
)
@pytest.mark.parametrize("plain", [(), ("plain",)], ids=["lists", "plain"])
def test_a_bare_locale_takes_every_letter(
    terminal: Opened, plain: tuple[str, ...], environment: dict[str, str]
) -> None:
    """What cannot be shown there is shown in other signs; what was typed is kept."""
    seen = terminal(80, "required+one", *plain, **environment)
    seen.sees(LINE)
    seen.types("Zo\u00eb went" + ENTER)
    asked = rf"Is a child in danger.*({LINE}|{LIST})"
    seen.sees(asked)
    seen.types("3" + ENTER if seen.words.endswith("Your answer:") else UP + UP + ENTER)
    assert seen.ends() == 0
    assert re.search(r"GOT \['Zo(\u00eb|\\xeb) went', 'not-sure'\]", seen.words)
    assert "Traceback" not in seen.raw


def test_libraries_that_do_not_start_leave_plain_lines(terminal: Opened, tmp_path: Path) -> None:
    """It is said in one line, and nothing of the failure is shown."""
    (tmp_path / "questionary.py").write_text("raise OSError('no console')\n", encoding="utf-8")
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    seen = terminal(80, "one", PYTHONPATH=path)
    seen.sees(f"the questions come as plain text[.].*{LINE}")
    seen.types("1" + ENTER)
    assert seen.ends() == 0
    assert "GOT ['yes']" in seen.words
    assert "console" not in seen.words


def test_a_terminal_without_the_glyphs_gets_plain_lines_and_is_told(terminal: Opened) -> None:
    """A list whose ticks cannot be told apart is no use."""
    seen = terminal(80, "many", PYTHONIOENCODING="cp1252")
    seen.sees(f"the questions come as plain text.*{LINE}")
    seen.types("1" + ENTER)
    assert seen.ends() == 0
    assert "GOT [('what',)]" in seen.words


@pytest.mark.parametrize(("kind", "awaited"), [("one", LIST), ("many", LIST), ("required", LINE)])
def test_pasted_colour_codes_are_no_mouse(terminal: Opened, kind: str, awaited: str) -> None:
    """What looks like a click of a mouse is left out, and the question stands."""
    seen = terminal(80, kind)
    seen.sees(awaited)
    seen.types("\x1b[31m")
    seen.types("Because." if kind == "required" else DOWN + (SPACE if kind == "many" else ""))
    seen.types(ENTER)
    assert seen.ends() == 0
    assert "GOT" in seen.words
    assert "exception" not in seen.words.lower()
