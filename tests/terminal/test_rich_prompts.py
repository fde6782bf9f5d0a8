"""The rich prompts, from keys in memory."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import StringIO

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from infoshare_cli.errors import Interrupted
from infoshare_cli.terminal.page import Screen, Text
from infoshare_cli.terminal.prompts import Choice, Prompt, Telling, TookWay, Way
from infoshare_cli.terminal.rich_prompts import RichPrompts

ENTER, DOWN, UP, SPACE, CTRL_D = "\r", "\x1b[B", "\x1b[A", " ", "\x04"

Press = Callable[[str], None]


def telling(words: str) -> Telling:
    """What a question means."""
    return Telling("?", "What does this mean?", lambda: (Text(words),))


SURE = Prompt(
    ask="Is the purpose clear?",
    tellings=(telling("Why it is wanted."),),
    choices=(Choice("yes", "Yes"), Choice("no", "No"), Choice("not-sure", "Not sure")),
)
TRUE = Prompt(
    ask="Which are true?",
    tellings=(telling("Think back."),),
    choices=(Choice("told", "Told"), Choice("free", "Free"), Choice("none", "None")),
    alone=("none",),
)
WHY = Prompt(ask="Why?", tellings=(telling("A sentence will do."),))


@pytest.fixture
def press() -> Iterator[Press]:
    """Press keys; Ctrl-D follows them, so that a question asked once too often ends the test."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield lambda keys: pipe.send_text(keys + CTRL_D)


@pytest.fixture
def out() -> StringIO:
    """What is shown beside the lists."""
    return StringIO()


@pytest.fixture
def prompts(press: Press, out: StringIO) -> RichPrompts:
    """The prompts under test, on a terminal of 40 lines that shows nothing."""
    return RichPrompts(StringIO(), Screen(out, plain=False, width=80), DummyOutput())


def test_a_choice_is_made_by_moving_to_it(
    press: Press, prompts: RichPrompts, out: StringIO
) -> None:
    """And it is said back."""
    press(DOWN + DOWN + ENTER)
    assert prompts.choose_one(SURE) == "no"
    assert out.getvalue().rstrip().endswith("Your answer: No")


def test_a_bare_enter_chooses_nothing(press: Press, prompts: RichPrompts, out: StringIO) -> None:
    """The row that is pointed at from the start is no answer."""
    press(ENTER + ENTER + DOWN + ENTER)
    assert prompts.choose_one(SURE) == "yes"
    assert out.getvalue().count("Nothing is chosen yet.") == 2


@pytest.mark.parametrize("keys_for_help", ["?", UP + ENTER, UP + SPACE])
def test_the_meaning_is_a_row_and_a_key(
    press: Press, prompts: RichPrompts, out: StringIO, keys_for_help: str
) -> None:
    """The last row, or a question mark, explains and asks again."""
    press(keys_for_help + DOWN + ENTER)
    assert prompts.choose_one(SURE) == "yes"
    assert "Why it is wanted." in out.getvalue()


@pytest.mark.parametrize("key", [*"abijkxyn123", SPACE])
def test_no_single_key_chooses(press: Press, prompts: RichPrompts, key: str) -> None:
    """Letters, numbers and a space neither choose nor move."""
    press(key + DOWN + ENTER)
    assert prompts.choose_one(SURE) == "yes"


@pytest.mark.parametrize("key", [*"abijkxyn123"])
def test_no_single_key_ticks(press: Press, prompts: RichPrompts, key: str) -> None:
    """Only the space bar ticks, and only the row that is pointed at."""
    press(key + SPACE + ENTER)
    assert prompts.choose_many(TRUE) == ("told",)


def test_ticks_come_in_the_order_of_the_prompt(press: Press, prompts: RichPrompts) -> None:
    """Whatever was ticked first."""
    press(DOWN + SPACE + UP + SPACE + ENTER)
    assert prompts.choose_many(TRUE) == ("told", "free")


def test_nothing_ticked_answers_nothing(press: Press, prompts: RichPrompts, out: StringIO) -> None:
    """It is said, and asked again."""
    press(ENTER + SPACE + ENTER)
    assert prompts.choose_many(TRUE) == ("told",)
    assert "Nothing is ticked yet." in out.getvalue()


def test_ticks_stay_while_help_is_read(press: Press, prompts: RichPrompts) -> None:
    """By the key or by the row; the row itself can never be ticked."""
    press(SPACE + "?" + DOWN + SPACE + UP + UP + SPACE + ENTER)
    assert prompts.choose_many(TRUE) == ("told", "free")


