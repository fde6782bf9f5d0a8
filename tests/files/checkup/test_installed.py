"""Which versions are told."""

from importlib.metadata import PackageNotFoundError

import pytest

from infoshare_cli import __version__
from infoshare_cli.files.checkup import installed
from infoshare_cli.files.checkup.installed import (
    installed_facts,
    missing_libraries,
    reads_yaml_slowly,
)


def test_the_program_and_what_it_stands_on_are_told() -> None:
    """All that it needs, and nothing of the extras."""
    facts = installed_facts()
    libraries = facts["libraries"]
    assert facts["version"] == __version__
    assert isinstance(libraries, dict)
    assert {"typer", "rich", "questionary", "pyyaml", "filelock"} <= set(libraries)
    assert not {"typst", "pytest", "infoshare-cli"} & set(libraries)
    assert missing_libraries() == ()
    assert reads_yaml_slowly() in (True, False)


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that somebody took away again."""

    def version(name: str) -> str:
        if name == "rich":
            raise PackageNotFoundError(name)
        return "1"

    monkeypatch.setattr(installed, "version", version)
    assert missing_libraries() == ("rich",)
    assert "rich" not in str(installed_facts()["libraries"])


def test_a_program_that_was_never_installed_needs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run from its folder alone, it has no list of what it needs."""

    def requires(name: str) -> list[str]:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(installed, "requires", requires)
    assert missing_libraries() == ()
    assert installed_facts()["libraries"] == {}
