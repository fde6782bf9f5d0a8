"""Why a question is asked, told from the rules: which of them needs it, and through what.

The way to the question is the one that `Evaluation.needed_for` takes, step by step.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from infoshare_cli.core.cases.behind import questions_behind
from infoshare_cli.core.conditions import All, Any, Comes, Condition, Fails, Holds, Leaf
from infoshare_cli.core.evaluation import Answers, Evaluation, Truth
from infoshare_cli.core.guidance import Action, ChoiceRule, Guidance, Outcome, Question, Rule
from infoshare_cli.core.interview import Standing


@dataclass(frozen=True)
class Through:
    """A named fact, or a row of a choice, that needs the question."""

    name: str
    """The id of the fact or of the choice."""
    row: ChoiceRule | None = None
    """The row that is looked at; None for a fact."""


@dataclass(frozen=True)
class WhyAsked:
    """Which rule needs the next question, and what the answer settles there."""

    question: Question
    number: int
    """The place of the rule among all, from 1."""
    rule: Rule
    """The first rule that is not ruled out."""
    lines: tuple[tuple[Condition, Truth], ...]
    """The lines of the rule, each true, false or not known yet."""
    fits: bool
    """Whether the rule fits already, and only what it comes to is open."""
    outcome: Outcome | None
    """What it comes to if it fits; None where that is a choice which is not made yet."""
    through: tuple[Through, ...]
    """The facts and rows between the rule and the question, in that order."""
    leaf: Leaf
    """What is looked at in the answer."""


@dataclass(frozen=True)
class WhyFollowUp:
    """Why a question comes after the outcome: it may bring actions, and changes nothing else."""

    question: Question
    actions: tuple[Action, ...]
    """The actions that an answer may bring."""


def why_asked(guidance: Guidance, standing: Standing) -> WhyAsked:
    """Why the next question is asked.

    Args:
        standing: of an interview that still has a question to ask.
    """
    assert standing.next is not None
    evaluation, rule = Evaluation(guidance, standing.known), standing.rules[0]
    outcome = _outcome(guidance, evaluation, rule)
    open_condition = _open_condition(evaluation, rule, outcome)
    *through, leaf = _way(guidance, evaluation, open_condition)
    assert isinstance(leaf, Leaf)
    lines = rule.when.parts if isinstance(rule.when, All) else (rule.when,)
    return WhyAsked(
        question=standing.next,
        number=guidance.rules.index(rule) + 1,
        rule=rule,
        lines=tuple((line, evaluation.truth(line)) for line in lines),
        fits=evaluation.truth(rule.when) is True,
        outcome=outcome,
        through=tuple(each for each in through if isinstance(each, Through)),
        leaf=leaf,
    )


def why_follow_up(
    guidance: Guidance, question: Question, known: Answers | None = None
) -> WhyFollowUp:
    """Why a question is asked after the outcome.

    Args:
        known: what actions may look at in this case, see `Aftermath`; without it, every action
            that looks at the answer in any case.
    """
    evaluation = Evaluation(guidance, known or {})
    actions = (
        action
        for action in guidance.actions
        if question.id in questions_behind(guidance, action.when)
        and evaluation.truth(action.when) is None
    )
    return WhyFollowUp(question, tuple(actions))


def _outcome(guidance: Guidance, evaluation: Evaluation, rule: Rule) -> Outcome | None:
    """What a rule comes to if it fits, as far as that is known."""
    end = rule.outcome if rule.choose is None else evaluation.value(rule.choose)
    return guidance.outcome_by_id[end] if end else None


def _open_condition(evaluation: Evaluation, rule: Rule, outcome: Outcome | None) -> Condition:
    """The condition that needs the question: the rule's own, or that of a choice behind it."""
    if evaluation.truth(rule.when) is None:
        return rule.when
    choice = rule.choose if outcome is None else outcome.consent_from
    assert choice is not None
    return Comes(choice, ())


def _way(
    guidance: Guidance, evaluation: Evaluation, condition: Condition
) -> Iterator[Through | Leaf]:
    """The facts and rows that lead to the first question a condition needs; last, the leaf."""
    match condition:
        case All(parts) | Any(parts):
            needy = next(part for part in parts if evaluation.truth(part) is None)
            yield from _way(guidance, evaluation, needy)
        case Holds(fact) | Fails(fact):
            yield Through(fact)
            yield from _way(guidance, evaluation, guidance.condition_of[fact])
        case Comes(choice, _):
            row = next(
                row for row in guidance.rows_of[choice] if evaluation.truth(row.when) is not False
            )
            yield Through(choice, row)
            yield from _way(guidance, evaluation, row.when)
        case _:
            yield condition
