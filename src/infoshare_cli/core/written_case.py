"""A case as somebody wrote it down, and what a pack makes of it beside what was expected."""

from collections.abc import Sequence
from dataclasses import dataclass

from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import stand
from infoshare_cli.core.possible import possible_from
from infoshare_cli.errors import Fault


@dataclass(frozen=True)
class WrittenCase:
    """Answers, and the outcome that a person expects of them."""

    id: str
    answers: Answers
    """Empty where the case has faults."""
    outcome: str
    consent_from: str | None
    """None where it was left out; then it is not compared."""
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class CaseResult:
    """The outcome that the rules give a case, and whether it is the one expected."""

    same: bool
    outcome: str | None = None
    """None where the answers do not suffice, or have faults."""
    consent_from: str | None = None
    rule: str | None = None
    """The rule that decided."""
    needs: tuple[str, ...] = ()
    """What is missing, the next question first."""


Results = Sequence[tuple[WrittenCase, CaseResult]]


def judge_case(guidance: Guidance, case: WrittenCase) -> CaseResult:
    """Hold a case against the rules."""
    if case.faults:
        return CaseResult(same=False)
    verdict = stand(guidance, case.answers).verdict
    if verdict is None:
        needs = possible_from(guidance, case.answers).questions
        return CaseResult(same=False, needs=needs)
    same = verdict.outcome.id == case.outcome
    same = same and case.consent_from in {None, verdict.consent_from}
    return CaseResult(same, verdict.outcome.id, verdict.consent_from, verdict.rule.id)
