"""The program as a whole: its welcome, its help, and how every error ends."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from infoshare_cli import __version__
from infoshare_cli.cli import contacts as contacts_command
from infoshare_cli.files import load_contacts
from tests.cli.conftest import Infoshare

COMMANDS = ("assess", "contacts", "guide", "log")


def test_alone_it_says_999_what_it_is_and_its_commands(infoshare: Infoshare) -> None:
    """Whoever types only the name is told what to do in danger, and how to go on."""
    run = infoshare()
    assert run.code == 0
    assert run.out.index("999") < run.out.index("infoshare supports your decision")
    assert all(f"infoshare {command}" in run.out for command in COMMANDS)


def test_it_says_its_version(infoshare: Infoshare) -> None:
    """`--version` is one line."""
    run = infoshare("--version")
    assert (run.code, run.out) == (0, f"infoshare {__version__}\n")


@pytest.mark.parametrize("words", [[], ["assess"], ["contacts"], ["guide"], ["log"]])
def test_help_fits_a_screen_of_80_columns(infoshare: Infoshare, words: list[str]) -> None:
    """Every help text can be read on a narrow screen."""
    run = infoshare(*words, "--help")
    assert run.code == 0
    assert max(map(len, run.out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["asess"], "No such command"),
        (["assess", "--anwers", "x"], "No such option"),
        (["contacts", "atlantis"], "no area of the guide"),
        (["contacts", "beds"], "more than one area"),
        (["guide", "consnt"], "Did you mean consent?"),
        (["assess", "--answers", "missing.yaml", "--no-input"], "missing.yaml"),
        (["--rules", "nowhere", "assess", "--no-input"], "pack.yaml"),
        (["--contacts", "nowhere", "contacts"], "nowhere"),
        (["log", "show", "77"], "77"),
        (["log", "verify", "--anchor", "1.AAAA"], "anchor"),
    ],
)
def test_an_unusable_call_is_told_in_words_and_as_json(
    infoshare: Infoshare, words: list[str], told: str
) -> None:
    """Exit 2: a sentence on standard error, or one JSON document with its faults."""
    run = infoshare(*words)
    assert run.code == 2
    assert told in run.err
    assert not run.out
    assert "Traceback" not in run.err
    run = infoshare(*words, "--json")
    assert run.code == 2
    assert run.json["status"] == "error"
    keys = {"file", "line", "column", "path", "found", "expected", "suggestion"}
    assert run.json["faults"]
    assert all(set(fault) == keys for fault in run.json["faults"])


def test_an_error_nobody_foresaw_gives_no_traceback_and_no_words_of_the_case(
    infoshare: Infoshare, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is told is the kind of error and its place in the program, never its text."""

    def fail(_: Path) -> None:
        raise ZeroDivisionError("words of a case")

    monkeypatch.setattr(load_contacts, "load_contacts", fail)
    assert contacts_command
    run = infoshare("contacts")
    assert run.code == 2
    assert "ZeroDivisionError" in run.err
    assert "contacts.py line" in run.err
    assert "words of a case" not in run.err
    assert "Traceback" not in run.err


def test_a_control_character_in_a_call_never_reaches_the_screen_raw(infoshare: Infoshare) -> None:
    """A name that would steer the terminal is made visible."""
    run = infoshare("contacts", "\x1b[2Jluton\u202e")
    assert run.code == 2
    assert "\x1b" not in run.err
    assert "\u202e" not in run.err


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
@pytest.mark.parametrize("words", [["contacts"], ["guide", "search", "consent"], ["--help"]])
def test_a_reader_that_goes_away_is_no_error(words: list[str], tmp_path: Path) -> None:
    """`infoshare ... | head -0` ends silently with 0."""
    environment = {**os.environ, "INFOSHARE_LOG": str(tmp_path / "log")}
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "infoshare_cli", *words],
        stdout=write,
        stderr=subprocess.PIPE,
        env=environment,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


def test_it_runs_as_a_module_from_any_folder(tmp_path: Path) -> None:
    """`python -m infoshare_cli` is the program, and finds its rules wherever it is called."""
    done = subprocess.run(
        [sys.executable, "-m", "infoshare_cli", "contacts", "luton"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert b"01582 547 653" in done.stdout
