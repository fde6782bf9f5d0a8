"""Why a case came out as it did: every rule up to the one that decided, part by part.

The truth of each part is what the interview saw at its end; a part that nobody asked for is not
known, and was not needed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from infoshare_cli.core.conditions import All, Any, Comes, Condition, Fails, Holds
from infoshare_cli.core.evaluation import Answers, Evaluation, Truth
from infoshare_cli.core.guidance import ChoiceRule, Guidance, Rule
from infoshare_cli.core.interview import stand


@dataclass(frozen=True)
class Part:
    """A condition of a rule or a row, with what it comes to in this case."""

    condition: Condition
    truth: Truth
    """None where it is not known, as nothing needed it."""
    parts: tuple["Part", ...] = ()
    """Of a group its parts, of a named fact its condition, of a choice the rows looked at."""
    row: ChoiceRule | None = None
    """The row of a choice whose condition this is."""

    @property
    def settling(self) -> tuple["Part", ...]:
        """The parts that by themselves make this true or false; none of a leaf or an open one."""
        if self.truth is None:
            return ()
        match self.condition:
            case All() if self.truth is False:
                return _first(self.parts, False)
            case Any() if self.truth is True:
                return _first(self.parts, True)
            case Comes() if self.parts[-1].truth is True:
                return self.parts[-1:]
        return self.parts


@dataclass(frozen=True)
class RuleLookedAt:
    """A rule that was looked at: ruled out, or the one that decided."""

    number: int
    """Its place among the rules, from 1."""
    rule: Rule
    part: Part
    """Its whole condition."""
    through: tuple[Part, ...] = ()
    """The rows that gave the outcome of the rule that decided, and whose consent counts."""

    @property
    def decides(self) -> bool:
        """Whether it fits."""
        return self.part.truth is True


def explain(guidance: Guidance, answers: Answers) -> tuple[RuleLookedAt, ...]:
    """Every rule that was looked at, the one that decided last.

    Args:
        answers: enough for an outcome; what was not asked for is not looked at.

    Raises:
        GuidanceError: the pack has no rule for this case.
    """
    standing = stand(guidance, answers)
    assert standing.verdict is not None
    evaluation = Evaluation(guidance, standing.known)
    deciding = standing.verdict.rule
    rules = guidance.rules[: guidance.rules.index(deciding) + 1]
    looked_at = [
        RuleLookedAt(number, rule, _part(guidance, evaluation, rule.when))
        for number, rule in enumerate(rules, start=1)
    ]
    ways = (deciding.choose, standing.verdict.outcome.consent_from)
    through = tuple(
        _part(guidance, evaluation, row.when, row)
        for choice in ways
        if choice is not None and (row := evaluation.row(choice)) is not None
    )
    last = looked_at[-1]
    return (*looked_at[:-1], RuleLookedAt(last.number, last.rule, last.part, through))


def _part(
    guidance: Guidance,
    evaluation: Evaluation,
    condition: Condition,
    row: ChoiceRule | None = None,
) -> Part:
    """A condition with its truth, and all that stands behind it."""
    parts = tuple(_behind(guidance, evaluation, condition))
    return Part(condition, evaluation.truth(condition), parts, row)


def _behind(guidance: Guidance, evaluation: Evaluation, condition: Condition) -> Iterator[Part]:
    match condition:
        case All(parts) | Any(parts):
            for part in parts:
                yield _part(guidance, evaluation, part)
        case Holds(fact) | Fails(fact):
            yield _part(guidance, evaluation, guidance.condition_of[fact])
        case Comes(choice, _):
            yield from _rows(guidance, evaluation, choice)


def _rows(guidance: Guidance, evaluation: Evaluation, choice: str) -> Iterator[Part]:
    """The rows of a choice down to the first that is not false."""
    for row in guidance.rows_of[choice]:
        part = _part(guidance, evaluation, row.when, row)
        yield part
        if part.truth is not False:
            return


def _first(parts: tuple[Part, ...], truth: bool) -> tuple[Part, ...]:
    """The first part that is so."""
    return next((part,) for part in parts if part.truth is truth)
