"""Three-valued truth: what is told from the answers so far, and what is still needed."""

from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.conditions import (
    All,
    Any,
    Comes,
    Condition,
    Fails,
    HasAll,
    HasAny,
    Holds,
    IsOneOf,
    Lacks,
)
from infoshare_cli.core.evaluation import Answers, Evaluation, Truth, leaf_truth
from tests.core.random_packs import QUESTIONS, PackWithCondition, packs_with_condition
from tests.core.small_packs import choice, fact, many, one, pack, part_sheets, row, sheets

QUESTION_IDS = tuple(question.id for question in QUESTIONS)
A, B, C = (IsOneOf(name, ("yes",)) for name in "abc")
YES_NO = tuple(one(name, "yes no not-sure") for name in "abc")
SAID: Mapping[Truth, str | None] = {True: "yes", False: "no", None: None}


def said(a: Truth, b: Truth) -> Answers:
    """Answers that make A and B come to these truths."""
    words = {"a": SAID[a], "b": SAID[b]}
    return {question: (word,) for question, word in words.items() if word is not None}


ALL_AND_ANY: tuple[tuple[Truth, Truth, Truth, Truth], ...] = (
    (True, True, True, True),
    (True, None, None, True),
    (True, False, False, True),
    (None, True, None, True),
    (None, None, None, None),
    (None, False, False, None),
    (False, True, False, True),
    (False, None, False, None),
    (False, False, False, False),
)
"""Two parts, what all of them comes to, what any of them comes to."""


@pytest.mark.parametrize(("a", "b", "both", "either"), ALL_AND_ANY)
def test_all_and_any_are_known_as_soon_as_they_can_be(
    a: Truth, b: Truth, both: Truth, either: Truth
) -> None:
    """One false part settles an all, one true part an any, whatever is not known yet."""
    evaluation = Evaluation(pack(YES_NO), said(a, b))

    assert evaluation.truth(All((A, B))) is both
    assert evaluation.truth(Any((A, B))) is either


@pytest.mark.parametrize(("a", "expected"), [(True, False), (False, True), (None, None)])
def test_not_of_a_fact_is_known_exactly_when_the_fact_is(a: Truth, expected: Truth) -> None:
    """What is not known yet is not known the other way round either."""
    evaluation = Evaluation(pack(YES_NO, facts=[fact("f", A)]), said(a, None))

    assert evaluation.truth(Holds("f")) is a
    assert evaluation.truth(Fails("f")) is expected


LEAVES: tuple[tuple[Condition, str, bool], ...] = (
    (IsOneOf("q", ("yes", "no")), "no", True),
    (IsOneOf("q", ("yes", "no")), "not-sure", False),
    (HasAny("q", ("x", "y")), "y z", True),
    (HasAny("q", ("x", "y")), "z", False),
    (HasAll("q", ("x", "y")), "x y z", True),
    (HasAll("q", ("x", "y")), "x z", False),
    (Lacks("q", ("x", "y")), "z", True),
    (Lacks("q", ("x", "y")), "x z", False),
    (Lacks("q", ("x", "y")), "not-sure", True),
)


@pytest.mark.parametrize(("leaf", "answer", "expected"), LEAVES)
def test_one_answer_tells_what_it_says(
    leaf: IsOneOf | HasAny | HasAll | Lacks, answer: str, expected: bool
) -> None:
    """A leaf is told from one answer, and not known without it."""
    guidance = pack([many("q", "x y z yes no not-sure")])
    chosen = tuple(answer.split())

    assert leaf_truth(leaf, chosen) is expected
    assert Evaluation(guidance, {"q": chosen}).truth(leaf) is expected
    assert Evaluation(guidance, {}).truth(leaf) is None


def test_facts_are_told_through_facts() -> None:
    """A fact may rest on another, and is not known while that one is not."""
    facts = [fact("deep", A), fact("both", All((Holds("deep"), B)))]
    guidance = pack(YES_NO, facts=facts)

    assert Evaluation(guidance, said(True, True)).truth(Holds("both")) is True
    assert Evaluation(guidance, said(False, None)).truth(Fails("both")) is True
    assert Evaluation(guidance, said(None, True)).truth(Holds("both")) is None
    assert Evaluation(guidance, said(None, True)).needed_for(Fails("both")) == "a"


ROWS: tuple[tuple[Answers, str | None, str | None, str | None], ...] = (
    ({}, None, None, "a"),
    ({"b": ("yes",)}, None, None, "a"),
    ({"a": ("yes",)}, "first", "ra", None),
    ({"a": ("no",)}, None, None, "b"),
    ({"a": ("no",), "b": ("yes",)}, "second", "rb", None),
    ({"a": ("no",), "b": ("no",)}, "", None, None),
)
"""Answers, the value of a choice, the row that gives it, the question that it still needs."""


