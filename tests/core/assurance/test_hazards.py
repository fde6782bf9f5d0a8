"""Hazards: a control counts only where these very rules have what it points to."""

from dataclasses import replace

import pytest

from infoshare_cli.core.assurance.hazards import Control, Evidence, judge_hazards
from tests.assured import HAZARD, PACK, SAFE, UNSAFE, proof_of

PROOF = proof_of(PACK, SAFE, UNSAFE)


def judged(control: Control, *, proved: bool = True) -> tuple[bool, list[str]]:
    """Whether a control is in place, and the state of each of its evidence."""
    hazard = replace(HAZARD, controls=(control,))
    (found,) = judge_hazards([hazard], PACK, PROOF if proved else None)
    (only,) = found.controls
    assert (found.not_in_place == ()) is only.in_place
    return only.in_place, [each.state for each in only.evidence]


@pytest.mark.parametrize(
    ("control", "in_place", "states"),
    [
        (Control("A law.", proved_by=("one-outcome",)), True, ["proved"]),
        (Control("A property.", proved_by=("safe",)), True, ["proved"]),
        (Control("Broken.", proved_by=("safe", "unsafe")), False, ["proved", "broken"]),
        (Control("Of other rules.", proved_by=("gone",)), False, ["missing"]),
        (Control("A rule.", carried_by=("ring",)), True, ["there"]),
        (Control("A question and a field.", carried_by=("danger", "reason")), True, ["there"] * 2),
        (
            Control("An action that is gone.", carried_by=("ring", "gone")),
            False,
            ["there", "missing"],
        ),
        (Control("A test and a page.", tested_by=("t",), told_in=("d",)), True, ["claimed"] * 2),
    ],
    ids=lambda value: value.says if isinstance(value, Control) else "",
)
def test_a_control_is_held_against_the_rules_in_use(
    control: Control, in_place: bool, states: list[str]
) -> None:
    """One thing that is broken or missing is enough for it not to be in place."""
    assert judged(control) == (in_place, states)


def test_without_a_proof_nothing_counts_as_proved() -> None:
    """What is in the rules, is there all the same."""
    control = Control("Both.", proved_by=("safe",), carried_by=("ring",))
    assert judged(control, proved=False) == (False, ["not-proved", "there"])


def test_evidence_keeps_its_kind_and_order() -> None:
    """So that a reader sees what is proved before what is only said."""
    control = Control("All.", ("safe",), ("ring",), ("t",), ("d",))
    (found,) = judge_hazards([replace(HAZARD, controls=(control,))], PACK, PROOF)
    assert found.controls[0].evidence == (
        Evidence("proved", "safe", "proved", SAFE.says),
        Evidence("carried", "ring", "there"),
        Evidence("tested", "t", "claimed"),
        Evidence("told", "d", "claimed"),
    )


def test_a_control_says_whether_it_names_evidence() -> None:
    """Without any, nobody can see that it is there."""
    assert not Control("Nothing.").names_evidence
    assert Control("A page.", told_in=("d",)).names_evidence
