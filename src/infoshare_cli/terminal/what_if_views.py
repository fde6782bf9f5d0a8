"""What if some answers had been others, on screen: the outcome then and now, and what differs."""

from collections.abc import Iterator, Sequence

from infoshare_cli.core.cases.possible import Possible
from infoshare_cli.core.condition_words import answers_in_words, both, subject_in_words
from infoshare_cli.core.decision import ActionToTake, Decision
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import Reason
from infoshare_cli.core.what_if import WhatIf
from infoshare_cli.terminal.guide_views import pages_text
from infoshare_cli.terminal.page import Block, Heading, Items, Rows, Text
from infoshare_cli.terminal.why_views import possible_page

NOTHING_CHANGED = "Nothing is changed: each answer is as it was."
ONLY_LOOKED = (
    "This only looks at what would be. Nothing is recorded, and the record stays as it is."
)


def what_if_page(guidance: Guidance, what_if: WhatIf) -> tuple[Block, ...]:
    """The changed answers, the outcome before and now, and what differs in reasons and actions."""
    if not what_if.changed:
        return (Text(NOTHING_CHANGED),)
    return (
        Heading("What if"),
        Rows(answers_in_words(guidance, what_if.changed)),
        *_questions(guidance, what_if),
        *_outcomes(what_if),
        *_still_open(guidance, what_if.possible),
        *_differences(what_if.before, what_if.decided),
        Text(ONLY_LOOKED, "quiet"),
    )


def _questions(guidance: Guidance, what_if: WhatIf) -> Iterator[Block]:
    """What became of the other answers, in a sentence each."""

    def named(questions: Sequence[str]) -> str:
        return both([subject_in_words(guidance, each) for each in questions])

    if what_if.set_aside:
        yield Text(f"Set aside, as it was about what changed: {named(what_if.set_aside)}.")
    if what_if.no_longer_needed:
        yield Text(f"Not needed any more: {named(what_if.no_longer_needed)}.")
    if what_if.newly_needed:
        yield Text(f"Needed now: {named(what_if.newly_needed)}.")


def _outcomes(what_if: WhatIf) -> Iterator[Block]:
    before = what_if.before.title if what_if.before else "There was no outcome yet."
    now = what_if.decided.title if what_if.decided else "Still open: more would be asked."
    yield Rows((("As it was", before), ("As it would be", now)))
    if what_if.before and what_if.decided and what_if.before.outcome == what_if.decided.outcome:
        yield Text("The outcome would be the same.", "strong")


def _still_open(guidance: Guidance, possible: Possible | None) -> Iterator[Block]:
    if possible is not None:
        yield from possible_page(guidance, possible)


def _differences(before: Decision | None, now: Decision | None) -> Iterator[Block]:
    """The reasons and actions that come, and those that go."""
    if before is None or now is None:
        return
    yield from _listed("Why it would be so", _reasons(now.reasons, before.reasons))
    yield from _listed("What would be no reason any more", _reasons(before.reasons, now.reasons))
    yield from _listed("What it would add to do", _actions(now.actions, before.actions))
    yield from _listed("What would not be on the list", _actions(before.actions, now.actions))


def _reasons(some: Sequence[Reason], others: Sequence[Reason]) -> tuple[str, ...]:
    """The reasons that are not among the others."""
    known = {each.rule for each in others}
    return tuple(_with_page(each) for each in some if each.rule not in known)


def _actions(some: Sequence[ActionToTake], others: Sequence[ActionToTake]) -> tuple[str, ...]:
    """The actions that are not among the others."""
    known = {each.id for each in others}
    return tuple(_with_page(each) for each in some if each.id not in known)


def _with_page(each: Reason | ActionToTake) -> str:
    return f"{each.text} ({pages_text(each.source)})"


def _listed(heading: str, items: tuple[str, ...]) -> Iterator[Block]:
    if items:
        yield Heading(heading)
        yield Items(items)
