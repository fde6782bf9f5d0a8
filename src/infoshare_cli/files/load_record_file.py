"""A record file: what one of the forms of the log asks for, under the one key `record`.

It is read as strictly as an answers file, and its faults repeat as little of what was written.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import islice
from pathlib import Path

from infoshare_cli.core.form import (
    DayTrouble,
    Form,
    FormField,
    day_trouble,
    fields_that_do_not_belong,
)
from infoshare_cli.errors import Fault
from infoshare_cli.files.document import MAX_FAULTS, one_of
from infoshare_cli.files.given_file import (
    day_fault,
    not_usable,
    public_path,
    read_given_file,
    text_fault,
    unknown_word,
)
from infoshare_cli.files.strict_yaml import Data, Document

_SECTION = "record"
_DAY_FAULTS: Mapping[DayTrouble, tuple[str, str]] = {
    DayTrouble.AHEAD: ("a day that has not come yet", "a day that has been, as YYYY-MM-DD"),
    DayTrouble.LONG_GONE: ("a day before 1970", "a day since 1970, as YYYY-MM-DD"),
}
"""What is found in place of a day on which something happened, and what is expected."""


def load_record_file(
    path: Path, stdin: Callable[[], bytes], form: Form, *, today: date
) -> dict[str, str]:
    """What a form was given: field -> text, none of them empty, in the order of the form.

    Args:
        path: YAML or JSON, as for answers (see `given_file`); '-' for standard input.
        stdin: gives the bytes of standard input.
        form: the form that the file fills.
        today: the day it is where this computer is.

    Raises:
        FileError: with every fault of the file, up to MAX_FAULTS.
    """
    known = {_SECTION: tuple(each.id for each in form.fields)}

    def public(path: str) -> str:
        return public_path(path, known)

    document = read_given_file(path, stdin, _SECTION, public)
    faults = tuple(islice(_faults(document, form, today), MAX_FAULTS))
    if faults:
        raise not_usable(document.file, _SECTION, public, faults)
    given = _texts(document)
    return {each.id: given[each.id] for each in form.fields if each.id in given}


def _faults(document: Document, form: Form, today: date) -> Iterator[Fault]:
    if not isinstance(document.data, dict):
        yield document.fault((), "no keys", "the key record")
        return
    for section, value in document.data.items():
        if section != _SECTION:
            yield unknown_word(document, (section,), section, "the key record alone", [_SECTION])
        elif not isinstance(value, dict):
            yield document.fault((section,), "no names", "names with their values below them")
        else:
            yield from _record_faults(document, value, form, today)


def _record_faults(
    document: Document, record: dict[str, Data], form: Form, today: date
) -> Iterator[Fault]:
    fields = {each.id: each for each in form.fields}
    for name, value in record.items():
        if name not in fields:
            expected = f"a field that {_with_article(form.name)} has"
            yield unknown_word(document, (_SECTION, name), name, expected, list(fields))
        elif fault := _value_fault(document, fields[name], value, today):
            yield fault
    # A choice that nobody can make rules nothing out.
    sound = {
        name: text
        for name, text in _texts(document).items()
        if name in fields and _value_fault(document, fields[name], text, today) is None
    }
    for each in fields_that_do_not_belong(form, sound):
        yield _misplaced(document, each)


def _value_fault(document: Document, each: FormField, value: Data, today: date) -> Fault | None:
    at, options = (_SECTION, each.id), [option.id for option in each.options]
    if fault := text_fault(document, at, value):
        return fault
    if options and value not in options:
        return unknown_word(document, at, value, one_of(options), options)
    if each.is_day and (fault := day_fault(document, at, str(value))):
        return fault
    trouble = day_trouble(each, str(value), today)
    return document.fault(at, *_DAY_FAULTS[trouble]) if trouble else None


def _misplaced(document: Document, each: FormField) -> Fault:
    needs = " and ".join(f"{name} is {' or '.join(fit)}" for name, fit in each.only_if.items())
    expected = f"it only where {needs}; or this field left out"
    return document.fault((_SECTION, each.id), "a field that does not go with that", expected)


def _texts(document: Document) -> dict[str, str]:
    data = document.data if isinstance(document.data, dict) else {}
    record = data.get(_SECTION, {})
    found = record if isinstance(record, dict) else {}
    return {name: value for name, value in found.items() if isinstance(value, str)}


def _with_article(name: str) -> str:
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"
