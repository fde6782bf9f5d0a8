"""`infoshare rules check`: what is wrong with the rules, all at once."""

import json
import sys
from pathlib import Path

import pytest

from infoshare_cli.files.locations import shipped_contacts
from tests.cli.conftest import Infoshare
from tests.files.check_slips import ERRORS, WARNINGS
from tests.files.checked_pack import CONTACTS, write_checked_pack
from tests.files.pack_slips import HERE
from tests.rules.seeds import Copy

ERROR, WARNING = ERRORS["citation-of-nothing"], WARNINGS["text-that-is-hard-to-read"]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The small pack, sound, with its contacts beside it."""
    return write_checked_pack(tmp_path)


def broken(folder: Path, *slips: object) -> Path:
    """The small pack with slips in it."""
    made = [slip for slip in (ERROR, WARNING) if slip in slips]
    return write_checked_pack(folder, {s.file: s.text().replace(HERE, "") for s in made})


def test_the_rules_that_come_along_are_checked_by_default(infoshare: Infoshare) -> None:
    """They have no errors."""
    run = infoshare("rules", "check")
    assert (run.code, run.err) == (0, "")
    assert run.out.splitlines()[-1].startswith("Errors: 0. Warnings: ")


def test_errors_fail_the_check(infoshare: Infoshare, tmp_path: Path) -> None:
    """Exit 1; each with file, line and column; errors before warnings, and then how many."""
    folder = broken(tmp_path, ERROR, WARNING)
    run = infoshare("rules", "check", folder)
    assert (run.code, run.err) == (1, "")
    errors, _, warnings = run.out.partition("Warnings: these should be looked at.")
    line, column = ERROR.place()
    told = " ".join(errors.split())
    assert f"{folder / ERROR.file}:{line}:{column} at {ERROR.path}" in told
    assert "Did you mean p2.ring?" in told
    assert str(folder / WARNING.file) in warnings
    assert run.out.splitlines()[-1] == "Errors: 1. Warnings: 1."


def test_warnings_do_not(infoshare: Infoshare, tmp_path: Path) -> None:
    """Exit 0: a person should look, and may leave it."""
    run = infoshare("rules", "check", broken(tmp_path, WARNING))
    assert (run.code, run.out.splitlines()[-1]) == (0, "Errors: 0. Warnings: 1.")


def test_json_tells_the_same(infoshare: Infoshare, tmp_path: Path) -> None:
    """One document; every key always there."""
    run = infoshare("rules", "check", broken(tmp_path, ERROR, WARNING), "--json")
    assert (run.code, run.err) == (1, "")
    assert list(run.json) == ["status", "errors", "warnings", "counts", "remarks"]
    (error,), (warning,) = run.json["errors"], run.json["warnings"]
    assert (error["line"], error["column"]) == ERROR.place()
    assert (error["path"], error["suggestion"]) == (ERROR.path, "p2.ring")
    assert warning["path"] == WARNING.path
    assert (run.json["status"], run.json["counts"]) == ("faults", {"errors": 1, "warnings": 1})
    run = infoshare("rules", "check", write_checked_pack(tmp_path), "--json")
    assert run.json == {
        "status": "ok",
        "errors": [],
        "warnings": [],
        "counts": {"errors": 0, "warnings": 0},
        "remarks": [],
    }


def test_rules_that_cannot_be_read_fail_the_check(infoshare: Infoshare, pack: Path) -> None:
    """Exit 1, not 2: they were there to be judged; and what could not be looked at is said."""
    (pack / "decision.yaml").write_text("rules: [", encoding="utf-8")
    run = infoshare("rules", "check", pack)
    assert run.code == 1
    assert "What the rules come to was not looked at" in run.out
    assert infoshare("--rules", pack, "rules", "check", "--json").json["status"] == "faults"


def test_what_is_not_there_is_a_wrong_call(infoshare: Infoshare, pack: Path) -> None:
    """Exit 2 for the folder, the contacts and the statements."""
    nowhere = pack / "nowhere"
    assert infoshare("rules", "check", nowhere).code == 2
    assert infoshare("--contacts", nowhere, "rules", "check", pack).code == 2
    assert infoshare("rules", "check", pack, "--statements", nowhere).code == 2
    run = infoshare("rules", "check", nowhere, "--json")
    assert (run.code, run.json["status"]) == (2, "error")


def test_the_statements_may_be_given(infoshare: Infoshare, pack: Path) -> None:
    """What the guide says elsewhere must be carried too."""
    guide = pack / "guide.yaml"
    guide.write_text("- {id: p2.new, kind: duty, says: Do more.}\n", encoding="utf-8")
    run = infoshare("rules", "check", pack, "--statements", guide, "--json")
    assert run.code == 1
    assert f"{guide}" in {error["file"] for error in run.json["errors"]}


def test_the_contacts_are_those_of_the_folder_or_those_asked_for(
    infoshare: Infoshare, pack: Path
) -> None:
    """Named ones come first; a pack without contacts is checked with those that come along."""
    (pack / "none.yaml").write_text("contacts: []\n", encoding="utf-8")
    asked = infoshare("--contacts", pack / "none.yaml", "rules", "check", pack, "--json")
    assert str(pack / "none.yaml") in {error["file"] for error in asked.json["errors"]}
    (pack / CONTACTS).unlink()
    shipped = infoshare("rules", "check", pack, "--json")
    found = {fault["file"] for fault in (*shipped.json["errors"], *shipped.json["warnings"])}
    assert str(shipped_contacts()) in found
    assert str(pack / CONTACTS) not in found


def test_contacts_that_came_along_are_not_for_others_to_ring_up(
    infoshare: Infoshare, tmp_path: Path
) -> None:
    """Whoever looks after the shipped rules is warned of them; others are not."""
    copy = Copy(tmp_path)
    warned = infoshare("rules", "check", "--json").json["warnings"]

    assert {warning["file"] for warning in warned} == {str(shipped_contacts())}
    assert infoshare("rules", "check", copy.save(), "--json").json["warnings"] == []


def test_without_the_extra_it_says_what_was_not_measured(
    infoshare: Infoshare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one line, with how to get it; the exit code is as otherwise."""
    monkeypatch.setitem(sys.modules, "textstat_rs", None)
    run = infoshare("rules", "check", broken(tmp_path, WARNING))
    assert (run.code, run.out.splitlines()[-1]) == (0, "Errors: 0. Warnings: 0.")
    assert "pip install 'infoshare-cli[rules]'" in run.out
    (remark,) = infoshare("rules", "check", tmp_path, "--json").json["remarks"]
    assert remark.startswith("Reading age and near-equal wording were not measured.")
    assert json.dumps(remark).isascii()
