"""A question of the pack, or a field of the record, as something to ask on a screen."""

from collections.abc import Iterable, Sequence

from infoshare_cli.core.areas import Area
from infoshare_cli.core.guidance import Citation, Guidance, Notice, Question, RecordField
from infoshare_cli.terminal.guide_views import notice_line, pages_text
from infoshare_cli.terminal.prompts import Choice, Prompt

NOT_KNOWN = "not-known"
"""The choice of an area that leaves it open."""


def question_prompt(
    question: Question, position: str, about: str, notices: Iterable[Notice]
) -> Prompt:
    """A question with its help, its page and, on request, examples and why it is asked.

    `about` says what the answer will be about in this case, such as whose consent; '' for no more.
    """
    examples = (f"{example.sector}: {example.text}" for example in question.examples)
    since = (f"Since the guide was written: {notice_line(notice)}" for notice in notices)
    return Prompt(
        ask=question.ask,
        help=f"{about} {question.help}".lstrip(),
        more=(*examples, f"Why am I asked this? {question.why}", *since),
        source=guide_pages(question.source),
        position=position,
        choices=tuple(Choice(item.id, item.label, item.help) for item in question.options),
        alone=question.alone,
    )


def field_prompt(field: RecordField, choices: Sequence[Choice] = ()) -> Prompt:
    """A field of the record, to be written or chosen."""
    return Prompt(
        ask=field.ask, help=field.help, source=guide_pages(field.source), choices=tuple(choices)
    )


def decision_choices(guidance: Guidance) -> tuple[Choice, ...]:
    """The decisions that a practitioner may take."""
    return tuple(Choice(label.id, label.label) for label in guidance.decisions)


def area_choices(areas: Sequence[Area]) -> tuple[Choice, ...]:
    """The areas, and a way to leave it open."""
    named = (Choice(area.id, area.name) for area in areas)
    return (*named, Choice(NOT_KNOWN, "Not known, or somewhere else"))


def guide_pages(source: Sequence[Citation]) -> str:
    """'Guide, page 6'."""
    return f"Guide, {pages_text(source)}"
