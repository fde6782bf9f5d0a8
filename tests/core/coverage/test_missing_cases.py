"""Cases that complete the coverage: all of it, and few."""

from itertools import combinations

from hypothesis import assume, given, settings

from infoshare_cli.core.conditions import Comes, IsOneOf
from infoshare_cli.core.coverage.coverage_walk import CoverageWalk, walk_coverage
from infoshare_cli.core.coverage.missing_cases import complete, fewest
from infoshare_cli.core.coverage.obligations import Owner, Reached, Side
from infoshare_cli.core.guidance import Guidance
from tests.core.every_case import every_sheet
from tests.core.random_packs import deciding_packs, intricate_packs
from tests.core.small_packs import always, choice, one, pack, row, rule
from tests.shipped import shipped_pack
from tests.written_cases import WRITTEN

PACKS = deciding_packs() | intricate_packs()


def all_met(walk: CoverageWalk, *cases: int) -> int:
    """What some cases meet together."""
    met = 0
    for each in cases:
        met |= each
    return met & walk.possible


@settings(max_examples=60, deadline=None)
@given(PACKS)
def test_what_is_written_completes_the_coverage(guidance: Guidance) -> None:
    """Whatever some cases have met before; each case meets what it is said to meet."""
    walk = walk_coverage(guidance)
    for sheet in list(every_sheet(guidance))[::31]:
        before = walk.met_by(sheet)
        cases = complete(walk, walk.possible & ~before)
        assert [case.meets for case in cases] == [walk.met_by(case.answers) for case in cases]
        assert all_met(walk, before, *(case.meets for case in cases)) == walk.possible
        assert len(cases) >= fewest(walk, walk.possible & ~before)


@settings(max_examples=60, deadline=None)
@given(PACKS)
def test_no_set_is_smaller_than_the_bound_says(guidance: Guidance) -> None:
    """Tried with every set of cases that has one case less."""
    walk = walk_coverage(guidance)
    bound = fewest(walk, walk.possible)
    each = {walk.met_by(sheet) for sheet in every_sheet(guidance)}
    assume(len(each) ** (bound - 1) < 200_000)
    assert all(all_met(walk, *some) != walk.possible for some in combinations(each, bound - 1))


@settings(max_examples=60, deadline=None)
@given(PACKS)
def test_the_first_case_meets_most(guidance: Guidance) -> None:
    """No other case meets more of what is missing; so where one case will do, one is found."""
    walk = walk_coverage(guidance)
    most = max(walk.met_by(sheet).bit_count() for sheet in every_sheet(guidance))
    assert max(case.meets.bit_count() for case in complete(walk, walk.possible)) <= most
    for sheet in list(every_sheet(guidance))[::17]:
        assert len(complete(walk, walk.met_by(sheet))) == 1


def test_of_the_shipped_pack_the_smallest_set_is_found() -> None:
    """From nothing, and from a fraction of its cases: as few as there must be at least."""
    walk = walk_coverage(shipped_pack())
    for some in ([], WRITTEN[::20], WRITTEN[::3]):
        missing = walk.possible & ~all_met(walk, *(walk.met_by(case.given) for case in some))
        assert len(complete(walk, missing)) == fewest(walk, missing)


def test_where_nothing_is_missing_nothing_is_found() -> None:
    """And what no case can meet is not looked for."""
    walk = walk_coverage(shipped_pack())
    assert complete(walk, ~walk.possible) == ()
    assert fewest(walk, 0) == 0


WHICH = one("which", "x y z")


def test_where_the_bound_cannot_be_met_the_cases_are_still_few() -> None:
    """Any two of three rows have a case in common, and all three have none: two cases will do."""
    pairs = {"a": ("x", "y"), "b": ("y", "z"), "c": ("z", "x")}
    guidance = pack(
        [WHICH],
        [
            *(rule(f"never-{name}", Comes(name, ("never",)), "share") for name in pairs),
            rule("rest", always(WHICH), "keep"),
        ],
        choices=[
            choice(name, row("in", IsOneOf("which", two), "in"), row("out", always(WHICH), "out"))
            for name, two in pairs.items()
        ],
    )
    walk = walk_coverage(guidance)
    missing = walk.obligations.bits(Reached("row", "in", name) for name in pairs)
    cases = complete(walk, missing)

    assert fewest(walk, missing) == 1
    assert len(cases) == 2
    assert all_met(walk, *(case.meets for case in cases)) & missing == missing


def test_what_is_met_before_any_answer_is_met_by_every_case() -> None:
    """A choice without rows is settled from the start; no case more is needed for its sake."""
    settled = Comes("k", ("v",))
    guidance = pack(
        [WHICH],
        [
            rule("settled", settled, "share"),
            rule("x", IsOneOf("which", ("x",)), "share"),
            rule("rest", always(WHICH), "keep"),
        ],
        choices=[choice("k")],
    )
    walk = walk_coverage(guidance)
    at_start = walk.obligations.bits([Side(Owner("rule", "settled"), 1, settled, side=False)])
    ends = walk.obligations.bits(Reached("rule", name) for name in ("x", "rest"))

    assert walk.met_at_start == at_start
    assert fewest(walk, at_start) == len(complete(walk, at_start)) == 1
    assert fewest(walk, at_start | ends) == len(complete(walk, at_start | ends)) == 2
    assert all(case.meets & at_start for case in complete(walk, ends))
