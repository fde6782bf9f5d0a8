"""A condition found for some values is true of those and of no other."""

from itertools import combinations

import pytest
from hypothesis import given, settings

from infoshare_cli.core.conditions import Condition, HasAll, HasAny, Holds, Lacks, Leaf
from infoshare_cli.core.evaluation import Evaluation
from infoshare_cli.core.graph.decision_graph import Step
from infoshare_cli.core.graph.formula import Value
from infoshare_cli.core.graph.pack_graphs import graphs_of
from infoshare_cli.core.graph.telling_apart import telling
from infoshare_cli.core.graph.what_is_told import Subjects
from infoshare_cli.core.guidance import Guidance
from tests.core.random_packs import intricate_packs
from tests.core.small_packs import many, outcome, pack, rule
from tests.shipped import shipped_pack


def is_true(subjects: Subjects, question: str, condition: Condition, value: Value) -> bool:
    """Whether the engine finds a condition true of one answer."""
    return bool(Evaluation(subjects.guidance, {question: value}).truth(condition))


def check_ways(guidance: Guidance) -> int:
    """Tell each way of each step on a question of many options; how many there were."""
    drawn, count = graphs_of(guidance), 0
    subjects = drawn.subjects
    for graph in (drawn.rules, *(graph for _, graph in drawn.choices)):
        for node in graph.nodes:
            found = guidance.question_by_id.get(node.subject) if isinstance(node, Step) else None
            if not isinstance(node, Step) or found is None or found.kind == "one":
                continue
            among = frozenset(value for way in node.ways for value in way.values)
            for way in node.ways:
                leaves, facts = subjects.leaves(found.id), subjects.facts_of(found.id)
                told = telling(leaves, facts, frozenset(way.values), among).condition
                true_of = {value for value in among if is_true(subjects, found.id, told, value)}
                assert true_of == {*way.values}
                count += 1
    return count


def test_the_ways_of_the_shipped_rules_are_told_apart() -> None:
    """What an arrow says of an answer with several options is so of that way alone."""
    assert check_ways(shipped_pack()) > 20


@pytest.mark.thorough
@settings(max_examples=150)
@given(intricate_packs())
def test_the_ways_of_any_rules_are_told_apart(guidance: Guidance) -> None:
    """However the conditions are mixed."""
    check_ways(guidance)


def test_the_words_of_the_rules_come_first() -> None:
    """What a rule says itself is plainer than anything made up; then comes a named fact."""
    subjects = Subjects(shipped_pack())
    among = frozenset(subjects.values("concern"))
    serious = HasAny("concern", ("child-significant-harm", "adult-serious-harm"))
    wanted = frozenset(v for v in among if is_true(subjects, "concern", serious, v))
    leaves, facts = subjects.leaves("concern"), subjects.facts_of("concern")

    assert telling(leaves, facts, wanted, among).condition == serious
    assert telling((), facts, wanted, among).condition == Holds("serious")
    assert telling(leaves, facts, among - wanted, among).effort > 0


def test_any_values_can_be_told_from_any_others() -> None:
    """Every set of values of a question, however it is mixed, has a condition of its own."""
    found = many("c", "x y z", alone="none")
    leaves: tuple[Leaf, ...] = (
        HasAll("c", ("x", "y")),
        HasAny("c", ("x", "z")),
        Lacks("c", ("y", "none")),
    )
    rules = tuple(rule(f"r{n}", leaf, "o1") for n, leaf in enumerate(leaves))
    subjects = Subjects(pack((found,), rules, outcomes=(outcome("o1"),)))
    every = subjects.values("c")
    for count in range(1, len(every)):
        for values in combinations(every, count):
            wanted = frozenset(values)
            told = telling(leaves, (), wanted, frozenset(every)).condition
            assert wanted == {value for value in every if is_true(subjects, "c", told, value)}
