"""The part of the book that says what people are asked, told to do, and write down."""

from collections.abc import Mapping

from infoshare_cli.core.condition_words import begun, in_words, spelled
from infoshare_cli.core.guidance import Action, Guidance, Notice, Phase, Question, RecordField
from infoshare_cli.documents.book.book_blocks import Bullets, Grid, Item, Paragraph, Section
from infoshare_cli.documents.book.book_words import (
    Row,
    advice_in_words,
    named,
    rests_on,
    texts,
)

_PHASES: Mapping[Phase, str] = {
    "before": "What to do first",
    "with": "What to do as it is done",
    "after": "What to do afterwards",
}


def action_section(guidance: Guidance) -> Section:
    """What there is to do, and the questions that only add to it."""
    phases = tuple(_phase(guidance, phase, title) for phase, title in _PHASES.items())
    rows = tuple(
        (
            guidance.question_by_id[each.question].ask,
            f"{begun(in_words(guidance, each.when))}.",
            each.unanswered,
        )
        for each in guidance.follow_ups
    )
    asked = Grid("They only add actions", ("Question", "Asked when", "If nobody answers"), rows)
    later = Section("follow-ups", "Questions after the outcome", (asked,))
    return Section("actions", "Actions", (), (*phases, later))


def _phase(guidance: Guidance, phase: Phase, title: str) -> Section:
    rows = tuple(_action(guidance, each) for each in guidance.actions if each.phase == phase)
    table = Grid(title, ("Action", "Shown when", "Rests on"), rows)
    return Section(f"actions-{phase}", title, (table,))


def _action(guidance: Guidance, action: Action) -> tuple[str, ...]:
    advice = advice_in_words(guidance, action.advice_from)
    text = f"{action.text} Advice from: {advice}." if advice else action.text
    return (text, f"{begun(in_words(guidance, action.when))}.", rests_on(action.source))


def question_section(guidance: Guidance) -> Section:
    """Every question with its answers."""
    return Section(
        "questions",
        "Questions",
        (Paragraph("Only those are asked that a rule needs."),),
        tuple(_question(number, each) for number, each in enumerate(guidance.questions, 1)),
    )


def _question(number: int, question: Question) -> Section:
    kind = "One answer." if question.kind == "one" else "One answer or more."
    alone = [option.label for option in question.options if option.id in question.alone]
    stands = f" By itself only: {'; '.join(alone)}." if alone else ""
    options = tuple(
        Item(f"{option.label}. {option.help}".strip() if option.help else option.label)
        for option in question.options
    )
    rows: tuple[Row, ...] = (
        ("What it means", texts(question.help)),
        ("Why it is asked", texts(question.why)),
        ("Rests on", (rests_on(question.source),)),
    )
    title = f"Question {number}: {question.short or spelled(question.id)}"
    blocks = (Paragraph(question.ask, strong=True), Paragraph(kind + stands), Bullets(options))
    return Section(f"question-{question.id.replace('_', '-')}", title, (*blocks, named(rows)))


def record_section(guidance: Guidance) -> Section:
    """What a person writes down."""
    rows = tuple(_field(guidance, each) for each in guidance.record_fields)
    header = ("Asked for", "When", "Must be given", "Rests on")
    about = Paragraph("What a person writes down with the decision.")
    return Section("record", "The record", (about, Grid("Fields of the record", header, rows)))


def _field(guidance: Guidance, field: RecordField) -> tuple[str, ...]:
    when = "Always." if field.when is None else f"{begun(in_words(guidance, field.when))}."
    return (field.ask, when, begun(field.required), rests_on(field.source))


def notice_section(guidance: Guidance) -> Section:
    """What has changed since the guide was written."""
    about = "These are shown beside an answer. They never change it."
    sections = tuple(map(_notice, guidance.notices))
    return Section("notices", "What has changed since the guide", (Paragraph(about),), sections)


def _notice(notice: Notice) -> Section:
    rows: tuple[Row, ...] = (
        ("What it is", (notice.text,)),
        ("What it means", texts(notice.effect)),
        ("What to do", texts(notice.do)),
        ("How sure", _status(notice.status)),
        ("Dates", tuple(f"{begun(spelled(name))}: {date}" for name, date in notice.dates.items())),
        ("Not confirmed", notice.unconfirmed),
        ("Read in", (notice.origin,)),
    )
    return Section(f"notice-{notice.id}", notice.title, (named(rows),))


def _status(status: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(f"{begun(spelled(part))}: {word}" for part, word in status.items())
