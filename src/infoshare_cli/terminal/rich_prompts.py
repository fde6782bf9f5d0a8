"""Questions at a terminal that can draw: lists to move through, and a line to edit.

questionary is slow to import, so this module is imported only when it is to be used.
"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TextIO

from prompt_toolkit.application import get_app_session
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import Output, create_output
from questionary import Question, text

from infoshare_cli.errors import Interrupted
from infoshare_cli.terminal.answer_list import (
    GLYPHS,
    STYLE,
    NoAnswer,
    fitted,
    list_of_many,
    list_of_one,
    ticked_in,
)
from infoshare_cli.terminal.page import (
    Block,
    Heading,
    Items,
    Screen,
    Text,
    clean_text,
    is_terminal,
    show_page,
)
from infoshare_cli.terminal.plain_prompts import PlainPrompts
from infoshare_cli.terminal.prompts import Prompt
from infoshare_cli.terminal.question_page import (
    LEFT_OUT,
    STOPPED,
    answer_page,
    choice_text,
    clash,
    how_to_write,
    meaning_page,
    question_page,
)
from infoshare_cli.terminal.type_ahead import drop_type_ahead
from infoshare_cli.terminal.typed_answers import UnclearError, read_text

_KEYS_FOR_ONE = Text("The arrow keys move, Enter answers.", "quiet")
_KEYS_FOR_MANY = Text("The arrow keys move, the space bar ticks, Enter answers.", "quiet")
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
        self._plain = PlainPrompts(reader, replace(screen, plain=True))

    def choose_one(self, prompt: Prompt) -> str:
        """See `Prompts`."""
        listed = self._fitted(prompt)
        if listed is None:
            return self._plain.choose_one(prompt)
        page = _opening(prompt, listed)
        while True:
            answer = self._run(
                list_of_one(listed, self._screen, self._output), (*page, _KEYS_FOR_ONE)
            )
            if answer is NoAnswer.MEANING:
                page = meaning_page(prompt)
            elif answer is NoAnswer.START:
                page = (_NOTHING_CHOSEN,)
            else:
                show_page(answer_page(prompt, (str(answer),)), self._screen)
                return str(answer)

    def choose_many(self, prompt: Prompt) -> tuple[str, ...]:
        """See `Prompts`; what was ticked stays ticked while the question is asked again."""
        listed = self._fitted(prompt)
        if listed is None:
            return self._plain.choose_many(prompt)
        page, ticked = _opening(prompt, listed), tuple[str, ...]()
        while True:
            question = list_of_many(listed, ticked, self._screen, self._output)
            answer = self._run(question, (*page, _KEYS_FOR_MANY))
            ticked = ticked_in(question, prompt)
            if answer is NoAnswer.MEANING:
                page = meaning_page(prompt)
            elif not ticked:
                page = (_NOTHING_TICKED,)
            elif trouble := clash(prompt, ticked):
                page = (Text(trouble, "warning"),)
            else:
                show_page(answer_page(prompt, ticked), self._screen)
                return ticked

    def write_text(self, prompt: Prompt, *, required: bool) -> str:
        """See `Prompts`."""
        how = Text(how_to_write(prompt, required=required), "quiet")
        page: Sequence[Block] = (*question_page(prompt), how)
        while True:
            line = text(
                "Your answer:",
                qmark="",
                style=STYLE,
                output=self._output,
                key_bindings=_no_mouse(),
            )
            try:
                written = read_text(str(self._run(line, page)), required=required)
            except UnclearError as unclear:
                page = (Text(str(unclear), "warning"),)
                continue
            if written != "?":
                return written or self._left_out()
            page = (*meaning_page(prompt), how)

    def show(self, page: Sequence[Block]) -> None:
        """See `Prompts`."""
        self._screen.stream.write("\n")
        show_page(page, self._screen)

    def _run(self, question: Question, page: Sequence[Block]) -> object:
        try:
            # Dropped before the words that invite an answer, never after them.
            self._drop_type_ahead()
            self.show(page)
            return question.unsafe_ask()
        except (KeyboardInterrupt, EOFError):
            raise Interrupted(STOPPED) from None

    def _fitted(self, prompt: Prompt) -> Prompt | None:
        return fitted(prompt, self._screen, self._output.get_size().rows - _LINES_ABOVE)

    def _drop_type_ahead(self) -> None:
        if is_terminal(self._reader):
            drop_type_ahead(self._reader)
            clear_typeahead(get_app_session().input)

    def _left_out(self) -> str:
        show_page((Text(LEFT_OUT),), self._screen)
        return ""


def _no_mouse() -> KeyBindings:
    """Pasted colour codes look like a mouse; what looks like one is left out."""
    keys = KeyBindings()

    @keys.add(Keys.Vt100MouseEvent, eager=True)
    def _ignore(_: KeyPressEvent) -> None: ...

    return keys


def _opening(prompt: Prompt, listed: Prompt) -> tuple[Block, ...]:
    if listed == prompt:
        return question_page(prompt)
    # The wordings take the question out of sight, so it comes again below them.
    wordings = Items(tuple(choice_text(choice) for choice in prompt.choices if choice.help))
    return (*question_page(prompt), wordings, Heading(prompt.ask))
