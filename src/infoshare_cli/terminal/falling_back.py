"""Lists as long as they can be drawn, and plain lines from the first failure on."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from infoshare_cli.errors import InfoshareError
from infoshare_cli.terminal.page import Block, Text
from infoshare_cli.terminal.prompts import Prompt, Prompts, TookWay

T = TypeVar("T")
CANNOT_DRAW = (
    "This terminal cannot show lists to move through, so the questions come as plain text."
)


class FallingBack:
    """Asks by drawing; where that fails, it says so and asks the same in plain lines."""

    def __init__(self, drawn: Prompts, plain: Prompts) -> None:
        self._now = drawn
        self._plain = plain

    def choose_one(self, prompt: Prompt) -> str:
        """See `Prompts`."""
        return self._ask(lambda prompts: prompts.choose_one(prompt))

    def choose_many(self, prompt: Prompt) -> tuple[str, ...]:
        """See `Prompts`."""
        return self._ask(lambda prompts: prompts.choose_many(prompt))

    def write_text(self, prompt: Prompt, *, required: bool) -> str:
        """See `Prompts`."""
        return self._ask(lambda prompts: prompts.write_text(prompt, required=required))

    def show(self, page: Sequence[Block]) -> None:
        """See `Prompts`."""
        self._now.show(page)

    def clear(self) -> None:
        """See `Prompts`."""
        self._now.clear()

    def _ask(self, ask: Callable[[Prompts], T]) -> T:
        try:
            return ask(self._now)
        except (InfoshareError, TookWay):
            raise
        except Exception:
            # The libraries that draw fail in many ways; what fails in plain lines too is no such.
            if self._now is self._plain:
                raise
            self._now = self._plain
            self._plain.show((Text(CANNOT_DRAW),))
        return ask(self._plain)
