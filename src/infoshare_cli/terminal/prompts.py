"""The seam between an interview and the person who is asked: four requests, nothing else.

`plain_prompts` answers them line by line, `rich_prompts` with lists to move through;
`choose_prompts` picks one, and nobody else needs to know which.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from infoshare_cli.terminal.page import Block


@dataclass(frozen=True)
class Choice:
    """One answer to choose."""

    id: str
    label: str
    help: str = ""
    """A line more, shown under the label."""


@dataclass(frozen=True)
class Prompt:
    """One question, with what a person may want to know before answering it."""

    ask: str
    help: str = ""
    """One or two lines shown with the question."""
    more: tuple[str, ...] = ()
    """Paragraphs shown when the person asks what this means: help, examples, why it is asked."""
    source: str = ""
    """Where the question comes from, for example 'Guide, page 6'."""
    position: str = ""
    """Where it stands in the interview, for example 'Question 3'."""
    choices: tuple[Choice, ...] = ()
    """Empty where a text is asked for."""
    alone: tuple[str, ...] = ()
    """The ids of choices that cannot stand beside others."""


class Prompts(Protocol):
    """Someone to ask; every prompt goes to the error stream, none to the results.

    No answer is ever chosen beforehand, and an empty line answers nothing. Each request raises
    `Interrupted` on Ctrl-C, and on Ctrl-D at a terminal; `OutOfInput` where the input is no
    terminal and ends.
    """

    def choose_one(self, prompt: Prompt) -> str:
        """The id of the one choice that was made."""

    def choose_many(self, prompt: Prompt) -> tuple[str, ...]:
        """The ids of the choices that were made, one or more, in the order of the prompt."""

    def write_text(self, prompt: Prompt, *, required: bool) -> str:
        """The text that was written; '' only where it is not required and was left out."""

    def show(self, page: Sequence[Block]) -> None:
        """Show a note between questions."""
