"""Which fields of a record a person asked to be shown."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from infoshare_cli.errors import CallError, Fault

if TYPE_CHECKING:
    from infoshare_cli.core.record import Record


def shown_fields(record: "Record", asked: Sequence[str]) -> tuple[str, ...]:
    """The names of the fields that are asked for, each once; an empty field can be shown too.

    Args:
        asked: names of fields, several in one text with commas between them, or `answers`.

    Raises:
        CallError: the record has no such field, or its words were erased; all are told at once.
    """
    typed = [name.strip() for text in asked for name in text.split(",")]
    names = tuple(dict.fromkeys(each for name in typed for each in _meant(record, name)))
    faults = tuple(_fault(record, name) for name in names if name not in record.body)
    if faults:
        raise CallError(f"Record {record.head.seq} cannot show that.", faults)
    return names


def _meant(record: "Record", name: str) -> Iterator[str]:
    from infoshare_cli.core.record import ANSWER
    from infoshare_cli.core.withholding import ANSWERS

    answers = [each for each in record.body if each.startswith(ANSWER)] if name == ANSWERS else []
    yield from answers or [name]


def _fault(record: "Record", name: str) -> Fault:
    from infoshare_cli.core.withholding import ANSWERS
    from infoshare_cli.files.document import nearest

    if name in record.head.commitments:
        expected = "a field that still has its words"
        return Fault("", f"{name}, which was erased", expected, path="--show")
    if name == ANSWERS:
        return Fault("", name, "names of fields, as this record has no answers", path="--show")
    expected = "a field of the record, as infoshare log show --json names it"
    near = nearest(name, record.body) if name else None
    return Fault("", repr(name), expected, path="--show", suggestion=near)
