"""A case without a word is found; held against every case of random packs."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoshare_cli.core.checks.unspoken import LISTENERS, Unspoken, unspoken_in
from infoshare_cli.core.conditions import All, Any, Condition, HasAny, IsOneOf, Lacks
from infoshare_cli.core.evaluation import Answers, Evaluation
from infoshare_cli.core.guidance import Audience, Guidance, Saying
from infoshare_cli.core.interview import stand
from tests.core.every_case import every_sheet
from tests.core.random_packs import deciding_packs
from tests.core.small_packs import always, many, one, pack, rule, saying

A, B, C = one("a", "yes no"), one("b", "yes no"), many("c", "x y", alone="none")
A_YES, A_NO = IsOneOf("a", ("yes",)), IsOneOf("a", ("no",))
B_YES, B_NO = IsOneOf("b", ("yes",)), IsOneOf("b", ("no",))
DONE = IsOneOf("outcome", ("o",))
TWO = pack((A, B, C), (rule("yes", All((A_YES, always(B))), "o"), rule("rest", always(A), "p")))
WORD = saying("word", "family", IsOneOf("outcome", ("o", "p")))


def missing(*sayings: Saying, guidance: Guidance = TWO) -> list[tuple[str, Answers]]:
    """Outcome and answers of each case without a word."""
    return [
        (each.outcome, each.answers) for each in unspoken_in(replace(guidance, sayings=sayings))
    ]


def test_a_pack_without_any_words_is_not_held_to_this() -> None:
    """It may have been written before there were any."""
    assert unspoken_in(TWO) == ()


def test_each_outcome_and_each_group_of_listeners_has_a_case() -> None:
    """One for each that lacks a word, with the answers that lead there."""
    found = unspoken_in(replace(TWO, sayings=(saying("x", "person", DONE),)))

    assert found == (
        Unspoken(LISTENERS[0], "p", {"a": ("no",)}),
        Unspoken(LISTENERS[0], "o", {"a": ("yes",), "b": ("yes",)}),
        Unspoken(LISTENERS[1], "p", {"a": ("no",)}),
    )


@pytest.mark.parametrize(
    ("when", "left"),
    [
        ((DONE, IsOneOf("outcome", ("p",))), []),
        ((IsOneOf("outcome", ("o", "p")),), []),
        ((IsOneOf("outcome", ("o", "p")), IsOneOf("outcome", ("p", "o"))), []),
        ((Any((DONE, A_NO)),), []),
        ((All((DONE, B_YES)), All((DONE, B_NO)), A_NO), []),
        ((All((DONE, B_YES)), A_NO), [("o", {"a": ("yes",), "b": ("no",)})]),
        ((All((DONE, B_YES)), DONE, A_NO), []),
        ((DONE, All((DONE, B_YES)), All((DONE, B_YES)), A_NO), []),
        ((DONE, All((A_NO, Lacks("c", ("x",))))), [("p", {"a": ("no",)})]),
        (
            (DONE, All((A_NO, HasAny("c", ("x",)))), HasAny("c", ("x", "y"))),
            [("p", {"a": ("no",)})],
        ),
    ],
)
def test_a_case_is_left_where_no_condition_holds(
    when: tuple[Condition, ...], left: list[tuple[str, Answers]]
) -> None:
    """However they are joined; an answer that was not asked for says nothing."""
    told = [saying(f"s{n}", "recipient", each) for n, each in enumerate(when)]

    assert missing(*told, WORD) == left


@st.composite
def packs_with_sayings(draw: st.DrawFn) -> Guidance:
    """Random packs with words for some of their cases."""
    guidance = draw(deciding_packs())
    outcomes = st.sampled_from([each.id for each in guidance.outcomes])
    leaves = st.builds(lambda one: IsOneOf("outcome", (one,)), outcomes) | st.sampled_from(
        [rule.when for rule in guidance.rules]
    )
    whens = leaves | st.lists(leaves, min_size=2, max_size=3).map(lambda parts: All(tuple(parts)))
    whens = whens | st.lists(whens, min_size=2, max_size=3).map(lambda parts: Any(tuple(parts)))
    listeners = st.sampled_from([who for group in LISTENERS for who in group])
    told = draw(st.lists(st.tuples(listeners, whens), min_size=1, max_size=6))
    return replace(
        guidance, sayings=tuple(saying(f"s{n}", who, when) for n, (who, when) in enumerate(told))
    )


@settings(max_examples=60)
@given(packs_with_sayings())
def test_nothing_is_missed_and_nothing_made_up(guidance: Guidance) -> None:
    """Worked out the long way round, case by case."""
    wanted: set[tuple[tuple[Audience, ...], str]] = set()
    for sheet in every_sheet(guidance):
        standing = stand(guidance, sheet)
        assert standing.verdict is not None
        known = {**standing.known, "outcome": (standing.verdict.outcome.id,)}
        evaluation = Evaluation(guidance, known)
        for group in LISTENERS:
            said = (evaluation.truth(s.when) for s in guidance.sayings if s.to in group)
            if not any(said):
                wanted.add((group, standing.verdict.outcome.id))

    assert {(each.to, each.outcome) for each in unspoken_in(guidance)} == wanted
