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
        (["rules", "prove", "--plain"], "--plain goes before the command"),
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

    monkeypatch.setattr(load_contacts, "open_contacts", fail)
    assert contacts_command
    run = infoshare("contacts")
    assert run.code == 2
    assert "ZeroDivisionError" in run.err
    assert "contacts.py line" in run.err
    assert "words of a case" not in run.err
    assert "Traceback" not in run.err


WITHOUT_COMPILED = """\
import sys
class Forbidden:
    def find_spec(self, name, path=None, target=None):
        if name == "pydantic_core":
            raise ImportError("DLL load failed", name="pydantic_core")
sys.meta_path.insert(0, Forbidden())
from infoshare_cli.cli.main import main
for words in (["rules", "book", "--output", "book.html"], ["doctor"], ["contacts", "luton"]):
    sys.stdout.write(f"Ended with {main(words)}.\\n")
"""
"""A computer that does not let programs load what is compiled."""


def test_where_compiled_libraries_are_forbidden_that_is_told(tmp_path: Path) -> None:
    """What works without them still does; doctor does not call it well."""
    ended = subprocess.run(
        [sys.executable, "-c", WITHOUT_COMPILED],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, "INFOSHARE_LOG": str(tmp_path / "log"), "XDG_STATE_HOME": str(tmp_path)},
    )
    assert "cannot be loaded here: pydantic_core" in ended.stderr
    assert "does not know" not in ended.stderr
    made, looked, rung, _ = ended.stdout.split("Ended with ")
    assert made == ""
    assert looked.startswith("2.")
    assert "Installed, but it cannot be loaded: pydantic_core." in " ".join(looked.split())
    assert rung.startswith("0.")
    assert "01582 547 653" in rung


def test_stopping_where_no_question_is_open_claims_nothing(
    infoshare: Infoshare, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A record may be on the disk by then, so the words do not say that there is none."""

    def stop(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(load_contacts, "open_contacts", stop)
    run = infoshare("contacts")
    assert (run.code, run.err) == (130, "Stopped. Nothing more was done.\n")


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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize("words", [["contacts", "--json"], ["contacts"], ["contacts", "zz"]])
@pytest.mark.parametrize("full", ["stdout", "stderr"])
def test_an_output_that_is_full_gives_no_traceback(words: list[str], full: str) -> None:
    """The exit code says that the result is not there; what can be told is told."""
    with Path("/dev/full").open("w", encoding="utf-8") as device:
        done = subprocess.run(
            [sys.executable, "-m", "infoshare_cli", *words],
            check=False,
            text=True,
            stdout=device if full == "stdout" else subprocess.PIPE,
            stderr=device if full == "stderr" else subprocess.PIPE,
        )
    expected = 2 if full == "stdout" or "zz" in words else 0
    assert done.returncode == expected
    assert "Traceback" not in (done.stderr or "")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell closes the streams")
def test_closed_streams_are_no_error(tmp_path: Path) -> None:
    """Whoever closes a stream does not want it; a file of answers needs no standard input."""
    answers = tmp_path / "answers.yaml"
    answers.write_text("answers: {immediate_danger: yes}\n", encoding="utf-8")
    call = f"{sys.executable} -m infoshare_cli assess --no-input --no-log --answers"
    for words, code in (
        (f"{call} {answers} <&-", 0),
        (f"{call} - <&-", 2),
        (f"{call} {answers} >&- 2>&-", 0),
    ):
        done = subprocess.run(["/bin/sh", "-c", words], check=False, capture_output=True)
        assert (done.returncode, b"Traceback" in done.stderr) == (code, False), words


def test_a_log_that_nobody_may_read_hides_no_contact(infoshare: Infoshare, log: Path) -> None:
    """Only what needs the log fails for it."""
    log.parent.mkdir()
    log.touch(mode=0)
    assert infoshare("contacts").code == 0
    assert infoshare("guide").code == 0


@pytest.mark.parametrize("value", ["1", "yes", "0", "", "maybe"])
def test_no_value_of_the_plain_variable_stops_a_command(
    infoshare: Infoshare, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    """INFOSHARE_PLAIN is on with any value but 0; a slip in it must not hide a number."""
    monkeypatch.setenv("INFOSHARE_PLAIN", value)
    assert infoshare("contacts").code == 0
