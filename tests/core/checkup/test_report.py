"""Findings of many parts taken together."""

import pytest

from infoshare_cli.core.checkup.report import Finding, Part, State, all_findings, worst


def finding(state: State) -> Finding:
    """A finding in a state."""
    return Finding(f"log.{state}", state, "Found.")


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ([], "ok"),
        (["ok", "ok"], "ok"),
        (["ok", "look"], "look"),
        (["wrong", "look", "ok"], "wrong"),
    ],
)
def test_the_gravest_state_counts(states: list[State], expected: State) -> None:
    """One thing that is wrong makes the whole wrong, however much is well."""
    assert worst(map(finding, states)) == expected


def test_findings_keep_the_order_of_the_parts() -> None:
    """What is told first stays first."""
    first, second = finding("look"), finding("ok")
    parts = (Part("rules", {}, (first,)), Part("log", {}, (second,)))
    assert all_findings(parts) == (first, second)
