"""A line to write a text in, as questionary draws it."""

import sys

from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import Output
from questionary import Question, text

from infoshare_cli.terminal.row_list import STYLE
from infoshare_cli.terminal.typed_lines import PAUSE


def text_line(before: str, output: Output, *, typed: bool) -> Question:
    """A line that comes to what was written; the former text stands in it from the start.

    Args:
        typed: whether a person types, so that keys which come all at once are a paste.
    """
    keys = _keys()
    if typed:
        _keep_pasted_lines(keys)
    return text(
        "Your answer:", default=before, qmark="", style=STYLE, output=output, key_bindings=keys
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


def _keep_pasted_lines(keys: KeyBindings) -> None:
    """Let a line end that more keys follow at once be one, on terminals that mark no paste."""

    @keys.add("enter", eager=True)
    def _end(event: KeyPressEvent) -> None:
        if _is_followed(event):
            event.current_buffer.insert_text("\n")
        else:
            event.current_buffer.validate_and_handle()


def _is_followed(event: KeyPressEvent) -> bool:
    """Whether keys follow at once; what a terminal says of its cursor is no key."""
    if any(press.key is not Keys.CPRResponse for press in event.key_processor.input_queue):
        return True
    return not event.app.renderer.waiting_for_cpr and _more_comes(event.app)


if sys.platform == "win32":

    def _more_comes(_: Application[object]) -> bool:
        # prompt_toolkit itself knows a paste there, and hands it over whole.
        return False

else:
    from select import select

    def _more_comes(application: Application[object]) -> bool:
        return bool(select([application.input.fileno()], [], [], PAUSE)[0])
