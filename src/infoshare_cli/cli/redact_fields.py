"""What is told to whoever has not said, or not rightly, which fields of a record are to go."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from infoshare_cli.core.field_text import field_names
from infoshare_cli.core.record import Record
from infoshare_cli.core.redaction import ANSWERS
from infoshare_cli.core.redaction_facts import groups_of, starts_of
from infoshare_cli.core.same_words import texts_in
from infoshare_cli.errors import CallError, Fault
from infoshare_cli.files.document import nearest

_COLUMNS = 80
_NOTHING = "Nothing was erased."


def which_fields(record: Record) -> CallError:
    """The error to raise where a record was named, and nothing of it."""
    seq = record.head.seq
    expected = f"what to erase of it: --field NAME, or --whole; NAME is {_one_of(record)}"
    told = (
        f"What is to be erased of record {seq}? {_NOTHING}",
        *_listed(record),
        f"Say which with --field NAME, or --whole for all of record {seq}:",
        f"infoshare log redact {seq} --field NAME --dry-run",
    )
    message = f"The call does not say clearly what to erase. {_NOTHING}"
    return CallError(message, (Fault("", "an ID alone", expected),), told="\n".join(told))


def wrong_fields(record: Record, names: Sequence[str]) -> CallError:
    """The error to raise where the record has no fields of these names."""
    expected = _one_of(record)
    near = {name: _nearest(record, name) for name in names}
    faults = [
        Fault("", repr(name), expected, path="--field", suggestion=near[name]) for name in names
    ]
    message = f"Record {record.head.seq} has no such field."
    told = (message, *_not_there(near), *_listed(record))
    return CallError(message, faults, told="\n".join(told))


def _nearest(record: Record, name: str) -> str | None:
    """The field that was meant; best one in which somebody wrote, then one that holds anything."""
    held = _named(starts_of(record))
    written = tuple(each for each in held if texts_in(record, each))
    found = (nearest(name, each) for each in (written, held, field_names(record)))
    return next(filter(None, found), None)


def _not_there(near: dict[str, str | None]) -> Iterator[str]:
    for name, meant in near.items():
        hint = f" Did you mean {meant}?" if meant else ""
        yield f"--field {name}: there is none.{hint}"


def _one_of(record: Record) -> str:
    named = _named(starts_of(record))
    return f"one of the fields that hold something: {', '.join(named)}"


def _named(held: Iterable[str]) -> tuple[str, ...]:
    """These fields as they can be asked for: what somebody wrote first, and all answers as one."""
    groups = groups_of(held)
    every = (ANSWERS,) if groups.answers else ()
    return (*groups.written, *groups.concluded, *every, *groups.answers)


def _listed(record: Record) -> Iterator[str]:
    """The fields that hold something, wrapped; what somebody wrote comes first."""
    groups = groups_of(starts_of(record))
    if not any((groups.written, groups.concluded, groups.answers)):
        yield "Nothing stands in any of its fields."
        return
    yield "These fields of it hold something:"
    if groups.written:
        yield _wrapped("- ", groups.written)
    if groups.concluded:
        yield _wrapped("- of the rules: ", groups.concluded)
    if groups.answers:
        yield _wrapped("- answers, for all of: ", groups.answers)


def _wrapped(mark: str, names: Sequence[str]) -> str:
    lines = wrap(
        ", ".join(names),
        _COLUMNS,
        initial_indent=mark,
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines)
