"""Ids that are read quickly are those that are loaded with care."""

from pathlib import Path

import pytest

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.errors import FileError
from infoshare_cli.files.known_ids import area_names, case_ids, ids_in_rules, statement_ids
from infoshare_cli.files.load_contacts import load_contacts
from infoshare_cli.files.load_topics import load_statements
from infoshare_cli.files.locations import shipped_contacts, shipped_rules


def test_they_are_those_that_the_rules_have(guidance: Guidance) -> None:
    """Nothing is offered that is not there, and nothing is left out."""
    ids = ids_in_rules(shipped_rules())
    kinds = {kind: [each for each in ids if ids[each] == kind] for kind in set(ids.values())}
    assert kinds["question"] == [each.id for each in guidance.questions]
    assert kinds["outcome"] == [each.id for each in guidance.outcomes]
    assert {each.id for each in guidance.rules} <= set(ids)
    assert set(statement_ids(shipped_rules())) == {
        each.id for each in load_statements(shipped_rules())
    }


def test_the_areas_are_those_of_the_contacts() -> None:
    """With their names."""
    areas = load_contacts(shipped_contacts()).places.areas
    assert area_names(shipped_contacts()) == {area.id: area.name for area in areas}


def test_cases_have_ids() -> None:
    """Those of a file that comes with the rules."""
    assert "child-left-with-armed-man" in case_ids(shipped_rules() / "cases" / "danger.yaml")


def test_a_file_with_faults_gives_what_can_be_read(tmp_path: Path) -> None:
    """Completion waits for no check."""
    (tmp_path / "pack.yaml").write_text("pack: {}\n", encoding="utf-8")
    (tmp_path / "questions.yaml").write_text(
        "questions:\n  - {id: one}\n  - two\n  - {nothing: here}\n  - {id: [three]}\n",
        encoding="utf-8",
    )
    assert ids_in_rules(tmp_path) == {"one": "question"}
    assert statement_ids(tmp_path) == ()
    contacts = tmp_path / "contacts.yaml"
    contacts.write_text("areas: none\n", encoding="utf-8")
    assert area_names(contacts) == {}


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """Whoever completes turns that into no words at all."""
    with pytest.raises(FileError):
        area_names(tmp_path / "contacts.yaml")
    with pytest.raises(FileError):
        case_ids(tmp_path / "cases.yaml")
