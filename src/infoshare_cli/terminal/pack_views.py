"""A pack on screen, as a person reads it: conditions in words, each entry with its id."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from infoshare_cli.core.condition_words import both
from infoshare_cli.core.excerpt import Excerpt
from infoshare_cli.core.guidance import (
    DECISION,
    OUTCOME,
    Action,
    FollowUp,
    Guidance,
    Label,
    Notice,
    Outcome,
    Phase,
    Question,
    RecordField,
    Saying,
)
from infoshare_cli.core.sayings import AUDIENCES, FORMS
from infoshare_cli.terminal.entry_blocks import (
    advice_labels,
    condition_blocks,
    named_values,
    rests_on,
)
from infoshare_cli.terminal.guide_views import notice_line
from infoshare_cli.terminal.page import Block, Heading, Items, Panel, Rows, Text
from infoshare_cli.terminal.rule_views import (
    choice_blocks,
    fact_blocks,
    property_blocks,
    rule_blocks,
)

_PHASES: Mapping[Phase, str] = {
    "before": "first",
    "with": "as it is done",
    "after": "afterwards",
}
_DECIDED = {OUTCOME: "the outcome", DECISION: "the decision"}


def pack_page(guidance: Guidance, shown: Excerpt) -> tuple[Block, ...]:
    """Which pack it is, and the entries that are to be shown, chapter by chapter."""
    pack = guidance.pack
    rows = (("Version", pack.version), ("After", pack.guide), ("Digest", guidance.digest))
    return (Heading(pack.title), Rows(rows), *_chapters(guidance, shown))


def _chapters(guidance: Guidance, shown: Excerpt) -> Iterator[Block]:
    """The chapters that have an entry to show."""
    for chapter in _CHAPTERS:
        entries = getattr(shown, chapter.kind)
        if entries:
            yield Panel(chapter.title, (Text(chapter.about),))
        for entry in entries:
            yield from chapter.blocks(guidance, entry)


def _question(guidance: Guidance, question: Question) -> Iterator[Block]:
    number = guidance.questions.index(question) + 1
    kind = "One of these." if question.kind == "one" else "One or more of these."
    yield Heading(f"Question {number}, {question.id}: {question.ask}")
    yield Text(f"{kind} {_alone(question)}".strip())
    yield Items(tuple(_option(*each) for each in _options(question)))
    yield named_values(
        ("In short", question.short),
        ("What it means", question.help),
        ("Why we ask", question.why),
        ("Examples", "\n".join(f"{each.sector}: {each.text}" for each in question.examples)),
        ("Given about", _about(guidance, question.about)),
        ("Rests on", rests_on(question.source)),
    )


def _options(question: Question) -> Iterator[tuple[str, str, str]]:
    return ((each.id, each.label, each.help) for each in question.options)


def _option(identity: str, label: str, more: str) -> str:
    return f"{label} ({identity})" + (f"\n{more}" if more else "")


def _alone(question: Question) -> str:
    labels = [f'"{each.label}"' for each in question.options if each.id in question.alone]
    if not labels:
        return ""
    return f"{both(labels)} stand{'s' if len(labels) == 1 else ''} alone."


def _about(guidance: Guidance, about: Sequence[str]) -> str:
    """What an answer was given about, or a field written: where that changes, it is set aside."""
    names = {
        **{each.id: each.short for each in guidance.questions},
        **{each.id: each.short for each in guidance.choices},
    }
    named = [names.get(each) or _DECIDED.get(each, each) for each in about]
    return both(named) if named else ""


def _outcome(guidance: Guidance, outcome: Outcome) -> Iterator[Block]:
    labels = {each.id: each.label for each in guidance.decisions}
    yield Heading(f"Outcome {outcome.id}: {outcome.title}")
    yield Text(outcome.text)
    yield named_values(
        ("In short", outcome.short),
        ("Whose consent", outcome.consent_from or ""),
        ("Agrees with", "; ".join(labels[each] for each in outcome.agrees_with)),
        ("Contacts", ", ".join(outcome.contacts)),
        ("Rests on", rests_on(outcome.source)),
    )


def _action(guidance: Guidance, action: Action) -> Iterator[Block]:
    yield Heading(f"Action {action.id}, {_PHASES[action.phase]}")
    yield Text(action.text)
    yield from condition_blocks(guidance, action.when)
    yield named_values(
        ("Sees to the duty to", action.duty or ""),
        ("Advice from", advice_labels(guidance, action.advice_from)),
        ("Rests on", rests_on(action.source)),
    )


def _saying(guidance: Guidance, saying: Saying) -> Iterator[Block]:
    yield Heading(f"Saying {saying.id}, to {AUDIENCES[saying.to]}")
    yield Text(f"{FORMS[saying.form]}: {saying.text}")
    yield from condition_blocks(guidance, saying.when)
    empty = "\n".join(f"{field}: {text}" for field, text in saying.fields.items())
    yield named_values(("If the record is empty", empty), ("Rests on", rests_on(saying.source)))


def _follow_up(guidance: Guidance, follow_up: FollowUp) -> Iterator[Block]:
    question = guidance.question_by_id[follow_up.question]
    yield Heading(f"Question {question.id}: {question.ask}")
    yield from condition_blocks(guidance, follow_up.when)
    yield named_values(("If nobody answered", follow_up.unanswered))


def _field(guidance: Guidance, field: RecordField) -> Iterator[Block]:
    yield Heading(f"Field {field.id}: {field.ask}")
    if field.when is None:
        yield Text("Always.")
    else:
        yield from condition_blocks(guidance, field.when)
    yield named_values(
        ("What it means", field.help),
        ("Must be filled in", field.required),
        ("Written about", _about(guidance, field.about)),
        ("Rests on", rests_on(field.source)),
    )


def _label(_: Guidance, label: Label) -> Iterator[Block]:
    yield Rows(((label.id, label.label),))


def _notice(_: Guidance, notice: Notice) -> Iterator[Block]:
    yield Items((notice_line(notice),))


@dataclass(frozen=True)
class _Chapter:
    """Entries of one kind, under a title."""

    kind: str
    """What an excerpt calls them."""
    title: str
    about: str
    blocks: Callable[[Guidance, Any], Iterator[Block]]


_CHAPTERS = (
    _Chapter("questions", "Questions", "Only those are asked that a rule needs.", _question),
    _Chapter(
        "facts",
        "Named facts",
        "Short names for conditions that several rules use.",
        fact_blocks,
    ),
    _Chapter(
        "choices",
        "Choices",
        "Each is a list of rows. The first row that fits gives the value.",
        choice_blocks,
    ),
    _Chapter(
        "rules",
        "Rules",
        "They are read from the top. The first one that fits decides.",
        rule_blocks,
    ),
    _Chapter("outcomes", "Outcomes", "What a rule may come to.", _outcome),
    _Chapter("decisions", "Decisions", "What a person may decide to do.", _label),
    _Chapter("consent_from", "Consent", "Those who may be asked for it.", _label),
    _Chapter("advice_from", "Advice", "Those who may be asked for it.", _label),
    _Chapter("actions", "Actions", "What there is to do, and in which cases.", _action),
    _Chapter("follow_ups", "Questions after the outcome", "They only add actions.", _follow_up),
    _Chapter(
        "sayings", "What to say", "What each listener is told, and what is kept back.", _saying
    ),
    _Chapter("record_fields", "Record", "What a person writes down with the decision.", _field),
    _Chapter(
        "properties",
        "Properties",
        "What must hold of every case, whatever the rules say.",
        property_blocks,
    ),
    _Chapter("notices", "Notices", "What has changed since the guide was written.", _notice),
)
