"""What decides a case: an engine, the form in which it takes answers, and how it is called."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from benchmarks.decisions.if_statements import Decided
from infoshare_cli.core.cases.classes import decision_conditions, leaves_of
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance, Question


@dataclass(frozen=True)
class Engine:
    """An engine that has read the rules."""

    name: str
    prepare: Callable[[Answers], Any]
    """Makes of answers what the engine takes, before the clock starts."""
    decide: Callable[[Any], Decided]
    """One decision; this is what is timed."""
    renew: Callable[[], None] | None = None
    """Makes it forget all decisions before, which is not timed; it then has each case once."""


def questions_of_rules(guidance: Guidance) -> tuple[Question, ...]:
    """The questions that an outcome may rest on; the others ask what comes after it."""
    looked_at = leaves_of(decision_conditions(guidance))
    return tuple(each for each in guidance.questions if each.id in looked_at)


def plain_values(guidance: Guidance, answers: Answers) -> dict[str, str | list[str]]:
    """Answers as a text or a list of texts; '' and an empty list where there is none.

    To an engine that knows no "not known yet", a condition on such an answer is just not true,
    which never changes an outcome: the interview asks for all that can.
    """
    return {
        each.id: list(answers.get(each.id, ()))
        if each.kind == "many"
        else answers.get(each.id, ("",))[0]
        for each in questions_of_rules(guidance)
    }
