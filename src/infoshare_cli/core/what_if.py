"""What if some answers had been others: the case as it was, and as it would be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from infoshare_cli.core.cases.possible import Possible, possible_from
from infoshare_cli.core.change import change_answer
from infoshare_cli.core.decision import Decision, asked_answers, decide
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import stand


@dataclass(frozen=True)
class WhatIf:
    """A case with answers changed, beside what it was."""

    changed: Answers
    """The answers that are now others, or new, in the order of the pack."""
    answers: Answers
    """All answers after the changes."""
    before: Decision | None
    """None where there was no outcome yet."""
    after: Decision | Possible
    """The decision now; or what can still come, where more would be asked."""
    set_aside: tuple[str, ...]
    """Questions whose answers were about what changed, and do not count any more."""
    no_longer_needed: tuple[str, ...]
    """Questions that were asked for and are not now, though their answers stay."""
    newly_needed: tuple[str, ...]
    """Questions that were not asked for and are now; what is still open among them last."""

    @property
    def decided(self) -> Decision | None:
        """The decision now, if there is one."""
        return self.after if isinstance(self.after, Decision) else None

    @property
    def possible(self) -> Possible | None:
        """What can still come, where there is no decision now."""
        return self.after if isinstance(self.after, Possible) else None


def what_if(guidance: Guidance, answers: Answers, changes: Mapping[str, tuple[str, ...]]) -> WhatIf:
    """The case with these answers in place of those given; what was about them is set aside.

    Args:
        changes: question -> another answer, or the answer to a question not answered so far.

    Raises:
        GuidanceError: the pack has no rule for the case, before or after.
    """
    order = [question for question in guidance.question_by_id if question in changes]
    changed = {each: changes[each] for each in order if changes[each] != answers.get(each)}
    after: Answers = answers
    for question, chosen in changed.items():
        after = change_answer(guidance, after, question, chosen).answers
    # What was changed on purpose holds, even if it was about another of the changes.
    after = {**after, **changed}
    before, now = decide(guidance, answers), decide(guidance, after)
    asked, asks = _asked(guidance, answers, before), _asked(guidance, after, now)
    return WhatIf(
        changed=changed,
        answers=after,
        before=before,
        after=now or possible_from(guidance, after),
        set_aside=tuple(each for each in answers if each not in after),
        no_longer_needed=tuple(each for each in asked if each in after and each not in asks),
        newly_needed=tuple(each for each in asks if each not in asked),
    )


def _asked(guidance: Guidance, answers: Answers, decision: Decision | None) -> Sequence[str]:
    """All that the interview asked for, and what it asks next."""
    if decision is not None:
        return tuple(asked_answers(decision))
    standing = stand(guidance, answers)
    assert standing.next is not None
    return (*standing.asked, standing.next.id)
