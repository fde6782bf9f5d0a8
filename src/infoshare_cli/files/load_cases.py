"""Cases to hold a pack against: answers, and the outcome that a person expects of them."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.written_case import WrittenCase
from infoshare_cli.errors import Fault, FileError
from infoshare_cli.files.document import count_of, describe, one_of
from infoshare_cli.files.load_answers import answer_faults, as_answers
from infoshare_cli.files.strict_yaml import (
    Data,
    Document,
    Route,
    nearest,
    parse_json,
    parse_yaml,
    read_bytes,
)

ONE_A_LINE = ".jsonl"
"""The ending of a file that holds one case a line; it is read line by line, at any length."""
_KEYS = ("id", "answers", "outcome", "consent_from", "story", "note")


def cases_of(folder: Path) -> tuple[Path, ...]:
    """The case files that come with a pack, in order."""
    return tuple(sorted((folder / "cases").glob("*.yaml")))


def read_cases(path: Path, guidance: Guidance) -> Iterator[WrittenCase]:
    """The cases of a file: a list as YAML or JSON, or JSON with one case a line.

    A case with faults comes with them; the others are not kept back for it.

    Raises:
        FileError: the file is not there, cannot be read, or is no list.
    """
    if path.suffix == ONE_A_LINE:
        yield from _lines(path, guidance)
    elif path.suffix == ".json":
        yield from _json_list(path, guidance)
    else:
        yield from _list(parse_yaml(read_bytes(path), str(path)), guidance)


def _list(document: Document, guidance: Guidance) -> Iterator[WrittenCase]:
    if not isinstance(document.data, list):
        fault = document.fault((), describe(document.data), "a list of cases")
        raise FileError(f"{document.file} cannot be used: {count_of([fault])}.", [fault])
    for index, data in enumerate(document.data):
        yield _case(document, (index,), data, guidance)


def _json_list(path: Path, guidance: Guidance) -> Iterator[WrittenCase]:
    """The cases of a JSON file; where one has a fault, each is read by itself."""
    content = read_bytes(path)
    try:
        yield from _list(parse_json(content, str(path)), guidance)
    except FileError:
        try:
            items = json.loads(content)
        except ValueError:
            items = None
        if not isinstance(items, list):
            raise
        for item in items:
            yield _json_case(json.dumps(item).encode("ascii"), str(path), None, guidance)


def _lines(path: Path, guidance: Guidance) -> Iterator[WrittenCase]:
    try:
        with path.open("rb") as stream:
            for number, line in enumerate(stream, start=1):
                if line.strip():
                    yield _json_case(line, str(path), number, guidance)
    except OSError as error:
        fault = Fault(str(path), (error.strerror or "no file").lower(), "a file of cases")
        raise FileError(f"{path} cannot be used: {count_of([fault])}.", [fault]) from error


def _json_case(content: bytes, file: str, line: int | None, guidance: Guidance) -> WrittenCase:
    """The case that a JSON object is; `line` is the line of the file, where it has one."""
    try:
        document = parse_json(content, file)
        case = _case(document, (), document.data, guidance)
    except FileError as error:
        case = WrittenCase(_id_of(content) or f"line {line}", {}, "", None, error.faults)
    return replace(case, faults=tuple(replace(each, line=line) for each in case.faults))


def _id_of(content: bytes) -> str | None:
    """The id of a case that has faults elsewhere, so that a person finds it."""
    try:
        case = json.loads(content)
    except ValueError:
        return None
    return str(case["id"]) if isinstance(case, dict) and "id" in case else None


def _case(document: Document, at: Route, data: Data, guidance: Guidance) -> WrittenCase:
    faults = tuple(_faults(document, at, data, guidance))
    case = data if isinstance(data, dict) else {}
    answers = case.get("answers")
    consent_from = case.get("consent_from")
    return WrittenCase(
        id=str(case.get("id", f"case {at[0]}" if at else "case")),
        answers=as_answers(answers, guidance) if isinstance(answers, dict) and not faults else {},
        outcome=str(case.get("outcome", "")),
        consent_from=None if consent_from is None else str(consent_from),
        faults=faults,
    )


def _faults(document: Document, at: Route, data: Data, guidance: Guidance) -> Iterator[Fault]:
    if not isinstance(data, dict):
        yield document.fault(at, describe(data), "a case: id, answers and outcome")
        return
    for key in ("id", "answers", "outcome"):
        if key not in data:
            yield document.fault((*at, key), "nothing", f"the key {key}")
    for key, value in data.items():
        here = (*at, key)
        if key not in _KEYS:
            hint = nearest(key, _KEYS)
            yield document.fault(here, f"the unknown key {key}", one_of(_KEYS), hint)
        elif key == "answers" and isinstance(value, dict):
            yield from answer_faults(document, here, value, guidance)
        elif key == "answers" or not isinstance(value, str):
            yield document.fault(here, describe(value), _shape_of(key))
        elif key == "outcome" and value not in guidance.outcome_by_id:
            known = tuple(guidance.outcome_by_id)
            yield document.fault(here, describe(value), one_of(known), nearest(value, known))
        elif key == "consent_from" and value not in {each.id for each in guidance.consent_from}:
            people = tuple(each.id for each in guidance.consent_from)
            yield document.fault(here, describe(value), one_of(people), nearest(value, people))


def _shape_of(key: str) -> str:
    return "questions with their answers below them" if key == "answers" else "one text"