def test_what_stands_alone_is_refused_in_words(
    press: Press, prompts: RichPrompts, out: StringIO
) -> None:
    """The ticks stay, so that one of them can be taken back."""
    press(SPACE + UP + UP + SPACE + ENTER + SPACE + ENTER)
    assert prompts.choose_many(TRUE) == ("none",)
    assert "Those answers cannot stand together." in out.getvalue()


def test_a_text_is_written(press: Press, prompts: RichPrompts, out: StringIO) -> None:
    """After help, and after a bare Enter that answered nothing."""
    press("?" + ENTER + ENTER + " because " + ENTER)
    assert prompts.write_text(WHY, required=True) == "because"
    assert "A sentence will do." in out.getvalue()
    assert "Nothing was written." in out.getvalue()


def test_an_optional_text_is_left_out_by_a_bare_enter(
    press: Press, prompts: RichPrompts, out: StringIO
) -> None:
    """And that is said."""
    press(ENTER)
    assert prompts.write_text(WHY, required=False) == ""
    assert out.getvalue().endswith("Left out.\n")


def test_a_pasted_text_keeps_its_lines(press: Press, prompts: RichPrompts) -> None:
    """Several lines that are pasted are one answer, not the answers to what comes next."""
    press("\x1b[200~one\ntwo\x1b[201~" + ENTER)
    assert prompts.write_text(WHY, required=True) == "one\ntwo"


@pytest.mark.parametrize("way", list(Way))
@pytest.mark.parametrize("between", ["", " "])
def test_a_word_behind_a_former_text_takes_its_way(
    press: Press, prompts: RichPrompts, way: Way, between: str
) -> None:
    """It is never taken into the text."""
    press(between + way.value + ENTER)
    with pytest.raises(TookWay) as took:
        prompts.write_text(replace(WHY, before="The team", ways=tuple(Way)), required=False)
    assert took.value.way is way


def test_help_behind_a_former_text_is_told_and_the_text_stands_there_again(
    press: Press, prompts: RichPrompts, out: StringIO
) -> None:
    """As it was; what is written behind it is a text then. What can be done is said each time."""
    press("?" + ENTER + " keep" + ENTER + ", for a week" + ENTER)
    prompt = replace(WHY, before="The team", ways=(Way.BACK,))
    assert prompts.write_text(prompt, required=True) == "The team, for a week"
    assert "A sentence will do." in out.getvalue()
    assert "There is no earlier answer to keep here." in out.getvalue()
    assert out.getvalue().count("stands there already. Enter keeps it") == 2


@pytest.mark.parametrize("before", ["The team", "quit"])
def test_enter_keeps_a_former_text(press: Press, prompts: RichPrompts, before: str) -> None:
    """Even one that reads like a word, as a file may have it."""
    press(ENTER)
    prompt = replace(WHY, before=before, ways=tuple(Way))
    assert prompts.write_text(prompt, required=True) == before


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
@pytest.mark.parametrize(
    "ask",
    [
        lambda prompts: prompts.choose_one(SURE),
        lambda prompts: prompts.choose_many(TRUE),
        lambda prompts: prompts.write_text(WHY, required=False),
    ],
    ids=["one", "many", "text"],
)
def test_ctrl_c_and_ctrl_d_stop(
    press: Press, prompts: RichPrompts, key: str, ask: Callable[[RichPrompts], object]
) -> None:
    """At each kind of question, never as an answer or a traceback."""
    press(key)
    with pytest.raises(Interrupted):
        ask(prompts)


def test_a_list_that_would_not_fit_is_asked_plainly(press: Press, out: StringIO) -> None:
    """No answer is hidden below the edge of the terminal."""
    many = Prompt("Which?", choices=tuple(Choice(f"c{n}", f"Choice {n}") for n in range(50)))
    prompts = RichPrompts(StringIO("50\n"), Screen(out, plain=False, width=80), DummyOutput())
    assert prompts.choose_one(many) == "c49"
    assert "50. Choice 49" in out.getvalue()


def test_help_that_would_not_fit_stands_above_the_list(
    press: Press, prompts: RichPrompts, out: StringIO
) -> None:
    """The list keeps the labels, and the question comes again right above it."""
    choices = tuple(Choice(f"c{n}", f"Choice {n}", f"Help {n}") for n in range(20))
    press(DOWN + ENTER)
    assert prompts.choose_one(Prompt("Which?", choices=choices)) == "c0"
    assert "Help 19" in out.getvalue()
    assert out.getvalue().count("Which?") == 2
