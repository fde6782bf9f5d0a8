"""`infoshare rules show`: the rules as a person reads them."""

from pathlib import Path

import pytest

from infoshare_cli.files.locations import shipped_rules
from tests.cli.conftest import Infoshare
from tests.files.small_pack import write_pack


def test_the_whole_pack_is_shown(infoshare: Infoshare) -> None:
    """From its title to its notices."""
    run = infoshare("rules", "show")

    assert (run.code, run.err) == (0, "")
    for title in ("Questions", "Named facts", "Choices", "Rules", "Outcomes", "Actions", "Record"):
        assert f"\n{title}\n" in run.out


@pytest.mark.parametrize(
    ("part", "first"),
    [
        ("questions", "Question 1, immediate_danger"),
        ("decision", "Fact serious"),
        ("outcomes", "Outcome emergency"),
        ("actions", "Action emergency-call, first"),
        ("sayings", "Saying emergency-say-where-first, to 999"),
        ("record", "Field area"),
        ("properties", "Property danger-means-999"),
        ("notices", "What has changed since"),
    ],
)
def test_one_part_can_be_shown(infoshare: Infoshare, part: str, first: str) -> None:
    """And nothing else with it."""
    run = infoshare("rules", "show", "--only", part)

    assert run.code == 0
    assert first in run.out
    assert ("Fact serious" in run.out) == (part == "decision")


def test_one_entry_can_be_shown(infoshare: Infoshare) -> None:
    """By its id."""
    run = infoshare("rules", "show", "--id", "danger-now")

    assert run.code == 0
    assert "Rule 1, danger-now\nWhen danger now is possible.\n" in run.out
    assert "Rule 2" not in run.out


def test_an_unknown_id_names_one_that_is_near(infoshare: Infoshare) -> None:
    """Exit 2: there is nothing to show."""
    run = infoshare("rules", "show", "--id", "danger-nov")

    assert (run.code, run.out) == (2, "")
    assert "Did you mean danger-now?" in run.err


def test_a_part_and_an_id_together_are_refused(infoshare: Infoshare) -> None:
    """Neither is dropped in silence."""
    run = infoshare("rules", "show", "--id", "danger-now", "--only", "record")

    assert (run.code, run.out) == (2, "")
    assert "not both" in run.err


def test_another_folder_can_be_shown(infoshare: Infoshare, tmp_path: Path) -> None:
    """Short words are not needed: labels stand in for them."""
    run = infoshare("rules", "show", write_pack(tmp_path))

    assert run.code == 0
    assert "danger" in run.out


def test_json_is_one_document(infoshare: Infoshare) -> None:
    """With the conditions in words."""
    run = infoshare("rules", "show", shipped_rules(), "--id", "danger-now", "--json")

    assert run.code == 0
    assert run.json["rules"][0]["when"]["words"] == "danger now is possible"
    assert run.json["questions"] == []


def test_rules_that_cannot_be_read_are_a_wrong_call(infoshare: Infoshare, tmp_path: Path) -> None:
    """Showing judges nothing, so exit 2."""
    (tmp_path / "pack.yaml").write_text("- [", encoding="utf-8")

    assert infoshare("rules", "show", tmp_path).code == 2
    assert infoshare("rules", "show", tmp_path, "--json").json["status"] == "error"
