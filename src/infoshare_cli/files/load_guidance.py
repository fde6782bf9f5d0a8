"""A rule pack from its folder: all of it, or every fault that it has."""

import hashlib
import os.path
from collections.abc import Iterator, Sequence
from pathlib import Path

from infoshare_cli.core.canonical import write_canonical
from infoshare_cli.core.guidance import Guidance, Notice
from infoshare_cli.errors import Fault, FileError
from infoshare_cli.files.build_guidance import build_guidance, with_receipt
from infoshare_cli.files.check_pack import check_pack
from infoshare_cli.files.document import Data, Document, count_of, in_order
from infoshare_cli.files.file_text import NO_FILE, is_folder
from infoshare_cli.files.layers.overlays import chain_of, merged_file, stray_files
from infoshare_cli.files.load_topics import notice_faults, topic_ids
from infoshare_cli.files.pack_entries import (
    MAY_BE_MISSING,
    PACK_FILES,
    Documents,
    declared_words,
    raw_list,
)
from infoshare_cli.files.proof_receipt import read_receipt
from infoshare_cli.files.shapes import try_build


def load_guidance(folder: Path) -> Guidance:
    """The pack in a folder, laid over those that it builds on.

    Raises:
        FileError: a file is missing or has faults; those of all files at once. Where what the
            pack builds on cannot be found, that alone.
    """
    return _loaded(folder)[0]


def load_data(folder: Path) -> dict[str, Data]:
    """What the files of a pack say, by file name: what its digest is taken over.

    `open_guidance.compile_guidance` calls it; whoever goes by the rules needs no more than them.

    Raises:
        FileError: as `load_guidance`; what has a fault says nothing.
    """
    return _loaded(folder)[1]


def _loaded(folder: Path) -> tuple[Guidance, dict[str, Data]]:
    faults: list[Fault] = []
    chain = chain_of(folder)
    documents = _documents(folder, chain, faults)
    words = declared_words(documents)
    faults.extend(check_pack(documents, words))
    guidance = build_guidance(documents, words, faults)
    faults.extend(_notice_faults(documents, topic_ids(folder)))
    if faults:
        told = f"The rules in {folder} cannot be used: {count_of(faults)}."
        raise FileError(told, in_order(faults))
    # What a pack does without has no places, and no word that could count.
    data = {name: documents[name].data for name in documents if documents[name].places}
    digest = _digest_of(data)
    return with_receipt(guidance, digest, read_receipt(chain, digest)), data


def _digest_of(data: dict[str, Data]) -> str:
    """The digest of a pack: its wording counts, its comments and line ends do not.

    SHA-256 over the canonical JSON (RFC 8785) of the files' data by file name.
    """
    return "sha256:" + hashlib.sha256(write_canonical(data)).hexdigest()


def _documents(folder: Path, chain: Sequence[Path], faults: list[Fault]) -> Documents:
    """The files of a pack; one that cannot be read is empty, and its faults are noted."""
    documents = {name: _document(chain, name, faults) for name in PACK_FILES}
    missing = [NO_FILE] * (len(PACK_FILES) - len(MAY_BE_MISSING))
    if not is_folder(folder) or [fault.found for fault in faults] == missing:
        found = "no rules" if is_folder(folder) else "no folder of this name"
        fault = Fault(str(folder), found, "the folder that holds pack.yaml")
        raise FileError(f"There are no rules in {folder}.", [fault])
    faults.extend(stray_files(chain))
    return documents


def _document(chain: Sequence[Path], name: str, faults: list[Fault]) -> Document:
    """A file of a pack; empty where none of its folders has it and it may be missing."""
    if name in MAY_BE_MISSING and not any(os.path.lexists(folder / name) for folder in chain):
        return Document(str(chain[-1] / name), {}, {})
    return merged_file(chain, name, faults)


def _notice_faults(documents: Documents, topics: Sequence[str]) -> Iterator[Fault]:
    """The faults of notices that have the right shape, but could never be shown."""
    document = documents["since.yaml"]
    for index, _ in enumerate(raw_list(documents, "since.yaml", "notices")):
        notice = try_build(Notice, document, ("notices", index), [])
        if notice is not None:
            yield from notice_faults(document, ("notices", index), notice, topics)
