"""A question of the pack, or a field of the record, as something to ask on a screen."""

from collections.abc import Iterable, Sequence

from infoshare_cli.core.areas import Area
from infoshare_cli.core.guidance import Citation, Guidance, Notice, Question, RecordField
from infoshare_cli.terminal.guide_views import notice_line, pages_text
from infoshare_cli.terminal.page import Text
from infoshare_cli.terminal.prompt_help import HELP, MEANING
from infoshare_cli.terminal.prompts import Choice, Prompt, Telling, Way

NOT_KNOWN = "not-known"
"""The choice of an area that leaves it open."""


def question_prompt(  # noqa: PLR0913 - what a prompt is made of
    question: Question,
    position: str,
    about: str,
    notices: Iterable[Notice],
    *,
    before: str = "",
    ways: Sequence[Way] = (),
    tellings: Sequence[Telling] = (),
) -> Prompt:
    """A question with its help, its page and, on request, what it means.

    Args:
        about: what the answer will be about in this case, such as whose consent; '' for no more.
        before: the former answer in words, where it is asked again.
        ways: the ways out that are open.
        tellings: what else can be told; what the question means comes before them.
    """
    return Prompt(
        ask=question.ask,
        help=f"{about} {question.help}".lstrip(),
        source=guide_pages(question.source),
        position=position,
        before=before,
        choices=tuple(Choice(item.id, item.label, item.help) for item in question.options),
        alone=question.alone,
        tellings=(*_meaning(question, notices), *tellings),
        ways=tuple(ways),
    )


def field_prompt(
    field: RecordField,
    choices: Sequence[Choice] = (),
    *,
    before: str = "",
    ways: Sequence[Way] = (),
    tellings: Sequence[Telling] = (),
) -> Prompt:
    """A field of the record, to be written or chosen."""
    return Prompt(
        ask=field.ask,
        help=field.help,
        source=guide_pages(field.source),
        before=before,
        choices=tuple(choices),
        tellings=tuple(tellings),
        ways=tuple(ways),
    )


def decision_choices(guidance: Guidance) -> tuple[Choice, ...]:
    """The decisions that a practitioner may take."""
    return tuple(Choice(label.id, label.label) for label in guidance.decisions)


def area_choices(areas: Sequence[Area]) -> tuple[Choice, ...]:
    """The areas, and a way to leave it open."""
    named = (Choice(area.id, area.name) for area in areas)
    return (*named, Choice(NOT_KNOWN, "Not known, or somewhere else"))


def _meaning(question: Question, notices: Iterable[Notice]) -> tuple[Telling, ...]:
    """Examples, and what is new since the guide was written; nothing where there is neither."""
    examples = (f"{example.sector}: {example.text}" for example in question.examples)
    since = (f"Since the guide was written: {notice_line(notice)}" for notice in notices)
    told = tuple(map(Text, (*examples, *since)))
    return (Telling(HELP, MEANING, lambda: told),) if told else ()


def guide_pages(source: Sequence[Citation]) -> str:
    """'Guide, page 6'."""
    return f"Guide, {pages_text(source)}"
