"""What is left to decide: where it is equal, all that follows is equal."""

import pytest
from hypothesis import given, settings

from infoshare_cli.core.cases.remaining import Remaining
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import stand
from tests.core.random_packs import QUESTIONS, deciding_packs
from tests.core.small_packs import pack, part_sheets, sheets
from tests.shipped import cases, part_cases, shipped_pack

TINY_PARTS = part_sheets(pack(QUESTIONS))


def assert_go_on_alike(
    guidance: Guidance, whole: Answers, one_part: Answers, other_part: Answers
) -> None:
    """Two positions with the same left to decide end alike, whatever is answered then."""
    remaining = Remaining(guidance)
    one, other = (stand(guidance, part) for part in (one_part, other_part))
    if remaining.decision(one.known, one.rules) == remaining.decision(other.known, other.rules):
        ends = [stand(guidance, {**whole, **standing.known}).verdict for standing in (one, other)]
        assert ends[0] is not None
        assert ends[1] is not None
        assert ends[0].rule == ends[1].rule
        assert ends[0].outcome == ends[1].outcome
        assert ends[0].consent_from == ends[1].consent_from


@pytest.mark.thorough
@settings(max_examples=200)
@given(deciding_packs(), sheets(pack(QUESTIONS)), TINY_PARTS, TINY_PARTS)
def test_equal_positions_have_equal_futures(
    guidance: Guidance, whole: Answers, one_part: Answers, other_part: Answers
) -> None:
    """In any tiny pack."""
    assert_go_on_alike(guidance, whole, one_part, other_part)


@pytest.mark.thorough
@given(cases(), part_cases(), part_cases())
def test_equal_positions_of_the_shipped_pack_have_equal_futures(
    whole: Answers, one_part: Answers, other_part: Answers
) -> None:
    """In the pack that decides for people."""
    assert_go_on_alike(shipped_pack(), whole, one_part, other_part)
