"""A list of answers on the screen, as questionary draws it, with the rows that answer nothing.

questionary points at the first row from the start, so the first row must be no answer; and it
leaves Ctrl-D out, and has keys that tick many rows at once, which a slip must not do.
"""

from collections.abc import Collection
from dataclasses import replace
from enum import Enum
from textwrap import wrap

from prompt_toolkit.filters import Condition, to_filter
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Window
from prompt_toolkit.output import Output
from questionary import Choice as Row
from questionary import Question, Style, checkbox, select
from questionary.prompts.common import InquirerControl

from infoshare_cli.terminal.page import Screen, clean_text
from infoshare_cli.terminal.prompts import Prompt
from infoshare_cli.terminal.question_page import MEANING, choice_text

STYLE = Style([("pointer", "bold"), ("highlighted", "bold"), ("selected", "bold"), ("answer", "")])
GLYPHS = "»●○"
"""What questionary marks rows with; a screen that lacks them cannot show what is ticked."""
_NO_INSTRUCTION = " "
"""Not empty: questionary puts words of its own in the place of an empty one."""
_MARGIN = 5
"""Columns left of a row's text: the pointer and the tick."""


class NoAnswer(Enum):
    """Rows that answer nothing."""

    START = "Move to your answer with the arrow keys"
    MEANING = MEANING


def fitted(prompt: Prompt, screen: Screen, lines: int) -> Prompt | None:
    """The prompt as a list can show it at once in so many lines, or None where it cannot.

    Rows below the edge would be answers that nobody knows of. Where it helps, the choices' own
    help is left out, for the caller to show above.
    """
    brief = replace(prompt, choices=tuple(replace(each, help="") for each in prompt.choices))
    return next((each for each in (prompt, brief) if _height(each, screen) <= lines), None)


def list_of_one(prompt: Prompt, screen: Screen, output: Output) -> Question:
    """A list that comes to the id of one choice, or to a `NoAnswer`."""
    start = Row(_laid_out(NoAnswer.START.value, screen), NoAnswer.START)
    rows = [start, *_rows(prompt, screen, ticked=())]
    return _with_keys(
        select(
            "Your answer:",
            rows,
            qmark="",
            instruction=_NO_INSTRUCTION,
            style=STYLE,
            use_jk_keys=False,
            output=output,
        )
    )


def list_of_many(
    prompt: Prompt, ticked: Collection[str], screen: Screen, output: Output
) -> Question:
    """A list to tick; what is ticked is read by `ticked_in`, also after a `NoAnswer`."""
    rows = _rows(prompt, screen, ticked)
    return _with_keys(
        checkbox(
            "Your answers:",
            rows,
            qmark="",
            instruction=_NO_INSTRUCTION,
            style=STYLE,
            use_jk_keys=False,
            output=output,
        )
    )


def ticked_in(question: Question, prompt: Prompt) -> tuple[str, ...]:
    """The ids of the choices that are ticked, in the order of the prompt."""
    _, rows = _list_in(question)
    return tuple(choice.id for choice in prompt.choices if choice.id in rows.selected_options)


def _height(prompt: Prompt, screen: Screen) -> int:
    rows = _rows(prompt, screen, ticked=())
    return 1 + sum(str(row.title).count("\n") + 1 for row in rows)


def _rows(prompt: Prompt, screen: Screen, ticked: Collection[str]) -> list[Row]:
    rows = [
        Row(_laid_out(choice_text(choice), screen), choice.id, checked=choice.id in ticked)
        for choice in prompt.choices
    ]
    return [*rows, Row(_laid_out(MEANING, screen), NoAnswer.MEANING)] if prompt.more else rows


def _laid_out(text: str, screen: Screen) -> str:
    # questionary cuts a long row off at the edge; later lines stand in below the first.
    width = screen.width - _MARGIN - 1
    lines = (line for part in clean_text(text, screen).split("\n") for line in wrap(part, width))
    return f"\n{' ' * _MARGIN}".join(lines)


def _with_keys(question: Question) -> Question:
    window, rows = _list_in(question)
    keys = KeyBindings()
    on_meaning = Condition(lambda: rows.get_pointed_at().value is NoAnswer.MEANING)

    @keys.add("c-d", eager=True)
    @keys.add("<sigint>", eager=True)
    def _stop(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt())

    @keys.add(" ", filter=on_meaning, eager=True)
    @keys.add("enter", filter=on_meaning, eager=True)
    @keys.add("?", eager=True)
    def _explain(event: KeyPressEvent) -> None:
        event.app.exit(result=NoAnswer.MEANING)

    @keys.add(Keys.Vt100MouseEvent, eager=True)
    @keys.add("a", eager=True)
    @keys.add("i", eager=True)
    def _ignore(_: KeyPressEvent) -> None:
        """Not tick all rows, nor turn every tick round; nor take pasted colour for a mouse."""

    bound = question.application.key_bindings
    question.application.key_bindings = merge_key_bindings([*([bound] if bound else []), keys])
    question.application.erase_when_done = True
    # For a terminal that is made narrower while the list is up: nothing goes over the edge.
    window.wrap_lines = to_filter(True)
    return question


def _list_in(question: Question) -> tuple[Window, InquirerControl]:
    windows = question.application.layout.find_all_windows()
    return next(
        (window, window.content)
        for window in windows
        if isinstance(window.content, InquirerControl)
    )
