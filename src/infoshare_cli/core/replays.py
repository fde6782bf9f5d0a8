"""What replaying many recorded decisions came to."""

from dataclasses import dataclass, field
from typing import Literal

from infoshare_cli.core.record import Head
from infoshare_cli.core.replay import Lost, Replayed

WhyNot = Lost | Literal["rules-not-kept", "rules-not-usable", "record-broken"]
"""Why a decision was not replayed."""
_ERASED = ("answers-erased", "conclusion-erased")


@dataclass(frozen=True, slots=True)
class NotReplayed:
    """A decision that could not be derived once more."""

    seq: int
    id: str | None
    """None where the record cannot even be read."""
    why: WhyNot
    told: str = ""
    """More about it, where there is more to say."""


@dataclass
class Replays:
    """The decisions replayed so far; the log is gone through once."""

    same: int = 0
    different: list[Replayed] = field(default_factory=list)
    not_replayed: list[NotReplayed] = field(default_factory=list)
    partly_erased: int = 0
    """How many of the replayed were compared in what was left of their conclusion."""

    @property
    def replayed(self) -> int:
        """How many were derived once more."""
        return self.same + len(self.different)

    def take(self, replayed: Replayed) -> None:
        """Note what became of one more decision."""
        if replayed.lost is not None:
            self.not_replayed.append(NotReplayed(replayed.seq, replayed.id, replayed.lost))
            return
        self.partly_erased += replayed.partly_erased
        if replayed.differences:
            self.different.append(replayed)
        else:
            self.same += 1

    def pass_over(self, head: Head, why: WhyNot, told: str = "") -> None:
        """Note a decision that cannot be replayed."""
        self.not_replayed.append(NotReplayed(head.seq, head.id, why, told))

    def as_recorded(self, *, named: bool) -> bool:
        """Whether nothing that was to be shown is amiss.

        What was erased is gone by right, so it is amiss only where that very record was asked for.

        Args:
            named: whether single records were asked for.
        """
        amiss = (each for each in self.not_replayed if named or each.why not in _ERASED)
        return not self.different and not any(True for _ in amiss)
