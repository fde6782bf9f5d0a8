"""The seam between an interview and the person who is asked: a few requests, nothing else.

`plain_prompts` answers them line by line, `rich_prompts` with lists to move through;
`choose_prompts` picks one, and nobody else needs to know which.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
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
class Telling:
    """Something that a person may want to be told; then the question comes again."""

    word: str
    """What to type for it: '?', 'why'."""
    label: str
    """What a list calls it: 'Why am I asked this?'."""
    tell: Callable[[], Sequence[Block]]
    """What is told; worked out only when it is asked for."""


class Way(Enum):
    """A way out of a question that is no new answer to it; its value is the word to type."""

    BACK = "back"
    """To the question before."""
    KEEP = "keep"
    """Leave the answer as it was; offered where a question is asked again."""
    SAVE = "save"
    """Save and leave."""
    QUIT = "quit"
    """Leave at once: the screen is cleared, and the draft stays."""


class TookWay(Exception):
    """The person took a way out of a question in place of answering it."""

    def __init__(self, way: Way) -> None:
        super().__init__(way.value)
        self.way = way


@dataclass(frozen=True)
class Prompt:
    """One question, with what a person may want to know before answering it."""

    ask: str
    help: str = ""
    """One or two lines shown with the question."""
    source: str = ""
    """Where the question comes from, for example 'Guide, page 6'."""
    position: str = ""
    """Where it stands in the interview, for example 'Question 3, at most 6 more'."""
    before: str = ""
    """The former answer in words, where the question is asked again."""
    choices: tuple[Choice, ...] = ()
    """Empty where a text is asked for."""
    alone: tuple[str, ...] = ()
    """The ids of choices that cannot stand beside others."""
    tellings: tuple[Telling, ...] = ()
    """What can be told about it on request, what it means first."""
    ways: tuple[Way, ...] = ()
    """The ways out that are open here."""


class Prompts(Protocol):
    """Someone to ask; every prompt goes to the error stream, none to the results.

    No answer is ever chosen beforehand, and an empty line answers nothing. Each request raises
    `TookWay` where the person took one of the prompt's ways; `Interrupted` on Ctrl-C, and on
    Ctrl-D at a terminal; `OutOfInput` where the input is no terminal and ends.
    """

    def choose_one(self, prompt: Prompt) -> str:
        """The id of the one choice that was made."""

    def choose_many(self, prompt: Prompt) -> tuple[str, ...]:
        """The ids of the choices that were made, one or more, in the order of the prompt."""

    def write_text(self, prompt: Prompt, *, required: bool) -> str:
        """The text that was written; '' only where it is not required and was left out."""

    def show(self, page: Sequence[Block]) -> None:
        """Show a note between questions."""

    def clear(self) -> None:
        """Take everything off the screen, and off what can be scrolled back to where possible."""
