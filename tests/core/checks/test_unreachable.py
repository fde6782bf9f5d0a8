"""What no case comes to is told, and nothing else is; held against every case of random packs."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoshare_cli.core.checks.unreachable import Dead, Unreachable, fewest, unreachable_in
from infoshare_cli.core.conditions import All, Any, Comes, Condition, HasAny, IsOneOf, Lacks
from infoshare_cli.core.evaluation import Answers, Evaluation
from infoshare_cli.core.guidance import FollowUp, Guidance, RecordField
from infoshare_cli.core.interview import after, stand
from tests.core.every_case import every_sheet
from tests.core.random_packs import QUESTIONS, deciding_packs
from tests.core.small_packs import (
    action,
    always,
    choice,
    many,
    one,
    outcome,
    pack,
    row,
    rule,
    saying,
)

A, B, C = one("a", "yes no"), one("b", "yes no"), many("c", "x y", alone="none")
A_YES, A_NO = IsOneOf("a", ("yes",)), IsOneOf("a", ("no",))
B_YES, B_NO = IsOneOf("b", ("yes",)), IsOneOf("b", ("no",))
REST = rule("rest", always(A), "o")


@pytest.mark.parametrize(
    ("above", "below", "dead"),
    [
        ((rule("r1", A_YES, "o"),), rule("r2", A_YES, "o"), Dead("r2", ("r1",))),
        (
            (rule("far", B_YES, "o"), rule("near", A_YES, "o")),
            rule("r", All((A_YES, B_NO)), "o"),
            Dead("r", ("near",)),
        ),
        (
            (rule("r1", All((A_YES, B_YES)), "o"), rule("r2", B_NO, "o")),
            rule("r", A_YES, "o"),
            Dead("r", ("r1", "r2")),
        ),
        ((), rule("r", All((A_YES, A_NO)), "o"), Dead("r", (), contradicts=True)),
        (
            (rule("r1", A_YES, "o"),),
            rule("r", All((HasAny("c", ("none",)), HasAny("c", ("x",)))), "o"),
            Dead("r", (), contradicts=True),
        ),
    ],
)
def test_a_dead_rule_says_why(above: tuple[object, ...], below: object, dead: Dead) -> None:
    """By which rules it is shadowed, as few as will do; or that its lines never all hold."""
    guidance = pack((A, B, C), (*above, below, REST))  # type: ignore[arg-type]
    assert unreachable_in(guidance).rules == (dead,)


@pytest.mark.parametrize(
    ("rows", "dead"),
    [
        ((row("w1", A_YES, "o"), row("w2", A_YES, "o"), row("w3", A_NO, "o")), ("w2", "w1")),
        ((row("w1", A_YES, "o"), row("w2", A_NO, "o"), row("w3", always(A), "o")), ("w3", "w1 w2")),
    ],
)
def test_a_dead_row_says_which_rows_take_its_cases(
    rows: tuple[object, ...], dead: tuple[str, str]
) -> None:
    """Rows are shadowed by rows of their own choice."""
    guidance = pack(
        (A, B),
        (rule("r", always(B), None, "weigh"),),
        outcomes=(outcome("o"),),
        choices=(choice("weigh", *rows),),  # type: ignore[arg-type]
    )
    assert unreachable_in(guidance).rows == (Dead(dead[0], tuple(dead[1].split())),)


def test_a_row_may_be_dead_as_no_rule_comes_to_it() -> None:
    """It would fit, but its choice is only looked at where it does not."""
    weigh = choice("weigh", row("w1", A_YES, "o"), row("w2", A_NO, "o"))
    guidance = pack(
        (A, B),
        (rule("r1", A_YES, "o"), rule("r2", always(B), None, "weigh")),
        choices=(weigh,),
    )
    # Once r1 is false, a is no; where it is true, a is yes and so the row fits too.
    assert unreachable_in(guidance).rows == ()
    never = choice("weigh", row("w1", All((A_YES, B_YES)), "o"), row("w2", always(A), "o"))
    guidance = replace(guidance, choices=(never,))
    assert unreachable_in(guidance).rows == (Dead("w1", ()),)


def test_a_case_that_no_rule_fits_is_handed_out() -> None:
    """With the answers that lead there."""
    guidance = pack((A, B), (rule("r", All((A_YES, B_YES)), "o"),))
    assert unreachable_in(guidance).undecided in ({"a": ("no",)}, {"a": ("yes",), "b": ("no",)})


def test_what_only_a_follow_up_shows_is_reached() -> None:
    """A question that is asked after the outcome, and the action that waits for its answer."""
    guidance = pack(
        (A, B),
        (REST,),
        actions=(action("do", B_YES, "after"), action("never", All((A_YES, A_NO)), "after")),
        follow_ups=(FollowUp("b", A_YES, "?"), FollowUp("a", always(A), "?")),
        fields=(RecordField("f", "?", "", ("p3",), "no", B_NO),),
    )
    found = unreachable_in(guidance)
    assert found == Unreachable((), (), (), (), ("never",), ("a",), (), None)


def test_a_saying_that_no_case_shows_is_told() -> None:
    """One that waits for an answer after the outcome is not among them."""
    guidance = pack(
        (A, B),
        (REST,),
        sayings=(saying("tell", "person", B_YES), saying("never", "person", All((A_YES, A_NO)))),
        follow_ups=(FollowUp("b", A_YES, "?"),),
    )
    assert unreachable_in(guidance).sayings == ("never",)


def test_a_follow_up_never_answers_anew_what_was_asked() -> None:
    """So an action for the other answer is not shown."""
    guidance = pack(
        (A, B),
        (rule("r", A_YES, "o"), rule("rest", always(A), "p")),
        actions=(action("never", All((IsOneOf("outcome", ("o",)), A_NO)), "after"),),
        follow_ups=(FollowUp("a", always(A), "?"),),
    )
    assert unreachable_in(guidance).actions == ("never",)


@st.composite
def packs_with_aftermath(draw: st.DrawFn) -> Guidance:
    """Random packs with actions and follow-ups that look at answers and outcomes."""
    guidance = draw(deciding_packs())
    looked_at: list[Condition] = [
        *(IsOneOf("outcome", (name,)) for name in ("o1", "o2", "o3")),
        *(IsOneOf(q.id, (q.options[0].id,)) for q in QUESTIONS if q.kind == "one"),
        *(HasAny("c", ("x",)), Lacks("c", ("y", "none")), Comes("whose", ("p1",))),
    ]
    parts = st.sampled_from(looked_at)
    joined = st.builds(
        lambda join, two: join(two), st.sampled_from((All, Any)), st.tuples(parts, parts)
    )
    names = draw(st.permutations([q.id for q in QUESTIONS]))[:2]
    return replace(
        guidance,
        actions=tuple(action(f"do{n}", draw(parts | joined), "after") for n in range(4)),
        follow_ups=tuple(FollowUp(name, draw(parts), "?") for name in names),
    )


def reached_in(guidance: Guidance) -> tuple[set[str], ...]:
    """What every case of a pack reaches, worked out case by case."""
    rules, rows, outcomes, asked, actions, heard = (set[str]() for _ in range(6))
    for sheet in every_sheet(guidance):
        standing = stand(guidance, sheet)
        assert standing.verdict is not None
        rules.add(standing.verdict.rule.id)
        outcomes.add(standing.verdict.outcome.id)
        asked.update(standing.known)
        for given_after in _answered(guidance, standing.known, sheet):
            aftermath = after(guidance, given_after, standing)
            heard.update(aftermath.followed_up)
            evaluation = Evaluation(guidance, aftermath.known)
            actions |= {each.id for each in guidance.actions if evaluation.truth(each.when)}
            for each in guidance.choices:
                found = evaluation.row(each.id)
                rows |= {found.id} if found else set()
    return rules, rows, outcomes, asked | heard, actions, heard


def _answered(guidance: Guidance, asked: Answers, sheet: Answers) -> list[Answers]:
    """The case with each choice of its follow-ups answered."""
    names = [each.question for each in guidance.follow_ups if each.question not in asked]
    some = [part for size in range(len(names) + 1) for part in combinations(names, size)]
    return [{**asked, **{name: sheet[name] for name in part}} for part in some]


@pytest.mark.thorough
@given(packs_with_aftermath())
@settings(max_examples=60)
def test_nothing_is_called_unreachable_that_some_case_reaches(guidance: Guidance) -> None:
    """And all that no case reaches is called so."""
    found = unreachable_in(guidance)
    rules, rows, outcomes, asked, actions, heard = reached_in(guidance)
    assert [each.id for each in found.rules] == [r.id for r in guidance.rules if r.id not in rules]
    every_row = [each.id for options in guidance.choices for each in options.rules]
    assert [each.id for each in found.rows] == [name for name in every_row if name not in rows]
    assert found.outcomes == tuple(o.id for o in guidance.outcomes if o.id not in outcomes)
    assert found.questions == tuple(q.id for q in guidance.questions if q.id not in asked)
    assert found.actions == tuple(a.id for a in guidance.actions if a.id not in actions)
    silent = tuple(f.question for f in guidance.follow_ups if f.question not in heard)
    assert found.follow_ups == silent
    assert found.undecided is None


@pytest.mark.thorough
@given(packs_with_aftermath())
@settings(max_examples=60)
def test_those_that_shadow_a_rule_do_it_alone(guidance: Guidance) -> None:
    """Without the other rules above it the rule is as dead; without one of them it is not."""
    for dead in unreachable_in(guidance).rules:
        own = next(each for each in guidance.rules if each.id == dead.id)
        shadows = [each for each in guidance.rules if each.id in dead.shadowed_by]
        assert bool(shadows) is not dead.contradicts
        for left_out in (None, *shadows):
            kept = tuple(each for each in shadows if each is not left_out)
            smaller = replace(guidance, rules=(*kept, own))
            still = own.id in {each.id for each in unreachable_in(smaller).rules}
            assert still is (left_out is None)


@given(st.sets(st.integers(0, 30)), st.integers(0, 30))
def test_a_few_are_found_that_none_can_be_left_out_of(needed: set[int], more: int) -> None:
    """Exactly those needed, however many others there are."""
    parts = sorted(needed | {*range(more)})
    assert set(fewest(lambda some: needed <= {*some}, parts)) == needed
