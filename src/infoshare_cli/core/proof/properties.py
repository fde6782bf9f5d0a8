"""Properties: what must hold of every case, whatever the rules of a pack are.

A property speaks of a finished case: its answers, and what came of it as answers to
questions of its own (`RESULTS`). A case is what the interview asks for; about a question
that was not asked, nothing but "was not chosen" is true.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from infoshare_cli.core.conditions import All, Any, Condition
from infoshare_cli.core.evaluation import Answers, Evaluation
from infoshare_cli.core.guidance import NOTHING_ELSE, Action, Citation, Guidance
from infoshare_cli.core.interview import Verdict

RESULTS = ("outcome", "consent_from", "asked", "action", "has")
"""What a line of a property may speak of beside the case: its outcome, whose consent the
outcome names, what was asked, the actions that come with it, and what else it carries."""
CARRIED = ("reason", "page", "contact")
"""What `has` may ask for."""


@dataclass(frozen=True)
class Property:
    """What must hold of every case, or of those that it names."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    id: str
    says: str
    source: tuple[Citation, ...] = ()
    """None where it is a rule of one's own house and not the guide's."""
    when: Condition | None = None
    """The cases that it is about; None for every case."""
    always: Condition | None = None
    """What holds in each of them."""
    never: Condition | None = None
    """What holds in none of them."""
    laws: tuple[str, ...] = ()
    """Laws of every pack that it names; they need no conditions."""

    @property
    def parts(self) -> Mapping[str, Condition]:
        """Its conditions, by what they are called; none where it only names laws."""
        parts = {"when": self.when, "always": self.always, "never": self.never}
        return {name: part for name, part in parts.items() if part is not None}


def is_broken(evaluation: Evaluation, held: Property) -> bool:
    """Whether a finished case (see `finished_case`) breaks a property."""
    if held.when is not None and not evaluation.truth(held.when):
        return False
    if held.always is not None and not evaluation.truth(held.always):
        return True
    return held.never is not None and bool(evaluation.truth(held.never))


def what_is_broken(evaluation: Evaluation, held: Property) -> tuple[str, Condition] | None:
    """The line of a broken property that a finished case does not keep, and where it stands."""
    if held.always is not None and not evaluation.truth(held.always):
        lines = held.always.parts if isinstance(held.always, All) else (held.always,)
        return "always", next(line for line in lines if not evaluation.truth(line))
    if held.never is not None and evaluation.truth(held.never):
        lines = held.never.parts if isinstance(held.never, Any) else (held.never,)
        return "never", next(line for line in lines if evaluation.truth(line))
    return None


def finished_case(
    guidance: Guidance, known: Answers, verdict: Verdict, actions: Iterable[Action]
) -> Evaluation:
    """A case with all that a property may speak of; what was not asked has no option chosen.

    Args:
        actions: those that are looked at; they come if they do whatever is answered after the
            outcome, or if nothing is.
    """
    with_outcome = {**known, "outcome": (verdict.outcome.id,)}
    so_far = Evaluation(guidance, with_outcome)
    return Evaluation(
        guidance,
        {
            **dict.fromkeys(guidance.question_by_id, ()),
            **with_outcome,
            "consent_from": (verdict.consent_from,) if verdict.consent_from else (),
            "asked": tuple(known),
            "action": tuple(each.id for each in actions if so_far.truth(each.when)),
            "has": tuple(_carried(verdict)),
        },
    )


def _carried(verdict: Verdict) -> list[str]:
    carried = {
        "reason": verdict.rule.because,
        "page": verdict.rule.source,
        "contact": verdict.outcome.contacts,
    }
    return [name for name in CARRIED if carried[name]]
