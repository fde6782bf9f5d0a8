"""An answers file: the answers of a case and, if wished, the record that goes with them.

A fault says where it is and what was expected, but never repeats what was written,
unless that is plainly a slip in one of the known words.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from infoshare_cli.core.answers import clash, in_order
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance, Question
from infoshare_cli.core.record import RECORD_FIELDS
from infoshare_cli.errors import Fault, FileError
from infoshare_cli.files.strict_yaml import (
    Data,
    Document,
    Route,
    nearest,
    parse_json,
    parse_yaml,
    read_bytes,
)

STANDARD_INPUT = "-"


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
        path: YAML, or JSON where the name ends in .json or the text is JSON.
        stdin: gives the bytes of standard input.
        guidance: the pack whose questions are answered.
        area_of: the id of the area that a text means; raises InfoshareError for none.

    Raises:
        FileError: with every fault of the file.
    """
    name = str(path)
    content = stdin() if name == STANDARD_INPUT else read_bytes(path)
    document = _parse(content, name)
    faults = list(_faults(document, guidance, area_of))
    if faults:
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        source = "The answers from standard input" if name == STANDARD_INPUT else name
        raise FileError(f"{source} cannot be used: {count}.", faults)
    return _built(document, guidance, area_of)


def _parse(content: bytes, name: str) -> Document:
    """JSON where it is said to be, or where it is; YAML otherwise."""
    if name.lower().endswith(".json"):
        return parse_json(content, name)
    if name == STANDARD_INPUT and content.lstrip()[:1] == b"{":
        try:
            return parse_json(content, name)
        except FileError as error:
            if any("JSON" not in fault.expected for fault in error.faults):
                raise
    return parse_yaml(content, name)


def _built(document: Document, guidance: Guidance, area_of: Callable[[str], str]) -> AnswersFile:
    data = _mapping(document.data)
    answers = {
        question: in_order(guidance.question_by_id[question], tuple(map(str, _chosen(value))))
        for question, value in _mapping(data.get("answers", {})).items()
    }
    if "record" not in data:
        return AnswersFile(answers, None)
    record = {field: str(value) for field, value in _mapping(data["record"]).items()}
    if "area" in record:
        record["area"] = area_of(record["area"])
    return AnswersFile(answers, record)


def _mapping(data: Data) -> dict[str, Data]:
    return data if isinstance(data, dict) else {}


def _chosen(value: Data) -> Sequence[Data]:
    return value if isinstance(value, list) else [value]


def _faults(
    document: Document, guidance: Guidance, area_of: Callable[[str], str]
) -> Iterator[Fault]:
    sections = ("answers", "record")
    if not isinstance(document.data, dict):
        yield document.fault((), "no mapping", "the keys answers and record")
    for section, value in _mapping(document.data).items():
        if section not in sections:
            yield _unknown(document, (section,), section, "the key answers or record", sections)
        elif not isinstance(value, dict):
            yield document.fault((section,), "no mapping", "names with their values below them")
        elif section == "answers":
            yield from _answer_faults(document, value, guidance)
        else:
            yield from _record_faults(document, value, guidance, area_of)


def _answer_faults(
    document: Document, answers: dict[str, Data], guidance: Guidance
) -> Iterator[Fault]:
    for name, value in answers.items():
        question = guidance.question_by_id.get(name)
        at = ("answers", name)
        if question is None:
            known = list(guidance.question_by_id)
            yield _unknown(document, at, name, "the id of a question", known)
        elif question.kind == "one" and not isinstance(value, str):
            yield document.fault(at, "no single word", "one of " + ", ".join(_ids(question)))
        elif not isinstance(value, str | list) or not value:
            yield document.fault(at, "no words", "one or more of " + ", ".join(_ids(question)))
        else:
            yield from _option_faults(document, at, question, value)


def _option_faults(
    document: Document, at: Route, question: Question, value: Data
) -> Iterator[Fault]:
    known = _ids(question)
    sound = True
    chosen = _chosen(value)
    for index, word in enumerate(chosen):
        place = (*at, index) if isinstance(value, list) else at
        if word not in known:
            sound = False
            yield _unknown(document, place, word, "one of " + ", ".join(known), known)
        elif word in chosen[:index]:
            sound = False
            yield document.fault(place, "an option again", "each option once")
    alone = clash(question, tuple(map(str, chosen))) if sound else None
    if alone is not None:
        yield document.fault(
            at, f"{alone} beside other options", f"{alone} by itself, or not at all"
        )


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
            yield _unknown(document, at, name, "a field of the record", RECORD_FIELDS)
        elif not isinstance(value, str):
            yield document.fault(at, "no text", "one text")
        elif name == "decision" and value not in decisions:
            yield _unknown(document, at, value, "one of " + ", ".join(decisions), decisions)
        elif name == "review_on" and not is_date(value):
            yield document.fault(at, "no date", "a date as YYYY-MM-DD")
        elif name == "area":
            yield from _area_faults(document, at, value, area_of)


def _area_faults(
    document: Document, at: Route, value: str, area_of: Callable[[str], str]
) -> Iterator[Fault]:
    from infoshare_cli.errors import InfoshareError

    try:
        area_of(value)
    except InfoshareError as error:
        expected = error.faults[0].expected if error.faults else str(error)
        yield document.fault(at, "no area of the guide, or more than one", expected)


def is_date(text: str) -> bool:
    """Whether a text is a day as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _unknown(
    document: Document, at: Route, word: Data, expected: str, known: Sequence[str]
) -> Fault:
    """A word that is not known; shown only where it is plainly a slip in one that is."""
    hint = nearest(word, known) or _plain_yes_or_no(word, known) if isinstance(word, str) else None
    found = f"'{word}'" if hint else "a word that is not known here"
    return document.fault(at, found, expected, hint)


_MEANT = {"true": "yes", "y": "yes", "on": "yes", "false": "no", "n": "no", "off": "no"}


def _plain_yes_or_no(word: str, known: Sequence[str]) -> str | None:
    meant = _MEANT.get(word.casefold())
    return meant if meant in known else None


def _ids(question: Question) -> list[str]:
    return [option.id for option in question.options]
