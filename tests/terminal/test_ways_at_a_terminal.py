"""Ways out of a question, and what can be told about it, at a real terminal."""

import re
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from tests.pseudo_terminal import CTRL_C, CTRL_D, CTRL_U, DOWN, ENTER, UP, Terminal
from tests.terminal.conftest import LINE, LIST, Opened

KINDS = ["one", "many", "optional", "required"]
WAYS = ["back", "keep", "save", "quit"]
HELP_LIST = "Return to the question.*at once; your answers so far are kept *$"
"""The list that the help opens, down to its last row."""
UPWARDS = {"help": 1, "keep": 2, "back": 3}
"""How far from the bottom of a list its rows for these are."""


def awaits(seen: Terminal, kind: str, *, plain: bool) -> None:
    """Wait until the question waits for its answer."""
    seen.sees(LINE if plain or kind in {"optional", "required"} else LIST)


@pytest.mark.parametrize(("kind", "way"), list(zip(KINDS, WAYS, strict=True)))
def test_each_way_is_taken_by_its_word_in_plain_lines(
    terminal: Opened, kind: str, way: str
) -> None:
    """In capitals too; every word at every kind of question: see test_prompt_help."""
    seen = terminal(80, f"{kind}-again", "plain")
    awaits(seen, kind, plain=True)
    seen.types(f" {way.upper()} {ENTER}")
    assert seen.ends() == 0
    assert f"TOOK {way}" in seen.words


@pytest.mark.parametrize("kind", ["one", "many"])
@pytest.mark.parametrize("way", ["back", "keep"])
def test_a_list_has_rows_for_going_back_and_for_keeping(
    terminal: Opened, kind: str, way: str
) -> None:
    """They stand below the answers."""
    seen = terminal(80, f"{kind}-again")
    seen.sees(f"Go back to the question before .*Keep my answer .*{LIST}")
    seen.types(UP * UPWARDS[way] + ENTER)
    assert seen.ends() == 0
    assert f"TOOK {way}" in seen.words


@pytest.mark.parametrize("kind", ["one", "many"])
@pytest.mark.parametrize("opens", ["?", UP + ENTER], ids=["key", "row"])
@pytest.mark.parametrize(("way", "upwards"), [("quit", 1), ("save", 2)])
def test_the_help_of_a_list_has_rows_for_leaving(
    terminal: Opened, kind: str, opens: str, way: str, upwards: int
) -> None:
    """The way out at once is the last row: ?, up, Enter."""
    seen = terminal(80, f"{kind}-again")
    awaits(seen, kind, plain=False)
    seen.types(opens)
    seen.sees(HELP_LIST)
    seen.types(UP * upwards + ENTER)
    assert seen.ends() == 0
    assert f"TOOK {way}" in seen.words


@pytest.mark.parametrize("way", ["back", "save", "quit"])
def test_a_line_to_write_in_takes_the_same_words(terminal: Opened, way: str) -> None:
    """Once the former text is out of the line."""
    seen = terminal(80, "optional-again")
    seen.sees("Your answer: As I said *$")
    seen.types(CTRL_U + way + ENTER)
    assert seen.ends() == 0
    assert f"TOOK {way}" in seen.words


def test_a_word_right_behind_the_former_text_takes_its_way(terminal: Opened) -> None:
    """As the line over it says; and leaving at once clears the screen."""
    seen = terminal(80, "optional-again")
    seen.sees("Enter keeps it.* right behind your own, too[.] Your answer: As I said *$")
    seen.types("quit" + ENTER)
    assert seen.ends() == 0
    assert seen.words == "TOOK quit"


@pytest.mark.parametrize(("keys", "got"), [("", "As I said"), (" before", "As I said before")])
def test_a_former_text_stands_in_the_line_to_be_mended(
    terminal: Opened, keys: str, got: str
) -> None:
    """Where lines can be edited."""
    seen = terminal(80, "required-again")
    seen.sees("Your answer: As I said *$")
    seen.types(keys + ENTER)
    assert seen.ends() == 0
    assert f"GOT ['{got}']" in seen.words


