"""The rules for whoever goes by them: as `load_guidance` reads them, only sooner where it can be.

A compiled form counts only where the receipt of a proof names its very digest. Whoever judges
rules reads the files themselves, with `load_guidance`.
"""

from collections.abc import Sequence
from pathlib import Path

from infoshare_cli.core.guidance import Guidance, Notice
from infoshare_cli.errors import Fault
from infoshare_cli.files.build_guidance import build_guidance, build_notices, with_receipt
from infoshare_cli.files.compiled import Compiled, read_compiled, write_compiled
from infoshare_cli.files.document import Document
from infoshare_cli.files.locations import compiled_form
from infoshare_cli.files.pack_entries import (
    ASSURANCE_FILE,
    PACK_FILES,
    Documents,
    declared_words,
)
from infoshare_cli.files.proof_receipt import Receipt, read_receipt


def open_guidance(folder: Path) -> Guidance:
    """The pack in a folder, laid over those that it builds on.

    Raises:
        FileError: as `load_guidance`.
    """
    compiled, receipt = _compiled(folder)
    if compiled and receipt:
        documents, faults = _documents(compiled), list[Fault]()
        guidance = build_guidance(documents, declared_words(documents), faults)
        if not faults:
            return with_receipt(guidance, compiled.digest, receipt)
    from infoshare_cli.files.load_guidance import load_guidance

    return load_guidance(folder)


def open_notices(folder: Path) -> tuple[Notice, ...]:
    """What has changed since the guide was written, as `load_topics.load_notices` gives it.

    Raises:
        FileError: as `load_notices`.
    """
    compiled, receipt = _compiled(folder)
    if compiled and receipt:
        faults: list[Fault] = []
        notices = build_notices(_documents(compiled), faults)
        if not faults:
            return notices
    from infoshare_cli.files.load_topics import load_notices

    return load_notices(folder)


def compile_guidance(folder: Path) -> None:
    """Write the compiled form of a shipped pack that builds on no other.

    For whoever hands out the program; `tests.remake_documents` calls it.

    Raises:
        FileError: the pack has faults.
        OSError: the form cannot be written.
    """
    from infoshare_cli.files.load_guidance import load_data

    write_compiled(compiled_form(folder.name), load_data(folder), sources_of(folder))


def _compiled(folder: Path) -> tuple[Compiled | None, Receipt | None]:
    """The compiled form of a pack as it is now, and the receipt that this very form was proved."""
    try:
        sources = sources_of(folder)
    except OSError:
        # Such a folder has no compiled form; reading its files tells what is wrong with it.
        return None, None
    compiled = read_compiled(compiled_form(folder.name), sources)
    return compiled, read_receipt([folder], compiled.digest) if compiled else None


def sources_of(folder: Path) -> Sequence[Path]:
    """The files that have a say in what a pack is, or in whether it can be used."""
    patterns = ("*.yaml", "*.yml", "topics/*")
    found = (path for pattern in patterns for path in folder.glob(pattern))
    return sorted(path for path in found if path.name != ASSURANCE_FILE)


def _documents(compiled: Compiled) -> Documents:
    """The files of a pack, without the places of their parts: no fault is told from here."""
    return {name: Document(name, compiled.data.get(name, {}), {}) for name in PACK_FILES}
