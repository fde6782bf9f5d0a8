"""What if some answers had been others: what the interview itself would come to then."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoshare_cli.core.cases.possible import possible_from
from infoshare_cli.core.change import change_answer
from infoshare_cli.core.conditions import IsOneOf
from infoshare_cli.core.decision import decide
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.what_if import what_if
from tests.core.small_packs import always, answer_to, one, pack, rule
from tests.shipped import NOT_ASKED_YET, as_answers, cases, shipped_pack

CHANGES = st.sampled_from(shipped_pack().questions).flatmap(
    lambda question: answer_to(question).map(lambda chosen: (question.id, chosen))
)


@settings(max_examples=40)
@given(cases(), CHANGES)
def test_one_change_comes_to_what_changing_that_answer_comes_to(
    case: Answers, change: tuple[str, tuple[str, ...]]
) -> None:
    """The same answers set aside, the same decision, or the same that is possible."""
    guidance, (question, chosen) = shipped_pack(), change
    changed = change_answer(guidance, case, question, chosen)
    told = what_if(guidance, case, {question: chosen})

    assert told.answers == changed.answers
    assert {*told.set_aside} == {*changed.set_aside}
    assert told.before == decide(guidance, case)
    assert told.decided == decide(guidance, changed.answers)
    assert told.decided or told.possible == possible_from(guidance, changed.answers)


def test_an_answer_that_stays_as_it_was_is_no_change(guidance: Guidance) -> None:
    """Nothing is set aside for it."""
    told = what_if(guidance, NOT_ASKED_YET, {"recipient": NOT_ASKED_YET["recipient"]})
    assert told.changed == {}
    assert told.after == told.before
    assert (told.set_aside, told.no_longer_needed, told.newly_needed) == ((), (), ())


def test_what_is_not_needed_any_more_is_told(guidance: Guidance) -> None:
    """A serious worry: nothing after the recipient is asked for."""
    told = what_if(guidance, NOT_ASKED_YET, as_answers({"concern": "child-significant-harm"}))

    assert told.decided is not None
    assert told.decided.outcome.id == "share-without-consent"
    assert told.set_aside == ()
    assert "consent" in told.no_longer_needed
    assert "prompted_by" not in told.no_longer_needed
    assert told.newly_needed == ()


def test_what_is_needed_now_is_told_with_what_can_come(guidance: Guidance) -> None:
    """A changed recipient: what was about the first one is set aside, and asked next."""
    told = what_if(guidance, NOT_ASKED_YET, as_answers({"recipient": "family"}))

    assert told.decided is None
    assert told.possible is not None
    assert told.possible.questions[0] == "recipient_risk"
    assert "consent" in told.set_aside
    assert "recipient_risk" in told.set_aside


@pytest.mark.parametrize("order", [("recipient", "consent"), ("consent", "recipient")])
def test_several_changes_hold_in_whatever_order_they_are_given(
    guidance: Guidance, order: tuple[str, ...]
) -> None:
    """What is changed on purpose is not set aside by another change."""
    changes = as_answers({"recipient": "family", "consent": "refused"})
    told = what_if(guidance, NOT_ASKED_YET, {each: changes[each] for each in order})

    assert list(told.changed) == ["recipient", "consent"]
    assert told.answers["consent"] == ("refused",)
    assert "consent" not in told.set_aside


def test_a_change_holds_though_it_is_about_another_that_comes_later() -> None:
    """Both were changed on purpose, whichever the pack names first."""
    about, first = one("about", "yes no", about=["first"]), one("first", "yes no")
    rules = [rule("one", IsOneOf("about", ("no",)), "keep"), rule("two", always(first), "share")]
    told = what_if(
        pack([about, first], rules),
        {"about": ("yes",), "first": ("yes",)},
        {"about": ("no",), "first": ("no",)},
    )
    assert told.answers == {"about": ("no",), "first": ("no",)}
    assert told.set_aside == ()


def test_a_question_that_was_not_answered_can_be(guidance: Guidance) -> None:
    """From no outcome to one."""
    told = what_if(guidance, {}, {"immediate_danger": ("yes",)})
    assert told.before is None
    assert told.decided is not None
    assert told.possible is None
    assert told.newly_needed == ()
    assert what_if(guidance, {}, {"immediate_danger": ("no",)}).newly_needed == ("concern",)
