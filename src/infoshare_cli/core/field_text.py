"""A record's fields for people to read: their order, and each value as lines of text."""

from collections.abc import Mapping, Sequence

from infoshare_cli.core.canonical import Value, write_canonical
from infoshare_cli.core.guidance import pages_in_words
from infoshare_cli.core.record import FIELDS_OF_KIND, Record

ERASED = "[erased]"
"""Stands for a value whose words were erased."""

_KEPT_WORDS = ("field", "kind", "reason")


def field_names(record: Record) -> tuple[str, ...]:
    """Every field, erased ones too: those of its kind in their order, then the answers."""
    names, of_kind = record.head.commitments, FIELDS_OF_KIND[record.head.kind]
    first = tuple(name for name in of_kind if name in names)
    return first + tuple(name for name in names if name not in of_kind)


def field_lines(record: Record, name: str) -> tuple[str, ...]:
    """The value of a field as lines of text; none where it is empty."""
    if name not in record.body:
        return (ERASED,) if name in record.head.commitments else ()
    return value_lines(record.body[name].value)


def value_lines(value: Value) -> tuple[str, ...]:
    """A value that a record holds as lines of text; none where it is empty."""
    if isinstance(value, list | tuple):
        if all(isinstance(each, str) for each in value):
            return ("; ".join(map(str, value)),) if value else ()
        return tuple(_line(each) for each in value)
    return () if value is None else (_line(value),)


def _line(value: Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping) and isinstance(text := value.get("text"), str):
        when = f"{value['when']}: " if "when" in value else ""
        return f"{when}{text}{_pages(value.get('source'))}"
    if isinstance(value, Mapping) and all(isinstance(value.get(each), str) for each in _KEPT_WORDS):
        return "{field}: {kind}, kept because: {reason}".format_map(value)
    return write_canonical(value).decode("utf-8")


def _pages(source: Value) -> str:
    cited = [each.get("page") for each in _entries(source) if isinstance(each, Mapping)]
    pages = pages_in_words(page for page in cited if isinstance(page, int))
    return f" ({pages})" if pages else ""


def _entries(value: Value) -> Sequence[Value]:
    return value if isinstance(value, list | tuple) else ()
