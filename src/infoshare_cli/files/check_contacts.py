"""Whether the contacts can be relied on: what is wrong, what is too old, what was never checked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from infoshare_cli.core.contacts import Check, Contact, Directory, is_overdue
from infoshare_cli.errors import Fault, FileError
from infoshare_cli.files.load_contacts import read_directory
from infoshare_cli.files.strict_yaml import Document, Route, read_bytes


@dataclass(frozen=True)
class Findings:
    """What a check of the contacts found."""

    contacts: int
    """How many entries there are; 0 where the file cannot be used."""
    faults: tuple[Fault, ...] = ()
    """What must be put right."""
    warnings: tuple[Fault, ...] = ()
    """What a reader should know: what could not be checked, and what disagrees."""


def check_contacts(path: Path, today: date) -> Findings:
    """What is wrong with the contacts in the file at `path`.

    Raises:
        FileError: the file is not there, or cannot be opened; whatever stands in it is a finding.
    """
    read_bytes(path)
    try:
        document, directory = read_directory(path)
    except FileError as error:
        return Findings(0, error.faults)
    faults = tuple(_dated_faults(document, directory, today))
    return Findings(len(directory.contacts), faults, tuple(_warnings(document, directory)))


def _dated_faults(document: Document, directory: Directory, today: date) -> Iterator[Fault]:
    for at, contact, check in _checks(directory):
        if check.on is not None and check.on > today:
            found = f"a check of {contact.id} on a day to come, {check.on}"
            yield document.fault((*at, "on"), found, f"{today} or earlier")
        elif is_overdue(check, today):
            found = f"the {check.of} of {contact.id}, last checked on {check.on}"
            yield document.fault((*at, "on"), found, "a check within the last 12 months")


def _warnings(document: Document, directory: Directory) -> Iterator[Fault]:
    for at, contact, check in _checks(directory):
        if check.result == "not-checked":
            found = f"the {check.of} of {contact.id}, which was never checked"
            yield document.fault(at, found, "a check, with its day")
        elif check.result == "differs":
            found = f"the {check.of} of {contact.id}, on which the guide and public copies differ"
            yield document.fault(at, found, "to be cleared up by asking them")


def _checks(directory: Directory) -> Iterator[tuple[Route, Contact, Check]]:
    for index, contact in enumerate(directory.contacts):
        for number, check in enumerate(contact.provenance.checks):
            yield ("contacts", index, "provenance", "checks", number), contact, check
