"""The plain prompts, from lines in memory."""

from dataclasses import replace
from io import BytesIO, StringIO, TextIOWrapper

import pytest

from infoshare_cli.errors import OutOfInput
from infoshare_cli.terminal.page import Screen, Text
from infoshare_cli.terminal.plain_prompts import PlainPrompts
from infoshare_cli.terminal.prompts import Choice, Prompt, Telling, TookWay, Way

MEANING = Telling(
    "?",
    "What does this mean?",
    lambda: (Text("Why it is wanted."), Text("For example: to plan a visit.")),
)
SURE = Prompt(
    ask="Is the purpose clear?",
    help="Clear means that you could say it in a sentence.",
    tellings=(MEANING,),
    source="Guide, page 5",
    position="Question 3",
    choices=(Choice("yes", "Yes", "You could say it now."), Choice("no", "No")),
)
TRUE = Prompt(
    ask="Which are true?",
    choices=(
        Choice("told", "They were told"),
        Choice("free", "They were free"),
        Choice("none", "None"),
    ),
    alone=("none",),
)
WHY = Prompt(ask="Why?")


def prompts(lines: str) -> tuple[PlainPrompts, StringIO]:
    """Prompts that read these lines, and what they will have shown."""
    out = StringIO()
    return PlainPrompts(StringIO(lines), Screen(out, plain=True, width=80)), out


def test_a_question_reads_well_aloud() -> None:
    """The question, its help, its page, the numbered choices, how to answer; in that order."""
    asked, out = prompts("1\n")
    asked.choose_one(SURE)
    assert out.getvalue() == (
        "\nQuestion 3: Is the purpose clear?\n"
        "Clear means that you could say it in a sentence.\n\n"
        "Guide, page 5\n\n"
        "1. Yes\n   You could say it now.\n2. No\n\n"
        "Type one number from 1 to 2. Type ? for help.\n"
        "Your answer: "
    )


def test_each_kind_of_question_is_answered_by_a_line() -> None:
    """One id, several ids, a text, a text left out."""
    asked, out = prompts("no\n2,1\nbecause\n\n")
    assert asked.choose_one(SURE) == "no"
    assert asked.choose_many(TRUE) == ("told", "free")
    assert asked.write_text(WHY, required=True) == "because"
    assert asked.write_text(WHY, required=False) == ""
    assert out.getvalue().endswith("Your answer: Left out.\n")


def test_a_bare_enter_answers_nothing() -> None:
    """A choice and a required text are asked for again, and it is said why."""
    asked, out = prompts("\n1\n\n3\n\nbecause\n")
    assert asked.choose_one(SURE) == "yes"
    assert asked.choose_many(TRUE) == ("none",)
    assert asked.write_text(WHY, required=True) == "because"
    assert out.getvalue().count("Nothing was typed, so nothing is answered.") == 2
    assert out.getvalue().count("Nothing was written. This question needs an answer.") == 1


def test_a_question_mark_shows_what_the_question_means_and_asks_again() -> None:
    """The longer help, then the question and its choices once more."""
    asked, out = prompts("?\n1\n")
    asked.choose_one(SURE)
    before, _, after = out.getvalue().partition("What does this mean?\n")
    assert "to plan a visit" not in before
    assert "For example: to plan a visit.\n\nIs the purpose clear?\n1. Yes\n" in after


def test_a_question_without_more_help_says_so() -> None:
    """Asking costs nothing."""
    asked, out = prompts("?\nwords\n")
    assert asked.write_text(WHY, required=True) == "words"
    assert "There is no more help on this question." in out.getvalue()


def test_a_former_text_does_not_go_by_a_stray_enter() -> None:
    """A second one leaves it out; a text takes its place at once."""
    again = replace(WHY, before="Because.", ways=(Way.KEEP,))
    asked, out = prompts("\n\n" + "\nOtherwise.\n" + "\nkeep\n")
    assert asked.write_text(again, required=False) == ""
    assert asked.write_text(again, required=False) == "Otherwise."
    with pytest.raises(TookWay):
        asked.write_text(again, required=False)
    assert out.getvalue().count("Press Enter once more to leave it out") == 3


def test_what_stands_alone_is_told_before_and_after() -> None:
    """Exclusive choices are explained in words."""
    asked, out = prompts("1,3\n3\n")
    assert asked.choose_many(TRUE) == ("none",)
    assert out.getvalue().count('"None" stands alone') == 2
    assert "Those answers cannot stand together." in out.getvalue()


def test_a_wrong_answer_is_never_repeated() -> None:
    """What was typed may be about a person, and what is shown may be kept."""
    asked, out = prompts("Amina lives at 4 Mill Road\n1\n")
    asked.choose_one(SURE)
    assert "Amina" not in out.getvalue()
    assert "Mill" not in out.getvalue()


def test_an_answer_from_a_file_is_not_said_back() -> None:
    """Only a person at a terminal hears the answer again."""
    asked, out = prompts("2\n")
    asked.choose_one(SURE)
    assert not out.getvalue().endswith("No\n")


def test_the_end_of_a_file_is_not_an_answer() -> None:
    """The error says that answers are missing."""
    asked, _ = prompts("")
    with pytest.raises(OutOfInput):
        asked.write_text(WHY, required=False)


def test_the_last_line_of_a_file_needs_no_line_end() -> None:
    """As editors leave it."""
    asked, _ = prompts("2")
    assert asked.choose_one(SURE) == "no"


def test_bytes_that_are_no_text_are_asked_for_again() -> None:
    """A line in another encoding neither crashes nor answers."""
    reader = TextIOWrapper(BytesIO(b"caf\xe9\n"), encoding="utf-8")
    out = StringIO()
    with pytest.raises(OutOfInput):
        PlainPrompts(reader, Screen(out, plain=True, width=80)).write_text(WHY, required=True)
    assert "not text" in out.getvalue()


def test_notes_come_after_an_empty_line() -> None:
    """A note stands apart from what was shown before."""
    asked, out = prompts("")
    asked.show((Text("Saved."),))
    assert out.getvalue() == "\nSaved.\n"
