"""The outcome of a case on screen, and the answers and record to check before it is kept."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from infoshare_cli.core.contacts import Contact
from infoshare_cli.core.decision import ActionToTake, Decision, asked_answers
from infoshare_cli.core.guidance import Guidance, Label, Phase
from infoshare_cli.terminal.answer_views import answer_choices, field_choices
from infoshare_cli.terminal.contact_views import contact_lines
from infoshare_cli.terminal.guide_views import notice_line, pages_text
from infoshare_cli.terminal.page import Block, Heading, Items, Panel, Rows, Text

if TYPE_CHECKING:
    from infoshare_cli.core.cases.possible import Possible

YOURS = "This supports your decision. It does not make it: you may decide otherwise, with a reason."

UNPROVED = (
    "These rules have not been proved. What they say was not checked in every case. "
    "Ask whoever looks after them to run: infoshare rules prove"
)

_PHASES: Mapping[Phase, str] = {
    "before": "First",
    "with": "As you do it",
    "after": "Afterwards",
}


def unproved_lines(guidance: Guidance) -> tuple[Block, ...]:
    """A warning where there is no proof of the rules; nothing where there is."""
    return () if guidance.proved else (Text(UNPROVED, "warning"),)


def decision_page(
    guidance: Guidance,
    decision: Decision,
    contacts: Sequence[Contact],
    *,
    firm: Sequence[Block] = (),
    left_out: Collection[str] = (),
) -> tuple[Block, ...]:
    """The outcome with its reasons, actions, notices and contacts; the last lines say it again.

    Args:
        firm: how firm the outcome is, which stands after the reasons.
        left_out: the ids of actions that are not shown, because their question comes next.
    """
    inside: tuple[Block, ...] = (
        Text(decision.text),
        *_whom_to_ask(guidance, decision),
        Heading("Why"),
        Items(tuple(f"{each.text} ({pages_text(each.source)})" for each in decision.reasons)),
        *firm,
        *action_blocks([each for each in decision.actions if each.id not in left_out]),
        *_notices(decision),
        Heading("Contacts"),
        Items(contact_lines(contacts)),
    )
    return (
        *unproved_lines(guidance),
        Panel(decision.title, inside, "strong"),
        *last_lines(decision, contacts),
    )


def last_lines(decision: Decision, contacts: Sequence[Contact]) -> tuple[Block, ...]:
    """The outcome and the first contact again, to stand at the foot of a small screen."""
    role = decision.outcome.contacts[0]
    first = (contact for contact in contacts if contact.role == role)
    calls = "\n".join(
        f"{contact.use.removesuffix('.')}: {contact.phone}, {contact.name}" for contact in first
    )
    return (Text(decision.title, "strong"), Text(calls, "strong"), Text(YOURS, "quiet"))


def action_blocks(actions: Sequence[ActionToTake]) -> Iterator[Block]:
    """The actions under a heading for each phase that has any."""
    for phase, title in _PHASES.items():
        texts = [
            f"{each.text} ({pages_text(each.source)})" for each in actions if each.when == phase
        ]
        if texts:
            yield Heading(title)
            yield Items(tuple(texts), numbered=True)


def added_actions_page(before: Decision, now: Decision) -> tuple[Block, ...]:
    """The actions that the answers after the outcome have added; empty where there are none."""
    known = {action.id for action in before.actions}
    added = [action for action in now.actions if action.id not in known]
    return (Heading("What your last answers add"), *action_blocks(added)) if added else ()


def check_page(
    guidance: Guidance, decision: Decision, texts: Mapping[str, str]
) -> tuple[Block, ...]:
    """All that would be recorded, to read before it is; `texts` are the fields in words."""
    asked = asked_answers(decision)
    answers = (f"{each.label}\n{each.help}" for each in answer_choices(guidance, asked))
    written = [field for field in guidance.record_fields if texts.get(field.id)]
    fields = (f"{each.label}\n{each.help}" for each in field_choices(written, texts))
    return (
        Heading("Your answers"),
        Items(tuple(answers)),
        Heading("What you wrote"),
        Items(tuple(fields)),
        Text(f"What the guide's rules come to: {decision.title}", "strong"),
    )


def needs_page(guidance: Guidance, possible: "Possible") -> tuple[Block, ...]:
    """What is still missing, where nothing may be asked."""
    asks = tuple(f"{name}: {guidance.question_by_id[name].ask}" for name in possible.questions[:1])
    later = ", ".join(possible.questions[1:])
    outcomes = {outcome.id: outcome.title for outcome in guidance.outcomes}
    titles = tuple(outcomes[name] for name in possible.outcomes)
    blocks: tuple[Block, ...] = (Heading("More answers are needed. Next:"), Items(asks))
    if later:
        blocks += (Text(f"After it, these may be asked: {later}."),)
    still = (Heading("What can still come"), Items(titles))
    return (*unproved_lines(guidance), *blocks, *still)


def decided_page(seq: int, anchor: str, log: str, *, shared: bool) -> tuple[Block, ...]:
    """That the decision is on the disk, the code to copy, and how to go on later."""
    arrived = f"When it has arrived: infoshare log follow-up {seq}\n" if shared else ""
    to_do = Text(f"{arrived}What is still to do: infoshare log due")
    return (*receipt_page(seq, anchor, log), to_do)


def receipt_page(seq: int, anchor: str, log: str) -> tuple[Block, ...]:
    """That a record is on the disk, and the code to copy."""
    return (
        Text(f"Recorded as number {seq}.", "strong"),
        Rows((("Anchor", anchor), ("Log", log))),
        Text(
            "Copy the anchor into the case file. It can show later that the log was not cut or "
            "changed since."
        ),
    )


def _whom_to_ask(guidance: Guidance, decision: Decision) -> Iterator[Block]:
    if decision.consent_from is not None:
        label = _label(guidance.consent_from, decision.consent_from)
        yield Text(f"Whose consent: {label}.", "strong")
    if decision.advice_from:
        labels = ", ".join(_label(guidance.advice_from, name) for name in decision.advice_from)
        yield Text(f"Who can advise: {labels}.")


def _label(labels: Sequence[Label], name: str) -> str:
    return next(label.label for label in labels if label.id == name)


def _notices(decision: Decision) -> Iterator[Block]:
    if decision.notices:
        yield Heading("Changed since the guide was written")
        yield Items(tuple(notice_line(notice) for notice in decision.notices))
