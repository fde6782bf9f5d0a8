"""A fact's word on not-sure is held against what its condition makes of that answer."""

from dataclasses import replace

import pytest

from infoshare_cli.core.checks.not_sure import misplaced_not_sure
from infoshare_cli.core.conditions import All, Any, Condition, HasAny, IsOneOf
from infoshare_cli.core.guidance import YesNo
from tests.core.small_packs import fact, many, one, pack

QUESTIONS = (
    one("a", "yes no not-sure"),
    one("b", "yes no not-sure"),
    one("c", "yes no"),
    many("m", "x y", alone="not-sure"),
)
A_YES, B_YES = IsOneOf("a", ("yes",)), IsOneOf("b", ("yes",))
A_OPEN = IsOneOf("a", ("yes", "not-sure"))


@pytest.mark.parametrize(
    ("condition", "says", "is_misplaced"),
    [
        (A_YES, "yes", True),
        (A_YES, "no", False),
        (A_OPEN, "yes", False),
        (A_OPEN, "no", True),
        (HasAny("m", ("x",)), "yes", True),
        (HasAny("m", ("x", "not-sure")), "no", True),
        (HasAny("m", ("x", "not-sure")), "yes", False),
        # One answer settles it, or all of them do.
        (All((A_YES, A_OPEN)), "yes", True),
        (Any((A_YES, B_YES)), "yes", True),
        (Any((A_YES, B_YES)), "no", False),
        # What another answer decides is not settled by not-sure.
        (All((A_OPEN, IsOneOf("c", ("yes",)))), "no", False),
        (Any((A_YES, IsOneOf("c", ("yes",)))), "yes", False),
        # Nobody can be unsure.
        (IsOneOf("c", ("yes",)), "yes", False),
    ],
)
def test_a_word_on_not_sure_must_be_true(
    condition: Condition, says: YesNo, is_misplaced: bool
) -> None:
    """Yes where not-sure makes the fact false is wrong, and no where it makes it true."""
    said = replace(fact("f", condition), not_sure_counts_as=says)
    silent = fact("g", condition)
    found = misplaced_not_sure(pack(QUESTIONS, facts=(said, silent)))
    assert [each.id for each in found] == (["f"] if is_misplaced else [])
