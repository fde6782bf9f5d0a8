"""What each moment of an interview shows of the conditions that are looked at just then.

A condition is judged when it is true or false for the first time while it is looked at. A line
of it alone decides where the whole would not be so with that line otherwise; what was not asked
yet counts as not known. To judge it again with more answers shows nothing new: what holds
whatever those answers are, held before.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from infoshare_cli.core.cases.behind import questions_behind
from infoshare_cli.core.conditions import All, Any, Comes, Condition, Fails, Holds
from infoshare_cli.core.coverage.obligations import Met, Obligations, Owner, Reached, owner_of_row
from infoshare_cli.core.evaluation import Answers, Evaluation, Truth
from infoshare_cli.core.guidance import ChoiceRule, Guidance, Rule
from infoshare_cli.core.interview import Standing

Lines = tuple[tuple[Truth, Truth], ...]
"""For each line its truth, and what the whole condition would be with that line otherwise."""
Until = Callable[[Evaluation, ChoiceRule], bool]
"""Whether the rows behind this one are left alone."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a condition comes to on some answers, and through which of its lines."""

    truth: Truth
    lines: Lines

    @property
    def rests_on_a_line(self) -> bool:
        """Whether any line alone decides."""
        return self.truth is not None and any(other is not self.truth for _, other in self.lines)


class Moments:
    """What the moments of interviews under one pack show; keeps what it found."""

    def __init__(self, guidance: Guidance) -> None:
        self.obligations = Obligations(guidance)
        self._guidance = guidance
        self._behind = {
            owner: questions_behind(guidance, condition)
            for owner, condition in self.obligations.conditions.items()
        }
        self._judged: dict[tuple[object, ...], Judgement] = {}
        self._ahead: dict[tuple[object, ...], tuple[Owner, ...]] = {}

    def judge(self, evaluation: Evaluation, answers: Answers, owner: Owner) -> Judgement:
        """What the condition of a rule, a row or a fact comes to."""
        key = (owner, *map(answers.get, self._behind[owner]))
        if key not in self._judged:
            condition = self.obligations.conditions[owner]
            self._judged[key] = Judgement(*_judged(evaluation, condition))
        return self._judged[key]

    def ahead_of(self, evaluation: Evaluation, answers: Answers, owner: Owner) -> tuple[Owner, ...]:
        """The facts and rows that a condition may still come to look at."""
        key = (owner, *map(answers.get, self._behind[owner]))
        if key not in self._ahead:
            condition = self.obligations.conditions[owner]
            found = self.named_in(evaluation, condition, until_true)
            self._ahead[key] = tuple(dict.fromkeys(found))
        return self._ahead[key]

    def shown(self, before: Standing | None, now: Standing) -> dict[Owner, Met]:
        """The conditions judged at a moment, and what each of them meets.

        Args:
            before: where the interview stood one answer earlier; None at its start.
        """
        evaluation = Evaluation(self._guidance, now.known)
        rules = before.rules if before is not None else self._guidance.rules
        in_turn = rules[: len(rules) - len(now.rules) + 1]
        looked_at = dict.fromkeys(self._looked_at(evaluation, in_turn))
        judged = {owner: self.judge(evaluation, now.known, owner) for owner in looked_at}
        return {
            owner: self._met(owner, each)
            for owner, each in judged.items()
            if each.truth is not None
        }

    def ended(self, now: Standing) -> Met:
        """What an end meets: its rule, and its outcome."""
        if now.verdict is None:
            return 0
        rule, outcome = now.verdict.rule.id, now.verdict.outcome.id
        return self.obligations.bits((Reached("rule", rule), Reached("outcome", outcome)))

    def _met(self, owner: Owner, judged: Judgement) -> Met:
        truth = bool(judged.truth)
        sides = self.obligations.side(owner, truth)
        alone = (
            bit
            for bit, (_, other) in zip(sides, judged.lines, strict=True)
            if other is not judged.truth
        )
        return sum(alone) + (self.obligations.row_reached(owner) if truth else 0)

    def _looked_at(self, evaluation: Evaluation, rules: Iterable[Rule]) -> Iterator[Owner]:
        """The rules in turn, and all that they name as far as it is tried."""
        for rule in rules:
            yield Owner("rule", rule.id)
            yield from self.named_in(evaluation, rule.when, until_not_false)
            if evaluation.truth(rule.when):
                yield from self._end_of(evaluation, rule)

    def _end_of(self, evaluation: Evaluation, rule: Rule) -> Iterator[Owner]:
        end: str | None = rule.outcome
        if rule.choose is not None:
            yield from self.rows_of(evaluation, rule.choose, until_not_false)
            end = evaluation.value(rule.choose)
        consent_from = self._guidance.outcome_by_id[end].consent_from if end else None
        if consent_from is not None:
            yield from self.rows_of(evaluation, consent_from, until_not_false)

    def named_in(
        self, evaluation: Evaluation, condition: Condition, until: Until
    ) -> Iterator[Owner]:
        """The facts and rows behind a condition, as far as it is tried: in the order written,
        up to a line that settles its group.
        """
        match condition:
            case All(parts) | Any(parts):
                settles = isinstance(condition, Any)
                for part in parts:
                    yield from self.named_in(evaluation, part, until)
                    if evaluation.truth(part) is settles:
                        break
            case Holds(fact) | Fails(fact):
                yield Owner("fact", fact)
                yield from self.named_in(evaluation, self._guidance.condition_of[fact], until)
            case Comes(choice, _):
                yield from self.rows_of(evaluation, choice, until)

    def rows_of(self, evaluation: Evaluation, choice: str, until: Until) -> Iterator[Owner]:
        """The rows of a choice, from the first, as far as they are tried, and what they name."""
        for row in self._guidance.rows_of[choice]:
            yield owner_of_row(choice, row.id)
            yield from self.named_in(evaluation, row.when, until)
            if until(evaluation, row):
                break


def until_not_false(evaluation: Evaluation, row: ChoiceRule) -> bool:
    """What an interview looks at now."""
    return evaluation.truth(row.when) is not False


def until_true(evaluation: Evaluation, row: ChoiceRule) -> bool:
    """What it may still come to look at."""
    return evaluation.truth(row.when) is True


def _judged(evaluation: Evaluation, condition: Condition) -> tuple[Truth, Lines]:
    if not isinstance(condition, All | Any):
        truth = evaluation.truth(condition)
        return truth, ((truth, None if truth is None else not truth),)
    join = _all if isinstance(condition, All) else _any
    parts = [_judged(evaluation, part) for part in condition.parts]
    truths = [truth for truth, _ in parts]
    lines = (
        (truth, join([*truths[:index], other, *truths[index + 1 :]]))
        for index, (_, inner) in enumerate(parts)
        for truth, other in inner
    )
    return join(truths), tuple(lines)


def _all(truths: list[Truth]) -> Truth:
    if False in truths:
        return False
    return None if None in truths else True


def _any(truths: list[Truth]) -> Truth:
    if True in truths:
        return True
    return None if None in truths else False
