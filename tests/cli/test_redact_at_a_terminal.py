"""`infoshare log redact` at a real terminal: the plan, the form, the words to type."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from infoshare_cli.core.record import Record
from infoshare_cli.files.logbook import read_records
from tests.cli.made_up_log import record
from tests.pseudo_terminal import CTRL_C, DOWN, ENTER, Terminal

LIST = "Help, and ways to leave *$"
LINE = "Your answer: *$"
ZEBRA = "A zebra stood at the door."

Opened = Callable[..., Terminal]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A log of two decisions."""
    path = tmp_path / "log.jsonl"
    record(path, 1, reason=ZEBRA)
    record(path, 2)
    return path


@pytest.fixture
def redact(tmp_path: Path, log: Path) -> Iterator[Opened]:
    """Open the command at a terminal."""
    terminals: list[Terminal] = []

    def start(*words: str, plain: bool = True) -> Terminal:
        options = ["--plain"] if plain else []
        command = [sys.executable, "-m", "infoshare_cli", *options, "log", "redact", *words]
        state = str(tmp_path / "state")
        terminals.append(Terminal(80, command, 60, INFOSHARE_LOG=str(log), XDG_STATE_HOME=state))
        return terminals[-1]

    yield start
    for each in terminals:
        each.close()


def answer(seen: Terminal, *turns: tuple[str, str], prompt: str = LINE) -> None:
    """What has to be asked, and what to type."""
    for awaited, keys in turns:
        seen.sees(f"{awaited}.*{prompt}")
        seen.types(keys + ENTER)


def last(log: Path) -> Record:
    """The record at the end of the log."""
    *_, found = read_records(log)
    return found


WHO = (
    ("On whose authority", "The information governance lead"),
    ("more to say", ""),
    ("Who erases this", ""),
    ("your role", "Records officer"),
    ("Which organisation", ""),
)


def test_the_whole_way_in_plain_lines(redact: Opened, log: Path) -> None:
    """What is to go; the plan; then why and by whom; then the words, with a slip in them."""
    seen = redact("1")
    answer(seen, ("What is to be erased of record 1.*Reason .reason.", "5"))
    seen.sees(f"What would be erased.*Reason .reason.: {ZEBRA}.*This cannot be undone")
    answer(
        seen,
        ("Why are these words erased", "error"),
        *WHO,
        ("Is this right", "1"),
        ("To erase this for good, type: erase 1", "erase 2"),
        ("Those are not the words.*type: erase 1", " Erase  1"),
    )
    assert seen.ends() == 0
    assert "Erased, and confirmed by the disk." in seen.words
    assert ZEBRA.encode() not in log.read_bytes()
    assert last(log).text("role") == "Records officer"
    assert last(log).text("reason") == "error"


def test_the_whole_way_with_lists(redact: Opened, log: Path) -> None:
    """The same; the reason was given with the call, so it is not asked for."""
    seen = redact("1", "--whole", "--reason", "retention", plain=False)
    answer(seen, ("On whose authority", ""), *WHO[1:])
    seen.sees(f"This will be recorded.*Is this right.*{LIST}")
    seen.types(DOWN + ENTER)
    answer(
        seen,
        ("will not say on whose authority the words were erased.*type: erase 1", "erase 1"),
    )
    assert seen.ends() == 0
    assert next(read_records(log)).body == {}
    assert last(log).text("reason") == "retention"


@pytest.mark.parametrize("how", ["leave", "enter", "stop", "quit"])
def test_a_person_who_does_not_want_it_after_all(redact: Opened, log: Path, how: str) -> None:
    """Nothing is erased before the words were typed."""
    before = log.read_bytes()
    seen = redact("1", "--field", "reason", "--reason", "error")
    answer(seen, *WHO, ("Is this right", "3" if how == "leave" else "1"))
    if how != "leave":
        seen.sees(f"type: erase 1.*{LINE}")
        seen.types({"enter": ENTER, "stop": CTRL_C, "quit": f"quit{ENTER}"}[how])
    assert seen.ends() == (0 if how in {"leave", "enter"} else 130)
    assert log.read_bytes() == before
    if how != "quit":
        assert "Nothing was erased." in seen.words
        assert "nothing was recorded" not in seen.words
    if how == "quit":
        assert "zebra" not in seen.words


def test_words_that_would_come_back_are_asked_for_again(redact: Opened, log: Path) -> None:
    """The rest that was said stays."""
    seen = redact("1", "--field", "reason", "--reason", "error")
    answer(
        seen,
        WHO[0],
        ("more to say", f"It said: {ZEBRA}"),
        *WHO[2:],
        ("Is this right", "1"),
        ("holds words that are to go.*more to say", "It was about another child."),
        ("of it[?] It was about another child.*Is this right", "1"),
        ("type: erase 1", "erase 1"),
    )
    assert seen.ends() == 0
    assert ZEBRA.encode() not in log.read_bytes()
    assert last(log).text("details") == "It was about another child."
    assert last(log).text("role") == "Records officer"


def test_yes_asks_nothing_but_the_reason(redact: Opened, log: Path) -> None:
    """Where that was given, nothing at all; what is to go is never guessed at."""
    seen = redact("1", "--reason", "error", "--yes")
    assert seen.ends() == 2
    assert "What is to be erased of record 1? Nothing was erased." in seen.words
    seen = redact("1", "--field", "reason", "--reason", "error", "--yes")
    assert seen.ends() == 0
    seen = redact("2", "--field", "reason", "--yes")
    answer(seen, ("Why are these words erased", "court"), *WHO, ("Is this right", "1"))
    assert seen.ends() == 0
    assert last(log).text("reason") == "court"
