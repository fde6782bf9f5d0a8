"""Questions line by line, in words only: for screen readers, bare terminals and pipes."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NoReturn, TextIO, TypeVar

from infoshare_cli.errors import Interrupted, OutOfInput
from infoshare_cli.terminal.clear_screen import clear_screen
from infoshare_cli.terminal.how_to_answer import (
    how_else,
    how_to_choose_many,
    how_to_choose_one,
    how_to_write,
)
from infoshare_cli.terminal.page import Block, Screen, Text, is_terminal, show_page
from infoshare_cli.terminal.prompt_help import telling_asked, told_page
from infoshare_cli.terminal.prompts import Prompt
from infoshare_cli.terminal.question_page import (
    STOPPED,
    answer_page,
    choices_page,
    question_page,
    written_page,
)
from infoshare_cli.terminal.type_ahead import drop_type_ahead
from infoshare_cli.terminal.typed_answers import (
    ENTER_AGAIN,
    NOT_TEXT,
    UnclearError,
    read_many,
    read_one,
    read_text,
)
from infoshare_cli.terminal.typed_lines import typing_at

T = TypeVar("T")
TRIES = 50
"""Lines that a program may send without answering; a person at a terminal may try for ever."""


class PlainPrompts:
    """Asks on a plain screen and reads lines from a stream; the rich prompts say the same."""

    def __init__(self, reader: TextIO, screen: Screen) -> None:
        self._reader = reader
        self._screen = screen
        # Asked once: a terminal that has gone is none any more, but no file that has ended.
        self._at_terminal = is_terminal(reader)

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
        how = (Text(how_to_write(required=required) + how_else(prompt)),)
        bare = 0

        def read(line: str) -> str:
            nonlocal bare
            bare += not line.strip()
            # A former text would go by a stray Enter, as no line shows it to be gone.
            if prompt.before and not required and not line.strip() and bare == 1:
                raise UnclearError(ENTER_AGAIN)
            return read_text(line, required=required)

        written = self._ask(prompt, how, read)
        show_page(written_page(written), self._screen)
        return written

    def show(self, page: Sequence[Block]) -> None:
        """See `Prompts`."""
        self._screen.stream.write("\n")
        show_page(page, self._screen)

    def clear(self) -> None:
        """See `Prompts`."""
        clear_screen(self._screen.stream)

    def _ask(self, prompt: Prompt, how: Sequence[Block], read: Callable[[str], T]) -> T:
        page: Sequence[Block] = (*question_page(prompt), *how)
        tries = 0
        while tries < TRIES or self._at_terminal:
            tries += 1
            try:
                line = self._line_after(page)
                telling = telling_asked(line, prompt)
                if telling is None:
                    return read(line)
                page = (*told_page(prompt, telling), *how)
            except UnclearError as unclear:
                page = (Text(str(unclear)),)
        raise OutOfInput(f"No answer to this question came in {TRIES} lines.")

    def _line_after(self, page: Sequence[Block]) -> str:
        try:
            with typing_at(self._reader) as read_typed:
                # Dropped before the words that invite an answer, never after them.
                drop_type_ahead(self._reader)
                self.show(page)
                self._say("Your answer: ")
                line = read_typed()
        except KeyboardInterrupt:
            self._stop()
        except UnicodeDecodeError:
            raise UnclearError(NOT_TEXT) from None
        # A line without its end is the last of a file; at a terminal, Ctrl-D was pressed.
        if not line.endswith("\n") and self._at_terminal:
            self._stop()
        return line or self._run_out()

    def _confirm(self, page: Sequence[Block]) -> None:
        # Said back only to a person at a terminal: elsewhere it would end up in some file.
        if self._at_terminal and is_terminal(self._screen.stream):
            show_page(page, self._screen)

    def _run_out(self) -> NoReturn:
        self._say("\n")
        raise OutOfInput("The input ended before this question was answered.")

    def _stop(self) -> NoReturn:
        with suppress(OSError):
            self._say("\n")
        raise Interrupted(STOPPED) from None

    def _say(self, words: str) -> None:
        self._screen.stream.write(words)
        self._screen.stream.flush()


def _how_to_choose(prompt: Prompt, how: str) -> tuple[Block, ...]:
    return (*choices_page(prompt), Text(how + how_else(prompt)))
