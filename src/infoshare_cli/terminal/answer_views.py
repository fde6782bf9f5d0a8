"""Answers of a case in words: to read, to choose one for changing, and what went with a change."""

from collections.abc import Mapping, Sequence

from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance, Question, RecordField
from infoshare_cli.terminal.page import Block, Heading, Items, Text
from infoshare_cli.terminal.prompts import Choice, Telling


def answer_text(question: Question, answer: Sequence[str]) -> str:
    """An answer in words."""
    return "; ".join(option.label for option in question.options if option.id in answer)


def answer_choices(guidance: Guidance, answers: Answers) -> tuple[Choice, ...]:
    """The questions that were answered, each with its answer in words."""
    questions = [guidance.question_by_id[name] for name in answers]
    return tuple(
        Choice(each.id, each.ask, answer_text(each, answers[each.id])) for each in questions
    )


def field_choices(fields: Sequence[RecordField], texts: Mapping[str, str]) -> tuple[Choice, ...]:
    """The fields of the record, each with what was written."""
    return tuple(Choice(each.id, each.ask, texts[each.id] or "Left out.") for each in fields)


def answers_page(guidance: Guidance, answers: Answers) -> tuple[Block, ...]:
    """What was answered so far, in the order asked."""
    if not answers:
        return (Text("Nothing is answered yet."),)
    lines = (f"{each.label}\n{each.help}" for each in answer_choices(guidance, answers))
    return (Heading("What you have answered"), Items(tuple(lines)))


def answers_telling(guidance: Guidance, answers: Answers) -> Telling:
    """What can be asked for at every question: what was answered so far."""
    label = "What have I answered so far?"
    return Telling("answers", label, lambda: answers_page(guidance, answers))


def set_aside_page(guidance: Guidance, set_aside: Sequence[str]) -> tuple[Block, ...]:
    """Which answers went with a change, because they were about what changed."""
    return (
        Text("These answers were about what you changed, so they are set aside:"),
        _asks(guidance, set_aside),
    )


def not_needed_page(guidance: Guidance, names: Sequence[str]) -> tuple[Block, ...]:
    """Which answers went because nothing needs them any more."""
    return (
        Text("After your change these answers are not needed, so they are set aside:"),
        _asks(guidance, names),
    )


def fields_set_aside_page(fields: Sequence[RecordField]) -> tuple[Block, ...]:
    """Which parts of the record went with a change of the outcome."""
    asks = tuple(field.ask for field in fields)
    return (Text("The outcome has changed, so this is set aside:"), Items(asks))


def fields_moved_page(fields: Sequence[RecordField]) -> tuple[Block, ...]:
    """Which parts of the record went with a change, because they were about what changed."""
    asks = tuple(field.ask for field in fields)
    return (
        Text("What you wrote here was about what you changed, so it is set aside:"),
        Items(asks),
    )


def _asks(guidance: Guidance, names: Sequence[str]) -> Items:
    return Items(tuple(guidance.question_by_id[name].ask for name in names))
