"""The contact directory from contacts.yaml: all of it, or every fault that it has."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar

from infoshare_cli.core.areas import Area, Places, SharedName
from infoshare_cli.core.canonical import write_canonical
from infoshare_cli.core.contacts import Contact, Directory
from infoshare_cli.errors import Fault, FileError
from infoshare_cli.files.compiled import read_compiled, write_compiled
from infoshare_cli.files.document import Document, count_of
from infoshare_cli.files.locations import compiled_form
from infoshare_cli.files.plain_shapes import Misfit, read_shape
from infoshare_cli.files.shapes import try_build

_NOTHING_ELSE: Mapping[str, str] = MappingProxyType({"extra": "forbid"})


COMPILED_AS = "contacts"
"""What the compiled form of the shipped directory is called."""


@dataclass(frozen=True)
class _Entries:
    """The keys of contacts.yaml."""

    __pydantic_config__: ClassVar = _NOTHING_ELSE
    areas: tuple[Area, ...]
    contacts: tuple[Contact, ...]
    shared: tuple[SharedName, ...] = ()
    ignored_words: tuple[str, ...] = ()


def open_contacts(path: Path) -> Directory:
    """As `load_contacts`, but sooner for the contacts that come with the program.

    Raises:
        FileError: as `load_contacts`.
    """
    compiled = read_compiled(compiled_form(COMPILED_AS), [path])
    if compiled is not None:
        try:
            return _directory(read_shape(_Entries, compiled.data), compiled.digest)
        except Misfit:
            pass
    return load_contacts(path)


def compile_contacts(path: Path) -> None:
    """Write the compiled form of the shipped contacts, which build on no others.

    For whoever hands out the program; `tests.remake_documents` calls it.

    Raises:
        FileError: they have faults.
        OSError: the form cannot be written.
    """
    document, _ = read_directory(path)
    write_compiled(compiled_form(COMPILED_AS), document.data, [path])


def load_contacts(path: Path) -> Directory:
    """The directory that the file at `path` holds, laid over the one that it builds on.

    Raises:
        FileError: it is not there, cannot be read, or has faults; all of them at once.
    """
    return read_directory(path)[1]


def read_directory(path: Path) -> tuple[Document, Directory]:
    """As `load_contacts`, with what was read, which knows the place of each part.

    Raises:
        FileError: as `load_contacts`.
    """
    from infoshare_cli.files.layers.contact_layers import merged_contacts

    faults: list[Fault] = []
    document = merged_contacts(path, faults)
    return document, build_directory(document, faults)


def build_directory(document: Document, known: Sequence[Fault] = ()) -> Directory:
    """The directory that a document holds, if nothing is wrong with it; `known` is.

    Raises:
        FileError: with every fault, those known among them.
    """
    from infoshare_cli.files.contact_faults import contact_faults, directory_faults

    faults = [*known]
    entries = try_build(_Entries, document, (), faults)
    for index, contact in _readable_contacts(document):
        faults.extend(contact_faults(document, index, contact))
    if entries is not None:
        directory = _directory(entries, digest_of(document))
        faults.extend(directory_faults(document, directory))
        if not faults:
            return directory
    raise FileError(f"The contacts in {document.file} cannot be used: {count_of(faults)}.", faults)


def digest_of(document: Document) -> str:
    """'sha256:' and the SHA-256 of what a document says; comments and line ends do not count."""
    return "sha256:" + hashlib.sha256(write_canonical(document.data)).hexdigest()


def _directory(entries: _Entries, digest: str) -> Directory:
    places = Places(entries.areas, entries.shared, entries.ignored_words)
    return Directory(places, entries.contacts, digest)


def _readable_contacts(document: Document) -> Iterator[tuple[int, Contact]]:
    """The entries that can be read, with their index, whatever is wrong with the others."""
    entries = document.data.get("contacts") if isinstance(document.data, dict) else None
    for index in range(len(entries) if isinstance(entries, list) else 0):
        contact = try_build(Contact, document, ("contacts", index), [])
        if contact is not None:
            yield index, contact
