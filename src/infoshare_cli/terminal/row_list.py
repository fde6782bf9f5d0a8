"""A list on the screen, as questionary draws it, in which no slip of a key answers anything.

questionary points at the first row from the start, so the first row must be no answer; and it
leaves Ctrl-D out, and has keys that tick many rows at once.
"""

from collections.abc import Callable, Sequence
from enum import Enum
from textwrap import wrap

from prompt_toolkit.filters import Condition, to_filter
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Window
from prompt_toolkit.output import Output
from questionary import Choice as Row
from questionary import Question, Style, select
from questionary.prompts.common import InquirerControl

from infoshare_cli.terminal.page import Screen, clean_text
from infoshare_cli.terminal.prompts import Way

STYLE = Style([("pointer", "bold"), ("highlighted", "bold"), ("selected", "bold"), ("answer", "")])
GLYPHS = "»●○"
"""What questionary marks rows with; a screen that lacks them cannot show what is ticked."""
NO_INSTRUCTION = " "
"""Not empty: questionary puts words of its own in the place of an empty one."""
_MARGIN = 5
"""Columns left of a row's text: the pointer and the tick."""


class NoAnswer(Enum):
    """Rows that answer nothing."""

    START = "start"
    """Where a list of choices begins."""
    HELP = "help"
    RETURN = "return"
    """Back to the question."""


def list_to_choose_from(message: str, rows: Sequence[Row], output: Output) -> Question:
    """A list that comes to the value of one row."""
    return select(
        message,
        rows,
        qmark="",
        instruction=NO_INSTRUCTION,
        style=STYLE,
        use_jk_keys=False,
        output=output,
    )


def row(text: str, value: object, screen: Screen, *, ticked: bool = False) -> Row:
    """A row of the list; questionary would cut a long one off at the edge."""
    width = screen.width - _MARGIN - 1
    lines = (line for part in clean_text(text, screen).split("\n") for line in wrap(part, width))
    # Later lines stand in below the first.
    return Row(f"\n{' ' * _MARGIN}".join(lines), value, checked=ticked)


def height(rows: Sequence[Row]) -> int:
    """Lines of the terminal that a list takes with its heading."""
    return 1 + sum(str(each.title).count("\n") + 1 for each in rows)


def made_safe(question: Question) -> Question:
    """The same list with keys for help and for stopping, and without those that slip."""
    window, rows = list_in(question)
    bound = question.application.key_bindings
    keys = _keys(lambda: rows.get_pointed_at().value)
    question.application.key_bindings = merge_key_bindings([*([bound] if bound else []), keys])
    question.application.erase_when_done = True
    # For a terminal that is made narrower while the list is up: nothing goes over the edge.
    window.wrap_lines = to_filter(True)
    return question


def list_in(question: Question) -> tuple[Window, InquirerControl]:
    """The window that shows the rows, and the rows."""
    windows = question.application.layout.find_all_windows()
    return next(
        (window, window.content)
        for window in windows
        if isinstance(window.content, InquirerControl)
    )


def _keys(pointed_at: Callable[[], object]) -> KeyBindings:
    keys = KeyBindings()
    on_help = Condition(lambda: pointed_at() is NoAnswer.HELP)
    on_way = Condition(lambda: isinstance(pointed_at(), Way))

    @keys.add("c-d", eager=True)
    @keys.add("<sigint>", eager=True)
    def _stop(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt())

    @keys.add(" ", filter=on_help, eager=True)
    @keys.add("enter", filter=on_help, eager=True)
    @keys.add("?", eager=True)
    def _help(event: KeyPressEvent) -> None:
        event.app.exit(result=NoAnswer.HELP)

    @keys.add("enter", filter=on_way, eager=True)
    def _take(event: KeyPressEvent) -> None:
        event.app.exit(result=pointed_at())

    @keys.add(" ", filter=on_way, eager=True)
    @keys.add(Keys.Vt100MouseEvent, eager=True)
    @keys.add("a", eager=True)
    @keys.add("i", eager=True)
    def _ignore(_: KeyPressEvent) -> None:
        """Not tick a way, nor all rows, nor turn ticks round; nor take colour for a mouse."""

    return keys
