"""Questions line by line, in words only: for screen readers, bare terminals and pipes."""

from collections.abc import Callable, Sequence
from typing import NoReturn, TextIO, TypeVar

from infoshare_cli.errors import Interrupted, OutOfInput
from infoshare_cli.terminal.page import Block, Screen, Text, is_terminal, show_page
from infoshare_cli.terminal.prompts import Prompt
from infoshare_cli.terminal.question_page import (
    LEFT_OUT,
    STOPPED,
    answer_page,
    choices_page,
    how_to_write,
    meaning_page,
    question_page,
)
from infoshare_cli.terminal.type_ahead import drop_type_ahead
from infoshare_cli.terminal.typed_answers import (
    NOT_TEXT,
    UnclearError,
    how_to_choose_many,
    how_to_choose_one,
    read_many,
    read_one,
    read_text,
)

T = TypeVar("T")
TRIES = 50
"""Lines that a program may send without answering; a person at a terminal may try for ever."""


class PlainPrompts:
    """Asks on a plain screen and reads lines from a stream; the rich prompts say the same."""

    def __init__(self, reader: TextIO, screen: Screen) -> None:
        self._reader = reader
        self._screen = screen

    def choose_one(self, prompt: Prompt) -> str:
        """See `Prompts`."""
        how = _how_to_choose(prompt, how_to_choose_one(prompt))
        answer = self._ask(prompt, how, lambda line: read_one(line, prompt))
        self._confirm(answer_page(prompt, (answer,)))
        return answer

    def choose_many(self, prompt: Prompt) -> tuple[str, ...]:
        """See `Prompts`."""
        how = _how_to_choose(prompt, how_to_choose_many(prompt))
        answers = self._ask(prompt, how, lambda line: read_many(line, prompt))
        self._confirm(answer_page(prompt, answers))
        return answers

    def write_text(self, prompt: Prompt, *, required: bool) -> str:
        """See `Prompts`."""
        how = (Text(how_to_write(prompt, required=required)),)
        written = self._ask(prompt, how, lambda line: read_text(line, required=required))
        if not written:
            show_page((Text(LEFT_OUT),), self._screen)
        return written

    def show(self, page: Sequence[Block]) -> None:
        """See `Prompts`."""
        self._screen.stream.write("\n")
        show_page(page, self._screen)

    def _ask(self, prompt: Prompt, how: Sequence[Block], read: Callable[[str], T]) -> T:
        page: Sequence[Block] = (*question_page(prompt), *how)
        tries = 0
        while tries < TRIES or is_terminal(self._reader):
            tries += 1
            try:
                line = self._line_after(page)
                if line.strip() != "?":
                    return read(line)
                page = (*meaning_page(prompt), *how)
            except UnclearError as unclear:
                page = (Text(str(unclear)),)
        raise OutOfInput(f"No answer to this question came in {TRIES} lines.")

    def _line_after(self, page: Sequence[Block]) -> str:
        try:
            # Dropped before the words that invite an answer, never after them.
            drop_type_ahead(self._reader)
            self.show(page)
            self._say("Your answer: ")
            line = self._reader.readline()
        except KeyboardInterrupt:
            self._stop()
        except UnicodeDecodeError:
            raise UnclearError(NOT_TEXT) from None
        # A line without its end is the last of a file; at a terminal, Ctrl-D was pressed.
        if not line.endswith("\n") and is_terminal(self._reader):
            self._stop()
        return line or self._run_out()

    def _confirm(self, page: Sequence[Block]) -> None:
        # Said back only to a person at a terminal: elsewhere it would end up in some file.
        if is_terminal(self._reader) and is_terminal(self._screen.stream):
            show_page(page, self._screen)

    def _run_out(self) -> NoReturn:
        self._say("\n")
        raise OutOfInput("The input ended before this question was answered.")

    def _stop(self) -> NoReturn:
        self._say("\n")
        raise Interrupted(STOPPED) from None

    def _say(self, words: str) -> None:
        self._screen.stream.write(words)
        self._screen.stream.flush()


def _how_to_choose(prompt: Prompt, how: str) -> tuple[Block, ...]:
    more = " Type ? for what this means." if prompt.more else ""
    return (*choices_page(prompt), Text(how + more))
