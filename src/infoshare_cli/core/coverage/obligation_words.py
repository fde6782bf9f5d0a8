"""What a case shows, or what no case has shown yet, as a person reads it."""

from infoshare_cli.core.condition_words import in_words
from infoshare_cli.core.coverage.obligations import Obligation, Side
from infoshare_cli.core.guidance import Guidance

_NAMES = {"rule": "rule", "row": "row", "fact": "named fact"}
_REACHED = {"rule": "decides", "row": "gives the value", "outcome": "comes"}


def obligation_in_words(guidance: Guidance, obligation: Obligation) -> str:
    """'rule danger-now decides', or 'rule danger-now, line 1 true: danger now is possible'."""
    if isinstance(obligation, Side):
        owner = obligation.owner
        words = in_words(guidance, obligation.condition)
        truth = "true" if obligation.side else "false"
        name = _name(_NAMES[owner.kind], owner.id, owner.choice)
        return f"{name}, line {obligation.line} {truth}: {words}"
    name = _name(obligation.kind, obligation.id, obligation.choice)
    return f"{name} {_REACHED[obligation.kind]}"


def _name(kind: str, name: str, choice: str | None) -> str:
    return f"{kind} {name} of {choice}" if choice else f"{kind} {name}"
