"""A pack that builds on another: the folders it is made of, and their files laid over one another.

`pack.yaml` names the one parent, as `extends: ../pan-bedfordshire` or `extends: pan-bedfordshire`.
How two files become one is in `merge_documents`.
"""

import os.path
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path, PurePosixPath, PureWindowsPath

from infoshare_cli.errors import Fault, FileError
from infoshare_cli.files.document import count_of, describe, one_of
from infoshare_cli.files.file_text import NO_FILE, is_folder
from infoshare_cli.files.layers.merge_documents import Plan, lay_over
from infoshare_cli.files.locations import shipped_packs
from infoshare_cli.files.pack_entries import (
    ASSURANCE_FILE,
    ASSURANCE_LISTS,
    EXTENDS,
    LISTS,
    as_mapping,
)
from infoshare_cli.files.strict_yaml import Data, Document, nearest, read_yaml

_AT = (EXTENDS,)
_PACK_FILE = "pack.yaml"
CONTACTS_FILE = "contacts.yaml"
"""A pack may hold a contact directory of its own."""


def chain_of(folder: Path) -> tuple[Path, ...]:
    """The folders that a pack is made of, the one that builds on no other first, itself last.

    A folder whose own pack.yaml cannot be read stands alone: whoever reads the pack tells why.

    Raises:
        FileError: what it says under `extends` leads in a circle, or to no pack that can be used.
    """
    chain = [folder]
    try:
        document = read_yaml(folder / _PACK_FILE)
    except FileError:
        return (folder,)
    while EXTENDS in as_mapping(document.data):
        parent = _parent_of(chain, document)
        document = _read_parent(folder, parent, document)
        chain.insert(0, parent)
    return tuple(chain)


def _parent_of(chain: Sequence[Path], document: Document) -> Path:
    """The folder that the pack of the first folder builds on."""
    named = as_mapping(document.data)[EXTENDS]
    parent = _folder_named(chain[0], named)
    if parent is None or not is_folder(parent):
        raise _unusable(chain[-1], [_not_there(document, named)])
    if any(parent.samefile(each) for each in chain):
        found = f"{describe(named)}, which is this pack or builds on it"
        expected = "a pack that does not build on this one"
        raise _unusable(chain[-1], [document.fault(_AT, found, expected)])
    return parent


def _not_there(document: Document, named: Data) -> Fault:
    shipped = shipped_packs()
    expected = f"a folder seen from here, such as ../my-rules, or {' or '.join(shipped)}"
    if not isinstance(named, str):
        return document.fault(_AT, describe(named), expected)
    if is_absolute(named):
        what = "a path of this computer alone"
    else:
        what = "no folder is there" if _is_path(named) else "no pack of this id comes along"
        what = f"but {what}"
    return document.fault(_AT, f"{describe(named)}, {what}", expected, nearest(named, shipped))


def _folder_named(folder: Path, named: Data) -> Path | None:
    """The folder that `extends` means, there or not; None where it can mean none."""
    if not isinstance(named, str) or "\x00" in named:
        return None
    if not _is_path(named):
        return shipped_packs().get(named)
    return beside(folder, named)


def _read_parent(folder: Path, parent: Path, document: Document) -> Document:
    try:
        return read_yaml(parent / _PACK_FILE)
    except FileError as error:
        named = describe(as_mapping(document.data)[EXTENDS])
        missing = error.faults[0].found == NO_FILE
        found = f"{named}, a folder {'without' if missing else 'with an unusable'} {_PACK_FILE}"
        fault = document.fault(_AT, found, "a pack that can be used")
        raise _unusable(folder, [fault, *(() if missing else error.faults)]) from error


def _unusable(folder: Path, faults: Sequence[Fault]) -> FileError:
    return FileError(f"The rules in {folder} cannot be used: {count_of(faults)}.", faults)


def is_absolute(named: str) -> bool:
    """Whether a path is one of this machine alone, here or on Windows."""
    return PurePosixPath(named).is_absolute() or bool(PureWindowsPath(named).anchor)


def _is_path(named: str) -> bool:
    """Whether a text is a path seen from some folder, and not the id of something shipped."""
    return not is_absolute(named) and (named.startswith(".") or "/" in named or "\\" in named)


def beside(folder: Path, named: str) -> Path:
    """What a relative path means in a folder, spelled as short as it may be."""
    # A pack written on Windows is read elsewhere too.
    path = folder / named.replace("\\", "/")
    short = Path(os.path.normpath(path))
    try:
        # Behind a link, the folder above is another one than the spelling says.
        return short if short.samefile(path) else path
    except OSError:
        return path


# Files laid over one another.

_PLANS = {name: Plan(lists) for name, lists in LISTS.items()} | {
    _PACK_FILE: Plan(spent=_AT, own=("pack",)),
    "statements.yaml": Plan(("statements",)),
    "properties.yaml": Plan(("properties",)),
    ASSURANCE_FILE: Plan(ASSURANCE_LISTS),
}


def merged_document(folder: Path, name: str, faults: list[Fault]) -> Document:
    """A file of the pack in a folder, laid over those of the packs that it builds on.

    One that cannot be read is empty, without places, and its faults are noted.

    Raises:
        FileError: what the pack builds on cannot be found.
    """
    return merged_file(chain_of(folder), name, faults)


def merged_file(chain: Sequence[Path], name: str, faults: list[Fault]) -> Document:
    """As `merged_document`, for folders that are known, the base first."""
    paths = [folder / name for folder in chain if os.path.lexists(folder / name)]
    first, *others = paths or [chain[0] / name]
    merged = _read(first, faults)
    for path in others:
        merged = lay_over(merged, _read(path, faults), _PLANS.get(name, Plan()), faults)
    return merged


def stray_files(chain: Sequence[Path]) -> Iterator[Fault]:
    """A fault for each file of an overlay that no pack has: it would change nothing, unnoticed."""
    known = {*_PLANS, CONTACTS_FILE}
    for base, folder in pairwise(chain):
        known.update(_yaml_files(base))
        for name in _yaml_files(folder):
            if name not in known:
                found = "a file that the rules below do not have"
                near = nearest(name, known)
                yield Fault(str(folder / name), found, one_of(sorted(known)), suggestion=near)


def _yaml_files(folder: Path) -> list[str]:
    return sorted(path.name for ending in ("yaml", "yml") for path in folder.glob(f"*.{ending}"))


def _read(path: Path, faults: list[Fault]) -> Document:
    try:
        return read_yaml(path)
    except FileError as error:
        faults.extend(error.faults)
        return Document(str(path), {}, {})
