"""Whether a record can be found again, and says what was decided and why."""

from collections.abc import Iterator

from infoshare_cli.errors import Fault
from infoshare_cli.files.pack_entries import Documents, entries

_NEVER_EMPTY = ("case_ref", "decision", "reason", "override_reason")
"""What a record is worth little without."""


def check_record(documents: Documents) -> Iterator[Fault]:
    """A fault for each of these fields that is asked in every case and may be left empty."""
    for field in entries(documents, "fields"):
        always = "when" not in field.item
        if field.id in _NEVER_EMPTY and always and field.item.get("required") != "yes":
            at = ("required",) if "required" in field.item else ()
            found = f"the field {field.id}, which may be left empty"
            yield field.fault(at, found, "'required: yes'")
