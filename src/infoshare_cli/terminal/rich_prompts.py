"""Questions at a terminal that can draw: lists to move through, and a line to edit.

questionary is slow to import, so this module is imported only when it is to be used.
"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TextIO

from prompt_toolkit.application import get_app_session
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.output import Output, create_output
from questionary import Question

from infoshare_cli.errors import Interrupted
from infoshare_cli.terminal.answer_list import fitted, list_of_many, list_of_one, ticked_in
from infoshare_cli.terminal.clear_screen import clear_screen
from infoshare_cli.terminal.help_list import list_of_help
from infoshare_cli.terminal.how_to_answer import how_else, how_to_mend, how_to_write
from infoshare_cli.terminal.page import (
    Block,
    Heading,
    Items,
    Screen,
    Text,
    clean_text,
    is_terminal,
    measured,
    show_page,
)
from infoshare_cli.terminal.plain_prompts import PlainPrompts
from infoshare_cli.terminal.prompt_help import (
    has_much_help,
    help_told,
    telling_asked_behind,
    told_page,
)
from infoshare_cli.terminal.prompts import Prompt, Telling, TookWay, Way
from infoshare_cli.terminal.question_page import (
    STOPPED,
    answer_page,
    choice_text,
    clash,
    question_page,
    written_page,
)
from infoshare_cli.terminal.row_list import GLYPHS, NoAnswer
from infoshare_cli.terminal.run_question import run_question
from infoshare_cli.terminal.text_line import text_line
from infoshare_cli.terminal.type_ahead import drop_type_ahead
from infoshare_cli.terminal.typed_answers import UnclearError, read_text

_KEYS_FOR_ONE = Text("The arrow keys move, Enter answers.", "quiet")
_KEYS_FOR_MANY = Text("The arrow keys move, the space bar ticks, Enter answers.", "quiet")
_KEYS_FOR_HELP = Text("The arrow keys move, Enter chooses.", "quiet")
_NOTHING_CHOSEN = Text("Nothing is chosen yet. Move to your answer first.", "warning")
_NOTHING_TICKED = Text("Nothing is ticked yet. Tick your answers first.", "warning")
_LINES_ABOVE = 5
"""Lines of the terminal kept free of the list, so that the question's end stays in sight."""


def open_rich_prompts(reader: TextIO, screen: Screen) -> "RichPrompts | None":
    """Prompts drawn on the screen's stream; None where nothing can be drawn there."""
    if clean_text(GLYPHS, screen) != GLYPHS:
        return None
    output = _open_output(screen.stream)
    return RichPrompts(reader, screen, output) if output else None


if sys.platform == "win32":
    from prompt_toolkit.output.win32 import NoConsoleScreenBufferError

    def _open_output(stream: TextIO) -> Output | None:
        # Git Bash is no Windows console, nor is a console whose standard output is a file.
        try:
            return create_output(stdout=stream)
        except NoConsoleScreenBufferError:
            return None

else:

    def _open_output(stream: TextIO) -> Output | None:
        return create_output(stdout=stream)


