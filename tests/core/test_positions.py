"""What is kept of interviews decides nothing: all comes out as if it were worked out anew."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoshare_cli.core.cases.classes import decision_conditions, leaves_of, seen_of
from infoshare_cli.core.cases.pack_walk import walk_pack
from infoshare_cli.core.conditions import Comes, IsOneOf
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import Reason, stand, verdict_of
from infoshare_cli.core.positions import Answer, Position, Positions
from infoshare_cli.errors import GuidanceError
from tests.core.plain_interview import plain_stand
from tests.core.random_packs import QUESTIONS, deciding_packs, intricate_packs
from tests.core.small_packs import (
    always,
    choice,
    one,
    outcome,
    pack,
    part_sheets,
    row,
    rule,
    sheets,
    sound_answers,
)
from tests.shipped import cases, part_cases, shipped_pack

PACKS = deciding_packs() | intricate_packs()
SHEETS = st.lists(sheets(pack(QUESTIONS)) | part_sheets(pack(QUESTIONS)), min_size=1, max_size=12)
FEW, MOST = st.sampled_from((0, 0, 3)), st.sampled_from((4, 1000))


def keeping(guidance: Guidance, first_few: int, most: int = 20_000) -> Guidance:
    """The same pack, of which nothing was found yet."""
    fresh = replace(guidance)
    vars(fresh)["positions"] = Positions(fresh, first_few, most)
    return fresh


def kept(guidance: Guidance) -> list[Position]:
    """Every position that is kept."""
    found = {id(guidance.positions.start): guidance.positions.start}
    waiting = [guidance.positions.start]
    while waiting:
        for each in waiting.pop().ways.values():
            if id(each) not in found:
                found[id(each)] = each
                waiting.append(each)
    return list(found.values())


@settings(max_examples=100)
@given(PACKS, SHEETS, FEW, MOST)
def test_all_comes_out_as_it_is_defined(
    guidance: Guidance, answers: list[Answers], first_few: int, most: int
) -> None:
    """Of any tiny pack: whatever cases came before, and however soon all of it is forgotten."""
    guidance = keeping(guidance, first_few, most)

    assert [stand(guidance, each) for each in answers] == [
        plain_stand(guidance, each) for each in answers
    ]
    assert [verdict_of(guidance, each) for each in answers] == [
        plain_stand(guidance, each).verdict for each in answers
    ]


@settings(max_examples=25)
@given(st.lists(cases() | part_cases(), min_size=1, max_size=5))
def test_the_shipped_pack_comes_out_as_it_is_defined(answers: list[Answers]) -> None:
    """Cases of the rules that decide for people, while more and more is kept."""
    guidance = shipped_keeping()

    assert [stand(guidance, each) for each in answers] == [
        plain_stand(guidance, each) for each in answers
    ]


@cache
def shipped_keeping() -> Guidance:
    """The shipped pack, with what all examples of a test found of it."""
    return keeping(shipped_pack(), first_few=0)


def test_some_hundred_positions_stand_for_all_cases_of_the_shipped_pack() -> None:
    """Every way from every position of the walk, and the same by answers that are seen alike."""
    guidance = keeping(shipped_pack(), first_few=0)
    last_alike = _last_alike(guidance)
    for answers in _all_ways(guidance):
        alike = {each: last_alike[each, answers[each]] for each in answers}
        assert stand(guidance, answers) == plain_stand(guidance, answers)
        assert verdict_of(guidance, alike) == verdict_of(guidance, answers)

    assert 300 < len(kept(guidance)) < 450


def _all_ways(guidance: Guidance) -> Iterator[Answers]:
    for node in walk_pack(guidance).nodes:
        for branch in node.branches:
            assert node.asks is not None
            yield {**node.answers, node.asks: branch.answer.answer}


def _last_alike(guidance: Guidance) -> Mapping[tuple[str, Answer], Answer]:
    """For each answer to a question, the last one in which the rules see the same."""
    found: dict[tuple[str, Answer], Answer] = {}
    for name, leaves in leaves_of(decision_conditions(guidance)).items():
        every = sound_answers(guidance.question_by_id[name])
        last = {seen_of(leaves, each): each for each in every}
        found.update({(name, each): last[seen_of(leaves, each)] for each in every})
    return found


def test_what_a_verdict_came_through_is_its_own() -> None:
    """Two ways to one outcome by one rule, through other rows, have other reasons."""
    who = one("who", "us them others")
    rows = (row("of-us", IsOneOf("who", ("us",)), "safe"), row("of-all", always(who), "safe"))
    guidance = keeping(
        pack(
            [who], [rule("only", Comes("risk", ("safe",)), "go")], choices=[choice("risk", *rows)]
        ),
        first_few=0,
    )
    ends = [verdict_of(guidance, {"who": (each,)}) for each in ("us", "them", "others")]

    assert [end and [reason.rule for reason in end.reasons] for end in ends] == [
        ["only", "of-us"],
        ["only", "of-all"],
        ["only", "of-all"],
    ]
    assert ends[0] is not None
    assert ends[0].reasons[0] == Reason("only", "Because only.", ("p3.record",))
    assert ends[1] is ends[2]


def test_no_more_is_kept_than_the_bound() -> None:
    """What is forgotten is found again, and what had come of it stays as it was."""
    guidance = keeping(shipped_pack(), first_few=5, most=40)
    for node in walk_pack(guidance).nodes:
        expected = stand(shipped_keeping(), node.answers)
        assert stand(guidance, node.answers) == expected
        assert len(kept(guidance)) <= 41


@pytest.mark.parametrize("first_few", [0, 100])
def test_a_case_without_an_outcome_is_one_every_time(first_few: int) -> None:
    """And takes nothing from the cases that have one."""
    ask, whose = one("ask", "yes no maybe"), choice("end", row("r", IsOneOf("ask", ("yes",)), "o"))
    rules = [rule("only", IsOneOf("ask", ("yes", "no")), choose="end")]
    guidance = keeping(pack([ask], rules, outcomes=[outcome("o")], choices=[whose]), first_few)

    for _ in range(2):
        with pytest.raises(GuidanceError, match="The rule only comes to no outcome"):
            stand(guidance, {"ask": ("no",)})
        with pytest.raises(GuidanceError, match="has no rule for this case"):
            stand(guidance, {"ask": ("maybe",)})
        assert verdict_of(guidance, {"ask": ("yes",)}) is not None


def test_an_answer_that_a_question_does_not_take_is_seen_as_the_rules_see_it() -> None:
    """Whoever reads answers refuses it; here it is one that no condition names."""
    guidance = keeping(shipped_pack(), first_few=0)
    answers = {"immediate_danger": ("perhaps",), "concern": ("none", "rain")}

    assert stand(guidance, answers) == plain_stand(guidance, answers)
