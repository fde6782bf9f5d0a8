"""`infoshare doctor`: everything is told, whatever is broken, and nothing of any case."""

import io
import json
import os
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from infoshare_cli.cli.main import main
from infoshare_cli.core.checkup.report import FACTS
from tests.cli.conftest import Infoshare, Run
from tests.cli.made_up_log import record
from tests.conftest import NOON

SECRET = "Words-of-a-case"


@pytest.fixture(autouse=True)
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the drafts of a test lie; the folder is not there yet."""
    folder = tmp_path / "state" / "drafts"
    monkeypatch.setattr("infoshare_cli.files.locations.default_drafts", lambda: folder)
    monkeypatch.setattr(
        "infoshare_cli.files.checkup.log_state.default_log", lambda: tmp_path / "usual"
    )
    return folder


@pytest.fixture
def recorded(infoshare: Infoshare, log: Path, monkeypatch: pytest.MonkeyPatch) -> Infoshare:
    """The program, with one decision in its log; by its clock that was an hour ago."""
    monkeypatch.setenv("INFOSHARE_LOG", str(log))
    monkeypatch.setattr("infoshare_cli.cli.checkup.now", lambda: NOON + timedelta(hours=1))
    record(log, 1, case_ref=SECRET, reason=f"{SECRET} in a reason.")
    return infoshare


def states(run: Run) -> dict[str, str]:
    """The findings by id, but for those that are well."""
    return {each["id"]: each["state"] for each in run.json["findings"] if each["state"] != "ok"}


def test_all_is_well_at_first(infoshare: Infoshare) -> None:
    """Where nothing was recorded yet nothing is wrong; the places are told."""
    run = infoshare("doctor")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("All is well")
    for told in ("pan-bedfordshire", "decisions.jsonl", "drafts", "Python", "encrypt"):
        assert told in run.out


def test_every_key_is_always_there(infoshare: Infoshare, tmp_path: Path) -> None:
    """Other programs find the same keys, whatever was found."""
    for words in ([], ["--rules", "nowhere"], ["--log", "."], ["--contacts", tmp_path]):
        run = infoshare(*words, "doctor", "--json")
        assert set(run.json) == {"status", "findings", *FACTS}
        for part, names in FACTS.items():
            assert set(run.json[part]) == set(names)
        for finding in run.json["findings"]:
            assert set(finding) == {"id", "state", "found", "advice"}


def test_nothing_of_a_case_is_shown(recorded: Infoshare, drafts: Path) -> None:
    """No reference, no reason, no answer, no outcome: not even how often each came up."""
    drafts.mkdir(parents=True, mode=0o700)
    broken = drafts / "20261122-k7f3.json"
    broken.write_text(f'{{"case": "{SECRET}"}}', encoding="utf-8")
    broken.chmod(0o600)
    for words in ([], ["--json"]):
        run = recorded("doctor", *words)
        assert "1 record" in " ".join(run.out.split())
        for told in (SECRET, "immediate_danger", "share-without-consent"):
            assert told not in run.out + run.err


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_a_log_that_others_can_read_is_wrong(recorded: Infoshare, log: Path) -> None:
    """Exit 1, and the command that puts it right, which does."""
    log.chmod(0o644)
    run = recorded("doctor")
    assert run.code == 1
    assert f"chmod 600 '{log}'" in " ".join(run.out.split())
    assert states(recorded("doctor", "--json")) == {"log.permissions": "wrong"}
    log.chmod(0o600)
    assert recorded("doctor").code == 0


def test_a_log_that_was_changed_is_wrong(recorded: Infoshare, log: Path) -> None:
    """Doctor verifies it, and says no more of it than the line."""
    log.write_bytes(log.read_bytes().replace(SECRET.encode(), b"Another-reference", 1))
    run = recorded("doctor", "--json")
    assert (run.code, run.json["log"]["integrity"]) == (1, "broken")
    assert states(run) == {"log.integrity": "wrong"}


def test_what_is_odd_is_shown_and_ends_with_0(recorded: Infoshare, log: Path) -> None:
    """A torn line, and lines set aside, are worth a look and break nothing."""
    with log.open("ab") as stream:
        stream.write(b"{")
    log.with_name(f"{log.name}.unfinished-1").touch(0o600)
    run = recorded("doctor", "--json")
    assert (run.code, run.json["status"], run.json["log"]["torn"]) == (0, "look", True)
    assert states(run) == {"log.torn": "look", "log.set_aside": "look"}


def test_another_log_at_the_usual_place_is_told(recorded: Infoshare, tmp_path: Path) -> None:
    """Records that somebody misses may be there."""
    (tmp_path / "usual").touch()
    assert states(recorded("doctor", "--json")) == {"log.other": "look"}


def test_a_synchronised_folder_is_worth_a_look(
    infoshare: Infoshare, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """By what the environment names, and by the name of the folder."""
    cloud = tmp_path / "Cloud" / "log.jsonl"
    monkeypatch.setenv("OneDrive", str(tmp_path / "Cloud"))
    run = infoshare("--log", cloud, "doctor", "--json")
    assert (run.code, run.json["log"]["synchronised_by"]) == (0, "OneDrive")
    run = infoshare("--log", tmp_path / "Dropbox" / "log.jsonl", "doctor", "--json")
    assert states(run) == {"log.copies": "look"}


def test_unreadable_drafts_are_counted(infoshare: Infoshare, drafts: Path) -> None:
    """How many, and where to read more."""
    drafts.mkdir(parents=True, mode=0o700)
    (drafts / "20261122-k7f3.json").touch(0o600)
    run = infoshare("doctor", "--json")
    assert (run.json["drafts"]["drafts"], run.json["drafts"]["unreadable"]) == (0, 1)
    assert states(run) == {"drafts.readable": "look"}


def test_rules_that_nobody_proved_are_worth_a_look(infoshare: Infoshare, tmp_path: Path) -> None:
    """An overlay of one's own has no receipt yet."""
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "pack.yaml").write_text(
        "extends: pan-bedfordshire\npack:\n  id: ours\n  version: 1.0.0\n", encoding="utf-8"
    )
    run = infoshare("--rules", rules, "doctor", "--json")
    assert run.json["rules"]["shipped"] is False
    assert run.json["rules"]["loads"] in (True, False)
    assert "rules.proved" in states(run) or "rules.readable" in states(run)


