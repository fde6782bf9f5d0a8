"""Drafts on a page: which there are, and what other rules changed about one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from infoshare_cli.core.continuing import Continued
from infoshare_cli.core.draft import Draft
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.record import Head
from infoshare_cli.core.reread import Reread
from infoshare_cli.errors import Fault
from infoshare_cli.terminal.log_views import local_time
from infoshare_cli.terminal.page import Block, Command, Heading, Items, Rows, Text

RESUME = "infoshare assess --resume"
DISCARD = "infoshare assess --discard"

NO_DRAFTS = "There are no drafts: no interview is waiting to be finished."
_GIVE_UP = "To give it up, which goes into the log:"
_ASKED_AGAIN = "Consent may be another today, so these answers are open again:"
_MOVED = "These answers were about something that you have changed, so they are open again:"
_FIELDS_MOVED = "This was written about something that you have changed, so it is open again:"


@dataclass(frozen=True)
class ListedDraft:
    """A draft in the list."""

    draft: Draft
    next_question: str | None
    """The id of the question that is open; None once there is an outcome."""
    other_rules: bool
    """Whether it was saved under other rules than there are now."""


def drafts_page(guidance: Guidance, listed: Sequence[ListedDraft]) -> tuple[Block, ...]:
    """Every draft, the one begun first on top, and what can be done with them."""
    if not listed:
        return (Text(NO_DRAFTS),)
    which = "" if len(listed) == 1 else f" --draft {listed[-1].draft.id}"
    return (
        *(block for each in listed for block in _draft(guidance, each)),
        Text("To go on with one:" if which else "To go on with it:"),
        Command(f"{RESUME}{which}"),
        Text("To give one up, which goes into the log:" if which else _GIVE_UP),
        Command(f"{DISCARD}{which}"),
    )


def unreadable_page(faults: Iterable[Fault]) -> tuple[Block, ...]:
    """The files that lie among the drafts and cannot be read; nothing if there are none."""
    lines = tuple(map(str, faults))
    if not lines:
        return ()
    return (Text("This cannot be read as a draft:", "warning"), Items(lines))


def discarded_page(draft: Draft, seq: int, anchor: str) -> tuple[Block, ...]:
    """That an interview was given up, and where that is kept."""
    return (
        Text(f"The draft {draft.id} is gone. The log says that this interview was abandoned."),
        Rows((("Record", str(seq)), ("Anchor", anchor))),
    )


def resumed_page(guidance: Guidance, draft: Draft, again: Reread) -> tuple[Block, ...]:
    """Which draft goes on, and what has changed about it."""
    begun, saved = local_time(draft.started), local_time(draft.saved)
    return (
        Text(f"You go on with the draft {draft.id}, begun on {begun} and saved on {saved}."),
        *reread_page(guidance, again),
    )


def continued_page(
    guidance: Guidance, head: Head, again: Reread, continued: Continued
) -> tuple[Block, ...]:
    """Which record an interview goes on from, and what of it is asked once more."""
    return (
        Text(f"You go on from record {head.seq} of {local_time(head.at)}."),
        *reread_page(guidance, again),
        *_listed_asks(guidance, _ASKED_AGAIN, continued.asked_again),
        *_listed_asks(guidance, _MOVED, continued.set_aside),
        *_listed_fields(guidance, _FIELDS_MOVED, continued.fields_set_aside),
    )


def reread_page(guidance: Guidance, again: Reread) -> tuple[Block, ...]:
    """What changed since an interview was kept; nothing where nothing did."""
    changes = tuple(_changes(guidance, again))
    rules = (Text(_other_rules(guidance, again), "warning"),) if again.other_rules else ()
    if not changes:
        return (*rules, Text("Your answers stand as they were.")) if rules else ()
    return (*rules, Text("This has changed since:"), Items(changes))


def _listed_asks(guidance: Guidance, title: str, names: Sequence[str]) -> tuple[Block, ...]:
    asks = tuple(guidance.question_by_id[name].ask for name in names)
    return (Text(title), Items(asks)) if asks else ()


def _listed_fields(guidance: Guidance, title: str, names: Sequence[str]) -> tuple[Block, ...]:
    asks = tuple(each.ask for each in guidance.record_fields if each.id in names)
    return (Text(title), Items(asks)) if asks else ()


def _draft(guidance: Guidance, listed: ListedDraft) -> Iterator[Block]:
    draft = listed.draft
    yield Heading(f"Draft {draft.id}")
    yield Rows(tuple(_rows(guidance, listed)))
    if listed.other_rules:
        yield Text("The rules have changed since. Going on tells what that means.", "warning")


def _rows(guidance: Guidance, listed: ListedDraft) -> Iterator[tuple[str, str]]:
    draft = listed.draft
    yield "Started", local_time(draft.started)
    yield "Saved", local_time(draft.saved)
    if case_ref := draft.case.record.get("case_ref"):
        yield "Case", case_ref
    if draft.of:
        yield "Continues", f"record {draft.of}"
    yield "Answers", str(len(draft.case.answers))
    if listed.next_question is not None:
        yield "Next", guidance.question_by_id[listed.next_question].ask
    elif draft.came_to is not None:
        yield "Outcome", _outcome(guidance, draft.came_to)


def _other_rules(guidance: Guidance, again: Reread) -> str:
    now = f"{guidance.pack.id} {guidance.pack.version}"
    if again.held_under == now:
        return f"The rules, or words of them, are no longer those you began with: {now}."
    return f"You began under the rules {again.held_under}. Now they are {now}."


def _changes(guidance: Guidance, again: Reread) -> Iterator[str]:
    asks = {question.id: question.ask for question in guidance.questions}
    fields = {field.id: field.ask for field in guidance.record_fields}
    for name in again.gone_questions:
        yield f"This is not asked any more, so your answer is gone: {_words(name)}."
    for name in again.gone_answers:
        yield f"Your answer to this is not there to choose any more: {asks[name]}"
    for name in again.set_aside:
        yield f"What your answer was about may be different now. Please answer again: {asks[name]}"
    for name in again.gone_fields:
        yield f"What you wrote here does not fit any more: {fields.get(name, _words(name))}"
    for name in again.moved_fields:
        yield f"What this was about may be different now. Please write it again: {fields[name]}"
    if again.another_outcome:
        yield _outcomes(guidance, again)
    for name in again.open_fields:
        yield f"As the outcome has changed, this is open again: {fields.get(name, _words(name))}"
    if again.newly_needed and again.next is not None:
        yield f"The rules now ask this too: {asks[again.next]}"


def _outcomes(guidance: Guidance, again: Reread) -> str:
    before = _outcome(guidance, again.came_to or "")
    if again.comes_to is None:
        return f"The outcome was: {before} Now more answers are needed."
    return f"The outcome was: {before} Now it is: {_outcome(guidance, again.comes_to)}"


def _outcome(guidance: Guidance, name: str) -> str:
    known = guidance.outcome_by_id.get(name)
    title = known.title if known else _words(name)
    return title if title.endswith((".", "!", "?")) else f"{title}."


def _words(name: str) -> str:
    return name.replace("_", " ").replace("-", " ")
