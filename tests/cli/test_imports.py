"""What a command imports before it does its work: the start stays quick only if that stays little.

Names are counted and not seconds, so that nothing here depends on the machine.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SLOW = {
    "cryptography",
    "filelock",
    "keyring",
    "phonenumbers",
    "platformdirs",
    "prompt_toolkit",
    "pydantic",
    "pygraphviz",
    "questionary",
    "rapidfuzz",
    "rich",
    "stdnum",
    "textstat",
    "typst",
    "yaml",
}
"""Libraries that take long to import, or are for a few commands only."""

CHILD = """\
import atexit, gc, json, sys
from pathlib import Path
out, *arguments = sys.argv[1:]
def tell():
    looks = sum(each["collections"] for each in gc.get_stats())
    told = {"modules": sorted(sys.modules), "looks": looks}
    Path(out).write_text(json.dumps(told), encoding="utf-8")
atexit.register(tell)
from infoshare_cli.cli.main import main
sys.exit(main(arguments))
"""
"""Runs the program; says at its end what it imported, and how often Python looked for waste."""

ANSWERS = "answers:\n  immediate_danger: yes\n"

ALLOWED: dict[str, set[str]] = {
    "--version": set(),
    "--help": set(),
    "": {"platformdirs"},
    "assess --help": {"platformdirs"},
    "contacts": {"platformdirs"},
    "contacts luton": {"platformdirs"},
    "contacts --json": {"platformdirs"},
    "guide": {"platformdirs", "yaml"},
    "log list": {"platformdirs"},
    "log show 1": {"platformdirs"},
    "log amend 1 --no-input": {"platformdirs"},
    "log due": {"platformdirs"},
    "log stats": {"platformdirs"},
    "log verify": {"platformdirs"},
    "log export": {"platformdirs"},
    "log replay": {"platformdirs"},
    "log redact 1 --whole --dry-run": {"platformdirs"},
    "rules --help": {"platformdirs"},
    "assess --no-log --no-input": {"platformdirs"},
    "assess --answers FILE --no-input --no-log": {"platformdirs", "yaml"},
    "--plain assess --no-log": {"platformdirs"},
}
"""A call whose output is a pipe -> the slow libraries that it may import."""


def imported(out: Path) -> set[str]:
    """The slow libraries that a child has told of."""
    names: list[str] = json.loads(out.read_text(encoding="utf-8"))["modules"]
    return {name.partition(".")[0] for name in names} & SLOW


@pytest.mark.parametrize("call", ALLOWED)
def test_a_command_imports_only_what_it_needs(call: str, tmp_path: Path) -> None:
    """What would make every start slower is seen here at once."""
    out, answers = tmp_path / "modules.json", tmp_path / "answers.yaml"
    answers.write_text(ANSWERS, encoding="utf-8")
    arguments = [str(answers) if word == "FILE" else word for word in call.split()]
    run(out, *arguments)
    assert imported(out) <= ALLOWED[call]


def test_what_is_not_wanted_here_is_not_counted(tmp_path: Path) -> None:
    """The count itself works: a command that reads YAML is seen to."""
    out = tmp_path / "modules.json"
    run(out, "rules", "show")
    assert "yaml" in imported(out)


def test_what_is_there_to_stay_is_not_looked_through(tmp_path: Path) -> None:
    """Python would look for unused objects some ninety times, and find nothing."""
    out = tmp_path / "modules.json"
    run(out, "contacts", "luton")
    assert json.loads(out.read_text(encoding="utf-8"))["looks"] < 30


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
@pytest.mark.parametrize(
    ("option", "allowed"),
    [
        ([], {"platformdirs", "prompt_toolkit", "questionary", "rich"}),
        (["--plain"], {"platformdirs"}),
    ],
)
def test_the_first_question_needs_no_yaml_and_no_pydantic(
    option: list[str], allowed: set[str], tmp_path: Path
) -> None:
    """At a terminal, what draws the question is all that is slow; in words, nothing is."""
    from tests.pseudo_terminal import CTRL_C, Terminal

    out = tmp_path / "modules.json"
    command = [sys.executable, "-c", CHILD, str(out), *option, "assess", "--no-log"]
    log, state = places(tmp_path).values()
    terminal = Terminal(80, command, INFOSHARE_LOG=log, XDG_STATE_HOME=state)
    try:
        terminal.sees("Question 1.*Your answer")
        terminal.types(CTRL_C)
        terminal.ends()
    finally:
        terminal.close()
    assert imported(out) <= allowed


def run(out: Path, *arguments: str) -> None:
    """Run the program in a process of its own, with nobody to ask."""
    subprocess.run(
        [sys.executable, "-c", CHILD, str(out), *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        env={**os.environ, **places(out.parent)},
    )


def places(folder: Path) -> dict[str, str]:
    """Nothing of the person who tests is read or written."""
    return {"INFOSHARE_LOG": str(folder / "decisions.jsonl"), "XDG_STATE_HOME": str(folder)}