@pytest.mark.parametrize(("answers", "value", "name", "needed"), ROWS)
def test_a_choice_takes_its_first_row_that_is_not_false(
    answers: Answers, value: str | None, name: str | None, needed: str | None
) -> None:
    """A later row never overtakes an earlier one that may still come true."""
    rows = (row("ra", A, "first"), row("rb", B, "second"))
    evaluation = Evaluation(pack(YES_NO, choices=[choice("k", *rows)]), answers)
    found = evaluation.row("k")

    assert evaluation.value("k") == value
    assert (None if found is None else found.id) == name
    assert evaluation.needed_for_choice("k") == needed
    assert evaluation.needed_for(Comes("k", ("second",))) == needed
    assert evaluation.truth(Comes("k", ("second",))) is (None if value is None else name == "rb")


IN_ORDER: tuple[tuple[Condition, str, str | None], ...] = (
    (All((A, B, C)), "", "a"),
    (All((C, B, A)), "", "c"),
    (All((A, B, C)), "a", "b"),
    (Any((A, B, C)), "a", None),
    (Any((All((B, A)), C)), "b", "a"),
    (All((Any((A, B)), C)), "a", "c"),
    (All((A, B)), "a b", None),
)
"""A condition, the questions that were answered with yes, the question needed next."""


@pytest.mark.parametrize(("condition", "answered", "needed"), IN_ORDER)
def test_questions_are_needed_in_the_order_written(
    condition: Condition, answered: str, needed: str | None
) -> None:
    """The first unanswered question of the first open part; none once truth is known."""
    answers = dict.fromkeys(answered.split(), ("yes",))

    assert Evaluation(pack(YES_NO), answers).needed_for(condition) == needed


def unanswered(random: PackWithCondition, answers: Answers) -> Iterator[str]:
    """The questions behind the open parts of a condition, as written, by a reading of its own."""

    def walk(condition: Condition) -> Iterator[str]:
        if Evaluation(random.guidance, answers).truth(condition) is not None:
            return
        match condition:
            case All(parts) | Any(parts):
                for part in parts:
                    yield from walk(part)
            case Holds(name) | Fails(name):
                yield from walk(random.guidance.condition_of[name])
            case Comes(name, _):
                for each in random.guidance.rows_of[name]:
                    yield from walk(each.when)
            case _:
                yield condition.question

    return walk(random.condition)


ANY_PACK = packs_with_condition()
PART = part_sheets(pack(QUESTIONS))
WHOLE = sheets(pack(QUESTIONS))


@given(ANY_PACK, PART, WHOLE)
def test_an_answer_more_never_changes_what_was_known(
    random: PackWithCondition, part: Answers, whole: Answers
) -> None:
    """Truth and choices only ever go from not known to known, in any pack."""
    before = Evaluation(random.guidance, part)
    after = Evaluation(random.guidance, {**whole, **part})

    assert before.truth(random.condition) in (None, after.truth(random.condition))
    assert before.value("k") in (None, after.value("k"))
    assert before.row("k") in (None, after.row("k"))


@given(ANY_PACK, WHOLE)
def test_everything_is_known_once_all_is_answered(
    random: PackWithCondition, whole: Answers
) -> None:
    """No condition stays open when nothing is left to ask."""
    evaluation = Evaluation(random.guidance, whole)

    assert evaluation.truth(random.condition) is not None
    assert evaluation.value("k") is not None
    assert evaluation.needed_for(random.condition) is None


@given(ANY_PACK, PART)
def test_what_is_needed_is_the_first_that_is_open(random: PackWithCondition, part: Answers) -> None:
    """A question is needed exactly while truth is not known, and it is the first open one."""
    evaluation = Evaluation(random.guidance, part)
    needed = evaluation.needed_for(random.condition)

    assert (needed is None) == (evaluation.truth(random.condition) is not None)
    assert needed == next(unanswered(random, part), None)
    assert needed is None or needed not in part


@given(ANY_PACK, WHOLE, st.permutations(QUESTION_IDS))
def test_order_of_answers_does_not_count(
    random: PackWithCondition, whole: Answers, order: list[str]
) -> None:
    """The same answers come to the same, however they were gathered."""
    shuffled = {question: whole[question] for question in order}

    assert Evaluation(random.guidance, shuffled).truth(random.condition) == Evaluation(
        random.guidance, whole
    ).truth(random.condition)
