"""Looking ahead for case after case: what is kept for one holds for the others."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoshare_cli.core.cases.possible import LookAhead, possible_from
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from tests.core.random_packs import QUESTIONS, deciding_packs
from tests.core.small_packs import always, one, pack, part_sheets, rule
from tests.shipped import part_cases, shipped_pack

PARTS = st.lists(part_sheets(pack(QUESTIONS)), min_size=2, max_size=8)


@settings(max_examples=150, deadline=None)
@given(deciding_packs(), PARTS)
def test_one_look_ahead_for_many_cases_tells_what_each_would_be_told(
    guidance: Guidance, parts: list[Answers]
) -> None:
    """Of any tiny pack, whatever was looked at before."""
    ahead = LookAhead(guidance)
    told = [ahead.possible_from(part) for part in parts]
    assert told == [possible_from(guidance, part) for part in parts]


@pytest.mark.thorough
@settings(max_examples=20, deadline=None)
@given(st.lists(part_cases(), min_size=2, max_size=4))
def test_it_holds_of_the_shipped_pack(parts: list[Answers]) -> None:
    """Order and all."""
    ahead = LookAhead(shipped_pack())
    told = [ahead.possible_from(part) for part in parts]
    assert told == [possible_from(shipped_pack(), part) for part in parts]


def test_it_goes_on_when_more_was_looked_at_than_it_keeps() -> None:
    """Thousands of positions that differ: what was forgotten is found again, and is the same."""
    first, last = one("first", "yes no"), one("last", "yes no")
    unasked = one("unasked", " ".join(f"o{number}" for number in range(5000)))
    guidance = pack([first, last, unasked], [rule("only", always(last), "share")])
    ahead = LookAhead(guidance)
    told = {ahead.possible_from({"unasked": (option.id,)}) for option in unasked.options}

    assert told == {possible_from(guidance, {})}
    assert ahead.possible_from({"unasked": ("o0",)}) == possible_from(guidance, {})
    assert ahead.possible_from({"last": ("no",)}) == possible_from(guidance, {"last": ("no",)})
