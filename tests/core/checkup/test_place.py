"""What is said of the place of the log, or of the drafts."""

from dataclasses import replace
from typing import Any

import pytest

from infoshare_cli.core.checkup.place import (
    DRAFTS,
    FULL_BYTES,
    LOG,
    LOW_BYTES,
    Contents,
    Place,
    judge_place,
    no_home,
)
from infoshare_cli.core.checkup.report import FACTS, Finding, State

WELL = Place(
    path="/home/sam/.local/share/infoshare/decisions.jsonl",
    real_path="/home/sam/.local/share/infoshare/decisions.jsonl",
    is_absolute=True,
    there=True,
    is_right_kind=True,
    writable=True,
    mode=0o600,
    folder_mode=0o700,
    free_bytes=10 * LOW_BYTES,
)


def found(contents: Contents = LOG, /, **otherwise: Any) -> dict[str, Finding]:
    """The findings of a place that is well but for what is said otherwise, by what they are of."""
    place = replace(WELL, **otherwise)
    return {each.id.removeprefix(f"{contents.id}."): each for each in judge_place(contents, place)}


@pytest.mark.parametrize("contents", [LOG, DRAFTS])
def test_a_place_that_is_well_is_said_to_be(contents: Contents) -> None:
    """Each thing that was looked at is told, so that nobody wonders."""
    findings = found(contents)
    assert set(findings) == {"place", "writing", "permissions", "copies"}
    assert {each.state for each in findings.values()} == {"ok"}
    assert not any(each.advice for each in findings.values())


@pytest.mark.parametrize(
    ("otherwise", "of", "state"),
    [
        ({"is_absolute": False, "path": "decisions.jsonl"}, "place", "look"),
        ({"is_right_kind": False}, "place", "wrong"),
        ({"writable": False}, "writing", "wrong"),
        ({"mode": 0o640}, "permissions", "wrong"),
        ({"mode": 0o604}, "permissions", "wrong"),
        ({"folder_mode": 0o777}, "permissions", "wrong"),
        ({"folder_mode": 0o720}, "permissions", "wrong"),
        ({"synchronised_by": "Dropbox"}, "copies", "look"),
        ({"roaming": True}, "copies", "look"),
        ({"network": "nfs4"}, "copies", "look"),
        ({"free_bytes": LOW_BYTES - 1}, "space", "look"),
        ({"free_bytes": FULL_BYTES - 1}, "space", "wrong"),
    ],
)
def test_each_trouble_is_told_with_what_to_do(
    otherwise: dict[str, Any], of: str, state: State
) -> None:
    """Nothing that is not well comes without advice, and it spoils no other finding."""
    findings = found(**otherwise)
    assert findings[of].state == state
    assert findings[of].advice
    assert {each.state for name, each in findings.items() if name != of} <= {"ok"}


@pytest.mark.parametrize(
    "otherwise",
    [
        {"folder_mode": 0o1777},
        {"folder_mode": 0o755},
        {"folder_mode": None, "mode": None},
        {"free_bytes": None},
        {"free_bytes": LOW_BYTES},
        {"there": False, "mode": None},
    ],
)
def test_what_protects_or_is_not_known_is_no_trouble(otherwise: dict[str, Any]) -> None:
    """A folder with the sticky bit, one that others may list, Windows, and no log yet."""
    assert {each.state for each in found(**otherwise).values()} == {"ok"}


def test_of_the_wrong_thing_nothing_else_is_said() -> None:
    """Where a folder stands in place of the log, its rights do not matter."""
    assert set(found(is_right_kind=False, mode=0o777, writable=False)) == {"place"}


def test_the_command_can_be_typed_whatever_the_path() -> None:
    """A space or an apostrophe in a path does not break the line that is to be copied."""
    log = found(mode=0o644, path="/home/o'neil/my log")["permissions"]
    assert "chmod 600 '/home/o'\\''neil/my log'" in log.advice
    drafts = found(DRAFTS, mode=0o644)["permissions"]
    assert "chmod -R go= '" in drafts.advice


def test_without_a_home_there_is_no_place() -> None:
    """That is wrong, and what to do is said."""
    finding = no_home(DRAFTS)
    assert (finding.id, finding.state) == ("drafts.place", "wrong")
    assert "HOME" in finding.advice


@pytest.mark.parametrize("mode", [None, 0o600])
def test_the_facts_have_the_names_of_the_report(mode: int | None) -> None:
    """Other programs find them under the same names for the log and for the drafts."""
    facts = replace(WELL, mode=mode).facts()
    assert set(facts) <= set(FACTS["log"]) & set(FACTS["drafts"])
    assert facts["mode"] == (None if mode is None else "600")
