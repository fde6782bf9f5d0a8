"""What cases meet, told by the walk: just what trying every case comes to."""

from collections.abc import Iterator
from functools import reduce
from operator import or_

import pytest
from hypothesis import given, settings

from infoshare_cli.core.conditions import All, Any, Comes, Fails, Holds, IsOneOf
from infoshare_cli.core.coverage.coverage_walk import CoverageWalk, walk_coverage
from infoshare_cli.core.coverage.obligations import Owner, Reached, Side
from infoshare_cli.core.guidance import Guidance
from tests.core.every_case import every_sheet, met_by_case
from tests.core.random_packs import deciding_packs, intricate_packs
from tests.core.small_packs import always, choice, fact, one, outcome, pack, row, rule


@pytest.mark.thorough
@settings(max_examples=120, deadline=None)
@given(deciding_packs() | intricate_packs())
def test_each_case_meets_what_the_walk_says_and_no_case_meets_more(guidance: Guidance) -> None:
    """Of any tiny pack, case by case; so what is called impossible is met by none."""
    walk = walk_coverage(guidance)
    sheets = list(every_sheet(guidance))
    met = [frozenset(walk.obligations.of(walk.met_by(sheet))) for sheet in sheets]

    assert met == [met_by_case(guidance, sheet) for sheet in sheets]
    assert frozenset(walk.obligations.of(walk.possible)) == frozenset().union(*met)


def ways(walk: CoverageWalk, index: int = 0) -> Iterator[tuple[int, ...]]:
    """What each step meets, for every way from a node to an end."""
    if walk.nodes[index].asks is None:
        yield ()
    for branch, met in walk.branches(index):
        yield from ((met, *rest) for rest in ways(walk, branch.to))


@settings(max_examples=60, deadline=None)
@given(deciding_packs() | intricate_packs())
def test_nothing_is_met_twice_on_one_way(guidance: Guidance) -> None:
    """So the way that meets most can be found by adding up."""
    walk = walk_coverage(guidance)
    for way in ways(walk):
        steps = (walk.met_at_start, *way)
        assert sum(met.bit_count() for met in steps) == reduce(or_, steps).bit_count()


A, B, C = (one(name, "yes no") for name in "abc")
IS_A, IS_B, IS_C = (IsOneOf(name, ("yes",)) for name in "abc")
NESTED = pack(
    (A, B, C),
    (rule("first", All((IS_A, Any((IS_B, IS_C)))), "x"), rule("rest", always(A), "y")),
)


def sides(line: str) -> set[tuple[int, bool]]:
    """The lines of the first rule of NESTED that a case such as 'yes no yes' shows."""
    answers = {name: (word,) for name, word in zip("abc", line.split(), strict=False)}
    walk = walk_coverage(NESTED)
    shown = walk.obligations.of(walk.met_by(answers))
    first = Owner("rule", "first")
    return {(s.line, s.side) for s in shown if isinstance(s, Side) and s.owner == first}


def test_a_line_counts_where_the_whole_would_not_be_so_without_it() -> None:
    """What is not asked yet is not known, and so cannot stand in for it."""
    assert sides("no") == {(1, False)}
    assert sides("yes yes") == {(1, True), (2, True)}
    assert sides("yes no yes") == {(1, True), (3, True)}
    assert sides("yes no no") == {(2, False), (3, False)}


def test_answers_that_do_not_suffice_meet_nothing() -> None:
    """Only a case that comes to its end counts, whatever it came through on the way."""
    walk = walk_coverage(pack((A, B), (rule("first", IS_A, "x"), rule("rest", always(B), "y"))))
    assert walk.met_by({"a": ("no",)}) == 0
    assert walk.met_by({"a": ("no",), "b": ("no",)})


def test_facts_and_rows_have_obligations_of_their_own() -> None:
    """In the rule that names them they are one line, whatever is in them."""
    guidance = pack(
        (A, B, C),
        (
            rule("both", All((Holds("either"), Comes("k", ("v",)))), "x"),
            rule("rest", always(A), "y"),
        ),
        outcomes=(outcome("x"), outcome("y"), outcome("z")),
        facts=(fact("either", Any((IS_A, IS_B))),),
        choices=(choice("k", row("r", IS_C, "v")),),
    )
    walk = walk_coverage(guidance)
    met = {*walk.obligations.of(walk.met_by({"a": ("no",), "b": ("yes",), "c": ("yes",)}))}

    both, either, row_r = Owner("rule", "both"), Owner("fact", "either"), Owner("row", "r", "k")
    assert {each for each in met if isinstance(each, Side)} == {
        Side(both, 1, Holds("either"), side=True),
        Side(both, 2, Comes("k", ("v",)), side=True),
        Side(either, 2, IS_B, side=True),
        Side(row_r, 1, IS_C, side=True),
    }
    assert {Reached("rule", "both"), Reached("row", "r", "k"), Reached("outcome", "x")} <= met
    assert Reached("outcome", "z") in {*walk.obligations.of(~walk.possible)}


def test_what_is_never_looked_at_is_never_shown() -> None:
    """A fact behind a line that settles the rule is not tried."""
    rules = (rule("r", All((IS_A, Fails("f"))), "x"), rule("rest", always(A), "y"))
    guidance = pack((A, B), rules, facts=(fact("f", IS_B),))
    walk = walk_coverage(guidance)
    met = walk.obligations.of(walk.met_by({"a": ("no",), "b": ("yes",)}))
    assert not [each for each in met if isinstance(each, Side) and each.owner.kind == "fact"]
