"""Answers to a question: whether they are sound, and their one order."""

from infoshare_cli.core.guidance import Question


def in_order(question: Question, chosen: tuple[str, ...]) -> tuple[str, ...]:
    """The chosen options in the order of the pack."""
    return tuple(option.id for option in question.options if option.id in chosen)


def clash(question: Question, chosen: tuple[str, ...]) -> str | None:
    """The option that has to stand by itself and does not; None where the answer is sound."""
    beside = len(chosen) > 1
    return next((option for option in chosen if beside and option in question.alone), None)


def is_sound(question: Question, chosen: tuple[str, ...]) -> bool:
    """Whether the question takes this answer."""
    known = {option.id for option in question.options}
    count = len(chosen) == 1 or (question.kind == "many" and len(chosen) == len({*chosen}) > 1)
    return count and {*chosen} <= known and clash(question, chosen) is None
