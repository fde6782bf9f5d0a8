"""A case as it stands in a document: built, or told with all its faults."""

from collections.abc import Iterator
from functools import lru_cache

from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.written_case import WrittenCase
from infoshare_cli.errors import Fault
from infoshare_cli.files.document import Data, Document, Route, describe, nearest, one_of
from infoshare_cli.files.load_answers import answer_faults, as_answers

_ANSWERS_KEPT = 4096
"""Answers to single questions; there are about a thousand in all, in one order of options."""
TAUGHT = ("sector", "title", "because")
"""What only a story to practise with has; then it has all of them, and a story."""
_KEYS = ("id", "answers", "outcome", "consent_from", "story", "note", *TAUGHT)


class CaseReader:
    """Builds the cases of one file, and keeps which answers are sound: most come often."""

    def __init__(self, guidance: Guidance) -> None:
        self._guidance = guidance
        self._sound = lru_cache(maxsize=_ANSWERS_KEPT)(self._read_answer)

    def case(self, document: Document, at: Route, data: Data) -> WrittenCase:
        """The case at a place of a document, or its faults."""
        case = data if isinstance(data, dict) else {}
        consent_from = case.get("consent_from")
        answers = self._answers(case.get("answers"))
        faults = tuple(_faults(document, at, data, self._guidance, sound=answers is not None))
        return WrittenCase(
            id=str(case.get("id", f"case {at[0]}" if at else "case")),
            answers=answers if answers is not None and not faults else {},
            outcome=str(case.get("outcome", "")),
            consent_from=None if consent_from is None else str(consent_from),
            faults=faults,
            **{key: str(case.get(key, "")) for key in ("story", *TAUGHT)},
        )

    def _answers(self, data: Data | None) -> Answers | None:
        """Answers, their options in the order of the pack; None where something is wrong."""
        if not isinstance(data, dict):
            return None
        try:
            return {
                question: self._sound(question, _given(value)) for question, value in data.items()
            }
        except _Unsound:
            return None

    def _read_answer(self, question: str, given: str | tuple[str, ...]) -> tuple[str, ...]:
        value: Data = given if isinstance(given, str) else list(given)
        if any(answer_faults(Document("", value, {}), (), {question: value}, self._guidance)):
            raise _Unsound
        return as_answers({question: value}, self._guidance)[question]


class _Unsound(Exception):
    """An answer has a fault; that is not kept, as it may be of any length."""


def _given(value: Data) -> str | tuple[str, ...]:
    if isinstance(value, str):
        return value
    if isinstance(value, dict) or not all(isinstance(each, str) for each in value):
        raise _Unsound
    return tuple(map(str, value))


def _faults(
    document: Document, at: Route, data: Data, guidance: Guidance, *, sound: bool
) -> Iterator[Fault]:
    """Every fault of a case; `sound` where there is none in its answers."""
    if not isinstance(data, dict):
        yield document.fault(at, describe(data), "a case: id, answers and outcome")
        return
    for key in ("id", "answers", "outcome"):
        if key not in data:
            yield document.fault((*at, key), "nothing", f"the key {key}")
    yield from _not_taught(document, at, data)
    for key, value in data.items():
        here = (*at, key)
        if key not in _KEYS:
            hint = nearest(key, _KEYS)
            yield document.fault(here, f"the unknown key {key}", one_of(_KEYS), hint)
        elif key == "answers" and isinstance(value, dict):
            if not sound:
                yield from answer_faults(document, here, value, guidance)
        elif key == "answers" or not isinstance(value, str):
            yield document.fault(here, describe(value), _shape_of(key))
        elif (known := _words_for(key, guidance)) and value not in known:
            yield document.fault(here, describe(value), one_of(known), nearest(value, known))


def _not_taught(document: Document, at: Route, case: dict[str, Data]) -> Iterator[Fault]:
    """What a story to practise with lacks."""
    whole = ("story", *TAUGHT)
    for key in whole if not case.keys().isdisjoint(TAUGHT) else ():
        if key not in case:
            expected = f"the key {key}: a story to practise with has {', '.join(whole)}"
            yield document.fault((*at, key), "nothing", expected)


def _words_for(key: str, guidance: Guidance) -> tuple[str, ...]:
    """What a key of a case takes; nothing where any text will do."""
    if key == "outcome":
        return tuple(guidance.outcome_by_id)
    return tuple(each.id for each in guidance.consent_from) if key == "consent_from" else ()


def _shape_of(key: str) -> str:
    return "questions with their answers below them" if key == "answers" else "one text"
