"""A text that is written again because it may name somebody."""

from collections.abc import Iterator
from io import StringIO

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from infoshare_cli.cli.free_text import FreeText
from infoshare_cli.core.case import Case
from infoshare_cli.core.private_words import PrivateWords
from infoshare_cli.terminal.page import Screen
from infoshare_cli.terminal.prompts import Prompt, TookWay, Way
from infoshare_cli.terminal.rich_prompts import RichPrompts

WRITE_IT_AGAIN = "\x1b[B\r"
WHY = Prompt("Why?", ways=(Way.BACK, Way.QUIT))


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    """The keys of somebody who is asked with lists."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


@pytest.fixture
def free_text(keys: PipeInput) -> FreeText:
    """Takes each text that holds LU1 for one that names somebody."""

    def scan(_: str, text: str) -> tuple[PrivateWords, ...]:
        found = text.find("LU1")
        return (PrivateWords("postcode", found, found + 3),) if found >= 0 else ()

    prompts = RichPrompts(StringIO(), Screen(StringIO(), plain=False, width=80), DummyOutput())
    return FreeText(prompts, scan, (), (Way.QUIT,))


@pytest.mark.parametrize("way", [Way.BACK, Way.QUIT])
def test_a_word_behind_what_is_to_be_written_again_takes_its_way(
    keys: PipeInput, free_text: FreeText, way: Way
) -> None:
    """Nothing is kept of the text that stands in the line, nor of the word."""
    keys.send_text(f"At LU1\r{WRITE_IT_AGAIN}{way.value}\r\x04")
    with pytest.raises(TookWay) as took:
        free_text.write(Case(), "reason", WHY, required=True)
    assert took.value.way is way


def test_what_is_to_be_written_again_can_be_mended(keys: PipeInput, free_text: FreeText) -> None:
    """It stands in the line, and what comes out is kept."""
    keys.send_text(f"At LU1\r{WRITE_IT_AGAIN}\x7f\x7f\x7fhome\r")
    written = free_text.write(Case(), "reason", WHY, required=True)
    assert written.record == {"reason": "At home"}
