"""Where not-sure falls: what a fact says of it, held against what its condition makes of it."""

from collections.abc import Iterator

from infoshare_cli.core.cases.behind import questions_behind
from infoshare_cli.core.evaluation import Evaluation, Truth
from infoshare_cli.core.guidance import Fact, Guidance

NOT_SURE = "not-sure"
"""The option that is an answer of its own, and neither yes nor no."""


def misplaced_not_sure(guidance: Guidance) -> Iterator[Fact]:
    """The facts whose `not_sure_counts_as` is not what not-sure makes of them."""
    for fact in guidance.facts:
        if fact.not_sure_counts_as is not None:
            truth = _truth_of_not_sure(guidance, fact)
            if truth is not None and truth is not (fact.not_sure_counts_as == "yes"):
                yield fact


def _truth_of_not_sure(guidance: Guidance, fact: Fact) -> Truth:
    """What a fact is where all that can be unsure is; None where other answers decide.

    If one answer of not-sure settles it, so do all of them together.
    """
    unsure = [
        question
        for question in questions_behind(guidance, fact.when)
        if NOT_SURE in {option.id for option in guidance.question_by_id[question].options}
    ]
    return Evaluation(guidance, dict.fromkeys(unsure, (NOT_SURE,))).truth(fact.when)
