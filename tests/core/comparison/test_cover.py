"""The fewest conditions for some cases: held against every single case of random packs."""

from collections.abc import Iterator
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.cases.classes import AnswerClass, classes_of
from infoshare_cli.core.cases.walk import Walk, walk
from infoshare_cli.core.comparison.answer_tests import AnswerTest, AnswerTests
from infoshare_cli.core.comparison.case_graph import Asked, CaseGraph
from infoshare_cli.core.comparison.conditions_of_cases import CaseFinder, Cases
from infoshare_cli.core.comparison.cover import cover
from infoshare_cli.core.comparison.joint_walk import JointEnd, JointWalker
from infoshare_cli.core.conditions import HasAll, HasAny
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance, Question
from tests.core.random_packs import deciding_packs
from tests.core.small_packs import many


def answers_to(question: Question) -> Iterator[tuple[str, ...]]:
    """Every sound answer to a question."""
    options = [option.id for option in question.options]
    if question.kind == "one":
        yield from ((option,) for option in options)
        return
    beside = [option for option in options if option not in question.alone]
    yield from chain.from_iterable(
        combinations(beside, count) for count in range(1, len(beside) + 1)
    )
    yield from ((option,) for option in question.alone)


def every_case(
    walker: JointWalker, joint: Walk[JointEnd], index: int = 0, asked: Answers | None = None
) -> Iterator[tuple[Answers, int]]:
    """Every single case, answer by answer, and the node where it ends."""
    node, so_far = joint.nodes[index], asked or {}
    if node.asks is None:
        yield so_far, index
        return
    question = walker.questions[node.asks]
    leaves = walker.leaves(node.asks)
    for answer in answers_to(question):
        place = class_of(question, leaves, answer)
        to = node.branches[place].to
        yield from every_case(walker, joint, to, {**so_far, node.asks: answer})


def class_of(question: Question, leaves: tuple[object, ...], answer: tuple[str, ...]) -> int:
    """The class that an answer is in, found by what each leaf makes of it."""

    def seen(chosen: tuple[str, ...]) -> list[bool]:
        return [holds(leaf, chosen) for leaf in leaves]

    classes = classes_of(question, leaves)  # type: ignore[arg-type]
    return next(place for place, each in enumerate(classes) if seen(each.answer) == seen(answer))


def holds(leaf: object, chosen: tuple[str, ...]) -> bool:
    """Whether a leaf is true of an answer, spelled out once more."""
    options = getattr(leaf, "options")  # noqa: B009
    kind = type(leaf).__name__
    if kind == "HasAll":
        return set(options) <= set(chosen)
    return bool(set(options) & set(chosen)) != (kind == "Lacks")


def fits(test: AnswerTest, asked: Answers) -> bool:
    """Whether what is said is so in a case."""
    if test.question not in asked:
        return False
    chosen, options = set(asked[test.question]), set(test.options)
    return {
        "asked": True,
        "any": bool(chosen & options),
        "none": not chosen & options,
        "all": options <= chosen,
        "not-all": not options <= chosen,
    }[test.kind]


def in_cases(cases: Cases, asked: Answers) -> list[bool]:
    """For each condition, whether it holds in a case."""
    return [all(fits(test, asked) for test in each.tests) for each in cases.conditions]


@pytest.mark.thorough
@given(deciding_packs(), deciding_packs(), st.data())
def test_the_conditions_hold_in_the_wanted_cases_and_no_other(
    old: Guidance, new: Guidance, data: st.DataObject
) -> None:
    """Whichever ends are wanted; and the numbers beside the conditions are those of their cases."""
    walker = JointWalker(old, new)
    joint = walk(walker)
    wanted = data.draw(st.sets(st.sampled_from(joint.ends)))
    found = CaseFinder(walker, joint).cases(wanted)
    counts = [0] * len(found.conditions)
    fresh = [0] * len(found.conditions)
    total = 0
    for asked, end in every_case(walker, joint):
        true = in_cases(found, asked)
        assert any(true) == (end in wanted)
        total += end in wanted
        counts = [count + each for count, each in zip(counts, true, strict=True)]
        if any(true):
            fresh[true.index(True)] += 1
    assert found.count == total
    assert counts == [each.cases for each in found.conditions]
    assert fresh == [each.fresh for each in found.conditions]
    assert found.not_described == 0


