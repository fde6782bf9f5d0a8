"""The cases that come with the shipped rules go through all of them."""

from infoshare_cli.core.coverage.coverage import coverage_of
from infoshare_cli.core.coverage.coverage_walk import walk_coverage
from infoshare_cli.core.coverage.obligation_words import obligation_in_words
from tests.shipped import shipped_pack
from tests.written_cases import WRITTEN


def test_the_written_cases_show_both_sides_of_every_line() -> None:
    """Every rule, row and outcome comes, and every line decides alone, as far as it can."""
    walk = walk_coverage(shipped_pack())
    met = 0
    for case in WRITTEN:
        met |= walk.met_by(case.given)
    missing = coverage_of(walk, met).missing
    assert [obligation_in_words(shipped_pack(), each) for each in missing] == []


def test_no_rule_row_or_outcome_is_out_of_reach() -> None:
    """Only single lines may be: those that the rules above leave no case for."""
    impossible = coverage_of(walk := walk_coverage(shipped_pack()), walk.possible).impossible
    told = {obligation_in_words(shipped_pack(), each).partition(":")[0] for each in impossible}
    assert all(", line " in words for words in told)
