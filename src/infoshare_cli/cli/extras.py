"""What can be told about an outcome beyond it: how firm it is, how it came about, what to say."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from infoshare_cli.core.case import Case
from infoshare_cli.core.decision import Decision
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.documents.decision_json import Json
from infoshare_cli.terminal.page import Block

if TYPE_CHECKING:
    from infoshare_cli.core.cases.futures import Futures
    from infoshare_cli.core.firmness import Firmness

Page = Sequence[Block]


class Extras:
    """Pages and JSON about decisions of one pack; each is worked out when it is wanted."""

    def __init__(self, guidance: Guidance, *, explains: bool = False) -> None:
        """Args: explains: whether every rule that was looked at is told with each outcome."""
        self._guidance = guidance
        self.explains = explains
        self._futures: Futures | None = None

    @property
    def futures(self) -> "Futures":
        """What can still come from positions of this pack, as far as it was looked for."""
        from infoshare_cli.core.cases.futures import Futures

        self._futures = self._futures or Futures(self._guidance)
        return self._futures

    def _firmness(self, decision: Decision) -> "Firmness":
        from infoshare_cli.core.firmness import how_firm

        return how_firm(self._guidance, decision.rests_on, self.futures)

    def firm_lines(self, decision: Decision) -> Page:
        """Which other answers would change the outcome, in a line or two."""
        from infoshare_cli.terminal.firmness_views import firm_lines

        return firm_lines(self._guidance, self._firmness(decision))

    def explained_page(self, decision: Decision) -> Page:
        """Every rule up to the one that decides, and every answer that would change it."""
        from infoshare_cli.core.explanation import explain
        from infoshare_cli.terminal.explanation_views import explanation_page

        explained = explain(self._guidance, decision.rests_on)
        return explanation_page(self._guidance, explained, self._firmness(decision))

    def explained_json(self, decision: Decision) -> Json:
        """The same for other programs; empty where it was not asked for."""
        if not self.explains:
            return {"explained": [], "firmness": None}
        from infoshare_cli.core.explanation import explain
        from infoshare_cli.documents.explanation_json import (
            explanation_to_json,
            firmness_to_json,
        )

        explained = explain(self._guidance, decision.rests_on)
        return {
            "explained": explanation_to_json(self._guidance, explained),
            "firmness": firmness_to_json(self._guidance, self._firmness(decision)),
        }

    def said_page(self, decision: Decision, case: Case) -> Page:
        """What to say to whom, and what not."""
        from infoshare_cli.core.sayings import what_to_say
        from infoshare_cli.terminal.saying_views import sayings_page

        return sayings_page(what_to_say(self._guidance, decision, case.record))

    def said_json(self, decision: Decision, case: Case) -> list[Json]:
        """The same for other programs."""
        from infoshare_cli.core.sayings import what_to_say
        from infoshare_cli.documents.said_text import sayings_to_json

        return sayings_to_json(what_to_say(self._guidance, decision, case.record))

    def said_text(self, decision: Decision, case: Case, *, plain: bool) -> str:
        """The same to paste into a letter or an e-mail: as plain text, or as Markdown."""
        from infoshare_cli.core.sayings import what_to_say
        from infoshare_cli.documents.said_text import sayings_as_markdown, sayings_as_text

        write = sayings_as_text if plain else sayings_as_markdown
        return write(what_to_say(self._guidance, decision, case.record))
