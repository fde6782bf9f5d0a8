"""How firm an outcome is: every change that is told is so, and no other change is."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings

from infoshare_cli.core.cases.classes import decision_conditions, leaves_of, seen_of
from infoshare_cli.core.cases.futures import Futures
from infoshare_cli.core.cases.pack_walk import walk_pack
from infoshare_cli.core.cases.possible import possible_from
from infoshare_cli.core.change import change_answer
from infoshare_cli.core.conditions import IsOneOf
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.firmness import Firmness, Otherwise, how_firm, is_doubt
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import stand
from tests.core.random_packs import QUESTIONS, deciding_packs, intricate_packs
from tests.core.small_packs import always, one, outcome, pack, rule, sheets, sound_answers
from tests.shipped import NOT_ASKED_YET, as_answers

ABOUT = {"b": ("a",), "c": ("weigh",), "d": ("whose", "c")}
"""Questions whose answers are about something; so that a change sets answers aside."""
PACKS = (deciding_packs() | intricate_packs()).map(
    lambda guidance: replace(
        guidance,
        questions=tuple(replace(each, about=ABOUT.get(each.id, ())) for each in guidance.questions),
    )
)
SERIOUS = as_answers(
    {"immediate_danger": "no", "concern": "child-significant-harm", "recipient": "safeguarding"}
)


def worked_out(guidance: Guidance, answers: Answers) -> tuple[frozenset[str], bool]:
    """The outcomes that every completion there is comes to; whether none is needed."""
    left = [question for question in guidance.questions if question.id not in answers]
    ends = set()
    for chosen in product(*map(sound_answers, left)):
        whole = {**answers, **dict(zip((each.id for each in left), chosen, strict=True))}
        verdict = stand(guidance, whole).verdict
        assert verdict is not None
        ends.add(verdict.outcome.id)
    return frozenset(ends), stand(guidance, answers).verdict is not None


def other_answers(guidance: Guidance, answers: Answers, question: str) -> Iterator[tuple[str, ...]]:
    """All answers to a question that the rules tell from the one given."""
    leaves = leaves_of(decision_conditions(guidance))[question]
    for answer in sound_answers(guidance.question_by_id[question]):
        if seen_of(leaves, answer) != seen_of(leaves, answers[question]):
            yield answer


def told_of(
    guidance: Guidance, firmness: Firmness, question: str, answer: tuple[str, ...]
) -> list[Otherwise]:
    """What is told of an answer, or of one that the rules do not tell from it."""
    leaves = leaves_of(decision_conditions(guidance))[question]
    return [
        each
        for each in firmness.changes
        if each.question == question and seen_of(leaves, each.answers[0]) == seen_of(leaves, answer)
    ]


@settings(max_examples=80)
@given(PACKS, sheets(pack(QUESTIONS)))
def test_every_other_answer_leads_where_it_is_told_to(guidance: Guidance, sheet: Answers) -> None:
    """Of any tiny pack: changing an answer and trying all that may follow comes to the same."""
    firmness = how_firm(guidance, sheet)
    for question in firmness.rests_on:
        for answer in other_answers(guidance, sheet, question):
            changed = change_answer(guidance, sheet, question, answer).answers
            outcomes, settled = worked_out(guidance, changed)
            told = told_of(guidance, firmness, question, answer)
            ends = [(frozenset(each.outcomes), each.settled) for each in told]
            assert ends == ([] if outcomes == {firmness.outcome} else [(outcomes, settled)])


@settings(max_examples=60)
@given(PACKS, sheets(pack(QUESTIONS)))
def test_all_that_is_told_is_about_other_answers(guidance: Guidance, sheet: Answers) -> None:
    """Each answer of a kind is seen alike, and not like the one given; each kind is told once."""
    firmness = how_firm(guidance, sheet)
    leaves = leaves_of(decision_conditions(guidance))
    kinds = []
    for each in firmness.changes:
        seen = {seen_of(leaves[each.question], answer) for answer in each.answers}
        assert len(seen) == 1
        assert seen_of(leaves[each.question], sheet[each.question]) not in seen
        kinds.append((each.question, seen.pop()))
    assert len({*kinds}) == len(kinds)
    assert {each.question for each in firmness.changes} == {*firmness.questions}


@pytest.mark.thorough
@pytest.mark.parametrize("offset", range(4))
def test_it_holds_of_the_shipped_rules(guidance: Guidance, offset: int) -> None:
    """At ends of every sort, and with one look ahead for all of them."""
    walk, futures = walk_pack(guidance), Futures(guidance)
    for index in walk.ends[offset::8]:
        answers = walk.nodes[index].answers
        firmness = how_firm(guidance, answers, futures)
        for each in firmness.changes:
            changed = change_answer(guidance, answers, each.question, each.answers[-1]).answers
            possible = possible_from(guidance, changed)
            assert possible.outcomes == each.outcomes
            assert (possible.most == 0) is each.settled


def test_only_one_answer_decides_an_emergency(guidance: Guidance) -> None:
    """Whatever else is so, danger now comes first."""
    firmness = how_firm(guidance, {"immediate_danger": ("yes",)})
    assert firmness.only == "immediate_danger"
    assert how_firm(guidance, SERIOUS).only is None


def test_where_nothing_changes_it_nothing_decides() -> None:
    """Rules with one outcome: it stands whatever is answered."""
    asked = one("asked", "yes no")
    firmness = how_firm(pack([asked], [rule("all", always(asked), "share")]), {"asked": ("yes",)})
    assert (firmness.changes, firmness.only) == ((), None)


def test_a_gap_in_the_rules_is_told_and_stops_nobody() -> None:
    """The outcome at hand is as firm as ever."""
    guidance = pack([one("asked", "yes no")], [rule("one", IsOneOf("asked", ("yes",)), "share")])
    firmness = how_firm(guidance, {"asked": ("yes",)})
    assert firmness.changes == (Otherwise("asked", (("no",),), (), True),)


def test_a_doubt_comes_first_and_then_a_fact_that_speaks_for_another_decision(
    guidance: Guidance,
) -> None:
    """Who shared a serious worry hears of the worry, then of the recipient; then the rest."""
    first, second, *rest = how_firm(guidance, SERIOUS).changes

    assert (first.question, first.settled) == ("concern", False)
    assert ("not-sure",) in first.answers
    assert (second.question, second.outcomes) == ("recipient", ("share-elsewhere",))
    asked_last_first = ["recipient"] * 4 + ["concern"] * 2 + ["immediate_danger"]
    assert [each.question for each in rest] == asked_last_first


def test_a_doubt_that_settles_comes_before_one_that_does_not(guidance: Guidance) -> None:
    """And of two such the one asked last."""
    first, *_ = how_firm(guidance, NOT_ASKED_YET).changes
    assert first == Otherwise("capacity_doubt", (("not-sure",),), ("seek-advice",), True)


def doubting_pack() -> Guidance:
    """Three questions; a doubt on the second sends for advice, and on the last ends it."""
    first, second, last = (one(name, "yes no not-sure") for name in ("first", "second", "last"))
    return pack(
        [first, second, last],
        [
            rule("first-no", IsOneOf("first", ("no",)), "keep"),
            rule("second-unsure", IsOneOf("second", ("not-sure",)), "ask"),
            rule("second-no", IsOneOf("second", ("no",)), "keep"),
            rule("last-unsure", IsOneOf("last", ("not-sure",)), "ask"),
            rule("last-no", IsOneOf("last", ("no",)), "keep"),
            rule("rest", always(last), "share"),
        ],
        outcomes=[outcome("keep"), outcome("ask"), outcome("share")],
    )


@pytest.mark.parametrize(
    ("answers", "first", "second"),
    [
        # Not in doubt: the last doubt there could be, and the last fact of another question.
        ("yes yes yes", ("last", "not-sure"), ("second", "no")),
        # In doubt at the end: what settles it.
        ("yes yes not-sure", ("last", "yes"), ("second", "no")),
        # In doubt, and one way out of it leaves all open: the one that settles it first.
        ("yes not-sure", ("second", "no"), ("first", "no")),
    ],
)
def test_doubts_are_told_by_how_useful_they_are(
    answers: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    """A doubt of the person's own that could be settled goes before one that might have been."""
    given_answers = dict(
        zip(("first", "second", "last"), ((w,) for w in answers.split()), strict=False)
    )
    changes = how_firm(doubting_pack(), given_answers).changes
    assert [(each.question, each.answers[0][0]) for each in changes[:2]] == [first, second]


def test_a_doubt_with_another_name_tells_a_fact(guidance: Guidance) -> None:
    """A recipient that is not decided, an age that is not known: nobody is unsure of that."""
    assert is_doubt(guidance, "concern", ("not-sure",))
    assert not is_doubt(guidance, "recipient", ("not-sure",))
    assert not is_doubt(guidance, "concern", ("none",))
