"""Which prompts come where no person sits at a terminal."""

import subprocess
import sys
from pathlib import Path

import pytest

ASKER = Path(__file__).with_name("asker.py")


def run(kind: str, lines: str) -> subprocess.CompletedProcess[str]:
    """Ask with lines from a pipe."""
    return subprocess.run(
        [sys.executable, str(ASKER), kind],
        input=lines,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_lines_from_a_pipe_answer_plain_questions() -> None:
    """Questions go to the error stream, and nothing but the result to standard output."""
    done = run("one+many+optional", "no\nwhat,who\n\n")
    assert done.stdout == "GOT ['no', ('what', 'who'), '']\n"
    assert "Is a child in danger now" in done.stderr
    assert "\x1b" not in done.stderr


def test_answers_from_a_pipe_never_come_back_on_the_error_stream() -> None:
    """What is kept of that stream holds no answer of a case."""
    done = run("required", "Amina of Mill Road\n")
    assert "Amina" not in done.stderr


@pytest.mark.parametrize("kind", ["one", "many", "required", "optional"])
def test_a_pipe_that_ends_leaves_answers_missing(kind: str) -> None:
    """Exit code 3."""
    done = run(kind, "")
    assert done.returncode == 3
    assert done.stdout.startswith("RAISED OutOfInput")
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a shell that closes a stream is POSIX")
def test_no_standard_input_at_all_is_an_ended_one() -> None:
    """A program started without standard input is told the same."""
    done = subprocess.run(
        ["/bin/sh", "-c", '"$0" "$1" one <&-', sys.executable, str(ASKER)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


def test_plain_prompts_bring_in_nothing_that_draws() -> None:
    """The slow libraries wait until a list is shown."""
    code = (
        "import sys; from infoshare_cli.terminal.choose_prompts import open_prompts; "
        "from infoshare_cli.terminal.page import open_screen; "
        "open_prompts(plain=True, screen=open_screen(sys.stderr, plain=True)); "
        "print([name for name in ('rich', 'questionary', 'prompt_toolkit') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
