"""How much of a pack some cases have been through: its ends, and both sides of each line."""

from collections.abc import Callable
from dataclasses import dataclass

from infoshare_cli.core.coverage.coverage_walk import CoverageWalk
from infoshare_cli.core.coverage.obligations import Met, Obligation, Side


@dataclass(frozen=True)
class Share:
    """How many of so many."""

    met: int
    total: int
    """Those that some case can meet."""


@dataclass(frozen=True)
class Coverage:
    """How much of what some case can meet these cases met."""

    rules: Share
    """Rules that decided a case."""
    rows: Share
    """Rows of choices that gave the value."""
    outcomes: Share
    """Outcomes that came."""
    sides: Share
    """Lines seen true, and lines seen false, where that line alone decided."""
    missing: tuple[Obligation, ...]
    """What some case can meet, and none of these did."""
    impossible: tuple[Obligation, ...]
    """What no case can meet; it is in no total."""

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


def coverage_of(walk: CoverageWalk, met: Met) -> Coverage:
    """What cases have met together, beside what there is to meet."""
    possible, of = walk.possible, walk.obligations.of

    def share(belongs: Callable[[Obligation], bool]) -> Share:
        return Share(sum(map(belongs, of(met))), sum(map(belongs, of(possible))))

    return Coverage(
        rules=share(lambda each: not isinstance(each, Side) and each.kind == "rule"),
        rows=share(lambda each: not isinstance(each, Side) and each.kind == "row"),
        outcomes=share(lambda each: not isinstance(each, Side) and each.kind == "outcome"),
        sides=share(lambda each: isinstance(each, Side)),
        missing=tuple(of(possible & ~met)),
        impossible=tuple(of(~possible)),
    )
