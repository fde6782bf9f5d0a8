"""What can be told and done at a prompt."""

from dataclasses import replace

import pytest

from infoshare_cli.terminal.how_to_answer import how_else, how_to_mend
from infoshare_cli.terminal.page import Heading, Rows, Text
from infoshare_cli.terminal.prompt_help import (
    NO_HELP,
    help_label,
    help_told,
    telling_asked,
    telling_asked_behind,
    told_page,
)
from infoshare_cli.terminal.prompts import Choice, Prompt, Telling, TookWay, Way
from infoshare_cli.terminal.typed_answers import UnclearError, read_many

MEANING = Telling("?", "What does this mean?", lambda: (Text("That it is true."),))
WHY = Telling("why", "Why am I asked this?", lambda: (Text("A rule needs it."),))
ALL = Prompt("Is it true?", tellings=(MEANING, WHY), ways=tuple(Way))
NONE = Prompt("Is it true?")


@pytest.mark.parametrize("way", list(Way))
def test_the_word_of_a_way_takes_it_where_it_is_open(way: Way) -> None:
    """Alone in its line, upper or lower case."""
    for line in (f"{way.value}\n", f"  {way.value.upper()} "):
        with pytest.raises(TookWay) as took:
            telling_asked(line, ALL)
        assert took.value.way is way


@pytest.mark.parametrize("word", [*(way.value for way in Way), "why", "possible", "answers"])
def test_a_word_that_does_nothing_here_is_no_answer(word: str) -> None:
    """It is said so, in a sentence that says what to do."""
    with pytest.raises(UnclearError, match=r"here.* Type \? to be told what you can type\.$"):
        telling_asked(word, NONE)


@pytest.mark.parametrize("line", ["go back", "back home", "back\nhome", "quitter", "", "backs"])
def test_a_word_counts_only_alone(line: str) -> None:
    """In a sentence it is a word like any other."""
    assert telling_asked(line, ALL) is None
    assert telling_asked(line, NONE) is None


@pytest.mark.parametrize("way", list(Way))
@pytest.mark.parametrize("between", ["", " ", "  \n"])
def test_a_word_counts_behind_a_former_text_too(way: Way, between: str) -> None:
    """Where that was not changed, and where it is gone."""
    prompt = replace(ALL, before="The team\nin Luton")
    for line in (f"The team\nin Luton{between}{way.value.upper()} ", f"{between}{way.value}"):
        with pytest.raises(TookWay) as took:
            telling_asked_behind(line, prompt)
        assert took.value.way is way


def test_help_is_told_behind_a_former_text_too() -> None:
    """By each word for it; and what does nothing here is said to do nothing."""
    prompt = replace(ALL, before="The team", ways=())
    for line in ("The team?", "The team ?", "The team help", "?"):
        assert (asked := telling_asked_behind(line, prompt)) is not None
        assert asked.word == "?"
    assert telling_asked_behind("The teamwhy", prompt) == WHY
    for line in ("The teamkeep", "The team answers", "answers"):
        with pytest.raises(UnclearError, match=r"Type \? to be told what you can type\.$"):
            telling_asked_behind(line, prompt)


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("The team", "The team"),
        ("The team", "The team, back"),
        ("The team", "The team back."),
        ("The team", "A team back"),
        ("The team", "back The team"),
        ("The team", "The team go back"),
        ("The team", ""),
        ("back", " back "),
        ("", "The team back"),
    ],
)
def test_a_text_that_was_changed_or_left_is_a_text(before: str, line: str) -> None:
    """Whatever word it ends in; and Enter keeps what stood there, whatever it says."""
    assert telling_asked_behind(line, replace(ALL, before=before)) is None


def test_a_word_that_a_former_text_begins_is_a_word() -> None:
    """It stands alone in the line, and is no rest of anything."""
    with pytest.raises(TookWay):
        telling_asked_behind("back", replace(ALL, before="b"))


def test_the_word_of_a_telling_asks_for_it() -> None:
    """What it tells is followed by the question."""
    asked = telling_asked("WHY\n", ALL)
    assert asked == WHY
    page = told_page(ALL, WHY)
    assert page == (Heading(WHY.label), Text("A rule needs it."), Heading("Is it true?"))


def test_help_tells_the_meaning_and_every_word() -> None:
    """Each with what it does, in the words of the lists."""
    for word in ("?", "help", "HELP\n"):
        asked = telling_asked(word, ALL)
        assert asked is not None
        told = asked.tell()
        assert told[0] == Text("That it is true.")
        rows = told[-1]
        assert isinstance(rows, Rows)
        assert [name for name, _ in rows.rows] == ["why", "back", "keep", "save", "quit"]


def test_help_says_where_there_is_none() -> None:
    """To ask costs nothing."""
    assert help_told(NONE).tell() == (Text(NO_HELP),)
    assert help_label(NONE) == ""


@pytest.mark.parametrize(
    ("ways", "said"),
    [
        ((), " Type ? for help."),
        ((Way.BACK,), " Type ? for help, and for how to go back."),
        ((Way.SAVE, Way.QUIT), " Type ? for help, and for how to leave."),
        ((Way.BACK, Way.QUIT), " Type ? for help, and for how to go back or leave."),
        ((Way.KEEP,), " Type keep to leave your answer as it was. Type ? for help."),
    ],
)
def test_a_short_line_says_what_can_be_typed(ways: tuple[Way, ...], said: str) -> None:
    """No more than what is open."""
    assert how_else(Prompt("Is it true?", tellings=(MEANING,), ways=ways)) == said


def test_what_can_be_done_with_a_former_text_is_said() -> None:
    """What stands there, how to keep it, and that the words can be typed behind it."""
    said = how_to_mend(replace(ALL, ways=(Way.BACK,)), required=False)
    assert said == (
        "What you wrote stands there already. Enter keeps it, or change it as you like. Ctrl-U "
        "empties the line. To leave it out, press Enter on the empty line. Type ? for help, and "
        "for how to go back. You can type these words right behind your own, too."
    )
    assert how_to_mend(NONE, required=True).endswith("Ctrl-U empties the line.")


def test_nothing_is_said_where_there_is_nothing() -> None:
    """A question without help and without ways out."""
    assert how_else(NONE) == ""


def test_leaving_at_once_promises_no_more_than_it_keeps() -> None:
    """Where nothing can be saved, nothing is said to be kept."""
    told = [help_told(Prompt("?", ways=ways)).tell()[-1] for ways in ((Way.QUIT,), tuple(Way))]
    assert ["kept" in str(each) for each in told] == [False, True]


def test_a_choice_of_the_same_name_is_still_in_reach() -> None:
    """By its number, by its label, and in a list with others."""
    prompt = Prompt("Which?", choices=(Choice("what", "The what"), Choice("why", "The reason")))
    assert read_many("2", prompt) == ("why",)
    assert read_many("the reason", prompt) == ("why",)
    assert read_many("what,why", prompt) == ("what", "why")
