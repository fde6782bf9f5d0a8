"""`infoshare rules test`: how much of the rules the cases go through, and cases for the rest."""

import json
from pathlib import Path

import pytest

from infoshare_cli.files.locations import shipped_rules
from tests.cli.conftest import Infoshare
from tests.cli.test_rules import DANGER, WRONG, saved


@pytest.fixture
def some_cases(tmp_path: Path) -> Path:
    """A few of the cases that come with the rules."""
    path = tmp_path / "some.yaml"
    danger = shipped_rules() / "cases" / "danger.yaml"
    path.write_bytes(danger.read_bytes())
    return path


def test_coverage_is_told_of_the_cases_of_the_pack(infoshare: Infoshare) -> None:
    """Without being asked; and it is whole."""
    run = infoshare("rules", "test")
    assert "Nothing is missing." in run.out
    assert infoshare("rules", "test", "--json").json["coverage"]["complete"] is True


def test_coverage_of_a_file_is_told_when_asked_for(infoshare: Infoshare, some_cases: Path) -> None:
    """Thousands of cases need not wait for it."""
    assert "How much of the rules" not in infoshare("rules", "test", some_cases).out
    assert infoshare("rules", "test", some_cases, "--json").json["coverage"] is None

    run = infoshare("rules", "test", some_cases, "--coverage")
    assert run.code == 0
    assert "- rule good-consent decides" in run.out
    assert "No case can show this" in run.out


def test_json_tells_each_thing_that_is_missing(infoshare: Infoshare, some_cases: Path) -> None:
    """What it is, where it stands, and which side of it."""
    coverage = infoshare("rules", "test", some_cases, "--coverage", "--json").json["coverage"]
    assert coverage["complete"] is False
    assert (
        coverage["rules"]["met"]
        + sum(1 for each in coverage["missing"] if each["kind"] == "rule" and each["line"] is None)
        == (coverage["rules"]["total"])
    )
    assert {
        "kind": "rule",
        "id": "recipient-not-decided",
        "choice": None,
        "line": 1,
        "says": "the recipient is not decided",
        "side": True,
    } in coverage["missing"]
    assert coverage["cannot_be_met"]


def test_the_cases_that_are_written_complete_the_coverage(
    infoshare: Infoshare, some_cases: Path, tmp_path: Path
) -> None:
    """Together with those that were there; and they come out as the file says."""
    new = tmp_path / "new.yaml"
    run = infoshare("rules", "test", some_cases, "--write-missing", new)
    assert run.code == 0
    assert run.err.split() == ["Written", "to", f"{new}."]
    assert "No smaller set would do." in run.out or "It takes at least" in run.out
    assert "To be confirmed by a person." in " ".join(new.read_text(encoding="utf-8").split())

    whole = infoshare("rules", "test", some_cases, new, "--coverage", "--json")
    assert (whole.code, whole.json["failed"]) == (0, 0)
    assert whole.json["coverage"]["complete"] is True
    ids = [case["id"] for case in whole.json["cases"]]
    assert len(ids) == len(set(ids))


def test_new_cases_take_no_name_that_is_taken(infoshare: Infoshare, tmp_path: Path) -> None:
    """Numbers go on where others stopped."""
    taken = saved(tmp_path, {**DANGER, "id": "serious-to-safeguarding-1"})
    new = tmp_path / "new.yaml"
    infoshare("rules", "test", taken, "--write-missing", new)
    text = new.read_text(encoding="utf-8")
    assert "id: serious-to-safeguarding-1\n" not in text
    assert "id: serious-to-safeguarding-2\n" in text


def test_json_tells_how_many_were_written(
    infoshare: Infoshare, some_cases: Path, tmp_path: Path
) -> None:
    """And how many there must be at least."""
    new = tmp_path / "new.yaml"
    run = infoshare("rules", "test", some_cases, "--write-missing", new, "--json")
    assert run.json["written"]["cases"] >= run.json["written"]["at_least"] > 0
    assert new.exists()


