"""A written case beside what the rules make of it."""

import pytest

from infoshare_cli.core.conditions import IsOneOf
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.written_case import CaseResult, WrittenCase, judge_case
from infoshare_cli.errors import Fault
from tests.core.small_packs import one, pack, rule
from tests.shipped import NOT_ASKED_YET


@pytest.mark.parametrize(
    ("outcome", "consent_from", "same"),
    [
        ("seek-consent", "child", True),
        ("seek-consent", None, True),
        ("seek-consent", "adult", False),
        ("do-not-share", None, False),
    ],
)
def test_consent_is_compared_only_where_it_was_written(
    guidance: Guidance, outcome: str, consent_from: str | None, same: bool
) -> None:
    """An outcome alone may be expected; another person's consent is another answer."""
    case = WrittenCase("a", NOT_ASKED_YET, outcome, consent_from)
    expected = CaseResult(same, "seek-consent", "child", "not-asked-yet")
    assert judge_case(guidance, case) == expected


def test_answers_that_do_not_suffice_differ_and_say_what_they_need(guidance: Guidance) -> None:
    """The next question comes first."""
    result = judge_case(guidance, WrittenCase("a", {}, "emergency", None))
    assert (result.same, result.outcome, result.needs[0]) == (False, None, "immediate_danger")


def test_a_case_with_faults_differs(guidance: Guidance) -> None:
    """It is not held against anything."""
    case = WrittenCase("a", {}, "emergency", None, (Fault("f", "x", "y"),))
    assert judge_case(guidance, case) == CaseResult(same=False)


HOLED = pack(
    [one("first", "yes no"), one("second", "yes no")],
    [
        rule("early", IsOneOf("first", ("yes",)), "share"),
        rule("late", IsOneOf("second", ("yes",)), "keep"),
    ],
)
"""A pack that has no rule for whoever says no twice."""


def test_a_case_without_outcome_differs_and_says_why() -> None:
    """A hole in the rules is told as one; it is no fault of the case, and needs no answer."""
    case = WrittenCase("a", {"first": ("no",), "second": ("no",)}, "keep", None)
    hole = "The pack tiny has no rule for this case."
    assert judge_case(HOLED, case) == CaseResult(same=False, hole=hole)


@pytest.mark.parametrize(("answers", "needs"), [({}, "first"), ({"first": ("no",)}, "second")])
def test_what_a_case_needs_is_told_though_the_rules_have_a_hole(
    answers: dict[str, tuple[str, ...]], needs: str
) -> None:
    """What may come after it cannot be foretold, so it is the next question alone."""
    result = judge_case(HOLED, WrittenCase("a", answers, "keep", None))
    assert result == CaseResult(same=False, needs=(needs,))
