"""Keys typed ahead, pasted lines and long texts at a real terminal: nothing is misplaced."""

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from tests.pseudo_terminal import BACKSPACE, CTRL_U, DOWN, ENTER, SPACE, UP, Terminal
from tests.terminal.conftest import LINE, LIST, Opened

BOTH = pytest.mark.parametrize("plain", [(), ("plain",)], ids=["lists", "plain"])
LONG = "She told me this today. " * 2000
"""48,000 characters on one line; a terminal's own lines end at 4095 bytes."""


def pasted(lines: str, *, plain: bool) -> str:
    """What a terminal sends for a paste; it marks one only where it was asked to."""
    keys = lines.replace("\n", ENTER)
    return keys if plain else f"\x1b[200~{keys}\x1b[201~"


def goes_on(seen: Terminal, go: Path, awaited: str) -> None:
    """Let the program end its work between two questions, and ask."""
    go.touch()
    seen.sees(awaited)


@BOTH
@pytest.mark.parametrize("kind", ["one", "many", "required", "optional"])
def test_keys_typed_before_a_question_do_not_answer_it(
    terminal: Opened, plain: tuple[str, ...], kind: str, tmp_path: Path
) -> None:
    """Whatever they are, they are dropped: digits, arrow keys, ticks, words, Enter."""
    go = tmp_path / "go"
    seen = terminal(80, f"wait+{kind}", *plain, GO=str(go))
    seen.sees("WORKING")
    seen.types("1" + ENTER + DOWN + SPACE + ENTER + "stray" + ENTER + "half a line")
    asked = LINE if plain or kind in {"required", "optional"} else LIST
    goes_on(seen, go, asked)
    if asked == LIST:
        seen.types((DOWN if kind == "one" else SPACE) + ENTER)
    else:
        seen.types(("1" if kind in {"one", "many"} else "meant") + ENTER)
    assert seen.ends() == 0
    got = {"one": "'yes'", "many": "('what',)"}.get(kind, "'meant'")
    assert f"GOT ['waited', {got}]" in seen.words


@BOTH
def test_keys_typed_while_something_is_told_do_not_answer(
    terminal: Opened, plain: tuple[str, ...], tmp_path: Path
) -> None:
    """The second question comes after a text; keys in between are dropped as well."""
    go = tmp_path / "go"
    seen = terminal(80, "required+wait+one", *plain, GO=str(go))
    seen.sees(LINE)
    seen.types("because" + ENTER)
    seen.sees("WORKING")
    seen.types(ENTER + "2" + ENTER + DOWN + ENTER)
    goes_on(seen, go, f"Is a child in danger.*{LINE if plain else LIST}")
    seen.types(("3" if plain else UP + UP) + ENTER)
    assert seen.ends() == 0
    assert "GOT ['because', 'waited', 'not-sure']" in seen.words


@BOTH
@pytest.mark.parametrize("end", ["", "\n"], ids=["", "with-line-end"])
def test_all_lines_of_a_pasted_text_are_kept(
    terminal: Opened, plain: tuple[str, ...], end: str
) -> None:
    """They are one answer, and none of them answers what comes next; Enter ends it."""
    seen = terminal(80, "required+one", *plain)
    seen.sees(LINE)
    seen.types(pasted(f"First.\n\n2\nThird \u00e9\u4e2d.{end}", plain=bool(plain)))
    if not plain or not end:
        seen.sees("Third \u00e9.*$")
        seen.types(ENTER)
    seen.sees("Your answer has 4 lines. All of them are kept. Question 1.*")
    seen.sees(LINE if plain else LIST)
    seen.types(("3" if plain else UP + UP) + ENTER)
    assert seen.ends() == 0
    assert "GOT ['First.\\n\\n2\\nThird \u00e9\u4e2d.', 'not-sure']" in seen.words


