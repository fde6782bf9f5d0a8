"""One whole case for each outcome, at a real terminal, in plain lines and in lists: alike.

What will be asked is found out by the conversation itself, answered in memory; both terminals
are then asked the same, question for question, and log the same record.
"""

import io
import json
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from infoshare_cli.cli.asking import Asking
from infoshare_cli.cli.conversation import Conversation
from infoshare_cli.cli.extras import Extras
from infoshare_cli.cli.outcome import Outcome
from infoshare_cli.cli.private_scan import PrivateScan
from infoshare_cli.cli.writing import Writing
from infoshare_cli.core.case import Case
from infoshare_cli.core.cases.pack_walk import walk_pack
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.files.load_contacts import load_contacts
from infoshare_cli.files.locations import shipped_contacts
from infoshare_cli.terminal.page import Block, Screen
from infoshare_cli.terminal.prompts import Prompt
from tests.pseudo_terminal import CTRL_C, DOWN, ENTER, SPACE, Terminal
from tests.shipped import shipped_pack

WAITS = r"((?<!Enter answers\. )Your answer:|Help, and ways to leave) *$"
"""A line to type in, or the last row of a list; the heading of a list may come before its rows."""
NOT_ALIKE = {"id", "at", "tree", "fields"}
"""What a record's head has of its own: its number, its time, and what salts and hashes come to."""


@dataclass(frozen=True)
class Put:
    """A prompt, and what is answered."""

    prompt: Prompt
    answer: str | tuple[str, ...]


@dataclass
class Somebody:
    """A person with a case in mind, who writes a word everywhere and records it."""

    case: Answers
    decision: str
    put: list[Put] = field(default_factory=list)

    def choose_one(self, prompt: Prompt) -> str:
        """The answer of the case, or what goes on; elsewhere the first choice."""
        ids = [choice.id for choice in prompt.choices]
        meant = [*self._meant(prompt), "on", "record", self.decision, ids[0]]
        answer = next(each for each in meant if each in ids)
        self.put.append(Put(prompt, answer))
        return answer

    def choose_many(self, prompt: Prompt) -> tuple[str, ...]:
        """The answers of the case, or the first choice."""
        answers = self._meant(prompt) or (prompt.choices[0].id,)
        self.put.append(Put(prompt, answers))
        return answers

    def write_text(self, prompt: Prompt, *, required: bool) -> str:
        """A few words where they are required."""
        reference = "case number" in prompt.ask
        text = "T-1" if reference else "as it was said \u2014 caf\u00e9" if required else ""
        self.put.append(Put(prompt, text))
        return text

    def show(self, page: Sequence[Block]) -> None:
        """Nothing is read here."""

    def clear(self) -> None:
        """Nothing is cleared here."""

    def _meant(self, prompt: Prompt) -> tuple[str, ...]:
        asked = (each.id for each in shipped_pack().questions if each.ask == prompt.ask)
        return self.case.get(next(asked, ""), ())


@cache
def cases() -> dict[str, Answers]:
    """For each outcome the shortest case that comes to it."""
    found: dict[str, Answers] = {}
    ends = (node for node in walk_pack(shipped_pack()).nodes if node.end is not None)
    for node in sorted(ends, key=lambda node: len(node.answers)):
        assert node.end is not None
        found.setdefault(node.end.outcome.id, node.answers)
    return found


def all_put(outcome: str) -> tuple[Put, ...]:
    """Every prompt of a case from the first question to the record, with its answer."""
    guidance, directory = shipped_pack(), load_contacts(shipped_contacts())
    agrees = guidance.outcome_by_id[outcome].agrees_with
    person = Somebody(cases()[outcome], agrees[0])
    nowhere = Screen(io.StringIO(), plain=True, width=80)
    recorded = Conversation(
        guidance=guidance,
        prompts=person,
        asking=Asking(guidance, person, ()),
        writing=Writing(guidance, directory.areas, person, PrivateScan(guidance, directory), ()),
        outcome=Outcome(guidance, directory, nowhere, Extras(guidance)),
        keep=lambda *_: "",
        case=Case(),
    ).hold()
    assert recorded
    return tuple(person.put)


