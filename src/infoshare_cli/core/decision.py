"""A decision: what the verdict means for this case, with reasons, actions and notices.

The reasons are the evaluation: the rule that fired, the rows it came through, and the
answers it rests on. Nothing here looks at an answer that the interview did not ask for.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from infoshare_cli.core.case import needs_override
from infoshare_cli.core.evaluation import Answers, Evaluation
from infoshare_cli.core.guidance import (
    Action,
    Citation,
    FollowUp,
    Guidance,
    Notice,
    Outcome,
    Phase,
    Question,
    RecordField,
)
from infoshare_cli.core.interview import (
    Aftermath,
    Reason,
    Standing,
    Verdict,
    after,
    stand,
)
from infoshare_cli.core.notices import notices_for


@dataclass(frozen=True)
class ActionToTake:
    """Something to do before, with or after sharing, in this case."""

    id: str
    when: Phase
    text: str
    source: tuple[Citation, ...]


@dataclass(frozen=True)
class Decision:
    """What the guide's rules come to for one case. It supports a judgement, and makes none."""

    outcome: Outcome
    title: str
    """The headline for this case."""
    text: str
    """What the headline means."""
    consent_from: str | None
    advice_from: tuple[str, ...]
    """Whom to ask, in the order of the pack."""
    reasons: tuple[Reason, ...]
    """The rule that decided first, then what it came through."""
    rests_on: Answers
    """What the interview asked for on the way, in that order."""
    followed_up: Answers
    """What was asked after the outcome and only adds actions."""
    unused: Answers
    """Answers that were given and not needed."""
    actions: tuple[ActionToTake, ...]
    notices: tuple[Notice, ...]


def decide(guidance: Guidance, answers: Answers) -> Decision | None:
    """The decision for a case, or None while the interview needs more answers."""
    standing = stand(guidance, answers)
    verdict = standing.verdict
    if verdict is None:
        return None
    aftermath = after(guidance, answers, standing)
    evaluation = Evaluation(guidance, aftermath.known)
    fitting = [action for action in guidance.actions if evaluation.truth(action.when)]
    return Decision(
        outcome=verdict.outcome,
        title=verdict.rule.title or verdict.outcome.title,
        text=verdict.rule.text or verdict.outcome.text,
        consent_from=verdict.consent_from,
        advice_from=_advice(guidance, verdict, fitting),
        reasons=verdict.reasons,
        rests_on=_only(answers, standing.asked),
        followed_up=_only(answers, aftermath.followed_up),
        unused=_unused(answers, standing, aftermath),
        actions=tuple(_actions(guidance, fitting, aftermath)),
        notices=_notices(guidance, verdict, aftermath),
    )


def asked_answers(decision: Decision) -> Answers:
    """All that the interview asked for in this case, in that order."""
    return {**decision.rests_on, **decision.followed_up}


def fields_to_ask(
    guidance: Guidance, decision: Decision, record: Mapping[str, str]
) -> tuple[RecordField, ...]:
    """What the practitioner is asked to write down in this case, in the order of the pack."""
    known = {**asked_answers(decision), "outcome": (decision.outcome.id,)}
    evaluation = Evaluation(guidance, known)
    override = needs_override(decision.outcome, record)
    return tuple(
        field
        for field in guidance.record_fields
        if (field.id != "override_reason" or override)
        and (field.when is None or evaluation.truth(field.when))
    )


def about_text(guidance: Guidance, answers: Answers, question: Question) -> str:
    """What a question is about in this case, such as whose consent counts and why; or ''."""
    evaluation = Evaluation(guidance, answers)
    rows = (evaluation.row(name) for name in question.about if name in guidance.rows_of)
    return " ".join(row.because for row in rows if row is not None)


def check_first_id(question: str) -> str:
    """The id of the action that stands for a follow-up nobody answered."""
    return f"check-first-{question.replace('_', '-')}"


def _only(answers: Answers, questions: Iterable[str]) -> Answers:
    return {question: answers[question] for question in questions}


def _unused(answers: Answers, standing: Standing, aftermath: Aftermath) -> Answers:
    used = {*standing.asked, *aftermath.followed_up}
    return {question: answer for question, answer in answers.items() if question not in used}


def _advice(guidance: Guidance, verdict: Verdict, fitting: Iterable[Action]) -> tuple[str, ...]:
    asked = {*verdict.rule.advice_from}
    asked.update(role for row in verdict.rows for role in row.advice_from)
    asked.update(role for action in fitting for role in action.advice_from)
    return tuple(label.id for label in guidance.advice_from if label.id in asked)


def _actions(
    guidance: Guidance, fitting: Sequence[Action], aftermath: Aftermath
) -> Iterator[ActionToTake]:
    """The actions that fit, and a "check first" for each follow-up that nobody answered."""
    for action in fitting:
        if action.phase == "before":
            yield ActionToTake(action.id, action.phase, action.text, action.source)
    for follow_up in aftermath.open:
        yield _check_first(guidance, follow_up)
    for action in fitting:
        if action.phase != "before":
            yield ActionToTake(action.id, action.phase, action.text, action.source)


def _check_first(guidance: Guidance, follow_up: FollowUp) -> ActionToTake:
    source = guidance.question_by_id[follow_up.question].source
    return ActionToTake(check_first_id(follow_up.question), "before", follow_up.unanswered, source)


def _notices(guidance: Guidance, verdict: Verdict, aftermath: Aftermath) -> tuple[Notice, ...]:
    """The notices that bear on this case: on its worry, recipient, outcome or questions."""
    place: Mapping[str, tuple[str, ...]] = {
        **aftermath.known,
        "outcomes": (verdict.outcome.id,),
        "questions": tuple(aftermath.known),
    }
    return notices_for(guidance.notices, place)
