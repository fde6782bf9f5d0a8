"""What somebody types to measure: nothing is measured for a quarter of an hour and then lost."""

import sys
from datetime import date
from pathlib import Path

import pytest

import benchmarks.__main__ as command

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def peers_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether they are installed or not."""
    monkeypatch.setattr(command, "_PEERS", ())


def typed(monkeypatch: pytest.MonkeyPatch, *words: str) -> None:
    """As if these words stood behind `python -m benchmarks`."""
    monkeypatch.setattr(sys, "argv", ["benchmarks", *words])


def test_words_that_name_nothing_are_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty table that ends with 0 would look as if every goal was met."""
    typed(monkeypatch, "--only", "xyz")

    assert command.main(TODAY) == 2
    assert "'xyz'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [(("--pairs", "0"), "at least 1"), (("--output", "none/x.json"), "no folder")],
)
def test_what_cannot_be_done_is_told_before_anything_is_measured(
    words: tuple[str, ...],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """No pairs at all would else mean the usual fifty, and a missing folder an error at the end."""
    monkeypatch.chdir(tmp_path)
    typed(monkeypatch, "--only", "xyz", *words)

    with pytest.raises(SystemExit) as ended:
        command.main(TODAY)

    assert ended.value.code == 2
    assert told in capsys.readouterr().err
