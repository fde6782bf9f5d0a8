"""Other answers in words: each way of being different has its sentence, a doubt first."""

import pytest

from infoshare_cli.core.firmness import Kind
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.near_answers import near_answers
from infoshare_cli.terminal.other_answers import ifs_in_words

ALL_SIX = "told-what told-who told-why told-implications explicit free"


def ifs(
    guidance: Guidance, question: str, given: str, *kinds: Kind, short: bool = False
) -> tuple[str, ...]:
    """What the answer would have to be; without kinds, anything that is a step away."""
    asked, answer = guidance.question_by_id[question], tuple(given.split())
    return ifs_in_words(
        guidance, asked, answer, kinds or (near_answers(asked, answer),), short=short
    )


def kind(*answers: str) -> Kind:
    """A kind of answers, each in one line."""
    return tuple(tuple(answer.split()) for answer in answers)


def test_a_doubt_comes_first(guidance: Guidance) -> None:
    """Then the other answers, by what conditions call them."""
    assert ifs(guidance, "purpose_clear", "yes") == (
        "you were not sure about the purpose",
        "the purpose were not clear",
    )


def test_what_is_left_out_or_added_is_named(guidance: Guidance) -> None:
    """The nearest way to tell a kind is enough."""
    serious = kind("child-significant-harm child-welfare", "child-significant-harm")
    assert ifs(guidance, "concern", "child-welfare", serious) == (
        "the worry also included significant harm to a child",
    )
    assert ifs(
        guidance, "concern", "child-significant-harm child-welfare", kind("child-welfare")
    ) == ("the worry did not include significant harm to a child",)


def test_where_any_part_may_be_missing_none_is_named(guidance: Guidance) -> None:
    """Six parts of consent: one that is missing is as bad as another."""
    assert ifs(guidance, "consent_quality", ALL_SIX) == (
        "you were not sure about what is true of the consent",
        "anything were missing from what is true of the consent",
    )


def test_where_all_others_are_added_they_are_not_listed(guidance: Guidance) -> None:
    """'All the rest' is shorter than five of six."""
    assert ifs(guidance, "consent_quality", "explicit", kind(ALL_SIX)) == (
        "what is true of the consent also included all the rest",
    )


def test_an_answer_far_off_is_told_only_where_nothing_nearer_leads_there(
    guidance: Guidance,
) -> None:
    """Who hears that one harm more would change it need not hear of two."""
    far = kind("child-significant-harm adult-may-pose-risk")
    near = kind("child-significant-harm child-welfare")
    assert ifs(guidance, "concern", "child-welfare", far) == (
        "the worry were significant harm to a child and someone who may endanger others",
    )
    assert ifs(guidance, "concern", "child-welfare", far, near) == (
        "the worry also included significant harm to a child",
    )


@pytest.mark.parametrize(
    ("short", "words"),
    [
        (True, "the reason not to ask were more risk to a child, or one of 4 others"),
        (
            False,
            "the reason not to ask were more risk to a child, the risk of serious harm to an "
            "adult, hindering work on a serious crime, a delay to enquiries into harm or the lack "
            "of a real choice",
        ),
    ],
)
def test_many_answers_are_counted_where_there_is_little_room(
    guidance: Guidance, *, short: bool, words: str
) -> None:
    """And all of them named where there is more."""
    reasons = kind("child-harm", "adult-harm", "prejudice-crime", "delay", "no-real-choice")
    assert ifs(guidance, "asking_risk", "none", reasons, short=short) == (words,)
