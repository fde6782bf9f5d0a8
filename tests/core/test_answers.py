"""Answers to a question: sound or not, and in one order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.answers import clash, in_order, is_sound
from tests.core.small_packs import answer_to, many, one

WORRY = many("worry", "child adult person", alone="none not-sure")


def test_options_come_in_the_order_of_the_pack() -> None:
    """However a person names them."""
    assert in_order(WORRY, ("person", "child")) == ("child", "person")


@given(st.lists(st.sampled_from([option.id for option in WORRY.options]), unique=True))
def test_ordering_loses_and_adds_nothing(chosen: list[str]) -> None:
    """It puts the same options in order, and leaves what is in order alone."""
    once = in_order(WORRY, tuple(chosen))

    assert sorted(once) == sorted(chosen)
    assert in_order(WORRY, once) == once


CLASHES = (
    ("child", None),
    ("child adult person", None),
    ("none", None),
    ("none child", "none"),
    ("child not-sure", "not-sure"),
    ("not-sure none", "not-sure"),
)


@pytest.mark.parametrize(("chosen", "found"), CLASHES)
def test_an_option_that_stands_alone_is_named_when_it_does_not(
    chosen: str, found: str | None
) -> None:
    """'None of these' beside a worry is no answer; by itself it is."""
    assert clash(WORRY, tuple(chosen.split())) == found


@given(answer_to(WORRY) | answer_to(one("danger", "yes no")))
def test_sound_answers_do_not_clash(chosen: tuple[str, ...]) -> None:
    """What a person may choose is accepted."""
    assert clash(WORRY, chosen) is None


@given(answer_to(WORRY))
def test_what_a_person_may_choose_is_sound(chosen: tuple[str, ...]) -> None:
    """However many options, as long as they go together."""
    assert is_sound(WORRY, chosen)


@pytest.mark.parametrize("chosen", ["", "dog", "child dog", "none child", "child child"])
def test_what_nobody_may_choose_is_not_sound(chosen: str) -> None:
    """Nothing at all, an option that is not there, one that stands alone, one twice."""
    assert not is_sound(WORRY, tuple(chosen.split()))


def test_a_question_of_one_option_takes_one() -> None:
    """Two are no answer, though both are there."""
    danger = one("danger", "yes no")
    assert is_sound(danger, ("yes",))
    assert not is_sound(danger, ("yes", "no"))
