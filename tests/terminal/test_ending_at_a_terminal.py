"""What ends a question from outside: signals, a window that is closed, streams that are shut."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from tests.pseudo_terminal import ENTER
from tests.terminal.conftest import ASKER, LINE, LIST, Opened

BOTH = pytest.mark.parametrize("plain", [(), ("plain",)], ids=["lists", "plain"])
KINDS = pytest.mark.parametrize("kind", ["one", "many", "required"])


def asked(kind: str, plain: tuple[str, ...]) -> str:
    """What stands last on the screen when the question waits."""
    return LINE if plain or kind in {"required", "optional"} else LIST


@BOTH
@KINDS
def test_a_signal_leaves_the_terminal_in_order(
    terminal: Opened, plain: tuple[str, ...], kind: str
) -> None:
    """The cursor shows, keys are echoed, nothing is said to have been answered, no traceback."""
    seen = terminal(80, kind, *plain)
    seen.sees(asked(kind, plain))
    seen.is_sent(signal.SIGTERM)
    assert seen.ends() == 128 + signal.SIGTERM
    assert seen.in_order
    assert "Traceback" not in seen.raw
    assert "GOT" not in seen.words


@BOTH
@KINDS
def test_a_closed_window_ends_the_program(
    terminal: Opened, plain: tuple[str, ...], kind: str, tmp_path: Path
) -> None:
    """It does not stay behind, and has answered nothing."""
    kept = tmp_path / "kept"
    seen = terminal(80, kind, *plain, KEEP=str(kept))
    seen.sees(asked(kind, plain))
    assert seen.hangs_up() == 128 + signal.SIGHUP
    assert kept.read_text(encoding="utf-8") == ""


@BOTH
@KINDS
def test_a_terminal_that_goes_away_unheard_ends_the_program(
    terminal: Opened, plain: tuple[str, ...], kind: str, tmp_path: Path
) -> None:
    """Where nobody tells the program, as under nohup, it finds out by itself."""
    kept = tmp_path / "kept"
    seen = terminal(80, kind, *plain, KEEP=str(kept), NOHUP="1")
    seen.sees(asked(kind, plain))
    assert seen.hangs_up() == 130
    assert kept.read_text(encoding="utf-8").startswith("RAISED Interrupted")


def test_an_end_from_outside_while_more_is_told(terminal: Opened) -> None:
    """Inside the list that the help opens, too."""
    seen = terminal(80, "one-again")
    seen.sees(LIST)
    seen.types("?")
    seen.sees("Return to the question.*are kept *$")
    seen.is_sent(signal.SIGTERM)
    assert seen.ends() == 128 + signal.SIGTERM
    assert seen.in_order


@KINDS
@pytest.mark.parametrize("streams", ["<&-", "</dev/null", "</dev/null 2>&-", "<&- 2>&-"])
def test_streams_that_are_shut_are_no_answers(kind: str, streams: str) -> None:
    """The call ends by itself, and without a traceback."""
    done = subprocess.run(
        ["/bin/sh", "-c", f'exec "$0" "$@" {streams}', sys.executable, str(ASKER), kind],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("RAISED OutOfInput")
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("plain", [(), ("plain",)], ids=["lists", "plain"])
def test_a_bare_enter_after_a_signal_that_was_ignored_answers_nothing(
    terminal: Opened, plain: tuple[str, ...]
) -> None:
    """A change of the window's size is no key."""
    seen = terminal(80, "one", *plain)
    seen.sees(asked("one", plain))
    seen.is_sent(signal.SIGWINCH)
    seen.types(ENTER)
    seen.sees("Nothing is chosen yet|Nothing was typed")
