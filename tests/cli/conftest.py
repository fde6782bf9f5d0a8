"""The program as it is called, in this process: its exit code and what it wrote."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from infoshare_cli.cli.main import main
from infoshare_cli.files import locations


@dataclass(frozen=True)
class Run:
    """What a call came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


Infoshare = Callable[..., Run]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Where the log of a test lies; it is not there yet."""
    return tmp_path / "kept" / "decisions.jsonl"


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """Where the drafts of a test lie; the folder is not there yet."""
    return tmp_path / "state" / "drafts"


@pytest.fixture
def infoshare(
    log: Path, drafts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Infoshare:
    """Calls the program with arguments and what is typed, as from a pipe."""
    for name in ("INFOSHARE_RULES", "INFOSHARE_CONTACTS", "INFOSHARE_PLAIN", "ACCESSIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("INFOSHARE_LOG", str(log))
    monkeypatch.setattr(locations, "default_drafts", lambda: drafts)

    def call(*arguments: str | Path, typed: str = "") -> Run:
        stdin = io.TextIOWrapper(io.BytesIO(typed.encode("utf-8")), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", stdin)
        code = main([str(argument) for argument in arguments])
        shown = capsys.readouterr()
        return Run(code, shown.out, shown.err)

    return call
