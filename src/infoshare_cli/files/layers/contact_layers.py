"""Contacts that build on others: `extends: shipped`, or a file seen from their own folder."""

from collections.abc import Sequence
from pathlib import Path

from infoshare_cli.errors import Fault, FileError
from infoshare_cli.files.document import count_of, describe
from infoshare_cli.files.file_text import NO_FILE
from infoshare_cli.files.layers.merge_documents import Plan, lay_over
from infoshare_cli.files.layers.overlays import CONTACTS_FILE, beside, chain_of, is_absolute
from infoshare_cli.files.locations import shipped_contacts
from infoshare_cli.files.pack_entries import EXTENDS, as_mapping
from infoshare_cli.files.strict_yaml import Document, read_yaml

SHIPPED = "shipped"
"""What `extends` names where a directory builds on the one that comes with the program."""

_AT = (EXTENDS,)
_PLAN = Plan(("areas", "contacts"), ("shared", "ignored_words"), _AT, removes="contacts")


def contacts_of(folder: Path) -> Path | None:
    """The contact directory that a pack brings along, its own or one that it builds on brings.

    None where there is none, or where what the pack builds on cannot be found.
    """
    own = folder / CONTACTS_FILE
    try:
        # Its own needs no YAML to be found, and every command asks.
        chain = (folder,) if own.is_file() else chain_of(folder)
        return next(
            (path for each in reversed(chain) if (path := each / CONTACTS_FILE).is_file()), None
        )
    except (FileError, OSError):
        return None


def merged_contacts(path: Path, faults: list[Fault]) -> Document:
    """The contacts in a file, laid over those that it builds on; what cannot be done is noted.

    Raises:
        FileError: a file cannot be read, or what one says under `extends` leads in a circle or
            nowhere.
    """
    paths, documents = [path], [read_yaml(path)]
    while EXTENDS in as_mapping(documents[0].data):
        below = _file_below(paths, documents[0])
        documents.insert(0, _read_below(path, below, documents[0]))
        paths.insert(0, below)
    merged, *others = documents
    for document in others:
        merged = lay_over(merged, document, _PLAN, faults)
    return merged


def _file_below(paths: Sequence[Path], document: Document) -> Path:
    named = as_mapping(document.data)[EXTENDS]
    if not isinstance(named, str) or "\x00" in named or is_absolute(named):
        expected = f"{SHIPPED}, or a file seen from here, such as ../{CONTACTS_FILE}"
        raise _unusable(paths[-1], [document.fault(_AT, describe(named), expected)])
    below = shipped_contacts() if named == SHIPPED else beside(paths[0].parent, named)
    if below.is_file() and any(below.samefile(each) for each in paths):
        found = f"{describe(named)}, which is this file or builds on it"
        raise _unusable(
            paths[-1], [document.fault(_AT, found, "contacts that do not build on these")]
        )
    return below


def _read_below(path: Path, below: Path, document: Document) -> Document:
    try:
        return read_yaml(below)
    except FileError as error:
        missing = error.faults[0].found == NO_FILE
        named = describe(as_mapping(document.data)[EXTENDS])
        found = f"{named}, but no file is there" if missing else f"{named}, which cannot be used"
        expected = f"{SHIPPED}, or a file with contacts"
        told = [document.fault(_AT, found, expected), *(() if missing else error.faults)]
        raise _unusable(path, told) from error


def _unusable(path: Path, faults: Sequence[Fault]) -> FileError:
    return FileError(f"The contacts in {path} cannot be used: {count_of(faults)}.", faults)