class RichPrompts:
    """Asks with lists and a line editor; a list too tall for the terminal is asked plainly."""

    def __init__(self, reader: TextIO, screen: Screen, output: Output) -> None:
        self._reader = reader
        self._screen = screen
        self._output = output
        self._at_terminal = is_terminal(reader)
        self._plain = PlainPrompts(reader, replace(screen, plain=True))

    def choose_one(self, prompt: Prompt) -> str:
        """See `Prompts`."""
        page: Sequence[Block] = ()
        while (listed := self._fitted(prompt)) is not None:
            question = list_of_one(listed, self._now(), self._output)
            page = page or _opening(prompt, listed)
            match self._run(question, (*page, _KEYS_FOR_ONE)):
                case NoAnswer.HELP:
                    page = self._help(prompt)
                case Way() as way:
                    raise TookWay(way)
                case str(answer):
                    show_page(answer_page(prompt, (answer,)), self._screen)
                    return answer
                case _:
                    page = (_NOTHING_CHOSEN,)
        return self._plain.choose_one(prompt)

    def choose_many(self, prompt: Prompt) -> tuple[str, ...]:
        """See `Prompts`; what was ticked stays ticked while the question is asked again."""
        page, ticked = tuple[Block, ...](), tuple[str, ...]()
        while (listed := self._fitted(prompt)) is not None:
            question = list_of_many(listed, ticked, self._now(), self._output)
            page = page or _opening(prompt, listed)
            answer = self._run(question, (*page, _KEYS_FOR_MANY))
            ticked = ticked_in(question, prompt)
            if isinstance(answer, Way):
                raise TookWay(answer)
            if answer is NoAnswer.HELP:
                page = self._help(prompt)
            elif not ticked:
                page = (_NOTHING_TICKED,)
            elif trouble := clash(prompt, ticked):
                page = (Text(trouble, "warning"),)
            else:
                show_page(answer_page(prompt, ticked), self._screen)
                return ticked
        return self._plain.choose_many(prompt)

    def write_text(self, prompt: Prompt, *, required: bool) -> str:
        """See `Prompts`; a former text stands in the line to be mended."""
        how = Text(_how_to_write(prompt, required=required), "quiet")
        page: Sequence[Block] = (*question_page(replace(prompt, before="")), how)
        while True:
            to_write_in = text_line(prompt.before, self._output, typed=self._at_terminal)
            line = str(self._run(to_write_in, page))
            try:
                telling = telling_asked_behind(line, prompt)
                if telling is None:
                    written = read_text(line, required=required)
                    show_page(written_page(written), self._screen)
                    return written
                page = (*told_page(prompt, telling), how)
            except UnclearError as unclear:
                page = (Text(str(unclear), "warning"),)

    def show(self, page: Sequence[Block]) -> None:
        """See `Prompts`."""
        self._screen.stream.write("\n")
        show_page(page, self._screen)

    def clear(self) -> None:
        """See `Prompts`."""
        clear_screen(self._screen.stream)

    def _help(self, prompt: Prompt) -> tuple[Block, ...]:
        """What is told next, where the person does not leave."""
        if not has_much_help(prompt):
            return told_page(prompt, help_told(prompt))
        asked = self._run(list_of_help(prompt, self._now(), self._output), (_KEYS_FOR_HELP,))
        if isinstance(asked, Way):
            raise TookWay(asked)
        return told_page(prompt, asked) if isinstance(asked, Telling) else (Heading(prompt.ask),)

    def _run(self, question: Question, page: Sequence[Block]) -> object:
        try:
            # Dropped before the words that invite an answer, never after them.
            self._drop_type_ahead()
            self.show(page)
            return run_question(question)
        except (KeyboardInterrupt, EOFError):
            raise Interrupted(STOPPED) from None
        except OSError:
            if self._at_terminal and not is_terminal(self._reader):
                # It has gone, and there is nobody left to ask in any way.
                raise Interrupted(STOPPED) from None
            raise

    def _fitted(self, prompt: Prompt) -> Prompt | None:
        return fitted(prompt, self._now(), self._output.get_size().rows - _LINES_ABOVE)

    def _now(self) -> Screen:
        """The screen as wide as it is now."""
        return measured(self._screen)

    def _drop_type_ahead(self) -> None:
        if self._at_terminal:
            drop_type_ahead(self._reader)
            clear_typeahead(get_app_session().input)


def _how_to_write(prompt: Prompt, *, required: bool) -> str:
    if prompt.before:
        return how_to_mend(prompt, required=required)
    return how_to_write(required=required) + how_else(prompt)


def _opening(prompt: Prompt, listed: Prompt) -> tuple[Block, ...]:
    if listed == prompt:
        return question_page(prompt)
    # The wordings take the question out of sight, so it comes again below them.
    wordings = Items(tuple(choice_text(choice) for choice in prompt.choices if choice.help))
    return (*question_page(prompt), wordings, Heading(prompt.ask))