def test_where_nothing_is_missing_no_file_is_written(infoshare: Infoshare, tmp_path: Path) -> None:
    """It says so."""
    new = tmp_path / "new.yaml"
    run = infoshare("rules", "test", "--write-missing", new)
    assert (run.code, new.exists()) == (0, False)
    assert "No case is missing, so no file was written." in run.out


@pytest.mark.parametrize("name", ["there.yaml", "cases.json", "no-folder/new.yaml"])
def test_a_file_that_cannot_be_written_is_refused_before_anything_is_run(
    infoshare: Infoshare, tmp_path: Path, name: str
) -> None:
    """Exit 2; what is there stays as it is."""
    there = tmp_path / "there.yaml"
    there.write_text("mine", encoding="utf-8")
    run = infoshare("rules", "test", "--write-missing", tmp_path / name)
    assert (run.code, run.out) == (2, "")
    assert there.read_text(encoding="utf-8") == "mine"
    assert infoshare("rules", "test", "--write-missing", tmp_path / name, "--json").code == 2


def test_nothing_is_written_where_cases_could_not_be_read(
    infoshare: Infoshare, tmp_path: Path
) -> None:
    """Nobody knows what those cases would show."""
    broken, new = tmp_path / "broken.yaml", tmp_path / "new.yaml"
    broken.write_text("- [", encoding="utf-8")
    run = infoshare("rules", "test", broken, "--write-missing", new, "--json")
    assert (run.code, run.json["written"], new.exists()) == (1, None, False)


def test_a_file_that_cannot_be_read_keeps_no_other_back(
    infoshare: Infoshare, tmp_path: Path
) -> None:
    """The files behind it are run."""
    broken = tmp_path / "broken.yaml"
    broken.write_text("- [", encoding="utf-8")
    run = infoshare("rules", "test", broken, saved(tmp_path, DANGER), "--json")
    assert (run.code, run.json["passed"]) == (1, 1)
    assert run.json["faults"]


def test_very_many_cases_that_differ_are_all_told(infoshare: Infoshare, tmp_path: Path) -> None:
    """Part by part, then the count."""
    cases = [{**WRONG, "id": f"wrong-{number}"} for number in range(450)]
    run = infoshare("rules", "test", saved(tmp_path, *cases))
    assert run.out.count("came: emergency, by the rule danger-now") == 450
    assert run.out.endswith("Cases as expected: 0. Cases that differ: 450.\n")


LAST_RULE = """  - id: no-consent-weigh
    when:
      - fact: refused_or_cannot_be_asked
"""


def test_a_case_that_the_rules_leave_without_outcome_differs(
    infoshare: Infoshare, tmp_path: Path
) -> None:
    """The others are run all the same; and that there is such a case is a fault of the rules."""
    import shutil

    rules = tmp_path / "rules"
    shutil.copytree(shipped_rules(), rules)
    decision = rules / "decision.yaml"
    text = decision.read_text(encoding="utf-8")
    assert LAST_RULE in text
    only_refused = LAST_RULE.replace("fact: refused_or_cannot_be_asked", "consent: refused")
    decision.write_text(text.replace(LAST_RULE, only_refused), encoding="utf-8")

    run = infoshare("--rules", rules, "rules", "test")
    assert run.code == 1
    assert "came: no outcome. The pack pan-bedfordshire has no rule for this case." in run.out
    told = infoshare("--rules", rules, "rules", "test", "--json").json
    assert told["passed"] > 250
    assert told["coverage"] is None
    assert any("no rule for this case" in fault["found"] for fault in told["faults"])
    assert any(case["faults"] for case in told["cases"] if not case["same"])


def test_json_of_many_cases_is_one_document(infoshare: Infoshare, tmp_path: Path) -> None:
    """Written case by case, and also where there is none."""
    assert (
        len(infoshare("rules", "test", saved(tmp_path, DANGER, WRONG), "--json").json["cases"]) == 2
    )
    empty = tmp_path / "empty.jsonl"
    empty.write_text("", encoding="utf-8")
    document = infoshare("rules", "test", empty, "--json").out
    assert json.loads(document)["cases"] == []
