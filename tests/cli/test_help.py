"""The help of every command: it fits, it has an example, and it cuts no sentence off."""

import re
from collections.abc import Iterator

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from infoshare_cli.cli.main import app
from infoshare_cli.core.checkup.variables import HONOURED, OURS
from tests.cli.conftest import Infoshare

EXAMPLE = "For example: infoshare "


def commands(group: TyperGroup, *words: str) -> Iterator[tuple[str, ...]]:
    """The words of every command, and of every group of commands."""
    yield words
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from commands(command, *words, name)
        else:
            yield *words, name


def root() -> TyperGroup:
    """The program as Typer has it."""
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    return group


COMMANDS = list(commands(root()))
IDS = [" ".join(words) or "infoshare" for words in COMMANDS]


@pytest.mark.parametrize("columns", [60, 80])
@pytest.mark.parametrize("words", COMMANDS, ids=IDS)
def test_every_help_fits_and_has_an_example(
    infoshare: Infoshare, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], columns: int
) -> None:
    """On a screen of 80 columns and on a narrow one; the example is of that very command."""
    monkeypatch.setenv("COLUMNS", str(columns))
    run = infoshare(*words, "--help")
    assert (run.code, run.err) == (0, "")
    assert max(map(len, run.out.splitlines())) <= columns
    example = re.search(f"{EXAMPLE}(.*)", " ".join(run.out.split()))
    assert example is not None
    assert example[1].startswith(" ".join(words)) or not words
    if columns == 80:
        # Whole on its line, so that it can be copied.
        assert EXAMPLE in run.out


@pytest.mark.parametrize("words", COMMANDS, ids=IDS)
def test_no_help_speaks_of_python_or_leaves_a_sentence_unfinished(
    infoshare: Infoshare, words: tuple[str, ...]
) -> None:
    """No `list[str]`, no type in angle brackets, and no sentence that ends in dots."""
    shown = infoshare(*words, "--help").out
    usage, _, told = shown.partition("\n")
    assert usage.startswith("Usage: infoshare")
    assert not re.search(r"<\w+>|list\[|Path\]", shown)
    assert not re.search(r"\w\.\.\.(\s|$)", told)


@pytest.mark.parametrize("words", COMMANDS, ids=IDS)
def test_every_word_and_option_is_explained(infoshare: Infoshare, words: tuple[str, ...]) -> None:
    """Nobody has to guess what an option does."""
    shown = infoshare(*words, "--help").out.partition("\nOptions:\n")[2]
    assert shown
    for line in re.findall(r"^  -.*$", shown, re.MULTILINE):
        name, _, told = line.strip().partition("  ")
        after = shown[shown.index(line) + len(line) :].lstrip("\n")
        assert told.strip() or after.startswith("    "), name


def test_the_help_of_the_program_names_every_environment_variable(infoshare: Infoshare) -> None:
    """Those of ours, and those of others that it looks at."""
    shown = infoshare("--help").out
    assert all(name in shown for name in (*OURS, *HONOURED))


def test_short_and_long_are_the_same_help(infoshare: Infoshare) -> None:
    """`-h` is what many type."""
    assert infoshare("-h").out == infoshare("--help").out
