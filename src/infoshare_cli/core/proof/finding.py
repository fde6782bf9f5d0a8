"""What a proof found of one law or property."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from infoshare_cli.core.cases.walk import Walk
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Citation
from infoshare_cli.core.proof.property_walk import End

MOST_TOLD = 6
"""Ways in which something is wrong; nobody reads more of them at once."""


@dataclass(frozen=True)
class Finding:
    """What became of one law or property."""

    id: str
    says: str
    source: tuple[Citation, ...]
    holds: bool
    why: tuple[str, ...] = ()
    """What is wrong, where it does not hold, sentence by sentence."""
    cases: int = 0
    """How many cases break it, where it is about cases."""
    example: Answers | None = None
    """The shortest case that shows it, where a case can."""
    law: str = ""
    """The law that is broken, where a property names it and says no more."""


def with_cases(finding: Finding, walked: Walk[End], wrong: Mapping[int, str]) -> Finding:
    """The finding with the shortest of the cases that break it, and how many there are.

    Args:
        wrong: what is wrong with the cases that come to each of these ends.
    """
    if not wrong:
        return finding
    example = min(wrong, key=lambda index: (len(walked.nodes[index].answers), index))
    counts = Counter[str]()
    for index, why in wrong.items():
        counts[why] += walked.cases_to[index]
    return replace(
        finding,
        holds=False,
        why=_told(counts, first=wrong[example]),
        cases=counts.total(),
        example=walked.nodes[example].answers,
    )


def _told(counts: Counter[str], first: str) -> tuple[str, ...]:
    """What is wrong with the case that is shown, then with most of the others."""
    if len(counts) == 1:
        return (first,)
    others = [why for why, _ in counts.most_common() if why != first]
    told = [f"{why} ({_cases(counts[why])})" for why in (first, *others[: MOST_TOLD - 1])]
    left = len(counts) - len(told)
    return (*told, f"And in {left} other ways.") if left else tuple(told)


def _cases(count: int) -> str:
    return f"{count:,} case" if count == 1 else f"{count:,} cases"
