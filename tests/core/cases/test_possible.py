"""What can still come from an open interview: all that can, and nothing that cannot."""

from collections.abc import Iterator
from itertools import combinations, islice, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoshare_cli.core.cases.possible import possible_from
from infoshare_cli.core.conditions import All, Comes, IsOneOf
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import stand
from tests import reading
from tests.core.random_packs import QUESTIONS, deciding_packs
from tests.core.small_packs import (
    always,
    choice,
    one,
    outcome,
    pack,
    part_sheets,
    row,
    rule,
    sound_answers,
)
from tests.shipped import as_answers, cases, part_cases, shipped_pack


def every_completion(guidance: Guidance, part: Answers) -> Iterator[Answers]:
    """Every way to answer what is not answered yet."""
    open_questions = [question for question in guidance.questions if question.id not in part]
    for chosen in product(*map(sound_answers, open_questions)):
        ids = (question.id for question in open_questions)
        yield {**part, **dict(zip(ids, chosen, strict=True))}


TINY_PARTS = part_sheets(pack(QUESTIONS))


@settings(max_examples=150)
@given(deciding_packs(), TINY_PARTS)
def test_all_that_can_come_is_told_and_nothing_else(guidance: Guidance, part: Answers) -> None:
    """Of any tiny pack: just what trying every answer there is comes to."""
    ends = [stand(guidance, whole) for whole in every_completion(guidance, part)]
    verdicts = [end.verdict for end in ends if end.verdict is not None]
    outcomes = {verdict.outcome.id for verdict in verdicts}
    asked = {question for end in ends for question in end.asked if question not in part}
    longest = max(len(set(end.asked) - part.keys()) for end in ends)
    possible = possible_from(guidance, part)

    assert possible.outcomes == tuple(o for o in guidance.outcome_by_id if o in outcomes)
    assert sorted(possible.questions) == sorted(asked)
    assert possible.most == longest


@settings(max_examples=40)
@given(part_cases(), st.lists(cases(), min_size=1, max_size=10))
def test_no_interview_leaves_what_was_foretold(part: Answers, wholes: list[Answers]) -> None:
    """Of the shipped pack: the next question is first, and no completion asks or ends outside."""
    guidance = shipped_pack()
    here, possible = stand(guidance, part), possible_from(guidance, part)
    following = [] if here.next is None else [here.next.id]

    assert list(possible.questions[:1]) == following
    for whole in wholes:
        end = stand(guidance, {**whole, **part})
        assert end.verdict is not None
        assert end.verdict.outcome.id in possible.outcomes
        assert {q for q in end.asked if q not in part} <= {*possible.questions}
        assert len(set(end.asked) - part.keys()) <= possible.most


def test_nothing_can_come_but_the_outcome_once_there_is_one(guidance: Guidance) -> None:
    """Decided is decided."""
    possible = possible_from(guidance, {"immediate_danger": ("yes",)})

    assert possible.questions == ()
    assert possible.outcomes == ("emergency",)
    assert possible.most == 0


def test_at_the_start_all_can_come(guidance: Guidance) -> None:
    """Every outcome in the order of the pack; every question but those asked afterwards."""
    possible = possible_from(guidance, {})
    afterwards = {"requester_verified", "parents", "checks"}

    assert possible.outcomes == tuple(guidance.outcome_by_id)
    assert sorted(possible.questions) == sorted(guidance.question_by_id.keys() - afterwards)


def test_a_serious_worry_narrows_what_can_come(guidance: Guidance) -> None:
    """Nothing about consent, and three ends."""
    part = {"immediate_danger": "no", "concern": "child-significant-harm"}
    possible = possible_from(guidance, as_answers(part))

    assert possible.questions == ("recipient", "recipient_risk", "public_interest")
    assert possible.outcomes == ("share-without-consent", "share-elsewhere", "share-limited")


def test_an_answer_given_too_early_hides_nothing(guidance: Guidance) -> None:
    """What nobody has asked for yet leaves open all that it would leave open when asked."""
    part = {
        "immediate_danger": "no",
        "recipient": "protector",
        "prompted_by": "legal-duty",
        "public_interest": "not-share",
    }
    possible = possible_from(guidance, as_answers(part))

    assert possible.questions == ("concern", "recipient_risk")
    assert possible.outcomes == ("share-without-consent", "share-elsewhere", "seek-advice")


def test_whose_consent_is_told_also_behind_a_choice_of_outcomes() -> None:
    """A rule that weighs may come to asking for consent; whose, may rest on a question more."""
    early, other, fair, late = (one(name, "no yes") for name in ("early", "other", "fair", "late"))
    both = All((IsOneOf("early", ("yes",)), IsOneOf("other", ("yes",))))
    guidance = pack(
        [early, other, fair, late],
        [rule("both", both, "share"), rule("rest", always(early), choose="weigh")],
        outcomes=[outcome("share"), outcome("ask", consent_from="whose")],
        choices=[
            choice("weigh", row("fair", always(fair), "ask")),
            choice(
                "whose",
                row("known", IsOneOf("early", ("no",)), "child"),
                row("asked", always(late), "parent"),
            ),
        ],
    )

    assert possible_from(guidance, {}).questions == ("early", "other", "fair", "late")


def test_what_a_choice_still_needs_keeps_positions_apart() -> None:
    """One rule, one choice: it may need one question more on the one way than on the other."""
    early, middle, late = (one(name, "yes no") for name in ("early", "middle", "late"))
    not_early = All((IsOneOf("early", ("no",)), always(middle)))
    guidance = pack(
        [early, middle, late],
        [
            rule("child", All((always(early), Comes("whose", ("child",)))), "share"),
            rule("rest", always(early), "keep"),
        ],
        choices=[
            choice("whose", row("one", not_early, "parent"), row("two", always(late), "child"))
        ],
    )

    assert possible_from(guidance, {}).questions == ("early", "late", "middle")


def test_questions_come_in_the_order_in_which_they_may_be_asked() -> None:
    """A question further on is told later, even if the pack names it first."""
    late, early, middle = one("late", "yes no"), one("early", "yes no"), one("middle", "yes no")
    guidance = pack(
        [late, middle, early],
        [
            rule("first", IsOneOf("early", ("yes",)), "share"),
            rule("second", IsOneOf("middle", ("yes",)), "share"),
            rule("third", IsOneOf("late", ("yes", "no")), "keep"),
        ],
    )

    assert possible_from(guidance, {}).questions == ("early", "middle", "late")
    assert possible_from(guidance, {"early": ("no",)}).questions == ("middle", "late")


@pytest.mark.thorough
def test_no_question_is_foretold_before_one_that_always_comes_first(guidance: Guidance) -> None:
    """Wherever an interview asks two questions in one order only, they are told in that order."""
    readings = islice(reading.all_readings(reading.NARROW), 0, None, 23)
    pairs = {pair for _, each in readings for pair in combinations(each.asked, 2)}

    told = possible_from(guidance, {}).questions

    wrong = {(early, late) for early, late in combinations(told, 2) if (early, late) not in pairs}
    assert wrong.isdisjoint((early, late) for late, early in pairs)
