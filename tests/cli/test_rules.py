"""`infoshare rules test`: cases held against the rules."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Infoshare

DANGER = {"id": "danger", "answers": {"immediate_danger": "yes"}, "outcome": "emergency"}
WRONG = {**DANGER, "id": "wrong", "outcome": "do-not-share"}
OPEN = {"id": "open", "answers": {"immediate_danger": "no"}, "outcome": "emergency"}
INVALID = {"id": "invalid", "answers": {"immediate_danger": "Yes"}, "outcome": "emergency"}


def saved(tmp_path: Path, *cases: object, name: str = "cases.jsonl") -> Path:
    """A file with these cases."""
    path = tmp_path / name
    path.write_text("".join(json.dumps(case) + "\n" for case in cases), encoding="utf-8")
    return path


def test_the_cases_of_the_pack_come_out_as_expected(infoshare: Infoshare) -> None:
    """Without a file the pack is held against its own cases."""
    run = infoshare("rules", "test")
    assert (run.code, run.err) == (0, "")
    assert "Cases that differ: 0." in run.out


def test_what_differs_is_told_with_the_rule_that_decided(
    infoshare: Infoshare, tmp_path: Path
) -> None:
    """Exit 1: the case, what was expected, what came, and by which rule; or what is missing."""
    run = infoshare("rules", "test", saved(tmp_path, DANGER, WRONG, OPEN, INVALID))
    assert run.code == 1
    assert "expected: do-not-share\n  came: emergency, by the rule danger-now" in run.out
    assert "came: no outcome; it needs concern next" in run.out
    assert "Did you mean yes?" in " ".join(run.out.split())
    assert "Cases as expected: 1. Cases that differ: 3." in run.out


def test_json_has_every_case_in_order(infoshare: Infoshare, tmp_path: Path) -> None:
    """What does not suffice or is invalid has no outcome and counts as failed."""
    run = infoshare("rules", "test", saved(tmp_path, DANGER, WRONG, OPEN, INVALID), "--json")
    assert run.code == 1
    assert (run.json["passed"], run.json["failed"]) == (1, 3)
    danger, wrong, open_case, invalid = run.json["cases"]
    assert danger == {
        "id": "danger",
        "same": True,
        "expected": {"outcome": "emergency", "consent_from": None},
        "got": {"outcome": "emergency", "consent_from": None},
        "needs": [],
        "rule": "danger-now",
        "faults": [],
    }
    assert (wrong["same"], wrong["rule"]) == (False, "danger-now")
    assert (open_case["got"], open_case["needs"][0]) == (None, "concern")
    assert (invalid["got"], invalid["faults"][0]["suggestion"]) == (None, "yes")


@pytest.mark.parametrize("content", ["a: b", "- [", ""])
def test_a_file_that_cannot_be_read_fails_the_check(
    infoshare: Infoshare, tmp_path: Path, content: str
) -> None:
    """Exit 1, not 2: it was there to be judged."""
    path = tmp_path / "cases.yaml"
    path.write_text(content, encoding="utf-8")
    assert infoshare("rules", "test", path).code == 1
    run = infoshare("rules", "test", path, "--json")
    assert (run.code, run.json["cases"]) == (1, [])
    assert run.json["faults"]


def test_what_is_not_there_is_a_wrong_call(infoshare: Infoshare, tmp_path: Path) -> None:
    """Exit 2 for a file or a pack that is missing."""
    assert infoshare("rules", "test", tmp_path / "none.yaml").code == 2
    assert infoshare("--rules", tmp_path / "none", "rules", "test").code == 2


def test_thousands_of_cases_run_at_once(infoshare: Infoshare, tmp_path: Path) -> None:
    """One case a line, at any length."""
    run = infoshare("rules", "test", saved(tmp_path, *([DANGER] * 5000)), "--json")
    assert (run.code, run.json["passed"]) == (0, 5000)
