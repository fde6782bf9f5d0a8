"""Answers one step away from the one given: all of them, each once, and every one sound."""

import pytest
from hypothesis import given

from infoshare_cli.core.answers import clash
from infoshare_cli.core.near_answers import near_answers
from tests.core.small_packs import answer_to, many, one, sound_answers

ONE = one("one", "yes no not-sure")
MANY = many("many", "x y z", alone="none")


@pytest.mark.parametrize(
    ("given_answer", "near"),
    [
        ("x", ["none", "x y", "x z", "y", "z"]),
        ("x y", ["none", "y", "x", "x y z", "z"]),
        ("x y z", ["none", "y z", "x z", "x y", "x", "y", "z"]),
        ("none", ["x", "y", "z"]),
    ],
)
def test_of_a_question_of_many_options(given_answer: str, near: list[str]) -> None:
    """What stands alone first, then one option less, one more, and another by itself."""
    told = near_answers(MANY, tuple(given_answer.split()))
    assert told == tuple(tuple(each.split()) for each in near)


def test_of_a_question_of_one_option() -> None:
    """Each other one, in the order of the pack."""
    assert near_answers(ONE, ("no",)) == (("yes",), ("not-sure",))


@given(answer_to(MANY))
def test_each_is_sound(answer: tuple[str, ...]) -> None:
    """Options in the order of the pack, and none beside one that stands alone."""
    near = near_answers(MANY, answer)
    assert {*near} <= {*sound_answers(MANY)} - {answer}
    assert all(clash(MANY, each) is None for each in near)
