"""The positions of interviews under one pack, kept as cases come: none is worked out twice.

Nothing is decided here. `interview.stand_on` says where an answer leads, and what it said is kept.
"""

from collections.abc import Hashable
from typing import TYPE_CHECKING

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import Standing, stand_on

if TYPE_CHECKING:
    from infoshare_cli.core.cases.likeness import Likeness

FIRST_FEW = 100
"""Answers that lead to a position each. A process that decides one case meets no more of them, and
where an answer leads is found sooner than whether others lead there too."""
MOST_KEPT = 20_000
"""Answers, after which all is forgotten and found anew; the shipped rules take about 5,000."""

Answer = tuple[str, ...]


class Position:
    """Where interviews stand, and where each answer that came so far leads."""

    # Not made a dataclass: that would take longer than it takes to decide a case.
    __slots__ = ("asks", "standing", "ways")

    def __init__(self, standing: Standing) -> None:
        self.standing = standing
        """Of one of these interviews; in the others only what is known can differ."""
        self.asks = standing.next.id if standing.next is not None else ""
        """The question that is next; once there is a verdict '', which is the id of none."""
        self.ways: dict[Answer, Position] = {}


class Positions:
    """What was found under one pack so far."""

    def __init__(self, guidance: Guidance, first_few: int = FIRST_FEW, most: int = MOST_KEPT):
        self._guidance = guidance
        self._first_few = first_few
        self._most = most
        self._forget()

    def after(self, here: Position, answer: Answer) -> Position:
        """Where an answer leads that did not come at this position yet.

        Raises:
            GuidanceError: the pack has no rule for this case.
        """
        if self._answers >= self._most:
            self._forget()
        self._answers += 1
        if self._answers <= self._first_few:
            here.ways[answer] = self._step(here, answer)
        else:
            here.ways[answer] = self._step_to_known(here, answer)
        return here.ways[answer]

    def _forget(self) -> None:
        self.start = Position(stand_on(self._guidance, {}, self._guidance.rules))
        self._answers = 0
        self._found: dict[Hashable, Position] = {}
        self._likeness: Likeness | None = None

    def _step(self, here: Position, answer: Answer) -> Position:
        known = {**here.standing.known, here.asks: answer}
        return Position(stand_on(self._guidance, known, here.standing.rules))

    def _step_to_known(self, here: Position, answer: Answer) -> Position:
        """The same, where answers that are seen alike, and positions that go on alike, are one."""
        likeness = self._likeness = self._likeness or self._look_for_likeness()
        first = likeness.first_answer(here.asks, answer)
        if first not in here.ways:
            there = self._step(here, first)
            here.ways[first] = self._found.setdefault(likeness.of(there.standing), there)
        return here.ways[first]

    def _look_for_likeness(self) -> "Likeness":
        from infoshare_cli.core.cases.likeness import Likeness

        return Likeness(self._guidance)
