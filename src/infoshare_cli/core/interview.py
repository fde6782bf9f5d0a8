"""The interview: where it stands on some answers, and how it goes on.

The position is the answers. Going back, changing, resuming and continuing are all the
same: take an answer out or put another in, and look again.
"""

from dataclasses import dataclass

from infoshare_cli.core.evaluation import Answers, Evaluation
from infoshare_cli.core.guidance import ChoiceRule, FollowUp, Guidance, Outcome, Question, Rule
from infoshare_cli.errors import GuidanceError


@dataclass(frozen=True)
class Verdict:
    """The rule that decided, and what it came to."""

    rule: Rule
    outcome: Outcome
    consent_from: str | None
    """Whose consent, where the outcome is about consent."""
    rows: tuple[ChoiceRule, ...]
    """The rows of the choices that the verdict came through."""


@dataclass(frozen=True)
class Standing:
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


def stand(guidance: Guidance, answers: Answers, since: Standing | None = None) -> Standing:
    """Where the interview stands: what it needed, and the next question or the verdict.

    Answers that no rule came to need are not looked at.

    Args:
        since: where it stood when fewer of these answers were given, to go on from there.

    Raises:
        GuidanceError: the pack has no rule for this case.
    """
    known = dict(since.known) if since else {}
    rules = since.rules if since else guidance.rules
    while True:
        evaluation = Evaluation(guidance, known)
        # What is false stays false, however many answers follow.
        rules = _not_false(guidance, rules, evaluation)
        rule = rules[0]
        question = _needed(guidance, evaluation, rule)
        if question is None:
            return Standing(known, rules, None, _verdict(guidance, evaluation, rule))
        if question not in answers:
            return Standing(known, rules, guidance.question_by_id[question], None)
        known[question] = answers[question]


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
    followed_up: list[str] = []
    still_open: list[FollowUp] = []
    for follow_up in guidance.follow_ups:
        question = follow_up.question
        if question in known or not Evaluation(guidance, known).truth(follow_up.when):
            continue
        if question in answers:
            known[question] = answers[question]
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
