"""A terminal in a folder, as a reader of a document has one, without starting a process.

It knows the program and the few other commands that the documents use.
"""

import io
import os
import re
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from shutil import copy, copytree, move

from tests.followed.fixed_clock import clock_at

_SET = re.compile(r"export (?P<name>[A-Z_]+)=(?P<value>\S*)")
_OF_A_TERMINAL = ("ACCESSIBLE", "NO_COLOR", "COLUMNS", "LINES")
_HOMES = {
    "HOME": ".", "XDG_DATA_HOME": ".local/share", "XDG_STATE_HOME": ".local/state",
    "LOCALAPPDATA": "AppData/Local",
}  # fmt: skip
"""Where the systems have programs keep what is theirs, under the home folder."""


def environment(**more: str) -> dict[str, str]:
    """That of a person who has set nothing of ours but this, with text as UTF-8."""
    own = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("INFOSHARE_") and name not in _OF_A_TERMINAL
    }
    return {**own, "PYTHONUTF8": "1", **more}


@dataclass
class Terminal:
    """Takes commands one after the other; what they set and write stays."""

    folder: Path
    variables: dict[str, str] = field(default_factory=dict)

    def environment(self) -> dict[str, str]:
        """What the programs are handed that are started here."""
        home = self.folder / ".home"
        homes = {name: str(home / place) for name, place in _HOMES.items()}
        return environment(**homes, TZ="UTC", **self.variables)

    def run(self, line: str, moment: datetime) -> tuple[int, str]:
        """The exit code of a command that is typed at that time, and all that it shows.

        Raises:
            AssertionError: a command that is not known here.
        """
        if found := _SET.fullmatch(line):
            self.variables[found["name"]] = found["value"]
            return 0, ""
        words = shlex.split(line)
        if words[0] == "infoshare":
            return self._infoshare(words[1:], moment)
        with chdir(self.folder):
            return _other(words, line)

    def _infoshare(self, arguments: list[str], moment: datetime) -> tuple[int, str]:
        from infoshare_cli.cli.main import main

        shown, before = _Stream(), sys.stdin
        results, kept = shown, ""
        if arguments[-2:-1] == [">"]:
            results, kept, arguments = _Stream(), arguments[-1], arguments[:-2]
        sys.stdin = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        try:
            with (
                chdir(self.folder),
                _variables(self.environment()),
                clock_at(moment),
                redirect_stdout(results),
                redirect_stderr(shown),
            ):
                code = main(arguments)
        finally:
            sys.stdin = before
        if kept:
            (self.folder / kept).write_bytes(results.written())
        return code, shown.written().decode("utf-8").replace("\r\n", "\n").replace(os.sep, "/")


class _Stream(io.TextIOWrapper):
    """Takes text and bytes, as the standard streams do."""

    def __init__(self) -> None:
        self._bytes = io.BytesIO()
        super().__init__(self._bytes, encoding="utf-8", newline="", write_through=True)

    def written(self) -> bytes:
        """All that was written so far."""
        return self._bytes.getvalue()


def _other(words: list[str], line: str) -> tuple[int, str]:
    """Run a command that is not ours, in the folder that this process is in."""
    match words:
        case ["mkdir", folder]:
            Path(folder).mkdir()
        case ["cp", "-R", source, target]:
            copytree(source, target)
        case ["cp", source, target]:
            copy(source, target)
        case ["mv", *sources, target]:
            for source in sources:
                move(source, target)
        case ["python" | "python3", script, *rest] if script.endswith(".py"):
            ended = subprocess.run(
                [sys.executable, script, *rest],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                env=environment(),
                check=False,
            )
            return ended.returncode, ended.stdout
        case _:
            raise AssertionError(f"an unknown command: {line}")
    return 0, ""


@contextmanager
def _variables(wanted: Mapping[str, str]) -> Iterator[None]:
    """The process has these environment variables, and no others."""
    before = dict(os.environ)
    _become(wanted)
    try:
        yield
    finally:
        _become(before)


def _become(wanted: Mapping[str, str]) -> None:
    os.environ.clear()
    os.environ.update(wanted)
    if hasattr(time, "tzset"):
        time.tzset()
