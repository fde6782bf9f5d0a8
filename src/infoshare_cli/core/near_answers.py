"""Answers that are one step away from the one that was given."""

from collections.abc import Iterator

from infoshare_cli.core.answers import in_order
from infoshare_cli.core.guidance import Question


def near_answers(question: Question, given: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Every other sound answer that takes one step, the nearest first; each once.

    Of a question of one option, each other one. Of one of many: to give an option that stands
    alone, to leave one out, to add one, and to give another by itself.
    """
    options = [(option.id,) for option in question.options]
    steps = options if question.kind == "one" else _steps(question, given)
    return tuple(dict.fromkeys(step for step in steps if step not in {given, ()}))


def _steps(question: Question, given: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    beside = [option.id for option in question.options if option.id not in question.alone]
    together = tuple(option for option in given if option in beside)
    yield from ((option,) for option in question.alone)
    for option in together:
        yield tuple(each for each in together if each != option)
    for option in beside:
        yield in_order(question, (*together, option))
    yield from ((option,) for option in beside)
