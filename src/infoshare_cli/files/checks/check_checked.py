"""How far the contacts that a pack leads to were checked."""

from collections.abc import Iterator
from datetime import date

from infoshare_cli.core.contacts import Check, Directory, is_overdue
from infoshare_cli.errors import Fault
from infoshare_cli.files.pack_entries import Documents, entries
from infoshare_cli.files.strict_yaml import Document


def check_checked(
    documents: Documents, contacts: Document, directory: Directory, today: date
) -> Iterator[Fault]:
    """A warning for each contact that an outcome leads to and that was not checked of late."""
    outcomes = entries(documents, "outcomes")
    roles = {role for outcome in outcomes for _, role in outcome.words("contacts")}
    for index, contact in enumerate(directory.contacts):
        doubts = [_doubt(check, today) for check in contact.provenance.checks]
        told = ", ".join(doubt for doubt in doubts if doubt)
        if told and contact.role in roles:
            found = f"{contact.id}: {told}"
            yield contacts.fault(("contacts", index), found, "a check, with its day")


def _doubt(check: Check, today: date) -> str:
    if check.result == "not-checked":
        return f"{check.of} never checked"
    if check.on is not None and check.on > today:
        return f"{check.of} checked on a day to come, {check.on}"
    if is_overdue(check, today):
        return f"{check.of} last checked on {check.on}"
    return f"{check.of} differs in public copies" if check.result == "differs" else ""
