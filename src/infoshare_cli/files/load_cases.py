"""Cases to hold a pack against: answers, and the outcome that a person expects of them."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.written_case import WrittenCase
from infoshare_cli.errors import Fault, FileError, reason_of
from infoshare_cli.files.case_reader import CaseReader
from infoshare_cli.files.document import Place, count_of, describe
from infoshare_cli.files.json_items import items_of
from infoshare_cli.files.strict_yaml import (
    MAX_BYTES,
    Document,
    parse_json,
    parse_yaml,
    read_bytes,
)

ONE_A_LINE = ".jsonl"
"""The ending of a file that holds one case a line; it is read line by line, at any length."""
_MOST_JSON = 256 * 1024 * 1024
"""Bytes; a list is in memory as a whole, which a file with one case a line never is."""


def cases_of(folder: Path) -> tuple[Path, ...]:
    """The case files that come with a pack, in order."""
    return tuple(sorted((folder / "cases").glob("*.yaml")))


def read_cases(
    path: Path, guidance: Guidance, progress: Callable[[int], None] = lambda _bytes: None
) -> Iterator[WrittenCase]:
    """The cases of a file: a list as YAML or JSON, or JSON with one case a line.

    A case with faults comes with them; the others are not kept back for it.

    Args:
        progress: told how many bytes more are done.

    Raises:
        FileError: the file is not there, cannot be read, or is no list.
    """
    reader = CaseReader(guidance)
    kind = path.suffix.lower()
    if kind == ONE_A_LINE:
        yield from _lines(path, reader, progress)
        return
    if kind == ".json":
        content = read_bytes(path, _MOST_JSON)
        yield from _json_list(content, str(path), reader)
    else:
        content = read_bytes(path)
        _refuse_large(content, path)
        yield from _list(parse_yaml(content, str(path)), reader)
    progress(len(content))


def _refuse_large(content: bytes, path: Path) -> None:
    if len(content) > MAX_BYTES:
        expected = (
            f"at most 1 MiB, or JSON with one case a line in a file that ends in {ONE_A_LINE}"
        )
        fault = Fault(str(path), "more than 1 MiB", expected)
        raise FileError(f"{path} cannot be used: {count_of([fault])}.", [fault])


def _list(document: Document, reader: CaseReader) -> Iterator[WrittenCase]:
    if not isinstance(document.data, list):
        fault = document.fault((), describe(document.data), "a list of cases")
        raise FileError(f"{document.file} cannot be used: {count_of([fault])}.", [fault])
    for index, data in enumerate(document.data):
        yield reader.case(document, (index,), data)


def _json_list(content: bytes, file: str, reader: CaseReader) -> Iterator[WrittenCase]:
    """The cases of a JSON file; where one has a fault, or the file is large, one by one."""
    try:
        document = parse_json(content, file)
    except FileError:
        items = _items(content)
        if items is None:
            raise
        for item, place in items:
            yield _json_case(item.encode("utf-8"), file, place, reader)
    else:
        yield from _list(document, reader)


def _items(content: bytes) -> list[tuple[str, Place]] | None:
    try:
        return items_of(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return None


def _lines(
    path: Path, reader: CaseReader, progress: Callable[[int], None]
) -> Iterator[WrittenCase]:
    try:
        with path.open("rb") as stream:
            for number, line in enumerate(stream, start=1):
                if line.strip():
                    yield _json_case(line, str(path), (number, 1), reader)
                progress(len(line))
    except OSError as error:
        fault = Fault(str(path), reason_of(error), "a file of cases")
        raise FileError(f"{path} cannot be used: {count_of([fault])}.", [fault]) from error


def _json_case(content: bytes, file: str, place: Place, reader: CaseReader) -> WrittenCase:
    """The case that a JSON object is; `place` is where it begins in the file."""
    try:
        document = parse_json(content, file)
        case = reader.case(document, (), document.data)
    except FileError as error:
        case = WrittenCase(_id_of(content) or f"line {place[0]}", {}, "", None, error.faults)
    if not case.faults:
        return case
    return replace(case, faults=tuple(_placed(fault, place) for fault in case.faults))


def _placed(fault: Fault, place: Place) -> Fault:
    """The fault where it is in the file, from where it is in a part that begins at a place."""
    line, column = fault.line or 1, fault.column or 1
    column += place[1] - 1 if line == 1 else 0
    return replace(fault, line=line + place[0] - 1, column=column)


def _id_of(content: bytes) -> str | None:
    """The id of a case that has faults elsewhere, so that a person finds it."""
    try:
        case = json.loads(content)
    except ValueError:
        return None
    return str(case["id"]) if isinstance(case, dict) and "id" in case else None
