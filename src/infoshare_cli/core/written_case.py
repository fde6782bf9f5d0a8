"""A case as somebody wrote it down, and what a pack makes of it beside what was expected."""

from dataclasses import dataclass

from infoshare_cli.core.cases.possible import LookAhead
from infoshare_cli.core.cases.walk import TooManyNodes
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import Standing, stand
from infoshare_cli.errors import Fault, GuidanceError


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
    story: str = ""
    """What happened, in words; '' where it was left out, as may be what follows."""
    sector: str = ""
    """The kind of work that a story to practise with comes from."""
    title: str = ""
    because: str = ""
    """What turns a story to practise with, and the page that says so."""

    @property
    def is_to_practise(self) -> bool:
        """Whether a person can practise with it."""
        return bool(self.story and self.sector and self.title and self.because)


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
    hole: str = ""
    """Why there is no outcome, where the rules leave the case without one."""


def judge_case(guidance: Guidance, case: WrittenCase, ahead: LookAhead | None = None) -> CaseResult:
    """Hold a case against the rules.

    Args:
        ahead: tells what a case still needs; one for many cases makes it quick.
    """
    if case.faults:
        return CaseResult(same=False)
    try:
        standing = stand(guidance, case.answers)
    except GuidanceError as error:
        return CaseResult(same=False, hole=str(error))
    verdict = standing.verdict
    if verdict is None:
        needs = _needs(ahead or LookAhead(guidance), standing, case.answers)
        return CaseResult(same=False, needs=needs)
    same = verdict.outcome.id == case.outcome
    same = same and case.consent_from in {None, verdict.consent_from}
    return CaseResult(same, verdict.outcome.id, verdict.consent_from, verdict.rule.id)


def _needs(ahead: LookAhead, standing: Standing, answers: Answers) -> tuple[str, ...]:
    """Every question that can still be asked; the next one alone where the rules have a hole."""
    try:
        return ahead.possible_from(answers).questions
    except (GuidanceError, TooManyNodes):
        return () if standing.next is None else (standing.next.id,)