@given(deciding_packs(), deciding_packs(), st.data())
def test_no_condition_can_be_left_out_or_made_shorter(
    old: Guidance, new: Guidance, data: st.DataObject
) -> None:
    """Each is needed for some case, and each of its questions keeps some other case out."""
    walker = JointWalker(old, new)
    joint = walk(walker)
    wanted = data.draw(st.sets(st.sampled_from(joint.ends)))
    found = CaseFinder(walker, joint).cases(wanted)
    cases = [(asked, in_cases(found, asked), end) for asked, end in every_case(walker, joint)]
    for place, condition in enumerate(found.conditions):
        assert any(true[place] and sum(true) == 1 for _, true, _ in cases)
        for left_out in {test.question for test in condition.tests}:
            rest = [test for test in condition.tests if test.question != left_out]
            assert any(
                all(fits(test, asked) for test in rest) and end not in wanted
                for asked, _, end in cases
            )


def test_what_is_not_described_is_counted() -> None:
    """Where there may be no more conditions, the cases that are left are told."""
    graph = CaseGraph([Asked("a", (1, 2)), Asked("b", (1, 3))])
    root = graph.node(0, {graph.node(1, {1: 1, 0: 2}): 1, graph.node(1, {0: 1, 1: 2}): 2})
    none = cover(graph, root, lambda _question, must, _useful, _free: must, 0)
    assert (none.cubes, none.left) == ((), 1 + 2 * 3)
    both = cover(graph, root, lambda _question, must, _useful, _free: must, 9)
    assert ([(each.cases, len(each.cube)) for each in both.cubes], both.left) == (
        [(6, 2), (1, 2)],
        0,
    )


def test_a_condition_whose_cases_are_all_in_others_is_left_out() -> None:
    """The largest one comes first, and is not needed once those on its two sides are there."""
    graph = CaseGraph([Asked("x", (5, 6)), Asked("y", (1, 3)), Asked("z", (1, 1))])
    no, yes = graph.node(2, {0: 3}), graph.node(2, {1: 3})
    with_z = graph.node(2, {0: 1, 1: 2})
    root = graph.node(0, {graph.node(1, {no: 1, yes: 2}): 1, graph.node(1, {with_z: 3}): 2})
    found = cover(graph, root, lambda _question, must, _useful, _free: must, 9)
    assert [(dict(each.cube), each.cases) for each in found.cubes] == [
        ({0: 1, 1: 2}, 30),
        ({0: 2, 2: 2}, 24),
    ]


OPTIONS = ("w", "x", "y", "z")
UNDERSTANDING = many("c", "w x y z", alone="none unsure")


def said_of(*leaves: HasAll | HasAny) -> tuple[AnswerTests, tuple[AnswerClass, ...]]:
    """What can be said of the question, and its classes."""
    classes = classes_of(UNDERSTANDING, leaves)
    return AnswerTests(UNDERSTANDING, leaves, classes), classes


def test_some_but_not_all_is_said_in_two_tests() -> None:
    """What no single test says is said by as few together as may be."""
    leaves = (HasAll("c", OPTIONS), HasAny("c", ("unsure",)), HasAny("c", OPTIONS))
    tests, classes = said_of(*leaves)
    some = next(place for place, each in enumerate(classes) if each.size == 14)
    said = tests.said(tests.widest(1 << some, {some: 14}, 0))
    assert {(test.kind, len(test.options)) for test in said} == {("not-all", 4), ("any", 4)}


def test_what_makes_no_difference_shortens_the_words() -> None:
    """Answers that are in no case may be counted in, where that says it sooner."""
    leaves = (HasAll("c", OPTIONS), HasAny("c", ("unsure",)), HasAny("c", OPTIONS))
    tests, classes = said_of(*leaves)
    some = next(place for place, each in enumerate(classes) if each.size == 14)
    others = sum(
        1 << place for place, each in enumerate(classes) if each.answer in {("none",), ("unsure",)}
    )
    said = tests.said(tests.widest(1 << some, {some: 14}, others))
    assert [(test.kind, test.options) for test in said] == [("not-all", OPTIONS)]


def test_a_question_with_very_many_answers_still_has_words_for_each_of_them() -> None:
    """Where not every wording is looked for, what is said is so of that answer and no other."""
    names = [f"o{number}" for number in range(8)]
    question = many("c", " ".join(names))
    leaves = tuple(HasAny("c", (name,)) for name in names)
    classes = classes_of(question, leaves)
    tests = AnswerTests(question, leaves, classes)
    for place in range(0, len(classes), 7):
        said = tests.said(tests.widest(1 << place, {place: 1}, 0))
        so = [each for each in classes if all(fits(test, {"c": each.answer}) for test in said)]
        assert so == [classes[place]]
