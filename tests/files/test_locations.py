"""The rules and contacts that come along are found, and the log lies with the person's own data."""

import sys
from pathlib import Path

import pytest

from infoshare_cli.files import locations
from infoshare_cli.files.locations import default_log, shipped_contacts, shipped_rules


def test_what_comes_along_is_there() -> None:
    """A checkout is used as it stands."""
    assert (shipped_rules() / "pack.yaml").is_file()
    assert shipped_contacts().is_file()


def test_an_installed_copy_uses_what_it_carries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the package has data of its own, those are used and no others."""
    monkeypatch.setattr(locations, "_CARRIED", tmp_path)
    assert shipped_rules() == tmp_path / "rules" / "pan-bedfordshire"
    assert shipped_contacts() == tmp_path / "contacts.yaml"


def test_the_log_is_named_and_not_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """To ask where the log would be leaves no trace."""
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    log = default_log()
    assert log.name == "decisions.jsonl"
    assert log.is_absolute()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="the variable is that of Linux")
def test_the_log_lies_in_the_data_of_the_person(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A folder of the program's own within the folder that the system names."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_log() == tmp_path / "infoshare" / "decisions.jsonl"


def test_the_log_never_lies_in_the_roaming_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """A roaming profile is copied to a server; a log of cases must not be."""
    asked: dict[str, object] = {}

    def answer(name: str, **options: object) -> Path:
        asked.update(options, name=name)
        return Path("data")

    monkeypatch.setattr("platformdirs.user_data_path", answer)
    assert default_log() == Path("data") / "decisions.jsonl"
    assert asked == {"name": "infoshare", "appauthor": False, "roaming": False}
