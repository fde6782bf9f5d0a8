"""Changing an answer: what it was about goes with it.

A child's yes must never turn into a parent's: an answer that was given about something
is set aside when that changes, and asked again.
"""

from dataclasses import dataclass

from infoshare_cli.core.evaluation import Answers, Evaluation
from infoshare_cli.core.guidance import Guidance


@dataclass(frozen=True)
class Change:
    """The answers after a change, and those that it took away."""

    answers: Answers
    set_aside: tuple[str, ...]
    """Questions whose answers were about what changed, in the order of the pack."""


def change_answer(
    guidance: Guidance, answers: Answers, question: str, chosen: tuple[str, ...] | None
) -> Change:
    """The answers with one of them changed, or taken out where `chosen` is None.

    What is not known any more counts as changed: whether it comes out the same can only
    be told once it has been asked again.
    """
    before = dict(answers)
    now = {key: value for key, value in before.items() if key != question or chosen is not None}
    if chosen is not None:
        now[question] = chosen
    set_aside: set[str] = set()
    while stale := _stale(guidance, before, now):
        for key in stale - {question}:
            set_aside.add(key)
            del now[key]
        if stale <= {question}:
            break
    order = [item.id for item in guidance.questions if item.id in set_aside]
    return Change(now, tuple(order))


def needed_only(answers: Answers, asked: tuple[str, ...]) -> Change:
    """The answers that were asked for, and those that are needed no longer."""
    kept = {key: value for key, value in answers.items() if key in asked}
    return Change(kept, tuple(key for key in answers if key not in asked))


def _stale(guidance: Guidance, before: Answers, now: Answers) -> set[str]:
    """The answers in `now` that were given about something which is different now."""
    old, new = Evaluation(guidance, before), Evaluation(guidance, now)

    def seen(evaluation: Evaluation, answers: Answers, name: str) -> object:
        return answers.get(name) if name in guidance.question_by_id else evaluation.value(name)

    return {
        key
        for key in now
        if any(
            seen(old, before, name) != seen(new, now, name)
            for name in guidance.question_by_id[key].about
        )
    }
