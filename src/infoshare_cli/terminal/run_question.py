"""A question run to its end, in which no failure of the terminal is shown as a traceback."""

from asyncio import AbstractEventLoop, get_running_loop
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from prompt_toolkit.output import Output
from questionary import Question


def run_question(question: Question) -> object:
    """What the person chose or wrote.

    Raises:
        KeyboardInterrupt: Ctrl-C was pressed.
        EOFError: Ctrl-D was pressed, or the terminal has gone.
        Exception: whatever keeps the question from being drawn.
    """
    application = question.application

    def fail(_: AbstractEventLoop, context: Mapping[str, Any]) -> None:
        # prompt_toolkit would show the traceback, and then wait for a key.
        if application.is_running and not application.is_done:
            application.exit(exception=context.get("exception") or RuntimeError())

    def watch() -> None:
        get_running_loop().set_exception_handler(fail)

    try:
        return application.run(pre_run=watch, set_exception_handler=False)
    except BaseException:
        # A signal may have come in the middle of drawing, after which nothing is drawn any more.
        _put_in_order(application.output)
        raise


def _put_in_order(output: Output) -> None:
    """Leave the terminal as programs find it; one that has gone needs nothing."""
    with suppress(OSError):
        output.reset_attributes()
        output.enable_autowrap()
        output.disable_bracketed_paste()
        output.show_cursor()
        output.flush()
