"""`infoshare log amend`, `follow-up` and `review` at a real terminal, in lists and in lines."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from tests.cli.made_up_log import record
from tests.pseudo_terminal import CTRL_C, DOWN, ENTER, Terminal

LIST = "Help, and ways to leave *$"
LINE = "Your answer: *$"

Opened = Callable[..., Terminal]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Open a command of the log at a terminal; the log holds one decision."""
    terminals: list[Terminal] = []
    record(tmp_path / "log.jsonl", 1)

    def start(*words: str, plain: bool = False) -> Terminal:
        options = ["--plain"] if plain else []
        command = [sys.executable, "-m", "infoshare_cli", *options, "log", *words]
        places = {"INFOSHARE_LOG": str(tmp_path / "log.jsonl"), "HOME": str(tmp_path)}
        terminals.append(Terminal(80, command, 24, **places))
        return terminals[-1]

    yield start
    for each in terminals:
        each.close()


def lines(tmp_path: Path) -> list[dict[str, dict[str, list[object]]]]:
    """The records of the log."""
    written = (tmp_path / "log.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in written.splitlines()]


def test_a_follow_up_with_lists_from_first_to_last(opened: Opened, tmp_path: Path) -> None:
    """Which record, the questions, the check page, the receipt."""
    seen = opened("follow-up", "1")
    seen.sees(f"Case T-1.*What do you want to note.*{LIST}")
    seen.types(DOWN + ENTER)
    seen.sees(f"Who said that they have got it.*{LINE}")
    seen.types("Duty worker" + ENTER)
    for awaited in ("On which day", "What is there to say", "Who writes", "your role", "Which org"):
        seen.sees(f"{awaited}.*{LINE}")
        seen.types(ENTER)
    seen.sees(f"This will be recorded.*Duty worker.*Is this right.*{LIST}")
    seen.types(DOWN + ENTER)
    assert seen.ends() == 0
    assert "Recorded as number 2" in seen.words
    body = lines(tmp_path)[1]["body"]
    assert body["follow_up"][1] == "receipt-confirmed"
    assert body["confirmed_by"][1] == "Duty worker"


def test_a_correction_in_plain_lines_with_a_way_back(opened: Opened, tmp_path: Path) -> None:
    """What was about another choice is set aside; the words that were changed are recorded."""
    seen = opened("amend", "1", plain=True)
    for awaited, answer in (
        ("What has changed", "2"),
        ("Who withdrew", "Her mother."),
        ("On which day", "back"),
        ("Who withdrew.*Your answer was: Her mother", "back"),
        ("Your answer was: Consent was withdrawn", "1"),
        ("it is set aside: - Who withdrew.*Which part is wrong", "1"),
        ("What should it say", "T-2"),
        ("What are the reasons", "A slip of the pen."),
        ("look at this again", "31/01/2027"),
        ("That is no date.*look at this again", "2027-01-31"),
        ("Who writes this", ""),
        ("your role", "Nurse"),
        ("Which organisation", ""),
        ("This will be recorded.*T-2.*Is this right", "2"),
        ("What do you want to change", "4"),
        ("Your answer was: A slip of the pen", "I mistyped it."),
        ("I mistyped it.*Is this right", "1"),
    ):
        seen.sees(f"{awaited}.*{LINE}")
        seen.types(answer + ENTER)
    assert seen.ends() == 0
    body = {name: field[1] for name, field in lines(tmp_path)[1]["body"].items()}
    assert {name: text for name, text in body.items() if text} == {
        "change": "correction",
        "field": "case_ref",
        "correction": "T-2",
        "reason": "I mistyped it.",
        "review_on": "2027-01-31",
        "role": "Nurse",
    }


@pytest.mark.parametrize("plain", [True, False])
def test_stopping_records_nothing_and_says_so(opened: Opened, tmp_path: Path, plain: bool) -> None:
    """Exit 130 and one line; the log is as it was."""
    before = (tmp_path / "log.jsonl").read_bytes()
    seen = opened("review", "1", plain=plain)
    seen.sees(f"What is to be done.*{LINE if plain else LIST}")
    seen.types(CTRL_C)
    assert seen.ends() == 130
    assert "Stopped. Nothing was decided and nothing was recorded." in seen.words
    assert (tmp_path / "log.jsonl").read_bytes() == before


def test_leaving_at_once_clears_the_screen(opened: Opened, tmp_path: Path) -> None:
    """Nobody who comes in sees what was asked."""
    before = (tmp_path / "log.jsonl").read_bytes()
    seen = opened("review", "1", plain=True)
    seen.sees(f"What is to be done.*{LINE}")
    seen.types("quit" + ENTER)
    assert seen.ends() == 130
    assert seen.display == [""] * 24
    assert (tmp_path / "log.jsonl").read_bytes() == before


def test_names_are_settled_before_they_are_kept(opened: Opened, tmp_path: Path) -> None:
    """As in an interview: what may name somebody is shown, and kept only with a reason."""
    seen = opened("follow-up", "1", plain=True)
    for awaited, answer in (
        ("What do you want to note", "2"),
        ("On which day", "?"),
        ("This is about.*Words that you can type here.*On which day", ""),
        ("What is there to say", "Sarah Jones rang."),
        ("Please check these words.*What do you want to do", "2"),
        ("Who writes this", "S. Smith"),
        ("your role", ""),
        ("Which organisation", ""),
        (r"\[taken out\] rang.*Is this right", "1"),
    ):
        seen.sees(f"{awaited}.*{LINE}")
        seen.types(answer + ENTER)
    assert seen.ends() == 0
    body = lines(tmp_path)[1]["body"]
    assert body["details"][1] == "[taken out] rang."
    assert body["practitioner"][1] == "S. Smith"
