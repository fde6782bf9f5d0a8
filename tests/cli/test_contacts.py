"""`infoshare contacts` as a person or a program calls it."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from typer import Typer
from typer.testing import CliRunner, Result

from infoshare_cli.cli import contacts as command
from infoshare_cli.cli.setup import Setup
from infoshare_cli.errors import CallError, ExitCode, FileError
from infoshare_cli.files.locations import shipped_rules

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "contacts.yaml"
NONE = ROOT / "none"

app = Typer(add_completion=False, rich_markup_mode=None)
app.command()(command.contacts)


def called(*words: str, contacts: Path = SHIPPED) -> Result:
    """What `infoshare contacts WORDS` does."""
    setup = Setup(rules=shipped_rules(), contacts=contacts, log=NONE, plain=True)
    return CliRunner().invoke(app, words, obj=setup)


def told(*words: str, contacts: Path = SHIPPED) -> Any:
    """The one JSON document on standard output."""
    return json.loads(called(*words, contacts=contacts).stdout)


@pytest.mark.parametrize("words", [("luton",), ("luton", "council"), ("LUTON Borough",)])
def test_an_area_in_one_word_or_several(words: tuple[str, ...]) -> None:
    """The area's own contacts are shown, and nothing is said on standard error."""
    result = called(*words)
    assert result.exit_code == ExitCode.DONE
    assert "01582 547 653" in result.stdout
    assert "01234 718 700" not in result.stdout
    assert result.stderr == ""


def test_a_near_miss_is_understood_and_told() -> None:
    """A misspelt area is read as the one meant, and the reader can see which."""
    result = called("Lutton", "--json")
    assert json.loads(result.stdout)["area"] == "luton"
    assert result.stderr == "'Lutton' is read as Luton.\n"


@pytest.mark.parametrize("words", [(), ("--json",)])
def test_without_an_area_all_three_front_doors_are_shown(words: tuple[str, ...]) -> None:
    """Nobody has to know the area first."""
    shown = called(*words).stdout
    for number in ("01234 718 700", "0300 300 8585", "01582 547 653", "0300 300 8123", "999"):
        assert number in shown


@pytest.mark.parametrize("words", [("central", "beds", "--json"), ("--json", "central beds")])
def test_json_is_one_document_with_the_first_contact_first(words: tuple[str, ...]) -> None:
    """Options may stand before or after the area."""
    document = told(*words)
    assert document["area"] == "central-bedfordshire"
    assert [contact["id"] for contact in document["contacts"]] == [
        "central-bedfordshire-access-referral-hub",
        "emergency-duty-team",
        "police-999",
        "police-101",
    ]
    assert document["digest"].startswith("sha256:")


def test_all_adds_the_partnership_offices() -> None:
    """Only on request, and only the area's own."""
    few, all_of_them = told("bedford", "--json"), told("bedford", "--all", "--json")
    more = all_of_them["contacts"][len(few["contacts"]) :]
    assert [contact["id"] for contact in more] == ["bedford-board-office"]
    assert len(told("--all", "--json")["contacts"]) == 9


@pytest.mark.parametrize(
    "words", [("beds",), ("milton", "keynes"), ("",), ("check", "luton"), ("luton", "bedford")]
)
def test_what_is_no_one_area_is_refused(words: tuple[str, ...]) -> None:
    """No contacts are shown for a guess: exit 2, with the areas to choose from."""
    result = called(*words)
    assert isinstance(result.exception, CallError)
    assert result.exception.exit_code == ExitCode.UNUSABLE
    assert "luton (Luton)" in result.exception.faults[0].expected
    assert result.stdout == ""


def test_a_file_with_faults_is_unusable_for_reading() -> None:
    """Contacts with a fault are not shown as if they were sound."""
    result = called("luton", contacts=ROOT / "tests/broken/contacts/phone-with-letter.yaml")
    assert isinstance(result.exception, FileError)
    assert result.exception.exit_code == ExitCode.UNUSABLE


def test_rules_with_faults_hide_no_number() -> None:
    """What has changed since cannot be shown then; whom to ring is shown all the same."""
    setup = Setup(rules=NONE, contacts=SHIPPED, log=NONE, plain=True)
    result = CliRunner().invoke(app, ["luton"], obj=setup)
    assert (result.exit_code, "01582 547 653" in result.stdout) == (0, True)
    assert "What has changed is not shown." in result.stderr


def test_help_names_every_way_to_call() -> None:
    """Area, check and options stand in the help."""
    shown = called("--help").stdout
    assert all(word in shown for word in ("contacts luton", "contacts check", "--all", "--json"))


@pytest.fixture
def on_day(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Sets the day on which the contacts are checked."""

    def set_day(day: str) -> None:
        monkeypatch.setattr(command, "now", lambda: datetime.fromisoformat(f"{day}T12:00:00+00:00"))

    return set_day


def test_check_of_a_sound_file_warns_and_is_content(on_day: Any) -> None:
    """What could not be checked is told; exit 0."""
    on_day("2026-11-23")
    result = called("check")
    assert result.exit_code == ExitCode.DONE
    assert "9 contacts" in result.stdout
    assert "the phone of bedford-integrated-front-door, which was never checked" in result.stdout
    document = told("check", "--json")
    assert (document["status"], document["contacts"], document["faults"]) == ("ok", 9, [])
    assert {fault["line"] is None for fault in document["warnings"]} == {False}


def test_check_a_year_later_fails(on_day: Any) -> None:
    """Checks that are too old have to be made again: exit 1."""
    on_day("2027-12-01")
    result = called("check")
    assert result.exit_code == ExitCode.CHECK_FAILED
    assert "last checked on 2026-11-22" in result.stdout


@pytest.mark.parametrize("name", ["unreadable-yaml", "unknown-key", "no-emergency-number"])
def test_check_of_a_broken_file_fails_with_its_faults(name: str) -> None:
    """Whatever is wrong in the file: exit 1, never 2, in words and as JSON."""
    file = ROOT / f"tests/broken/contacts/{name}.yaml"
    result = called("check", contacts=file)
    assert result.exit_code == ExitCode.CHECK_FAILED
    words = "".join(result.stdout.split())  # how lines are wrapped depends on the folder's name
    assert "cannotbeused" in words
    assert f"{name}.yaml:" in words
    document = told("check", "--json", contacts=file)
    assert document["status"] == "faults"
    keys = ("file", "found", "expected", "line", "column", "path", "suggestion")
    assert [tuple(fault) for fault in document["faults"]] == [keys]


def test_check_of_a_file_that_is_not_there_is_a_wrong_call() -> None:
    """Nothing could be judged: exit 2."""
    result = called("check", contacts=NONE)
    assert isinstance(result.exception, FileError)
    assert result.exception.exit_code == ExitCode.UNUSABLE


def test_check_names_the_file_of_an_inherited_entry(tmp_path: Path, on_day: Any) -> None:
    """A line of another file than the one that was checked is told with that file."""
    on_day("2026-11-23")
    own = tmp_path / "contacts.yaml"
    own.write_text("extends: shipped\n", encoding="utf-8")
    shown = " ".join(called("check", contacts=own).stdout.split())
    assert f" of {SHIPPED}: the phone of bedford-integrated-front-door" in shown
    assert f" of {SHIPPED}" not in called("check").stdout
