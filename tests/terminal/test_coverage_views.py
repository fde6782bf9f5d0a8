"""How much of the rules the cases go through, on screen."""

from infoshare_cli.core.coverage.coverage import coverage_of
from infoshare_cli.core.coverage.coverage_walk import walk_coverage
from infoshare_cli.terminal.coverage_views import coverage_page
from infoshare_cli.terminal.page import Items, Rows, Text
from tests.shipped import shipped_pack

WALK = walk_coverage(shipped_pack())
NONE, ALL = coverage_of(WALK, 0), coverage_of(WALK, WALK.possible)


def test_much_that_is_missing_is_told_in_part_unless_asked_for() -> None:
    """And says how to see the rest."""
    [told] = [
        each for each in coverage_page(shipped_pack(), NONE, whole=False) if isinstance(each, Items)
    ]
    assert len(told.items) == 10
    texts = [
        each.text
        for each in coverage_page(shipped_pack(), NONE, whole=False)
        if isinstance(each, Text)
    ]
    assert texts[-1] == f"And {len(NONE.missing) - 10} more; --coverage tells them all."

    whole = [
        each for each in coverage_page(shipped_pack(), NONE, whole=True) if isinstance(each, Items)
    ]
    assert [len(each.items) for each in whole] == [len(NONE.missing), len(NONE.impossible)]


def test_a_whole_coverage_says_so() -> None:
    """With the counts."""
    page = coverage_page(shipped_pack(), ALL, whole=False)
    assert Text("Nothing is missing.") in page
    [rows] = [each for each in page if isinstance(each, Rows)]
    assert all(value.split(" of ")[0] == value.split(" of ")[1] for _, value in rows.rows)