def test_a_slip_in_the_name_of_a_variable_is_told(
    infoshare: Infoshare, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the name that was probably meant."""
    monkeypatch.setenv("INFOSHARE_LOGS", SECRET)
    run = infoshare("doctor")
    assert "Did you mean INFOSHARE_LOG?" in run.out
    assert SECRET not in run.out


def no_home(patch: pytest.MonkeyPatch) -> None:
    """As for an account that the system does not know."""

    def fail() -> Path:
        raise RuntimeError("Could not determine home directory.")

    patch.delenv("INFOSHARE_LOG")
    patch.setattr("infoshare_cli.cli.places.default_log", fail)
    patch.setattr("infoshare_cli.files.locations.default_drafts", fail)


def without(name: str) -> Callable[[pytest.MonkeyPatch], None]:
    """Takes away something that a part of doctor calls."""
    return lambda patch: patch.setattr(name, None)


PLACES = {
    "no rules": ["--rules", "nowhere"],
    "rules that are a file": ["--rules", __file__],
    "no contacts": ["--contacts", "nowhere"],
    "contacts that are a folder": ["--contacts", "."],
    "a log that is a folder": ["--log", "."],
    "a log below a file": ["--log", f"{__file__}/log"],
    "a log of rubbish": ["--log", __file__],
}
PIECES = {
    "no home": no_home,
    "closed input": without("sys.stdin"),
    "closed errors": without("sys.stderr"),
    "no mounts": without("infoshare_cli.files.checkup.look_at_place.network_of"),
    "no disk": without("infoshare_cli.files.checkup.look_at_place.shutil"),
    "no package": without("infoshare_cli.files.checkup.installed.installed_facts"),
    "no terminal": without("infoshare_cli.terminal.abilities.abilities"),
}


@pytest.mark.parametrize("broken", [*PLACES, *PIECES])
def test_it_survives_whatever_is_broken(
    broken: str, monkeypatch: pytest.MonkeyPatch, log: Path
) -> None:
    """The rest is still told; it ends with 0 or 1, and never with an error of its own."""
    out = io.StringIO()
    monkeypatch.setenv("INFOSHARE_LOG", str(log))
    monkeypatch.setattr(sys, "stdout", out)
    if broken in PIECES:
        PIECES[broken](monkeypatch)
    code = main([*PLACES.get(broken, []), "doctor", "--json"])
    shown = json.loads(out.getvalue())
    assert code == (1 if shown["status"] == "wrong" else 0)
    assert {each["id"].partition(".")[0] for each in shown["findings"]} == set(FACTS)
    if broken not in ("closed input", "closed errors"):
        assert shown["status"] == "wrong"


def test_without_a_home_that_is_what_is_told(
    infoshare: Infoshare, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No place is made up for the log or the drafts, and contacts are still shown."""
    no_home(monkeypatch)
    run = infoshare("doctor", "--json")
    assert states(run) == {"log.place": "wrong", "drafts.place": "wrong"}
    assert run.json["log"]["path"] is None
    assert infoshare("contacts", "luton").code == 0
    assert infoshare("log", "list").code in (0, 4)


def test_the_page_fits_a_narrow_screen(infoshare: Infoshare) -> None:
    """But for paths and digests, which stay whole to be copied, no line is over 80 columns."""
    for line in infoshare("doctor").out.splitlines():
        assert len(line) <= 80 or " " not in line.strip()
