"""`infoshare assess` at a real terminal of 80 columns and 24 lines."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from tests.pseudo_terminal import CTRL_C, CTRL_D, DOWN, ENTER, SPACE, UP, Terminal

LIST = "(Move to your answer with the arrow keys|the space bar ticks).*$"
LINE = "Your answer: *$"

Opened = Callable[..., Terminal]

EMERGENCY = [
    ("Question 1", "yes"),
    ("What now", "on"),
    ("Where does the child live", "luton"),
    ("case number", "T-1"),
    ("in outline", ""),
    ("What have you decided", "share"),
    ("your reasons", "Someone was in danger."),
]
"""What is asked in an emergency, up to the page where all is checked, and what to type."""


@pytest.fixture
def assess(tmp_path: Path) -> Iterator[Opened]:
    """Open `infoshare assess` at a terminal, with a log of its own."""
    opened: list[Terminal] = []

    def start(*options: str, columns: int = 80, **environment: str) -> Terminal:
        words = [word for word in options if word == "--plain"]
        rest = [word for word in options if word != "--plain"]
        command = [sys.executable, "-m", "infoshare_cli", *words, "assess", *rest]
        kept = {
            "INFOSHARE_LOG": str(tmp_path / "log.jsonl"),
            "XDG_STATE_HOME": str(tmp_path / "state"),
            "HOME": str(tmp_path),
        }
        opened.append(Terminal(columns, command, 24, **{**kept, **environment}))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


def test_999_and_the_front_doors_are_on_screen_with_the_first_question(assess: Opened) -> None:
    """Nobody has to scroll or answer to see whom to ring."""
    seen = assess()
    seen.sees(f"Question 1, .*{LIST}")
    screen = "\n".join(seen.display)
    for words in ("ring 999", "01234 718 700", "0300 300 8585", "01582 547 653", "Question 1"):
        assert words in screen, screen


def test_a_serious_worry_with_lists_from_first_to_last(assess: Opened, tmp_path: Path) -> None:
    """Three questions, the outcome at the foot of the screen, the record, the anchor."""
    seen = assess("--area", "luton")
    seen.sees(f"Question 1, .*{LIST}")
    seen.types(ENTER)
    seen.sees(f"Nothing is chosen yet.*{LIST}")
    seen.types(DOWN + DOWN + ENTER)
    seen.sees(f"Question 2, .*{LIST}")
    seen.types(ENTER)
    seen.sees(f"Nothing is ticked yet.*{LIST}")
    seen.types(SPACE + ENTER)
    seen.sees(f"Question 3, .*{LIST}")
    seen.types(DOWN + ENTER)
    seen.sees(f"What now.*{LIST}")
    screen = "\n".join(seen.display)
    assert "Share this now. Do not ask for consent, and do not wait." in screen
    assert "A worry about a child who lives in Luton: 01582 547 653" in screen
    seen.types(DOWN + ENTER)
    seen.sees(f"Question 4, .*What started this.*{LIST}")
    seen.types(SPACE + ENTER)
    seen.sees(f"Question 5, .*{LIST}")
    seen.types(DOWN * 10 + SPACE + ENTER)
    seen.sees(f"What your last answers add.*By which case number.*{LINE}")
    seen.types("T-1" + ENTER)
    for awaited in ("your role", "Which organisation", "Who gets", "What is it for",
                    "in outline", "leave out, and why"):  # fmt: skip
        seen.sees(f"{awaited}.*{LINE}")
        seen.types(ENTER)
    seen.sees(f"What have you decided.*{LIST}")
    seen.types(DOWN + ENTER)
    seen.sees(f"What are your reasons.*{LINE}")
    seen.types("It may save a child." + ENTER)
    for awaited in ("told that you share", "not told", "How do you share", "Whose advice",
                    "look at this again", "know you"):  # fmt: skip
        seen.sees(f"{awaited}.*{LINE}")
        seen.types(ENTER)
    seen.sees(f"Is this right.*{LIST}")
    seen.types(DOWN + ENTER)
    assert seen.ends() == 0
    assert "Recorded as number 1" in seen.words
    record = json.loads((tmp_path / "log.jsonl").read_text(encoding="utf-8"))
    assert record["body"]["outcome"][1] == "share-without-consent"
    assert record["body"]["reason"][1] == "It may save a child."


@pytest.mark.parametrize(
    ("stop_at", "key"),
    [*((place, CTRL_C) for place in range(len(EMERGENCY) + 1)), (0, CTRL_D), (3, CTRL_D)],
)
def test_stopping_at_any_plain_question_keeps_nothing(
    assess: Opened, tmp_path: Path, stop_at: int, key: str
) -> None:
    """Exit 130, one line that says so, no log and no traceback."""
    seen = assess("--plain")
    for awaited, answer in EMERGENCY[:stop_at]:
        seen.sees(f"{awaited}.*{LINE}")
        seen.types(answer + ENTER)
    awaited = EMERGENCY[stop_at][0] if stop_at < len(EMERGENCY) else "Is this right"
    seen.sees(f"{awaited}.*{LINE}")
    seen.types(key)
    assert seen.ends() == 130
    assert seen.words.endswith("Nothing was decided and nothing was recorded.")
    assert "Traceback" not in seen.raw
    assert not (tmp_path / "log.jsonl").exists()


@pytest.mark.parametrize(
    ("stop_at", "key"), [(0, CTRL_C), (1, CTRL_D), (2, CTRL_C), (3, CTRL_C), (3, CTRL_D)]
)
def test_stopping_at_any_list_keeps_nothing(
    assess: Opened, tmp_path: Path, stop_at: int, key: str
) -> None:
    """The same with lists: the first question, the outcome, the area, the case number."""
    seen = assess()
    asked = ("Question 1", "What now", "Where does the child live", "case number")
    for awaited in asked[:stop_at]:
        seen.sees(f"{awaited}.*{LIST}")
        seen.types(DOWN + ENTER)
    seen.sees(f"{asked[stop_at]}.*{LINE if stop_at == 3 else LIST}")
    seen.types(key)
    assert seen.ends() == 130
    assert "Nothing was decided and nothing was recorded." in seen.words
    assert "Traceback" not in seen.raw
    assert not (tmp_path / "log.jsonl").exists()


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"ACCESSIBLE": "1"}, {}])
def test_plain_words_steer_no_cursor(assess: Opened, environment: dict[str, str]) -> None:
    """TERM=dumb, ACCESSIBLE and --plain: lines only, not one escape character."""
    seen = assess("--no-log", *([] if environment else ["--plain"]), **environment)
    for awaited, answer in EMERGENCY[:1]:
        seen.sees(f"{awaited}.*{LINE}")
        seen.types(answer + ENTER)
    seen.sees(f"What now.*{LINE}")
    seen.types("stop" + ENTER)
    assert seen.ends() == 0
    assert "\x1b" not in seen.raw


def test_no_colour_where_none_is_wanted(assess: Opened) -> None:
    """NO_COLOR is honoured by lists and by the outcome."""
    seen = assess("--no-log", NO_COLOR="1")
    seen.sees(f"Question 1, .*{LIST}")
    seen.types(DOWN + ENTER)
    seen.sees(f"What now.*{LIST}")
    assert not any(f"\x1b[{code}m" in seen.raw for code in range(30, 48))
    seen.types(DOWN * 5 + ENTER)
    assert seen.ends() == 0


def test_both_renderers_ask_the_same_and_keep_the_same(assess: Opened, tmp_path: Path) -> None:
    """One flow: the record of an interview with lists is that of the same in plain lines."""
    kept = []
    for name in ("lists", "plain"):
        log = tmp_path / f"{name}.jsonl"
        seen = assess(*(["--plain"] if name == "plain" else []), INFOSHARE_LOG=str(log))
        steps = {"Question 1": 1, "What now": 1, "Where does the child live": 3}
        for awaited, down in steps.items():
            seen.sees(f"{awaited}.*{LINE if name == 'plain' else LIST}")
            seen.types((str(down) if name == "plain" else DOWN * down) + ENTER)
        seen.sees(f"case number.*{LINE}")
        seen.types("T-1" + ENTER)
        seen.sees(f"in outline.*{LINE}")
        seen.types(ENTER)
        seen.sees(f"What have you decided.*{LINE if name == 'plain' else LIST}")
        seen.types(("1" if name == "plain" else DOWN) + ENTER)
        seen.sees(f"your reasons.*{LINE}")
        seen.types("Danger." + ENTER)
        seen.sees(f"Is this right.*{LINE if name == 'plain' else LIST}")
        seen.types(("1" if name == "plain" else DOWN) + ENTER)
        assert seen.ends() == 0
        body = json.loads(log.read_text(encoding="utf-8"))["body"]
        kept.append({field: value for field, (_, value) in body.items()})
    assert kept[0] == kept[1]


@pytest.mark.parametrize("options", [("--plain",), ()])
def test_leaving_at_once_clears_the_screen_and_keeps_the_draft(
    assess: Opened, tmp_path: Path, options: tuple[str, ...]
) -> None:
    """Somebody comes in: nothing of the case is left to read, and nothing is lost."""
    seen = assess(*options)
    seen.sees(f"Question 1.*({LINE}|{LIST})")
    seen.types("2" + ENTER if options else DOWN + DOWN + ENTER)
    seen.sees(f"Question 2.*({LINE}|{LIST})")
    seen.types("quit" + ENTER if options else "?")
    if not options:
        seen.sees("What do you want.*leave at once.*$")
        seen.types(UP + ENTER)
    assert seen.ends() == 130
    assert not "".join(seen.display).strip(), seen.display
    (kept,) = (tmp_path / "state" / "infoshare" / "drafts").glob("*.json")
    assert json.loads(kept.read_text(encoding="utf-8"))["answers"] == {"immediate_danger": ["no"]}
