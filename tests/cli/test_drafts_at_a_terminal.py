"""Drafts at a real terminal: killed at every prompt, taken up again, finished, given up."""

import json
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from infoshare_cli.core.draft import Draft
from infoshare_cli.core.record import Record
from infoshare_cli.files.draft_folder import read_drafts
from infoshare_cli.files.logbook import read_records
from tests.pseudo_terminal import DOWN, ENTER, Terminal

LIST = "Help(, and ways to leave)? *$"
LINE = "Your answer: *$"

Opened = Callable[..., Terminal]
Prompts = Sequence[tuple[str, str]]

QUESTIONS: Prompts = [("Question 1", "yes")]
PAUSE: Prompts = [("What now", "on")]
RECORD: Prompts = [
    ("Where does the child live", "luton"),
    ("case number", "LC-22"),
    ("in outline", ""),
    ("What have you decided", "share"),
    ("your reasons", "Someone was in danger."),
]
FIELDS = ("area", "case_ref", "information", "decision", "reason")
"""Where the answers of `RECORD` are kept."""
CHECK: Prompts = [("Is this right", "1")]
EMERGENCY = [*QUESTIONS, *PAUSE, *RECORD, *CHECK]
"""What is asked in an emergency, and what to type."""


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Where the program keeps its state."""
    return tmp_path / "state"


@pytest.fixture
def assess(tmp_path: Path, state: Path) -> Iterator[Opened]:
    """Open `infoshare assess` at a terminal, with a log and drafts of its own."""
    opened: list[Terminal] = []

    def start(*options: str, plain: bool = True) -> Terminal:
        words = ("--plain",) if plain else ()
        command = [sys.executable, "-m", "infoshare_cli", *words, "assess", *options]
        terminal = Terminal(
            80,
            command,
            INFOSHARE_LOG=str(tmp_path / "log.jsonl"),
            HOME=str(tmp_path),
            XDG_STATE_HOME=str(state),
        )
        opened.append(terminal)
        return opened[-1]

    yield start
    for each in opened:
        each.close()


def answer(seen: Terminal, prompts: Prompts) -> None:
    """Answer these prompts, each once it is there."""
    for awaited, typed in prompts:
        seen.sees(f"{awaited}.*{LINE}")
        seen.types(typed + ENTER)


def waits_for(seen: Terminal, prompts: Prompts) -> None:
    """Wait for the first of these prompts, and answer nothing."""
    seen.sees(f"{prompts[0][0]}.*{LINE}")


def drafts_in(state: Path) -> tuple[Draft, ...]:
    """The drafts that are kept; all of them can be read."""
    drafts = read_drafts(state / "infoshare" / "drafts")
    assert drafts.unreadable == ()
    return drafts.readable


def records_in(folder: Path) -> list[Record]:
    """The records in the log."""
    return list(read_records(folder / "log.jsonl"))


@pytest.mark.parametrize("answered", range(len(EMERGENCY)))
def test_a_kill_at_any_prompt_loses_nothing_that_was_answered(
    assess: Opened, state: Path, tmp_path: Path, answered: int
) -> None:
    """It goes on at that prompt; once it is recorded, no draft is left."""
    seen = assess()
    answer(seen, EMERGENCY[:answered])
    waits_for(seen, EMERGENCY[answered:])
    seen.types("half an answer that is not finish")
    seen.is_sent(signal.SIGKILL)
    assert seen.ends() is None
    kept = drafts_in(state)
    if answered == 0:
        assert kept == ()
        assert assess("--resume").ends() == 2
        return
    (draft,) = kept
    assert draft.case.answers == {"immediate_danger": ("yes",)}
    written = dict(zip(FIELDS, (typed for _, typed in RECORD), strict=True))
    assert draft.case.record == {name: written[name] for name in FIELDS[: max(0, answered - 2)]}
    again = assess("--resume")
    # The outcome comes first, as for whoever sees it for the first time.
    answer(again, [*PAUSE, *EMERGENCY[max(2, answered) :]])
    assert again.ends() == 0, again.words[-400:]
    (record,) = records_in(tmp_path)
    assert record.text("reason") == "Someone was in danger."
    assert record.text("case_ref") == "LC-22"
    assert drafts_in(state) == ()


def test_a_kill_while_a_list_is_open(assess: Opened, state: Path) -> None:
    """The drawn prompts keep the same draft."""
    seen = assess(plain=False)
    seen.sees(f"Question 1.*{LIST}")
    seen.types(DOWN * 2 + ENTER)
    seen.sees(f"Question 2.*{LIST}")
    seen.types(DOWN)
    seen.is_sent(signal.SIGKILL)
    assert seen.ends() is None
    (draft,) = drafts_in(state)
    assert draft.case.answers == {"immediate_danger": ("no",)}
    assert draft.asked == ("immediate_danger", "concern")
    again = assess("--resume", plain=False)
    again.sees(f"Question 2.*{LIST}")


@pytest.mark.parametrize("end", [signal.SIGHUP, signal.SIGTERM])
def test_a_window_that_is_closed_keeps_the_draft(
    assess: Opened, state: Path, end: signal.Signals
) -> None:
    """As a kill does."""
    seen = assess()
    answer(seen, [("Question 1", "no")])
    waits_for(seen, [("Question 2", "")])
    seen.is_sent(end)
    seen.ends()
    (draft,) = drafts_in(state)
    assert draft.case.answers == {"immediate_danger": ("no",)}


def test_two_windows_on_one_draft_keep_both(assess: Opened, state: Path) -> None:
    """The one that comes later goes on under an id of its own, and says so."""
    first = assess()
    answer(first, [("Question 1", "no")])
    waits_for(first, [("Question 2", "")])
    second = assess("--resume")
    answer(second, [("Question 2", "none")])
    waits_for(second, [("Question 3", "")])
    answer(first, [("Question 2", "child-welfare")])
    first.sees("Another window has gone on with the draft")
    waits_for(first, [("Question 3", "")])
    worries = {draft.case.answers["concern"] for draft in drafts_in(state)}
    assert worries == {("none",), ("child-welfare",)}
    several = assess("--resume")
    assert several.ends() == 2
    assert "more than one draft" in several.words


def test_a_draft_is_listed_and_given_up(assess: Opened, state: Path, tmp_path: Path) -> None:
    """The log says that it was, and what had been asked."""
    seen = assess()
    answer(seen, [("Question 1", "no")])
    waits_for(seen, [("Question 2", "")])
    seen.is_sent(signal.SIGKILL)
    seen.ends()
    (draft,) = drafts_in(state)
    listed = assess("--drafts")
    assert listed.ends() == 0
    assert draft.id in listed.words
    given_up = assess("--discard", "--json")
    assert given_up.ends() == 0
    assert json.loads(given_up.raw)["discarded"]["id"] == draft.id
    (record,) = records_in(tmp_path)
    assert record.head.kind == "abandoned"
    assert record.value("asked") == ["immediate_danger", "concern"]
    assert drafts_in(state) == ()
