"""The rich prompts, from keys in memory."""

from collections.abc import Callable, Iterator
from io import StringIO

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from infoshare_cli.errors import Interrupted
from infoshare_cli.terminal.page import Screen
from infoshare_cli.terminal.prompts import Choice, Prompt
from infoshare_cli.terminal.rich_prompts import RichPrompts

ENTER, DOWN, UP, SPACE = "\r", "\x1b[B", "\x1b[A", " "

SURE = Prompt(
    ask="Is the purpose clear?",
    more=("Why it is wanted.",),
    choices=(Choice("yes", "Yes"), Choice("no", "No"), Choice("not-sure", "Not sure")),
)
TRUE = Prompt(
    ask="Which are true?",
    more=("Think back.",),
    choices=(Choice("told", "Told"), Choice("free", "Free"), Choice("none", "None")),
    alone=("none",),
)
WHY = Prompt(ask="Why?", more=("A sentence will do.",))


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    """Where the tests press keys."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


@pytest.fixture
def out() -> StringIO:
    """What is shown beside the lists."""
    return StringIO()


@pytest.fixture
def prompts(keys: PipeInput, out: StringIO) -> RichPrompts:
    """The prompts under test, on a terminal of 40 lines that shows nothing."""
    return RichPrompts(StringIO(), Screen(out, plain=False, width=80), DummyOutput())


def test_a_choice_is_made_by_moving_to_it(
    keys: PipeInput, prompts: RichPrompts, out: StringIO
) -> None:
    """And it is said back."""
    keys.send_text(DOWN + DOWN + ENTER)
    assert prompts.choose_one(SURE) == "no"
    assert out.getvalue().rstrip().endswith("Your answer: No")


def test_a_bare_enter_chooses_nothing(keys: PipeInput, prompts: RichPrompts, out: StringIO) -> None:
    """The row that is pointed at from the start is no answer."""
    keys.send_text(ENTER + ENTER + DOWN + ENTER)
    assert prompts.choose_one(SURE) == "yes"
    assert out.getvalue().count("Nothing is chosen yet.") == 2


@pytest.mark.parametrize("keys_for_help", ["?", UP + ENTER, UP + SPACE])
def test_the_meaning_is_a_row_and_a_key(
    keys: PipeInput, prompts: RichPrompts, out: StringIO, keys_for_help: str
) -> None:
    """The last row, or a question mark, explains and asks again."""
    keys.send_text(keys_for_help + DOWN + ENTER)
    assert prompts.choose_one(SURE) == "yes"
    assert "Why it is wanted." in out.getvalue()


@pytest.mark.parametrize("key", [*"abijkxyn123", SPACE])
def test_no_single_key_answers(keys: PipeInput, prompts: RichPrompts, key: str) -> None:
    """Letters and numbers neither choose nor move nor tick."""
    keys.send_text(key + DOWN + ENTER)
    assert prompts.choose_one(SURE) == "yes"
    keys.send_text(key + ("" if key == SPACE else SPACE) + ENTER)
    assert prompts.choose_many(TRUE) == ("told",)


def test_ticks_come_in_the_order_of_the_prompt(keys: PipeInput, prompts: RichPrompts) -> None:
    """Whatever was ticked first."""
    keys.send_text(DOWN + SPACE + UP + SPACE + ENTER)
    assert prompts.choose_many(TRUE) == ("told", "free")


def test_nothing_ticked_answers_nothing(
    keys: PipeInput, prompts: RichPrompts, out: StringIO
) -> None:
    """It is said, and asked again."""
    keys.send_text(ENTER + SPACE + ENTER)
    assert prompts.choose_many(TRUE) == ("told",)
    assert "Nothing is ticked yet." in out.getvalue()


def test_ticks_stay_while_help_is_read(keys: PipeInput, prompts: RichPrompts) -> None:
    """By the key or by the row; the row itself can never be ticked."""
    keys.send_text(SPACE + "?" + DOWN + SPACE + UP + UP + SPACE + ENTER)
    assert prompts.choose_many(TRUE) == ("told", "free")


def test_what_stands_alone_is_refused_in_words(
    keys: PipeInput, prompts: RichPrompts, out: StringIO
) -> None:
    """The ticks stay, so that one of them can be taken back."""
    keys.send_text(SPACE + UP + UP + SPACE + ENTER + SPACE + ENTER)
    assert prompts.choose_many(TRUE) == ("none",)
    assert "Those answers cannot stand together." in out.getvalue()


def test_a_text_is_written(keys: PipeInput, prompts: RichPrompts, out: StringIO) -> None:
    """After help, and after a bare Enter that answered nothing."""
    keys.send_text("?" + ENTER + ENTER + " because " + ENTER)
    assert prompts.write_text(WHY, required=True) == "because"
    assert "A sentence will do." in out.getvalue()
    assert "Nothing was written." in out.getvalue()


def test_an_optional_text_is_left_out_by_a_bare_enter(
    keys: PipeInput, prompts: RichPrompts, out: StringIO
) -> None:
    """And that is said."""
    keys.send_text(ENTER)
    assert prompts.write_text(WHY, required=False) == ""
    assert out.getvalue().endswith("Left out.\n")


def test_a_pasted_text_keeps_its_lines(keys: PipeInput, prompts: RichPrompts) -> None:
    """Several lines that are pasted are one answer, not the answers to what comes next."""
    keys.send_text("\x1b[200~one\ntwo\x1b[201~" + ENTER)
    assert prompts.write_text(WHY, required=True) == "one\ntwo"


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
    keys: PipeInput, prompts: RichPrompts, key: str, ask: Callable[[RichPrompts], object]
) -> None:
    """At each kind of question, never as an answer or a traceback."""
    keys.send_text(key)
    with pytest.raises(Interrupted):
        ask(prompts)


def test_a_list_that_would_not_fit_is_asked_plainly(keys: PipeInput, out: StringIO) -> None:
    """No answer is hidden below the edge of the terminal."""
    many = Prompt("Which?", choices=tuple(Choice(f"c{n}", f"Choice {n}") for n in range(50)))
    prompts = RichPrompts(StringIO("50\n"), Screen(out, plain=False, width=80), DummyOutput())
    assert prompts.choose_one(many) == "c49"
    assert "50. Choice 49" in out.getvalue()


def test_help_that_would_not_fit_stands_above_the_list(
    keys: PipeInput, prompts: RichPrompts, out: StringIO
) -> None:
    """The list keeps the labels, and the question comes again right above it."""
    choices = tuple(Choice(f"c{n}", f"Choice {n}", f"Help {n}") for n in range(20))
    keys.send_text(DOWN + ENTER)
    assert prompts.choose_one(Prompt("Which?", choices=choices)) == "c0"
    assert "Help 19" in out.getvalue()
    assert out.getvalue().count("Which?") == 2