def keys_for(put: Put, seen: Terminal) -> str:
    """What answers a prompt where it waits: a typed line, or moves in a list."""
    if not put.prompt.choices:
        return f"{put.answer}{ENTER}"
    ids = [choice.id for choice in put.prompt.choices]
    chosen = [put.answer] if isinstance(put.answer, str) else put.answer
    places = [ids.index(each) + 1 for each in chosen]
    if seen.words.endswith("Your answer:"):
        return ",".join(map(str, places)) + ENTER
    if isinstance(put.answer, str):
        return DOWN * places[0] + ENTER
    moves = zip([1, *places], places, strict=False)
    return "".join(chain(*((DOWN * (to - at), SPACE) for at, to in moves))) + ENTER


@contextmanager
def assessing(folder: Path, *options: str) -> Iterator[Terminal]:
    """The program at a terminal, with a log and drafts of its own."""
    command = [sys.executable, "-m", "infoshare_cli", *options, "assess"]
    home = {"HOME": str(folder), "XDG_STATE_HOME": str(folder / "state")}
    log = str(folder / "log.jsonl")
    seen = Terminal(80, command, lines=40, INFOSHARE_LOG=log, **home)
    try:
        yield seen
    finally:
        seen.close()


def awaits(seen: Terminal, put: Put) -> None:
    """Wait until the prompt waits."""
    seen.sees(f"{re.escape(put.prompt.ask)}.*{WAITS}")


def hold(puts: Sequence[Put], folder: Path, *options: str) -> tuple[list[str], dict[str, Any]]:
    """The questions as they were numbered on the screen, and the record of the case."""
    with assessing(folder, *options) as seen:
        for put in puts:
            awaits(seen, put)
            seen.types(keys_for(put, seen))
        assert seen.ends() == 0
        assert "Recorded as number 1" in seen.words
        asked = re.findall(r"Question \d+, (?:at most \d+ more|the last one): [^?]*[?]", seen.words)
    return asked, json.loads((folder / "log.jsonl").read_text(encoding="utf-8"))


@pytest.mark.parametrize("outcome", [each.id for each in shipped_pack().outcomes])
def test_a_case_of_each_outcome_is_asked_and_recorded_alike(outcome: str, tmp_path: Path) -> None:
    """Question for question, and record for record but for its number, its time and its salts."""
    puts = all_put(outcome)
    (tmp_path / "plain").mkdir()
    (tmp_path / "lists").mkdir()
    plain_asked, plain = hold(puts, tmp_path / "plain", "--plain")
    lists_asked, lists = hold(puts, tmp_path / "lists")
    assert plain_asked == lists_asked
    assert len(plain_asked) == sum(bool(put.prompt.position) for put in puts)
    said = [{name: value for name, (_, value) in each["body"].items()} for each in (plain, lists)]
    assert said[0] == said[1]
    assert said[0]["outcome"] == outcome
    heads = [{name: value for name, value in each["head"].items() if name not in NOT_ALIKE}
             for each in (plain, lists)]  # fmt: skip
    assert heads[0] == heads[1]


@pytest.mark.parametrize("options", [("--plain",), ()], ids=["plain", "lists"])
@pytest.mark.parametrize("ask", ["What now?", "Is this right?"])
def test_keys_pressed_too_often_neither_go_on_nor_record(
    options: tuple[str, ...], ask: str, tmp_path: Path
) -> None:
    """The outcome and the check wait for an answer that was given when they were on the screen."""
    puts = all_put("emergency")
    place = [put.prompt.ask for put in puts].index(ask)
    with assessing(tmp_path, *options) as seen:
        for put in puts[:place]:
            awaits(seen, put)
            ahead = ("1" if options else DOWN) + ENTER if put is puts[place - 1] else ""
            seen.types(keys_for(put, seen) + ahead)
        if "came at once" in settled(seen, "came at once|" + re.escape(ask)):
            # In plain lines both keys came as lines, and neither counts.
            seen.types(keys_for(puts[place - 1], seen))
        awaits(seen, puts[place])
        seen.types(CTRL_C)
        assert seen.ends() == 130
        assert seen.in_order
        assert "Recorded" not in seen.words
        assert not any(put.prompt.ask in seen.words for put in puts[place + 1 :])
    assert not (tmp_path / "log.jsonl").exists()


def settled(seen: Terminal, pattern: str) -> str:
    """What is on the screen once the program waits again."""
    seen.sees(f"({pattern}).*{WAITS}")
    return seen.words
