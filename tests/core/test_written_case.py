"""A written case beside what the rules make of it."""

import pytest

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.written_case import CaseResult, WrittenCase, judge_case
from infoshare_cli.errors import Fault
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
