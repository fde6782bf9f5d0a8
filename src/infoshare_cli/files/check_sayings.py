"""What sayings may put in: the words of record fields, each only for those who may hear them."""

from collections.abc import Iterator
from typing import Any

from infoshare_cli.core.sayings import FIELD, MAY_HEAR
from infoshare_cli.errors import Fault
from infoshare_cli.files.document import one_of
from infoshare_cli.files.pack_entries import Documents, Entry, as_mapping, entries
from infoshare_cli.files.strict_yaml import nearest


def check_sayings(documents: Documents) -> Iterator[Fault]:
    """A fault for each field that somebody may not hear, or that text and fields do not share."""
    for saying in entries(documents, "sayings"):
        fields = as_mapping(saying.item.get("fields"))
        yield from _check_said(saying, fields)
        yield from _check_heard(saying, fields)
        if fields and saying.item.get("form") in ("care", "silence"):
            found = f"fields where the form is {saying.item['form']}"
            yield saying.fault(("fields",), found, "fields only where there are words to say")


def _check_said(saying: Entry, fields: dict[str, Any]) -> Iterator[Fault]:
    """Each field stands in the text, and each in the text says what to put where it is empty."""
    text = saying.item.get("text")
    if not isinstance(text, str):
        return
    named = FIELD.findall(text)
    for field in dict.fromkeys(named):
        if field not in fields:
            expected = f"{field} under fields, with words for where it is empty"
            yield saying.fault(("text",), f"{{{field}}}", expected)
    for field in fields:
        if field not in named:
            expected = f"a field that stands in the text, as {{{field}}}"
            yield saying.fault(("fields", field), f"'{field}'", expected)
    if {*"{}"}.intersection(FIELD.sub("", text)):
        expected = "braces only around the id of a record field, such as {purpose}"
        yield saying.fault(("text",), "a brace by itself", expected)


def _check_heard(saying: Entry, fields: dict[str, Any]) -> Iterator[Fault]:
    """Whoever hears it may hear the words of each field."""
    audience = saying.item.get("to")
    allowed = next((may for who, may in MAY_HEAR.items() if who == audience), None)
    if allowed is None:
        return
    for field in fields:
        if field not in allowed:
            expected = one_of(allowed) if allowed else "no field of the record"
            found = f"'{field}', which is not for this listener ({audience})"
            yield saying.fault(("fields", field), found, expected, nearest(field, allowed))
