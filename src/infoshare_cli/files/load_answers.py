"""An answers file: the answers of a case and, if wished, the record that goes with them.

A fault says where it is and what was expected, but never repeats what was written,
unless that is plainly a slip in one of the known words.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from infoshare_cli.core.answers import clash, in_order
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance, Question
from infoshare_cli.core.record import RECORD_FIELDS
from infoshare_cli.errors import Fault, InfoshareError
from infoshare_cli.files.document import MAX_FAULTS, one_of
from infoshare_cli.files.given_file import (
    day_fault,
    not_usable,
    public_path,
    read_given_file,
    text_fault,
    unknown_word,
)
from infoshare_cli.files.strict_yaml import Data, Document, Route

_SECTIONS = ("answers", "record")
_WHAT = "answers"


@dataclass(frozen=True)
class AnswersFile:
    """What was given, checked word for word."""

    answers: Answers
    record: dict[str, str] | None
    """Field -> text; None where the file has no record."""


def load_answers(
    path: Path, stdin: Callable[[], bytes], guidance: Guidance, area_of: Callable[[str], str]
) -> AnswersFile:
    """The answers file at a path, or what standard input holds where the path is '-'.

    Args:
        path: JSON where the name ends in .json, YAML where it ends in .yaml or .yml; under any
            other name JSON where the text begins as an object of JSON does, and YAML otherwise.
        stdin: gives the bytes of standard input.
        guidance: the pack whose questions are answered.
        area_of: the id of the area that a text means; raises InfoshareError for none.

    Raises:
        FileError: with every fault of the file, up to MAX_FAULTS.
    """
    known = {"answers": tuple(guidance.question_by_id), "record": RECORD_FIELDS}

    def public(path: str) -> str:
        return public_path(path, known)

    document = read_given_file(path, stdin, _WHAT, public)
    faults = tuple(islice(_faults(document, guidance, area_of), MAX_FAULTS))
    if faults:
        raise not_usable(document.file, _WHAT, public, faults)
    return _built(document, guidance, area_of)


def _built(document: Document, guidance: Guidance, area_of: Callable[[str], str]) -> AnswersFile:
    data = _mapping(document.data)
    answers = as_answers(_mapping(data.get("answers", {})), guidance)
    if "record" not in data:
        return AnswersFile(answers, None)
    record = {field: str(value) for field, value in _mapping(data["record"]).items()}
    if "area" in record:
        record["area"] = area_of(record["area"])
    return AnswersFile(answers, record)


def as_answers(data: dict[str, Data], guidance: Guidance) -> Answers:
    """Answers that have no faults, their options in the order of the pack."""
    return {
        question: in_order(guidance.question_by_id[question], tuple(map(str, _chosen(value))))
        for question, value in data.items()
    }


def _mapping(data: Data) -> dict[str, Data]:
    return data if isinstance(data, dict) else {}


def _chosen(value: Data) -> Sequence[Data]:
    return value if isinstance(value, list) else [value]


def _faults(
    document: Document, guidance: Guidance, area_of: Callable[[str], str]
) -> Iterator[Fault]:
    if not isinstance(document.data, dict):
        yield document.fault((), "no keys", "the keys answers and record")
    for section, value in _mapping(document.data).items():
        if section not in _SECTIONS:
            yield unknown_word(
                document, (section,), section, "the key answers or record", _SECTIONS
            )
        elif not isinstance(value, dict):
            yield document.fault((section,), "no names", "names with their values below them")
        elif section == "answers":
            yield from answer_faults(document, (section,), value, guidance)
        else:
            yield from _record_faults(document, value, guidance, area_of)


def answer_faults(
    document: Document, at: Route, answers: dict[str, Data], guidance: Guidance
) -> Iterator[Fault]:
    """Every fault of the answers that stand at a place of a document."""
    for name, value in answers.items():
        question = guidance.question_by_id.get(name)
        here = (*at, name)
        if question is None:
            known = list(guidance.question_by_id)
            yield unknown_word(document, here, name, "the id of a question", known)
        else:
            yield from _value_faults(document, here, question, value)


def _value_faults(
    document: Document, at: Route, question: Question, value: Data
) -> Iterator[Fault]:
    known = _ids(question)
    if question.kind == "one" and isinstance(value, list):
        yield document.fault(at, "a list", one_of(known) + ", and not as a list")
    elif isinstance(value, dict):
        yield document.fault(at, "keys with values", one_of(known))
    elif value == []:
        yield document.fault(at, "an empty list", "an answer, or the question left out")
    else:
        yield from _option_faults(document, at, question, value)


def _option_faults(
    document: Document, at: Route, question: Question, value: Data
) -> Iterator[Fault]:
    known = _ids(question)
    given: list[str] = []
    sound = True
    for index, word in enumerate(_chosen(value)):
        place = (*at, index) if isinstance(value, list) else at
        if not isinstance(word, str) or word not in known:
            sound = False
            yield unknown_word(document, place, word, one_of(known), known)
        elif word in given:
            sound = False
            yield document.fault(place, "an option that stands before it too", "each option once")
        else:
            given.append(word)
    if sound and clash(question, tuple(given)) is not None:
        expected = f"{' or '.join(question.alone)} by itself, or left out"
        yield document.fault(at, "an option that cannot stand beside others", expected)


def _record_faults(
    document: Document,
    record: dict[str, Data],
    guidance: Guidance,
    area_of: Callable[[str], str],
) -> Iterator[Fault]:
    decisions = [label.id for label in guidance.decisions]
    for name, value in record.items():
        at = ("record", name)
        if name not in RECORD_FIELDS:
            yield unknown_word(document, at, name, "a field of the record", RECORD_FIELDS)
        elif fault := text_fault(document, at, value):
            yield fault
        elif name == "decision" and value not in decisions:
            yield unknown_word(document, at, value, one_of(decisions), decisions)
        elif name == "review_on" and (fault := day_fault(document, at, str(value))):
            yield fault
        elif name == "area":
            yield from _area_faults(document, at, str(value), area_of)


def _area_faults(
    document: Document, at: Route, value: str, area_of: Callable[[str], str]
) -> Iterator[Fault]:
    try:
        area_of(value)
    except InfoshareError as error:
        # What it found is not repeated: it quotes what was written.
        told = error.faults[0] if error.faults else Fault("", "", "the id of an area")
        found = "no area of the guide, or more than one"
        yield document.fault(at, found, told.expected, told.suggestion)


def _ids(question: Question) -> list[str]:
    return [option.id for option in question.options]
