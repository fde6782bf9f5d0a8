"""What a proof found of one law or property."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from infoshare_cli.core.cases.walk import Walk
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Citation
from infoshare_cli.core.proof.property_walk import End


@dataclass(frozen=True)
class Finding:
    """What became of one law or property."""

    id: str
    says: str
    source: tuple[Citation, ...]
    holds: bool
    why: str = ""
    """What is wrong, where it does not hold."""
    cases: int = 0
    """How many cases break it, where it is about cases."""
    example: Answers | None = None
    """The shortest case that shows it, where a case can."""
    law: str = ""
    """The law that is broken, where a property names it and says no more."""


def with_cases(finding: Finding, walked: Walk[End], wrong: Mapping[int, str]) -> Finding:
    """The finding with the shortest of the cases that break it, and how many there are."""
    if not wrong:
        return finding
    example = min(wrong, key=lambda index: (len(walked.nodes[index].answers), index))
    cases = sum(walked.cases_to[index] for index in wrong)
    answers = walked.nodes[example].answers
    return replace(finding, holds=False, why=wrong[example], cases=cases, example=answers)
