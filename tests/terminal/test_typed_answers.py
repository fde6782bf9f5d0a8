"""What a typed line means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.terminal.prompts import Choice, Prompt
from infoshare_cli.terminal.typed_answers import UnclearError, read_many, read_one, read_text

AGES = Prompt(
    "How old is the child?",
    choices=(
        Choice("under-12", "Under 12"),
        Choice("12-15", "12 to 15"),
        Choice("16-17", "16 or 17, whatever the school year"),
        Choice("not-sure", "Not sure"),
        Choice("not-told", "Not told"),
        Choice("no", "No child at all."),
    ),
    alone=("not-sure", "not-told"),
)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("1", "under-12"),
        (" 2.\n", "12-15"),
        ("3)", "16-17"),
        ("16-17", "16-17"),
        ("NOT-SURE", "not-sure"),
        ("not   Sure", "not-sure"),
        ("under", "under-12"),
        ("12 to", "12-15"),
        ("16 or 17, whatever the school year", "16-17"),
        ("no", "no"),
        ("no child at all", "no"),
    ],
)
def test_a_number_an_id_or_a_label_names_a_choice(line: str, meant: str) -> None:
    """Letter case, spaces and a full stop make no difference; a clear beginning will do."""
    assert read_one(line, AGES) == meant


@pytest.mark.parametrize("line", ["", " \n", "0", "7", "12", "16", "1 2", "un", "n", "not", "-1"])
def test_what_is_not_clear_is_never_guessed(line: str) -> None:
    """Out of range, too short, or fitting two labels: the person is asked again."""
    with pytest.raises(UnclearError, match="Type one number from 1 to 6"):
        read_one(line, AGES)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("1", ("under-12",)),
        ("3,1", ("under-12", "16-17")),
        ("3 1 3", ("under-12", "16-17")),
        ("1, 2 3,", ("under-12", "12-15", "16-17")),
        ("under 12, 12-15", ("under-12", "12-15")),
        ("16 or 17, whatever the school year", ("16-17",)),
        ("not sure", ("not-sure",)),
    ],
)
def test_several_choices_come_in_the_order_of_the_prompt(line: str, meant: tuple[str, ...]) -> None:
    """Each once, whatever the order in which they were typed."""
    assert read_many(line, AGES) == meant


@pytest.mark.parametrize("line", ["", ",", " , ", "1,7", "1 and 2", "1,not", "12", "1-3"])
def test_one_unclear_part_leaves_all_unanswered(line: str) -> None:
    """Half of what was meant is not an answer."""
    with pytest.raises(UnclearError, match="one or more numbers from 1 to 6"):
        read_many(line, AGES)


@pytest.mark.parametrize("line", ["1,4", "4 5", "not sure, under 12"])
def test_a_choice_that_stands_alone_has_no_company(line: str) -> None:
    """Said in words, by the labels that stand alone."""
    with pytest.raises(UnclearError, match='"Not sure" and "Not told" stand alone'):
        read_many(line, AGES)


@given(st.text().filter(lambda text: text.strip() and "\n" not in text))
def test_no_remark_repeats_what_was_typed(line: str) -> None:
    """Remarks are the same whatever was typed."""
    with pytest.raises(UnclearError) as remark:
        read_one(f"zzz {line} zzz", AGES)
    assert str(remark.value) == "That is not one of the answers. Type one number from 1 to 6."


@pytest.mark.parametrize("line", ["1\n2\n", "under-12\n\n12-15"])
def test_several_lines_at_once_choose_nothing(line: str) -> None:
    """Pasted by mistake, or typed ahead: not even the first of them is taken."""
    for read in (read_one, read_many):
        with pytest.raises(UnclearError, match="lines came at once, so nothing is answered"):
            read(line, AGES)


def test_a_bouncing_enter_does_not_spoil_an_answer() -> None:
    """Empty lines around one answer are none."""
    assert read_one("2\n\n", AGES) == "12-15"


def test_a_text_is_kept_without_the_space_around_it() -> None:
    """Spaces and the line's end around a text are no part of it."""
    assert read_text("  she asked us to \n", required=True) == "she asked us to"


def test_an_empty_line_leaves_out_only_what_may_be_left_out() -> None:
    """A required text is asked for again."""
    assert read_text(" \n", required=False) == ""
    with pytest.raises(UnclearError, match="Nothing was written"):
        read_text(" \n", required=True)


def test_keys_that_are_not_text_are_not_recorded() -> None:
    """Arrow keys and pasted colours go, and the words stay; other signs are refused."""
    for keys in ("\x1b[D", "\x1bOA", "\x1b[1;31m", "\x1b[200~"):
        assert read_text(f"she {keys}said{keys}\n", required=False) == "she said"
    for keys in ("\x1b", "\x07", "\x9b"):
        with pytest.raises(UnclearError, match="not text"):
            read_text(f"she said{keys}\n", required=False)
