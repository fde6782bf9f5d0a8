"""What a property says of one finished case, and which line of it the case does not keep."""

import pytest

from infoshare_cli.core.conditions import All, Any, Condition, HasAny, IsOneOf
from infoshare_cli.core.interview import stand
from infoshare_cli.core.proof.properties import (
    Property,
    finished_case,
    is_broken,
    what_is_broken,
)
from tests.core.small_packs import always, one, pack, rule

FIRST, SECOND = one("first", "yes no"), one("second", "yes no")
GUIDANCE = pack(
    [FIRST, SECOND],
    [rule("early", IsOneOf("first", ("yes",)), "share"), rule("rest", always(SECOND), "keep")],
)
SHARES = IsOneOf("outcome", ("share",))
KEEPS = IsOneOf("outcome", ("keep",))
ASKS_SECOND = HasAny("asked", ("second",))


@pytest.mark.parametrize(
    ("always_", "never", "line"),
    [
        (SHARES, None, None),
        (None, KEEPS, None),
        (SHARES, ASKS_SECOND, None),
        (All((SHARES, ASKS_SECOND)), None, ("always", ASKS_SECOND)),
        (KEEPS, SHARES, ("always", KEEPS)),
        (SHARES, Any((ASKS_SECOND, SHARES)), ("never", SHARES)),
    ],
)
def test_a_case_that_keeps_a_property_breaks_no_line_of_it(
    always_: Condition | None, never: Condition | None, line: tuple[str, Condition] | None
) -> None:
    """There is a broken line just where the property is broken; of several, the first."""
    standing = stand(GUIDANCE, {"first": ("yes",)})
    assert standing.verdict is not None
    case = finished_case(GUIDANCE, standing.known, standing.verdict, ())
    held = Property("held", "It is so.", always=always_, never=never)

    assert what_is_broken(case, held) == line
    assert is_broken(case, held) == (line is not None)