def test_a_former_answer_is_said_with_the_question(terminal: Opened) -> None:
    """And how to leave it as it is."""
    seen = terminal(80, "one-again", "plain")
    seen.sees(
        "Your answer was: Not sure 1[.] Yes .* Type one number from 1 to 3. Type keep to leave "
        f"your answer as it was. Type [?] for help, and for how to go back or leave. {LINE}"
    )


@pytest.mark.parametrize("plain", [(), ("plain",)], ids=["lists", "plain"])
def test_a_word_that_is_not_offered_is_no_text(terminal: Opened, plain: tuple[str, ...]) -> None:
    """At the first question there is nowhere to go back to, and `back` is nobody's reason."""
    seen = terminal(80, "required", *plain)
    for word in ("back", "save", "keep", "quit", "why", "possible", "answers"):
        seen.sees(LINE)
        seen.types(word + ENTER)
        seen.sees(f"Your answer: {word} .* Type [?] to be told what you can type[.] {LINE}")
    seen.types("It goes back a long way." + ENTER)
    assert seen.ends() == 0
    assert "GOT ['It goes back a long way.']" in seen.words


def test_help_in_plain_lines_tells_the_meaning_and_every_word(terminal: Opened) -> None:
    """And asks again, with the choices."""
    seen = terminal(80, "one-again", "plain")
    seen.sees(LINE)
    seen.types("help" + ENTER)
    seen.sees(
        "What does this mean[?] Someone could be badly hurt[.] Words that you can type here "
        "why: Why am I asked this[?] back: Go back to the question before keep: Keep my answer "
        "save: Save and leave quit: Clear the screen and leave at once; your answers so far are "
        f"kept Is a child in danger now.* 1[.] Yes .*{LINE}"
    )
    seen.types("why" + ENTER)
    seen.sees(
        f"Why am I asked this[?] It is asked first[.] Is a child in danger.* 1[.] Yes.*{LINE}"
    )
    seen.types("1" + ENTER)
    assert seen.ends() == 0
    assert "GOT ['yes']" in seen.words


def test_help_of_a_list_tells_and_returns(terminal: Opened) -> None:
    """Its first row does nothing but return; the others tell."""
    seen = terminal(80, "one-again")
    seen.sees(LIST)
    seen.types("?")
    seen.sees(HELP_LIST)
    seen.types(ENTER)
    seen.sees(f"Is a child in danger.*Is a child in danger.*{LIST}")
    seen.types("?")
    seen.sees(HELP_LIST)
    seen.types(DOWN + DOWN + ENTER)
    seen.sees(f"Why am I asked this[?] It is asked first[.] Is a child in danger.*{LIST}")
    seen.types(DOWN + ENTER)
    assert seen.ends() == 0
    assert "GOT ['yes']" in seen.words


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["Ctrl-C", "Ctrl-D"])
def test_ctrl_c_and_ctrl_d_stop_inside_the_help(terminal: Opened, key: str) -> None:
    """As everywhere."""
    seen = terminal(80, "many-again")
    seen.sees(LIST)
    seen.types("?")
    seen.sees(HELP_LIST)
    seen.types(key)
    assert seen.ends() == 130
    assert seen.in_order


@pytest.mark.parametrize("plain", [(), ("plain",)], ids=["lists", "plain"])
def test_the_way_out_at_once_clears_the_screen(terminal: Opened, plain: tuple[str, ...]) -> None:
    """What was shown is gone, above the edge too."""
    seen = terminal(80, "required+one-again", *plain)
    seen.sees(LINE)
    seen.types("A worry that nobody may read." + ENTER)
    seen.sees(f"Is a child in danger.*{LINE if plain else LIST}")
    seen.types("quit" + ENTER if plain else "?")
    if not plain:
        seen.sees(HELP_LIST)
        seen.types(UP + ENTER)
    assert seen.ends() == 0
    assert seen.words == "TOOK quit"
    assert "\x1b[3J" in seen.raw


def test_a_terminal_that_obeys_no_codes_is_scrolled_clear(terminal: Opened) -> None:
    """Nothing of what was shown is in sight, and no code was sent."""
    seen = terminal(80, "one-again", TERM="dumb")
    seen.sees(LINE)
    seen.types("quit" + ENTER)
    assert seen.ends() == 0
    assert "".join(seen.display).strip() == "TOOK quit"
    assert not re.search(r"\x1b", seen.raw)
