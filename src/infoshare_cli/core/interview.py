"""The interview: where it stands on some answers, and how it goes on.

The position is the answers. Going back, changing, resuming and continuing are all the
same: take an answer out or put another in, and look again.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from infoshare_cli.core.evaluation import Answers, Evaluation
from infoshare_cli.core.guidance import (
    ChoiceRule,
    Citation,
    FollowUp,
    Guidance,
    Outcome,
    Question,
    Rule,
)
from infoshare_cli.errors import GuidanceError


@dataclass(frozen=True)
class Reason:
    """Why: a rule, or a row of a choice, in words."""

    rule: str
    text: str
    source: tuple[Citation, ...]


@dataclass(frozen=True)
class Verdict:
    """The rule that decided, and what it came to."""

    rule: Rule
    outcome: Outcome
    consent_from: str | None
    """Whose consent, where the outcome is about consent."""
    rows: tuple[ChoiceRule, ...]
    """The rows of the choices that the verdict came through."""

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """The rule that decided first, then what it came through."""
        rule = Reason(self.rule.id, self.rule.because, self.rule.source)
        return (rule, *(Reason(row.id, row.because, row.source) for row in self.rows))


class Standing(NamedTuple):
    """Where the interview stands."""

    known: Answers
    """The answers that were needed so far, in the order asked."""
    rules: tuple[Rule, ...]
    """The rules from the first that is not ruled out."""
    next: Question | None
    """The question to ask now; None once there is a verdict."""
    verdict: Verdict | None

    @property
    def asked(self) -> tuple[str, ...]:
        """The questions that were needed so far, in the order asked."""
        return tuple(self.known)


def verdict_of(guidance: Guidance, answers: Answers) -> Verdict | None:
    """The verdict of a case, with its reasons; None while the interview needs more answers.

    Answers that no rule came to need are not looked at.

    Raises:
        GuidanceError: the pack has no rule for this case.
    """
    # As `stand`, without writing down what was asked, which takes longer than all the rest.
    position = guidance.positions.start
    while (answer := answers.get(position.asks)) is not None:
        position = position.ways.get(answer) or guidance.positions.after(position, answer)
    return position.standing.verdict


def stand(guidance: Guidance, answers: Answers) -> Standing:
    """Where the interview stands: what it needed, and the next question or the verdict.

    Raises:
        GuidanceError: as `verdict_of`.
    """
    known: dict[str, tuple[str, ...]] = {}
    position = guidance.positions.start
    while (answer := answers.get(position.asks)) is not None:
        known[position.asks] = answer
        position = position.ways.get(answer) or guidance.positions.after(position, answer)
    there = position.standing
    return Standing(known, there.rules, there.next, there.verdict)


def go_on(guidance: Guidance, answers: Answers, since: Standing) -> Standing:
    """Where the interview stands with more answers, from where it stood without them.

    Raises:
        GuidanceError: as `stand`.
    """
    now = since
    while now.next is not None and now.next.id in answers:
        known = {**now.known, now.next.id: answers[now.next.id]}
        now = stand_on(guidance, known, now.rules)
    return now


def stand_on(guidance: Guidance, known: Answers, rules: tuple[Rule, ...]) -> Standing:
    """Where the interview stands on answers that it needed, every one; worked out from the rules.

    Args:
        rules: those that are not known to be ruled out. What is false stays false, however many
            answers follow, so whoever goes on from a standing hands in its rules.

    Raises:
        GuidanceError: as `stand`.
    """
    evaluation = Evaluation(guidance, known)
    rules = _not_false(guidance, rules, evaluation)
    question = _needed(guidance, evaluation, rules[0])
    if question is None:
        return Standing(known, rules, None, _verdict(guidance, evaluation, rules[0]))
    return Standing(known, rules, guidance.question_by_id[question], None)


def stand_alike(guidance: Guidance, known: Answers, other: Standing) -> Standing:
    """Where the interview stands on answers that leave the same to decide as another's did.

    The same question is next, or the same rule has decided; what it came through is looked up.
    """
    verdict = other.verdict and _verdict(guidance, Evaluation(guidance, known), other.rules[0])
    return Standing(known, other.rules, other.next, verdict)


@dataclass(frozen=True)
class Aftermath:
    """Where the questions that come after the outcome stand."""

    known: Answers
    """What actions may look at: the answers needed, those that followed, the outcome."""
    followed_up: tuple[str, ...]
    open: tuple[FollowUp, ...]
    """What bears on this case and is not answered, in the order to ask."""


def after(guidance: Guidance, answers: Answers, standing: Standing) -> Aftermath:
    """What followed the outcome, and what can still be asked that only adds actions."""
    assert standing.verdict is not None
    known = {question: answers[question] for question in standing.asked}
    known["outcome"] = (standing.verdict.outcome.id,)
    evaluation = Evaluation(guidance, known)
    followed_up: list[str] = []
    still_open: list[FollowUp] = []
    for follow_up in guidance.follow_ups:
        question = follow_up.question
        if question in known or not evaluation.truth(follow_up.when):
            continue
        if question in answers:
            known = {**known, question: answers[question]}
            evaluation = Evaluation(guidance, known)
            followed_up.append(question)
        else:
            still_open.append(follow_up)
    return Aftermath(known, tuple(followed_up), tuple(still_open))


def still_to_follow(guidance: Guidance, aftermath: Aftermath) -> tuple[FollowUp, ...]:
    """What may yet be asked after the outcome: what bears on the case, or may do so later."""
    evaluation = Evaluation(guidance, aftermath.known)
    return tuple(
        each
        for each in guidance.follow_ups
        if each.question not in aftermath.known and evaluation.truth(each.when) is not False
    )


def _not_false(
    guidance: Guidance, rules: tuple[Rule, ...], evaluation: Evaluation
) -> tuple[Rule, ...]:
    """The rules from the first one that is not false."""
    for index, rule in enumerate(rules):
        if evaluation.truth(rule.when) is not False:
            return rules[index:]
    raise GuidanceError(f"The pack {guidance.pack.id} has no rule for this case.")


def _needed(guidance: Guidance, evaluation: Evaluation, rule: Rule) -> str | None:
    """The first question that a rule, and then what it comes to, still needs."""
    question = evaluation.needed_for(rule.when)
    if question is None and rule.choose is not None:
        question = evaluation.needed_for_choice(rule.choose)
    if question is None:
        consent_from = _outcome(guidance, evaluation, rule).consent_from
        question = evaluation.needed_for_choice(consent_from) if consent_from else None
    return question


def _outcome(guidance: Guidance, evaluation: Evaluation, rule: Rule) -> Outcome:
    value = evaluation.value(rule.choose) if rule.choose is not None else rule.outcome
    if not value:
        raise GuidanceError(f"The rule {rule.id} comes to no outcome for this case.")
    return guidance.outcome_by_id[value]


def _verdict(guidance: Guidance, evaluation: Evaluation, rule: Rule) -> Verdict:
    outcome = _outcome(guidance, evaluation, rule)
    choices = [*guidance.choices_behind(rule.when), rule.choose, outcome.consent_from]
    named = dict.fromkeys(choice for choice in choices if choice is not None)
    rows = tuple(row for choice in named if (row := evaluation.row(choice)) is not None)
    consent_from = evaluation.value(outcome.consent_from) if outcome.consent_from else None
    return Verdict(rule, outcome, consent_from, rows)
