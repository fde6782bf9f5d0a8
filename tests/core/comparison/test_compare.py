"""What a change of the rules does: random packs held against each other case by case."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoshare_cli.core.cases.pack_walk import walk_pack
from infoshare_cli.core.cases.walk import TooManyNodes
from infoshare_cli.core.comparison.action_cases import OnePack
from infoshare_cli.core.comparison.compare import Comparison, compare
from infoshare_cli.core.conditions import (
    All,
    Any,
    Comes,
    Condition,
    Fails,
    HasAny,
    Holds,
    IsOneOf,
    Lacks,
)
from infoshare_cli.core.decision import decide
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import FollowUp, Guidance, Question
from infoshare_cli.core.interview import Standing, stand
from infoshare_cli.errors import GuidanceError
from tests.core.comparison.test_cover import answers_to, in_cases
from tests.core.random_packs import QUESTIONS, deciding_packs
from tests.core.small_packs import (
    action,
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
from tests.shipped import shipped_pack

End = tuple[str, str | None]


def sheets(questions: Sequence[Question]) -> Iterator[Answers]:
    """Every way to answer all of the questions."""
    names = [question.id for question in questions]
    for answers in product(*map(list, map(answers_to, questions))):
        yield dict(zip(names, answers, strict=True))


def interview(guidance: Guidance, sheet: Answers) -> tuple[End | None, frozenset[str]]:
    """What a case comes to, and the questions that it was asked."""
    standing: Standing = stand(guidance, sheet)
    assert standing.verdict is not None
    return (standing.verdict.outcome.id, standing.verdict.consent_from), frozenset(standing.asked)


def only(sheet: Answers, questions: frozenset[str]) -> frozenset[tuple[str, tuple[str, ...]]]:
    """The case that a sheet is for interviews that ask these questions."""
    return frozenset((question, sheet[question]) for question in questions)


@settings(max_examples=40)
@given(deciding_packs(), deciding_packs())
def test_every_case_is_counted_once_under_what_it_came_to_and_comes_to(
    old: Guidance, new: Guidance
) -> None:
    """As many as there are when every answer sheet is put to both packs by itself."""
    comparison = compare(old, new)
    cases: dict[object, tuple[End | None, End | None]] = {}
    for sheet in sheets(QUESTIONS):
        (before, asked_before), (now, asked_now) = interview(old, sheet), interview(new, sheet)
        case = only(sheet, asked_before | asked_now)
        cases[case] = before, now
        true = any(in_cases(comparison.changed, dict(case)))
        assert true == (before != now)
    assert comparison.cases == len(cases)
    changed = {case: ends for case, ends in cases.items() if ends[0] != ends[1]}
    assert comparison.changed.count == len(changed)
    counted = Counter(_pair(*ends) for ends in changed.values())
    assert counted == {
        ((g.old.outcome, g.old.consent_from), (g.new.outcome, g.new.consent_from)): g.cases.count
        for g in comparison.groups
    }


def _pair(before: End | None, now: End | None) -> tuple[End | None, End | None]:
    assert before is not None
    assert now is not None
    if before[0] == now[0]:
        return before, now
    return (before[0], None), (now[0], None)


@settings(max_examples=40)
@given(deciding_packs(), deciding_packs())
def test_questions_that_one_interview_asks_alone_are_counted(old: Guidance, new: Guidance) -> None:
    """In how many cases a question is newly asked, and no longer asked."""
    newly, no_longer = defaultdict[str, set[object]](set), defaultdict[str, set[object]](set)
    for sheet in sheets(QUESTIONS):
        before, now = interview(old, sheet)[1], interview(new, sheet)[1]
        for question in now - before:
            newly[question].add(only(sheet, before | now))
        for question in before - now:
            no_longer[question].add(only(sheet, before | now))
    expected = {
        question: (len(newly[question]), len(no_longer[question]))
        for question in {*newly, *no_longer}
    }
    asked = compare(old, new).asked
    assert expected == {each.question: (each.newly_asked, each.no_longer_asked) for each in asked}


LATER = one("later", "yes no")
CONDITIONS: tuple[Condition, ...] = (
    IsOneOf("outcome", ("o1", "o3")),
    HasAny("c", ("x",)),
    All((IsOneOf("outcome", ("o1",)), Lacks("c", ("y",)))),
    Any((IsOneOf("a", ("yes",)), IsOneOf("d", ("no",)))),
    All((IsOneOf("later", ("yes",)), IsOneOf("b", ("yes",)))),
    IsOneOf("later", ("no",)),
)
FOLLOW_UPS: tuple[Condition, ...] = (
    IsOneOf("outcome", ("o1", "o2")),
    IsOneOf("b", ("yes",)),
    HasAny("c", ("x", "none")),
)


@st.composite
def packs_with_an_action(draw: st.DrawFn) -> Guidance:
    """A pack that decides every case, with an action and a question after the outcome."""
    guidance = draw(deciding_packs())
    when = draw(st.sampled_from(CONDITIONS))
    asks = [
        FollowUp(name, draw(st.sampled_from(FOLLOW_UPS)), "Look.")
        for name in draw(st.sampled_from((("later",), ("c", "later"))))
    ]
    return replace(
        guidance,
        questions=(*QUESTIONS, LATER),
        actions=(action("act", when, "before"),) if draw(st.integers(0, 3)) else (),
        follow_ups=tuple(asks),
    )


def shows(guidance: Guidance, sheet: Answers) -> bool:
    """Whether a case shows the action once everything is answered."""
    decision = decide(guidance, sheet)
    assert decision is not None
    return any(each.id == "act" for each in decision.actions)


@settings(max_examples=40)
@given(packs_with_an_action(), packs_with_an_action())
def test_an_action_comes_and_goes_in_exactly_the_cases_that_are_told(
    old: Guidance, new: Guidance
) -> None:
    """The conditions hold where it comes and keeps its outcome, whatever else is answered."""
    change = next((each for each in compare(old, new).actions if each.action == "act"), None)
    comes = goes = False
    for sheet in sheets((*QUESTIONS, LATER)):
        (before, asked_before), (now, asked_now) = interview(old, sheet), interview(new, sheet)
        in_old, in_new = shows(old, sheet), shows(new, sheet)
        if before != now or now is None:
            continue
        comes, goes = comes or (in_new and not in_old), goes or (in_old and not in_new)
        if change is not None and change.status != "same":
            known = {**dict(only(sheet, asked_before | asked_now)), "outcome": (now[0],)}
            for each in (old, new):
                decision = decide(each, sheet)
                assert decision is not None
                # Other answers after the outcome do not belong to the cases of this action.
                looks_at = OnePack(each, "act").questions
                known.update({q: a for q, a in decision.followed_up.items() if q in looks_at})
            assert any(in_cases(change.comes, known)) == (in_new and not in_old)
            assert any(in_cases(change.goes, known)) == (in_old and not in_new)
    assert (comes, goes) == (
        bool(change and change.comes.count),
        bool(change and change.goes.count),
    )


A, B = one("a", "yes no"), one("b", "yes no")


def test_a_pack_beside_itself_has_every_case_once_and_no_difference() -> None:
    """As many cases as the pack has by itself."""
    shipped = shipped_pack()
    walk = walk_pack(shipped)
    comparison = compare(shipped, shipped)
    assert comparison.cases == sum(walk.cases_to[index] for index in walk.ends)
    assert comparison == Comparison(comparison.cases, comparison.changed, (), (), 0, (), ())
    assert comparison.same_outcomes


def test_a_case_without_a_rule_has_no_outcome() -> None:
    """A pack that leaves a case without outcome can be compared; that is a difference."""
    rest = rule("rest", always(A), "o2")
    old = pack((A, B), (rule("first", IsOneOf("a", ("yes",)), "o1"), rest))
    new = pack((A, B), (rule("first", IsOneOf("a", ("yes",)), "o1"),), outcomes=old.outcomes)
    with pytest.raises(GuidanceError):
        stand(new, {"a": ("no",)})
    [group] = compare(old, new).groups
    assert (group.old.outcome, group.new.outcome) == ("o2", None)
    assert (group.old_rules, group.new_rules, group.cases.count) == (("rest",), (), 1)


def test_a_case_that_neither_pack_has_a_rule_for_stays_as_it_was() -> None:
    """It is counted; nothing of it changes, is reworded or needs other advice."""
    first = replace(rule("first", IsOneOf("a", ("yes",)), "o1"), advice_from=("lead",))
    old = pack((A,), (first,), advice="lead")
    new = pack((A,), (replace(first, because="Because of this."),), advice="lead")
    comparison = compare(old, new)
    assert (comparison.cases, comparison.changed.count) == (2, 0)
    assert (comparison.reworded, comparison.advice) == (1, ())


def test_most_answers_are_told_by_the_few_that_are_left() -> None:
    """Three answers of four change: the one that does not is sooner said."""
    question = one("q", "w x y z")
    rest = rule("rest", always(question), "o2")
    old, new = (
        pack((question,), (rule("first", IsOneOf("q", ("x", "y", "z")), comes), rest))
        for comes in ("o1", "o3")
    )
    [condition] = compare(old, new).changed.conditions
    [test] = condition.tests
    assert (test.question, test.kind, test.options, condition.cases) == ("q", "none", ("w",), 3)


YES = IsOneOf("a", ("yes",))
B_YES = IsOneOf("b", ("yes",))


def test_an_action_left_as_it_was_comes_where_its_question_is_newly_asked() -> None:
    """Only the cases that come are counted; one that needs another outcome is not told."""
    ways = one("a", "yes no maybe")
    rest = rule("no", IsOneOf("a", ("no",)), "o2"), rule("rest", always(ways), "o3")
    acts = (
        action("tell", B_YES, "after"),
        action("wait", All((B_YES, IsOneOf("outcome", ("o2",)))), "after"),
    )
    old = pack((ways, B), (rule("first", YES, "o1"), *rest), actions=acts)
    asks = rule("asks", All((YES, B_YES)), "o1")
    new = pack((ways, B), (asks, rule("first", YES, "o1"), *rest), actions=acts)
    comparison = compare(old, new)
    assert comparison.same_outcomes
    [change] = comparison.actions
    assert (change.action, change.status) == ("tell", "same")
    assert (change.comes.count, change.goes.count) == (1, 0)
    assert (change.comes.conditions, change.comes_besides) == ((), 0)
    [change] = compare(new, old).actions
    assert (change.comes.count, change.goes.count) == (0, 1)


@pytest.mark.parametrize(
    ("when", "comes", "goes"),
    [(Holds("f"), "no", "yes"), (Fails("f"), "yes", "no"), (Comes("k", ("v",)), "no", "yes")],
)
def test_an_action_changes_with_the_fact_or_choice_behind_it(
    when: Condition, comes: str, goes: str
) -> None:
    """Its own condition is the same word for word; what it stands for is not."""
    rules, acts = (rule("rest", always(A), "o1"),), (action("act", when, "before"),)
    old, new = (
        pack(
            (A,),
            rules,
            facts=(fact("f", IsOneOf("a", (answer,))),),
            choices=(choice("k", row("r", IsOneOf("a", (answer,)), "v"), row("s", always(A), "")),),
            actions=acts,
        )
        for answer in ("yes", "no")
    )
    [change] = compare(old, new).actions
    assert (change.action, change.status) == ("act", "changed")
    told = [
        [(test.question, test.options) for test in cases.conditions[0].tests]
        for cases in (change.comes, change.goes)
    ]
    assert told == [[("a", (comes,))], [("a", (goes,))]]
    assert compare(old, old).actions == ()


def test_answers_that_one_pack_does_not_take_are_left_out() -> None:
    """Cases are compared over the options of both; has-all of a strange option is never true."""
    old_c, new_c = many("c", "x y", alone="none"), many("c", "x y z", alone="none")
    rest = rule("rest", always(A), "o2")
    old = pack((A, old_c), (rule("first", HasAny("c", ("x",)), "o1"), rest))
    new = pack((A, new_c), (rule("first", HasAny("c", ("x", "z")), "o1"), rest))
    comparison = compare(old, new)
    assert comparison.same_outcomes
    assert comparison.cases == 2 + 2 * 2


def test_another_question_in_its_place_is_asked_where_the_first_is_not() -> None:
    """Each interview goes its own way; what both ask counts once."""
    rest = rule("rest", always(B), "o2")
    old = pack((A, B), (rule("first", IsOneOf("a", ("yes",)), "o1"), rest))
    new = pack((A, B), (rule("first", IsOneOf("b", ("yes",)), "o1"), rest))
    comparison = compare(old, new)
    assert comparison.cases == 4
    assert {each.question: (each.newly_asked, each.no_longer_asked) for each in comparison.asked}
    [one_way, other] = sorted(comparison.groups, key=lambda group: group.old.outcome or "")
    assert [(test.question, test.options) for test in one_way.cases.conditions[0].tests] == [
        ("a", ("yes",)),
        ("b", ("no",)),
    ]
    assert other.cases.count == 1


def test_advice_from_others_is_no_change_of_outcome() -> None:
    """It is told apart, with its cases."""
    first = rule("first", IsOneOf("a", ("yes",)), "o1")
    rest = rule("rest", always(A), "o2")
    old = pack((A,), (replace(first, advice_from=("lead",)), rest), advice="lead lawyer")
    new = pack((A,), (replace(first, advice_from=("lawyer", "lead")), rest), advice="lead lawyer")
    comparison = compare(old, new)
    assert comparison.same_outcomes
    [group] = comparison.advice
    assert (group.old, group.new, group.cases.count) == (("lead",), ("lead", "lawyer"), 1)


def test_consent_of_another_person_is_a_change_of_outcome() -> None:
    """The same outcome with another's consent is told with whose."""
    asks = outcome("o1", consent_from="whose")
    first = rule("first", always(A), "o1")
    old, new = (
        pack((A,), (first,), outcomes=(asks,), choices=(choice("whose", row("r", always(A), who)),))
        for who in ("child", "parent")
    )
    [group] = compare(old, new).groups
    assert (group.old.consent_from, group.new.consent_from) == ("child", "parent")


def test_too_large_a_difference_is_given_up_with_the_question_that_makes_it_grow() -> None:
    """No endless walk."""
    with pytest.raises(TooManyNodes):
        compare(shipped_pack(), shipped_pack(), limit=20)
