"""What a command imports before it does its work: the start stays quick only if that stays little.

Names are counted and not seconds, so that nothing here depends on the machine.
"""

import json
import os
import subprocess
import sys
from collections.abc import Set
from pathlib import Path
from typing import NamedTuple

import pytest

from benchmarks.measures import CASE
from tests.cli.made_up_log import record
from tests.cli.test_help import commands, root
from tests.files.small_pack import write_pack

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
    "textstat_rs",
    "typst",
    "yaml",
}
"""Libraries that take long to import, or are for a few commands only."""

CHILD = """\
import atexit, gc, json, sys
from pathlib import Path
out, *arguments = sys.argv[1:]
before = set(sys.modules)
def looks():
    return sum(each["collections"] for each in gc.get_stats())
looked = looks()
def tell():
    told = {"modules": sorted(set(sys.modules) - before), "looks": looks() - looked}
    Path(out).write_text(json.dumps(told), encoding="utf-8")
atexit.register(tell)
from infoshare_cli.cli.main import main
sys.exit(main(arguments))
"""
"""Runs the program; says at its end what it imported, and how often Python looked for waste."""

OURS = "infoshare_cli"
NOT_COUNTED = {*sys.stdlib_module_names, OURS, "coverage"}
"""What is no library: Python's own, ours, and what counts the lines that tests reach."""
ROOM, ROOM_OF_LIBRARIES = 4, 12
"""Modules more than when the numbers were written; other versions of a library have other ones."""


class Most(NamedTuple):
    """What a call may import."""

    ours: int
    """Modules of ours."""
    others: int
    """Modules of libraries."""
    slow: Set[str] = frozenset()
    """The slow libraries among them."""


TYPER, WITH_YAML, WITH_PLATFORMDIRS = 31, 50, 36
"""Modules of Typer; with those of PyYAML, where YAML is read; with those of platformdirs."""
YAML = {"yaml"}
LOCKED = {"filelock"}
"""What a command needs that writes to the log."""

CALLS: dict[str, Most] = {
    "--version": Most(58, TYPER),
    "--help": Most(58, TYPER),
    "": Most(62, TYPER),
    "assess --help": Most(58, TYPER),
    "assess --no-log --no-input": Most(116, TYPER),
    "--plain assess --no-log": Most(148, TYPER),
    "assess --answers ANSWERS --no-input --no-log": Most(124, WITH_YAML, YAML),
    "assess --answers CASE --no-input": Most(153, 58, {"filelock", "yaml"}),
    "contacts": Most(87, TYPER),
    "contacts luton": Most(87, TYPER),
    "contacts --json": Most(84, TYPER),
    "guide": Most(86, WITH_YAML, YAML),
    "guide consent": Most(87, WITH_YAML, YAML),
    "practise": Most(140, WITH_YAML, YAML),
    "completion bash": Most(59, TYPER),
    "doctor": Most(143, 56, {"platformdirs", "yaml"}),
    "--rules RULES assurance --output NEW": Most(
        203, 145, {"pydantic", "rapidfuzz", "textstat_rs", "yaml"}
    ),
    "log": Most(61, TYPER),
    "log list": Most(81, TYPER),
    "log show 1": Most(88, TYPER),
    "log due": Most(82, TYPER),
    "log verify": Most(71, TYPER),
    "log anchor": Most(71, TYPER),
    "log key": Most(65, 120, {"cryptography", "keyring"}),
    "log export": Most(83, TYPER),
    "log export --format csv": Most(83, TYPER),
    "log export --format html": Most(129, TYPER),
    "log prove 1 --show outcome": Most(82, TYPER),
    "log amend 1 --no-input": Most(140, 38, LOCKED),
    "log follow-up 1 --no-input": Most(140, 38, LOCKED),
    "log review 1 --no-input": Most(140, 38, LOCKED),
    "log redact 1 --whole --dry-run": Most(156, WITH_PLATFORMDIRS, {"platformdirs"}),
    "log stats": Most(82, TYPER),
    "log replay": Most(116, TYPER),
    "rules --help": Most(58, TYPER),
    "rules book RULES": Most(150, WITH_YAML, YAML),
    "rules check RULES": Most(148, 94, {"rapidfuzz", "textstat_rs", "yaml"}),
    "rules diff RULES RULES": Most(129, WITH_YAML, YAML),
    "rules prove RULES": Most(118, WITH_YAML, YAML),
    "rules schema RULES": Most(131, TYPER),
    "rules show RULES": Most(115, WITH_YAML, YAML),
    "rules test": Most(127, WITH_YAML, YAML),
    "rules trace RULES": Most(105, WITH_YAML, YAML),
}
"""A call whose output is a pipe -> what it may import. CASE is a file with a decision, ANSWERS one
without; NEW a file or folder that is not there, RULES a small pack. The log has one record."""