def test_lines_are_kept_on_a_terminal_that_marks_no_paste(terminal: Opened) -> None:
    """The console of Linux, for one: the keys come all at once, and that is mark enough."""
    seen = terminal(80, "required+one")
    seen.sees(LINE)
    seen.types("First." + ENTER + "Second." + ENTER + "Third." + ENTER)
    seen.sees(f"Your answer has 3 lines. All of them are kept. Question 1.*{LIST}")
    seen.types(DOWN + ENTER)
    assert seen.ends() == 0
    assert "GOT ['First.\\nSecond.\\nThird.', 'yes']" in seen.words


def test_lines_from_windows_are_kept_as_they_are_in_a_list(terminal: Opened) -> None:
    """CR and LF together are one line end."""
    for plain in ((), ("plain",)):
        seen = terminal(80, "required", *plain)
        seen.sees(LINE)
        lines = "First.\r\nSecond.\r\n\r\nLast."
        seen.types(lines if plain else f"\x1b[200~{lines}\x1b[201~")
        seen.sees("Last[.] *$")
        seen.types(ENTER)
        assert seen.ends() == 0
        assert "GOT ['First.\\nSecond.\\n\\nLast.']" in seen.words


@BOTH
@pytest.mark.parametrize("kind", ["one", "many"])
def test_lines_pasted_at_a_choice_answer_nothing(
    terminal: Opened, plain: tuple[str, ...], kind: str
) -> None:
    """Not this question, and not the next; where a line is read, it is said."""
    seen = terminal(80, f"{kind}+required", *plain)
    seen.sees(LINE if plain else LIST)
    seen.types(pasted("1\n2\n1\n", plain=bool(plain)))
    if plain:
        seen.sees(f"3 lines came at once, so nothing is answered.*{LINE}")
        seen.types("1" + ENTER)
    else:
        seen.types((DOWN if kind == "one" else SPACE) + ENTER)
    seen.sees(f"Why did you decide this.*{LINE}")
    seen.types("Because." + ENTER)
    assert seen.ends() == 0
    assert (
        f"GOT [{'(' if kind == 'many' else ''}'{'yes' if kind == 'one' else 'what'}'" in seen.words
    )


@BOTH
def test_a_very_long_text_is_kept_whole(
    terminal: Opened, plain: tuple[str, ...], tmp_path: Path
) -> None:
    """Tens of thousands of characters on one line."""
    kept = tmp_path / "kept"
    seen = terminal(80, "required", *plain, KEEP=str(kept))
    seen.sees(LINE)
    seen.types_slowly(
        LONG + "\u00e9\u4e2d end" if plain else f"\x1b[200~{LONG}\u00e9\u4e2d end\x1b[201~"
    )
    seen.sees("end *$")
    seen.types(ENTER)
    assert seen.ends() == 0
    assert kept.read_text(encoding="utf-8") == f"GOT ['{LONG}\u00e9\u4e2d end']\n"


@BOTH
def test_what_is_typed_can_be_taken_back(terminal: Opened, plain: tuple[str, ...]) -> None:
    """Letters, wide letters, letters with an accent put on them, and the whole line."""
    seen = terminal(80, "required", *plain)
    seen.sees(LINE)
    seen.types("wrong" + CTRL_U + "caf\u00e9\u4e2d" + BACKSPACE + " e\u0301" + BACKSPACE * 2)
    seen.types("" if plain else BACKSPACE)
    seen.types(" au lait" + ENTER)
    assert seen.ends() == 0
    assert "GOT ['caf\u00e9 au lait']" in seen.words


@BOTH
def test_words_in_other_letters_are_taken(terminal: Opened, plain: tuple[str, ...]) -> None:
    """As they are typed."""
    seen = terminal(80, "required", *plain)
    seen.sees(LINE)
    seen.types("Zo\u00eb said \u0141\u00f3d\u017a \u2014 \u0441\u0442\u043e\u043f" + ENTER)
    assert seen.ends() == 0
    assert "GOT ['Zo\u00eb said \u0141\u00f3d\u017a \u2014 \u0441\u0442\u043e\u043f']" in seen.words
