"""Classes of answers: one for each way in which an answer can be seen, none for any other."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.cases.classes import AnswerClass, classes_of, decision_conditions, leaves_of
from infoshare_cli.core.conditions import HasAll, HasAny, IsOneOf, Lacks, Leaf
from infoshare_cli.core.evaluation import leaf_truth
from infoshare_cli.core.guidance import Question
from tests.core.small_packs import choice, fact, many, one, outcome, pack, row, rule, sound_answers

WORRY = many("worry", "a b c d e", alone="none not-sure")
LEAVES: tuple[Leaf, ...] = (
    HasAny("worry", ("a", "b")),
    HasAll("worry", ("c", "d")),
    Lacks("worry", ("e", "not-sure")),
)


def seen(leaves: tuple[Leaf, ...], answer: tuple[str, ...]) -> tuple[bool, ...]:
    """What is told from an answer."""
    return tuple(leaf_truth(leaf, answer) for leaf in leaves)


def assert_exact(question: Question, leaves: tuple[Leaf, ...]) -> None:
    """The classes are those that trying every answer finds, each as large."""
    answers = sound_answers(question)
    sizes = Counter(seen(leaves, answer) for answer in answers)
    fewest = {look: min(len(a) for a in answers if seen(leaves, a) == look) for look in sizes}
    classes = classes_of(question, leaves)

    assert {seen(leaves, each.answer): each.size for each in classes} == sizes
    assert {seen(leaves, each.answer): len(each.answer) for each in classes} == fewest
    assert {each.answer for each in classes} <= {*answers}
    assert len(classes) == len(sizes)


@pytest.mark.parametrize("count", range(len(LEAVES) + 1))
def test_there_is_one_class_for_each_way_in_which_answers_differ(count: int) -> None:
    """All that the decision can see of any answer, each once, each by a sound answer."""
    assert_exact(WORRY, LEAVES[:count])


LEAF = st.builds(
    lambda kind, options: kind("worry", tuple(options)),
    st.sampled_from((HasAny, HasAll, Lacks)),
    st.lists(st.sampled_from("abcde"), min_size=1, unique=True)
    | st.lists(st.sampled_from(("a", "b", "none", "not-sure")), min_size=1, unique=True),
)


@given(st.lists(LEAF, max_size=6, unique=True))
def test_classes_are_exact_for_any_leaves(leaves: list[Leaf]) -> None:
    """Number, size and smallest answer of every class are those that counting finds."""
    assert_exact(WORRY, tuple(leaves))


def test_options_of_a_question_of_one_are_joined_too() -> None:
    """What no condition tells apart is one class there as well."""
    question = one("age", "young old not-sure")

    assert classes_of(question, (IsOneOf("age", ("young",)),)) == (
        AnswerClass(("young",), 1),
        AnswerClass(("old",), 2),
    )


def test_forty_options_are_no_more_work_than_four() -> None:
    """Sets of options are never tried one by one: there would be 2^40 of them."""
    options = [f"o{number}" for number in range(40)]
    question = many("large", " ".join(options))
    leaves = tuple(HasAny("large", (option,)) for option in options[:3])
    classes = classes_of(question, (*leaves, HasAll("large", tuple(options))))

    assert len(classes) == 9
    assert sum(each.size for each in classes) == 2**40 - 1


def test_what_is_told_from_an_answer_is_found_wherever_it_is_asked() -> None:
    """In rules, facts and rows of choices, each once."""
    yes, no = IsOneOf("a", ("yes",)), IsOneOf("a", ("no",))
    some, both = HasAny("worry", ("a",)), HasAll("worry", ("a", "b"))
    guidance = pack(
        [one("a", "yes no"), WORRY],
        [rule("r", yes, "share"), rule("s", some, "share")],
        facts=[fact("f", both)],
        choices=[choice("k", row("x", no, "v"), row("y", yes, "v"))],
        outcomes=[outcome("share")],
    )

    assert leaves_of(decision_conditions(guidance)) == {"a": (yes, no), "worry": (some, both)}