def imported(out: Path) -> list[str]:
    """Every module that a child has told of."""
    names: list[str] = json.loads(out.read_text(encoding="utf-8"))["modules"]
    return names


def slow(out: Path) -> set[str]:
    """The slow libraries that a child has told of."""
    return {name.partition(".")[0] for name in imported(out)} & SLOW


def counted(out: Path) -> tuple[int, int]:
    """How many modules a child has told of: ours, and those of libraries."""
    tops = [name.partition(".")[0] for name in imported(out)]
    # What Python was built with has a name of its own on each system.
    others = [top for top in tops if top not in NOT_COUNTED and not top.startswith("_sysconfig")]
    return tops.count(OURS), len(others)


@pytest.mark.parametrize("call", CALLS)
def test_a_command_imports_only_what_it_needs(call: str, tmp_path: Path) -> None:
    """What would make every start slower is seen here at once."""
    out, most = tmp_path / "modules.json", CALLS[call]
    run(out, *arguments_of(call, tmp_path))
    ours, others = counted(out)
    assert slow(out) <= most.slow
    assert ours <= most.ours + ROOM
    assert others <= most.others + ROOM_OF_LIBRARIES


def test_no_command_is_left_out() -> None:
    """A new command is not there until it stands in the list."""
    called = [f" {call} " for call in CALLS]
    names = [f" {' '.join(words)} " for words in commands(root()) if words]
    left_out = [name for name in names if not any(name in call for call in called)]
    assert left_out == []


def test_what_is_not_wanted_here_is_not_counted(tmp_path: Path) -> None:
    """The count itself works: a command that reads YAML is seen to, and to need more than help."""
    help_out, out = tmp_path / "help.json", tmp_path / "modules.json"
    run(help_out, "--help")
    run(out, "rules", "show")
    assert "yaml" in slow(out)
    assert all(few < many for few, many in zip(counted(help_out), counted(out), strict=True))


def test_what_is_there_to_stay_is_not_looked_through(tmp_path: Path) -> None:
    """Python would look for unused objects some ninety times, and find nothing."""
    out = tmp_path / "modules.json"
    run(out, *arguments_of("assess --answers CASE --no-input", tmp_path))
    assert (tmp_path / "decisions.jsonl").exists()
    # One may have been due already when the program came to put it off.
    assert json.loads(out.read_text(encoding="utf-8"))["looks"] <= 1


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
    assert slow(out) <= allowed


def arguments_of(call: str, folder: Path) -> list[str]:
    """The arguments of a call, and in a folder what it is about; see `CALLS`."""
    places = {name: folder / name.lower() for name in ("ANSWERS", "CASE", "NEW", "RULES")}
    places["ANSWERS"].write_text("answers:\n  immediate_danger: yes\n", encoding="utf-8")
    places["CASE"].write_text(CASE, encoding="utf-8")
    if "RULES" in call:
        places["RULES"].mkdir()
        write_pack(places["RULES"])
    if call.startswith("log"):
        record(folder / "decisions.jsonl", 1)
    return [str(places.get(word, word)) for word in call.split()]


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
