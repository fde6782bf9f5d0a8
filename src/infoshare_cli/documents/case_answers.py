"""What was answered and chosen in an interview, in the words of the rules it was held under."""

import re
from collections.abc import Iterable, Iterator, Mapping

from infoshare_cli.core.field_text import ERASED
from infoshare_cli.core.guidance import Guidance, Label
from infoshare_cli.core.record import ANSWER
from infoshare_cli.core.recorded_case import answers_of
from infoshare_cli.core.withholding import WITHHELD, Shown

Row = tuple[str, tuple[str, ...]]
"""A name, and what is said of it in one or more paragraphs."""

_ID = re.compile("[a-z]+(-[a-z]+)*")
_NAMES = ("area",)
"""Fields with the id of a place, which is written like its name."""
_CHOSEN = ("decision", "consent_from", "advice_from")
"""Fields with ids of the rules; the rules have labels for them under the same names."""


def label_of(shown: Shown, name: str, guidance: Guidance | None) -> tuple[str, ...]:
    """What a field with ids is in words; nothing for another field, or an empty one."""
    value = shown.value(name)
    ids = [value] if isinstance(value, str) else value
    if name not in (*_CHOSEN, *_NAMES) or not isinstance(ids, list | tuple):
        return ()
    words = [each for each in ids if isinstance(each, str)]
    if name in _NAMES:
        return tuple(_place(word) for word in words)
    known = _labels(guidance, name)
    return tuple(begun(known.get(word) or _without_hyphens(word)) for word in words)


def answer_rows(shown: Shown, guidance: Guidance | None) -> Iterator[Row]:
    """Each question in a few words with what was answered, in the order asked."""
    answers = answers_of(shown.record)
    for question, options in answers.items():
        yield _question(question, guidance), tuple(_options(question, options, guidance))
    name = "Other answers" if answers else "Answers"
    if any(each.startswith(ANSWER) for each in shown.erased):
        yield name, (ERASED,)
    if any(each.startswith(ANSWER) for each in shown.withheld):
        yield name, (WITHHELD,)


def _labels(guidance: Guidance | None, name: str) -> Mapping[str, str]:
    if guidance is None:
        return {}
    lists: Mapping[str, Iterable[Label]] = {
        "decision": guidance.decisions,
        "consent_from": guidance.consent_from,
        "advice_from": guidance.advice_from,
    }
    return {label.id: label.short or label.label for label in lists[name]}


def _question(identity: str, guidance: Guidance | None) -> str:
    question = guidance.question_by_id.get(identity) if guidance else None
    return begun(question.short if question and question.short else _without_hyphens(identity))


def _options(identity: str, options: Iterable[str], guidance: Guidance | None) -> Iterator[str]:
    question = guidance.question_by_id.get(identity) if guidance else None
    labels = {each.id: each.label for each in question.options} if question else {}
    for option in options:
        yield labels.get(option) or begun(_without_hyphens(option))


def _place(text: str) -> str:
    """The name of an area; what is no id was written by a person, and stays as it is."""
    return text.replace("-", " ").title() if _ID.fullmatch(text) else text


def _without_hyphens(identity: str) -> str:
    return identity.replace("-", " ").replace("_", " ")


def begun(text: str) -> str:
    """The text with a capital letter at its start."""
    return text[:1].upper() + text[1:]
