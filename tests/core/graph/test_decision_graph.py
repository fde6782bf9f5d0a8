"""The graph that people read ends where the engine does, for every case."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoshare_cli.core.conditions import All, Any, Comes, IsOneOf
from infoshare_cli.core.evaluation import Answers, Evaluation
from infoshare_cli.core.graph.decision_graph import (
    DecisionGraph,
    End,
    Entry,
    Step,
)
from infoshare_cli.core.graph.draw_graph import graph_of
from infoshare_cli.core.graph.pack_graphs import graphs_of
from infoshare_cli.core.graph.what_is_told import Subjects
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import stand
from infoshare_cli.errors import GuidanceError
from tests.core.graph_follower import end_of, looked_at
from tests.core.random_packs import PackWithCondition, intricate_packs, packs_with_condition
from tests.core.small_packs import always, choice, one, outcome, pack, row, rule, sheets
from tests.shipped import cases, shipped_pack

SHIPPED = graphs_of(shipped_pack())
READABLE_STEPS = 40
"""More would not fit on the sheet in type that can be read."""


def rule_of(guidance: Guidance, answers: Answers) -> str | None:
    """The rule that the engine decides a case by."""
    try:
        verdict = stand(guidance, answers).verdict
    except GuidanceError:
        return None
    assert verdict is not None
    return verdict.rule.id


def name_of(entries: Sequence[Entry], end: End) -> str | None:
    """The entry that an end is; None where no entry fits."""
    return entries[end.entry].id if end.entry < len(entries) else None


def graphs(guidance: Guidance) -> Iterator[tuple[Subjects, DecisionGraph]]:
    """The graph of the rules, and of each choice."""
    drawn = graphs_of(guidance)
    yield drawn.subjects, drawn.rules
    for _, graph in drawn.choices:
        yield drawn.subjects, graph


@settings(max_examples=150)
@given(cases())
def test_every_case_ends_at_the_rule_that_decides_it(case: Answers) -> None:
    """Whoever follows the arrows comes to the rule that the engine comes to."""
    guidance = shipped_pack()
    end = end_of(SHIPPED.subjects, SHIPPED.rules, case)
    assert name_of(guidance.rules, end) == rule_of(guidance, case)


@settings(max_examples=150)
@given(cases())
def test_a_choice_ends_at_the_row_that_gives_its_value(case: Answers) -> None:
    """In each case that comes to a choice, its graph ends at the row that the engine takes."""
    verdict = stand(shipped_pack(), case).verdict
    assert verdict is not None
    for each, graph in SHIPPED.choices:
        found = Evaluation(shipped_pack(), case).row(each.id)
        if found is not None and found in verdict.rows:
            assert name_of(each.rules, end_of(SHIPPED.subjects, graph, case)) == found.id


@given(cases())
def test_the_steps_look_at_what_the_interview_asks_for(case: Answers) -> None:
    """No arrow hangs on an answer that nobody was asked for, and none asked for is left out."""
    standing = stand(shipped_pack(), case)
    assert standing.verdict is not None
    seen = looked_at(SHIPPED.subjects, SHIPPED.rules, case)
    choices = {each.id: graph for each, graph in SHIPPED.choices}
    wanted = [standing.verdict.rule.choose, standing.verdict.outcome.consent_from]
    named = [*(name for name in seen if name in choices), *filter(None, wanted)]
    looked = {name for name in seen if name not in choices}
    for name in named:
        looked |= {*looked_at(SHIPPED.subjects, choices[name], case)}
    assert looked == {*standing.asked}


@pytest.mark.thorough
@settings(max_examples=150)
@given(st.data())
def test_the_graph_of_any_pack_ends_where_the_engine_does(data: st.DataObject) -> None:
    """Facts of facts, choices in conditions, any and all in each other: it is the same."""
    guidance = data.draw(intricate_packs())
    subjects = Subjects(guidance)
    case = data.draw(sheets(guidance))
    end = end_of(subjects, graph_of(subjects, guidance.rules), case)
    assert name_of(guidance.rules, end) == rule_of(guidance, case)


@pytest.mark.thorough
@settings(max_examples=150)
@given(packs_with_condition(), st.data())
def test_what_fits_no_rule_ends_at_none(random: PackWithCondition, data: st.DataObject) -> None:
    """A list that leaves cases without an entry shows it: the end is one more than the last."""
    guidance = replace(random.guidance, rules=(rule("only", random.condition, "o1"),))
    subjects = Subjects(guidance)
    case = data.draw(sheets(guidance))
    end = end_of(subjects, graph_of(subjects, guidance.rules), case)
    assert (end.entry == 0) is bool(Evaluation(guidance, case).truth(random.condition))


@settings(max_examples=100)
@given(intricate_packs())
def test_every_graph_is_sound(guidance: Guidance) -> None:
    """Ways lead on, part company, and all is reached; no step has one way only."""
    for _, graph in graphs(guidance):
        reached = {0}
        for place, node in enumerate(graph.nodes):
            assert place in reached
            if isinstance(node, Step):
                values = [value for way in node.ways for value in way.values]
                assert len(values) == len(set(values))
                assert len({way.to for way in node.ways}) == len(node.ways) > 1
                assert all(place < way.to for way in node.ways)
                reached |= {way.to for way in node.ways}


def test_the_graph_of_the_shipped_rules_can_be_read() -> None:
    """It has an end for each rule, and few enough steps for one sheet."""
    rules = SHIPPED.rules.nodes
    steps = [node for node in rules if isinstance(node, Step)]
    ends = [node.entry for node in rules if isinstance(node, End)]
    assert sorted(ends) == list(range(len(shipped_pack().rules)))
    assert len(steps) <= READABLE_STEPS


def test_what_is_known_is_not_told_again() -> None:
    """A second rule on the same answer adds a way to the first step, and no other step."""
    guidance = pack(
        (one("a", "x y z"), one("b", "yes no")),
        (
            rule("r1", IsOneOf("a", ("x",)), "o1"),
            rule("r2", All((IsOneOf("a", ("y",)), IsOneOf("b", ("yes",)))), "o2"),
            rule("r3", IsOneOf("a", ("y", "z")), "o1"),
        ),
        outcomes=(outcome("o1"), outcome("o2")),
    )
    graph = graph_of(Subjects(guidance), guidance.rules)
    steps = [node for node in graph.nodes if isinstance(node, Step)]
    assert [step.subject for step in steps] == ["a", "b"]
    assert [len(step.ways) for step in steps] == [3, 2]


def test_ways_that_go_on_alike_are_one() -> None:
    """Two ways to the same question with the same ends share one step."""
    yes = IsOneOf("c", ("yes",))
    guidance = pack(
        (one("a", "yes no"), one("b", "yes no"), one("c", "yes no")),
        (
            rule("r1", All((IsOneOf("a", ("yes",)), IsOneOf("b", ("yes",)))), "o1"),
            rule("r2", yes, "o2"),
            rule("r3", always(one("a", "yes no")), "o1"),
        ),
        outcomes=(outcome("o1"), outcome("o2")),
    )
    graph = graph_of(Subjects(guidance), guidance.rules)
    steps = [node for node in graph.nodes if isinstance(node, Step)]
    assert [step.subject for step in steps] == ["a", "b", "c"]


def test_a_question_whose_answers_come_to_the_same_is_no_step() -> None:
    """Whatever is answered, the same follows: there is nothing to draw."""
    either = IsOneOf("a", ("yes", "no"))
    guidance = pack((one("a", "yes no"),), (rule("r1", either, "o1"),), outcomes=(outcome("o1"),))
    graph = graph_of(Subjects(guidance), guidance.rules)
    assert [type(node) for node in graph.nodes] == [End]


def test_a_rule_that_never_fits_is_no_step() -> None:
    """Whatever is answered, it is passed by; only what follows is drawn."""
    never = All((IsOneOf("a", ("yes",)), IsOneOf("a", ("no",)), IsOneOf("b", ("yes",))))
    guidance = pack(
        (one("a", "yes no"), one("b", "yes no")),
        (rule("r1", never, "o1"), rule("r2", always(one("a", "yes no")), "o2")),
        outcomes=(outcome("o1"), outcome("o2")),
    )
    (node,) = graph_of(Subjects(guidance), guidance.rules).nodes
    assert isinstance(node, End)
    assert node.entry == 1


def test_a_step_that_looks_back_says_so() -> None:
    """The worry is told early, and looked at again further down."""
    told = [
        (node.subject, node.told_before) for node in SHIPPED.rules.nodes if isinstance(node, Step)
    ]
    assert ("concern", False) in told
    assert ("concern", True) in told
    assert told.index(("concern", False)) < told.index(("concern", True))


def test_a_case_of_the_guide_goes_the_way_it_should() -> None:
    """Serious harm, and a safeguarding body to hear it: three steps, and rule two."""
    case: Answers = {
        "immediate_danger": ("no",),
        "concern": ("child-significant-harm",),
        "recipient": ("safeguarding",),
    }
    assert looked_at(SHIPPED.subjects, SHIPPED.rules, case) == tuple(case)
    assert end_of(SHIPPED.subjects, SHIPPED.rules, case).entry == 1


def test_a_choice_in_a_choice_knows_what_its_cases_have_in_common() -> None:
    """The inner one is drawn for the cases that the outer one brings to it, and no others."""
    questions = (one("a", "x y z"), one("b", "yes no"))
    inner = choice(
        "inner",
        row("i1", IsOneOf("a", ("x",)), "v"),
        row("i2", All((IsOneOf("a", ("y",)), IsOneOf("b", ("yes",)))), "v"),
        row("i3", always(questions[0]), "w"),
    )
    outer = choice(
        "outer",
        row("w1", IsOneOf("a", ("x",)), "o1"),
        row("w2", Comes("inner", ("v",)), "o1"),
        row("w3", Comes("inner", ("w",)), "o2"),
    )
    guidance = pack(
        questions,
        (rule("r1", always(questions[0]), None, "outer"),),
        outcomes=(outcome("o1"), outcome("o2")),
        choices=(inner, outer),
    )
    drawn = {each.id: graph for each, graph in graphs_of(guidance).choices}
    first = drawn["inner"].nodes[0]
    assert isinstance(first, Step)
    assert first.subject == "b"
    assert first.known["a"] == {("y",)}
    case: Answers = {"a": ("y",), "b": ("no",)}
    subjects = Subjects(guidance)
    assert end_of(subjects, drawn["outer"], case).entry == 2
    assert end_of(subjects, drawn["inner"], case).entry == 2


def test_a_choice_of_which_no_row_fits_is_told_by_that() -> None:
    """Its value is then empty, and the graph has a way for it."""
    questions = (one("a", "x y"), one("b", "yes no"))
    guidance = pack(
        questions,
        (rule("r1", Comes("k", ("v",)), "o1"), rule("r2", always(questions[0]), "o2")),
        outcomes=(outcome("o1"), outcome("o2")),
        choices=(choice("k", row("k1", IsOneOf("a", ("x",)), "v")),),
    )
    assert Subjects(guidance).values("k") == (("v",), ("",))
    assert end_of(Subjects(guidance), graphs_of(guidance).rules, {"a": ("y",)}).entry == 1


def test_a_step_stands_for_another_only_where_it_tells_the_same() -> None:
    """Two ways come to the same rule with different things left: each keeps its own."""
    first = All((IsOneOf("p", ("k",)), IsOneOf("b", ("yes",))))
    second = All((IsOneOf("p", ("l",)), IsOneOf("c", ("yes",))))
    guidance = pack(
        (one("p", "k l m"), one("a", "yes no"), one("b", "yes no"), one("c", "yes no")),
        (
            rule("r1", IsOneOf("p", ("m",)), "o1"),
            rule("r2", All((IsOneOf("a", ("yes",)), Any((first, second)))), "o2"),
            rule("r3", always(one("a", "yes no")), "o1"),
        ),
        outcomes=(outcome("o1"), outcome("o2")),
    )
    subjects = Subjects(guidance)
    graph = graph_of(subjects, guidance.rules)
    yes, no = ("yes",), ("no",)
    assert end_of(subjects, graph, {"p": ("k",), "a": yes, "b": yes, "c": no}).entry == 1
    assert end_of(subjects, graph, {"p": ("l",), "a": yes, "b": no, "c": yes}).entry == 1
    assert end_of(subjects, graph, {"p": ("l",), "a": yes, "b": yes, "c": no}).entry == 2


def test_a_step_that_was_stood_for_comes_back_where_others_need_it() -> None:
    """A way that comes to it later, and knows other things, is not led to what stood for it."""
    parts = (
        Any((IsOneOf("p", ("k", "l")), IsOneOf("x", ("yes",)))),
        IsOneOf("a", ("yes",)),
        Any((IsOneOf("p", ("m",)), IsOneOf("b", ("yes",)))),
    )
    guidance = pack(
        (one("p", "k l m"), one("x", "yes no"), one("a", "yes no"), one("b", "yes no")),
        (
            rule("r1", All((IsOneOf("p", ("l",)), IsOneOf("b", ("no",)))), "o2"),
            rule("r2", All(parts), "o1"),
            rule("r3", always(one("a", "yes no")), "o2"),
        ),
        outcomes=(outcome("o1"), outcome("o2")),
    )
    subjects = Subjects(guidance)
    graph = graph_of(subjects, guidance.rules)
    yes, no = ("yes",), ("no",)
    ends = {
        name: end_of(subjects, graph, {"p": (name,), "x": yes, "a": yes, "b": no}).entry
        for name in ("k", "l", "m")
    }
    assert ends == {"k": 2, "l": 0, "m": 1}
