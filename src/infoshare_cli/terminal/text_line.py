"""A line to write a text in, as questionary draws it."""

from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import Output
from questionary import Question, text

from infoshare_cli.terminal.row_list import STYLE


def text_line(before: str, output: Output) -> Question:
    """A line that comes to what was written; the former text stands in it from the start."""
    return text(
        "Your answer:", default=before, qmark="", style=STYLE, output=output, key_bindings=_keys()
    )


def _keys() -> KeyBindings:
    keys = KeyBindings()

    @keys.add(Keys.Vt100MouseEvent, eager=True)
    def _ignore(_: KeyPressEvent) -> None:
        """Pasted colour codes look like a mouse; what looks like one is left out."""

    @keys.add("c-u", eager=True)
    def _empty(event: KeyPressEvent) -> None:
        """All of the text goes, not only the line that the cursor is in."""
        event.current_buffer.reset()

    return keys
