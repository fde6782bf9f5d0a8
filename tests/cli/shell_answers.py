"""The program as a shell asks it what the Tab key can put there."""

import io
from contextlib import redirect_stdout

import pytest

from infoshare_cli.cli.answer_shell import VARIABLE
from infoshare_cli.cli.main import main


def ask(monkeypatch: pytest.MonkeyPatch, typed: str) -> dict[str, str]:
    """What is offered at the end of a line: word -> what explains it, in order."""
    monkeypatch.setenv(VARIABLE, "complete_bash")
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", str(len(typed.split()) - (not typed.endswith(" "))))
    shown = io.StringIO()
    with redirect_stdout(shown), pytest.raises(SystemExit) as stop:
        main([])
    assert stop.value.code == 0
    lines = [line.partition("\t") for line in shown.getvalue().splitlines() if line]
    return {word: told for word, _, told in lines}
