"""The interview: asks what it needs, in the order of the rules, and nothing else counts."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.conditions import All, Comes, HasAny, Holds, IsOneOf
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import FollowUp, Guidance, Question
from infoshare_cli.core.interview import Standing, after, stand, still_to_follow
from infoshare_cli.errors import GuidanceError
from tests.core.small_packs import (
    always,
    choice,
    fact,
    many,
    one,
    outcome,
    pack,
    row,
    rule,
)
from tests.interviews import conduct
from tests.shipped import as_answers, cases, part_cases, shipped_pack

CASES, PARTS = cases(), part_cases()

DANGER, WHO, WHAT = one("danger", "yes no"), one("who", "us them"), many("what", "x y", "none")
SMALL = pack(
    (DANGER, WHO, WHAT, one("age", "young old"), one("fair", "yes no")),
    (
        rule("now", IsOneOf("danger", ("yes",)), "emergency"),
        rule("ours", All((IsOneOf("who", ("us",)), Holds("wanted"))), "ask"),
        rule("theirs", IsOneOf("who", ("them",)), choose="weigh"),
        rule("rest", Comes("weigh", ("share",)), "share"),
    ),
    outcomes=(outcome("emergency"), outcome("ask", "whose"), outcome("share"), outcome("keep")),
    facts=[fact("wanted", HasAny("what", ("x",)))],
    choices=[
        choice(
            "whose",
            row("older", IsOneOf("age", ("old",)), "child"),
            row("younger", IsOneOf("age", ("young",)), "parent"),
        ),
        choice("weigh", row("for", IsOneOf("fair", ("yes",)), "share")),
    ],
    follow_ups=[
        FollowUp("who", always(WHO), "Who?"),
        FollowUp("what", IsOneOf("outcome", ("share", "emergency")), "What?"),
        FollowUp("age", HasAny("what", ("y",)), "Which age?"),
    ],
)


def answered(line: str) -> Answers:
    """Answers from a line such as 'danger=no what=x+y'."""
    pairs = (word.split("=") for word in line.split())
    return {question: tuple(options.split("+")) for question, options in pairs}


NEXT = (
    ("", "", "danger"),
    ("danger=no", "danger", "who"),
    ("who=them", "", "danger"),
    ("danger=no who=us", "danger who", "what"),
    ("danger=no who=us what=x", "danger who what", "age"),
    ("danger=no who=us what=y", "danger who what", "fair"),
    ("danger=no who=them age=old", "danger who", "fair"),
)


@pytest.mark.parametrize(("line", "asked", "needed"), NEXT)
def test_an_open_interview_says_what_it_needed_and_what_comes_next(
    line: str, asked: str, needed: str
) -> None:
    """The rule, then the outcomes it chooses between, then whose consent."""
    standing = stand(SMALL, answered(line))

    assert standing.asked == tuple(asked.split())
    assert standing.next == SMALL.question_by_id[needed]
    assert standing.verdict is None


ENDS = (
    ("danger=yes", "now", "emergency", None, ""),
    ("danger=no who=us what=x age=young", "ours", "ask", "parent", "younger"),
    ("danger=no who=us what=x age=old", "ours", "ask", "child", "older"),
    ("danger=no who=them fair=yes", "theirs", "share", None, "for"),
    ("danger=no who=us what=none fair=yes", "rest", "share", None, "for"),
)


@pytest.mark.parametrize(("line", "step", "end", "consent_from", "rows"), ENDS)
def test_a_verdict_is_the_rule_and_all_that_it_came_through(
    line: str, step: str, end: str, consent_from: str | None, rows: str
) -> None:
    """The rule, the outcome, whose consent, the rows of the choices; nothing is left to ask."""
    answers = answered(line)
    standing = stand(SMALL, answers)
    verdict = standing.verdict

    assert verdict is not None
    assert (verdict.rule.id, verdict.outcome.id, verdict.consent_from) == (step, end, consent_from)
    assert [each.id for each in verdict.rows] == rows.split()
    assert (standing.known, standing.next) == (answers, None)
    assert standing.rules[0] == verdict.rule


HOLES = (
    ("danger=no who=them fair=no", "The rule theirs comes to no outcome"),
    ("danger=no who=us what=none fair=no", "The pack tiny has no rule for this case"),
)


@pytest.mark.parametrize(("line", "message"), HOLES)
def test_a_pack_that_leaves_a_case_without_outcome_says_so(line: str, message: str) -> None:
    """And names the rule or the pack, never an answer of the case."""
    with pytest.raises(GuidanceError, match=message) as raised:
        stand(SMALL, answered(line))
    assert not {"them", "us", "none"} & set(str(raised.value).split())


AFTERWARDS = (
    ("danger=yes", "", "what"),
    ("danger=yes what=x", "what", ""),
    ("danger=yes what=y", "what", "age"),
    ("danger=yes what=y age=old", "what age", ""),
    ("danger=yes age=old", "", "what"),
    ("danger=yes who=us", "", "what"),
    ("danger=no who=them fair=yes", "", "what"),
    ("danger=no who=us what=x age=old", "", ""),
)


@pytest.mark.parametrize(("line", "followed_up", "still_open"), AFTERWARDS)
def test_what_follows_an_outcome_is_asked_in_order_and_only_where_it_bears(
    line: str, followed_up: str, still_open: str
) -> None:
    """Not what was asked already, nor what rests on an answer that is not there yet."""
    answers = answered(line)
    standing = stand(SMALL, answers)
    aftermath = after(SMALL, answers, standing)
    assert standing.verdict is not None

    assert aftermath.followed_up == tuple(followed_up.split())
    assert [each.question for each in aftermath.open] == still_open.split()
    assert aftermath.known == {
        "outcome": (standing.verdict.outcome.id,),
        **{question: answers[question] for question in (*standing.asked, *followed_up.split())},
    }


@given(CASES, CASES)
def test_answers_that_were_not_asked_for_change_nothing(case: Answers, other: Answers) -> None:
    """Left out or answered otherwise, they come to the same verdict by the same questions."""
    standing = stand(shipped_pack(), case)
    needed = {question: case[question] for question in standing.asked}

    assert stand(shipped_pack(), needed) == standing
    assert stand(shipped_pack(), {**other, **needed}) == standing


@given(PARTS, st.randoms(use_true_random=False))
def test_answers_given_in_any_order_come_to_the_same(part: Answers, random: Random) -> None:
    """The position is the answers, not the way that led there."""
    order = list(part)
    random.shuffle(order)

    assert stand(shipped_pack(), {question: part[question] for question in order}) == stand(
        shipped_pack(), part
    )


@given(PARTS, CASES)
def test_a_person_is_asked_exactly_what_is_needed_and_not_known(
    part: Answers, case: Answers
) -> None:
    """`conduct` asks the questions of `stand`, in that order, but never one that is answered."""
    asked: list[str] = []

    def ask(question: Question, standing: Standing) -> tuple[str, ...]:
        assert standing.next == question
        asked.append(question.id)
        return case[question.id]

    given_now = conduct(shipped_pack(), part, ask)
    standing = stand(shipped_pack(), given_now)

    assert standing.verdict is not None
    assert asked == [question for question in standing.asked if question not in part]
    assert given_now == {**part, **{question: case[question] for question in asked}}
    assert standing == stand(shipped_pack(), {**case, **part})


def test_danger_is_one_question(guidance: Guidance) -> None:
    """Whoever says that there is danger now is asked nothing else."""
    assert stand(guidance, {}).next == guidance.question_by_id["immediate_danger"]
    standing = stand(guidance, {"immediate_danger": ("yes",)})

    assert standing.verdict is not None
    assert standing.verdict.outcome.id == "emergency"
    assert standing.asked == ("immediate_danger",)


@pytest.mark.parametrize("worry", ["child-significant-harm", "adult-serious-harm"])
def test_serious_harm_to_safeguarding_is_three_questions(guidance: Guidance, worry: str) -> None:
    """No danger this hour, serious harm, to a safeguarding body: share, and ask no more."""
    case = {"immediate_danger": "no", "concern": worry, "recipient": "safeguarding"}
    standing = stand(guidance, as_answers(case))

    assert standing.verdict is not None
    assert standing.verdict.outcome.id == "share-without-consent"
    assert standing.asked == tuple(case)


def test_what_may_still_follow_counts_what_an_answer_could_open() -> None:
    """After a serious worry the checks come, and who asks only if somebody asked."""
    guidance = shipped_pack()
    answers = {
        "immediate_danger": ("no",),
        "concern": ("child-significant-harm",),
        "recipient": ("safeguarding",),
    }

    def following() -> list[str]:
        aftermath = after(guidance, answers, stand(guidance, answers))
        return [each.question for each in still_to_follow(guidance, aftermath)]

    assert following()[0] == "prompted_by"
    assert "requester_verified" in following()
    answers["prompted_by"] = ("own-concern",)
    assert "prompted_by" not in following()
    assert "requester_verified" not in following()
    assert "checks" in following()
