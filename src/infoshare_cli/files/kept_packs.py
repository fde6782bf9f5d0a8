"""The rules that decisions were made under, kept beside the log so that they can be gone by again.

Each lies in `<log>.packs/<digest>.json` and holds exactly what its digest is taken over, so its
name tells whether it is what it was. It is written once, after a record that names it, and never
changed. It holds the rules and nothing of a case.
"""

import hashlib
import json
import os
import re
import stat
from pathlib import Path

from infoshare_cli.core.canonical import write_canonical
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.errors import Fault, FileError, LogError, reason_of
from infoshare_cli.files.build_guidance import build_guidance, with_receipt
from infoshare_cli.files.compiled import read_compiled
from infoshare_cli.files.document import Document
from infoshare_cli.files.locations import compiled_form
from infoshare_cli.files.open_guidance import sources_of
from infoshare_cli.files.pack_entries import MAY_BE_MISSING, PACK_FILES, declared_words
from infoshare_cli.files.private_file import make_private_folder, open_regular
from infoshare_cli.files.whole_file import replace_file

MAX_BYTES = 16 * 1024 * 1024
"""Eight files of at most 1 MiB, each letter of which may have to be escaped."""

_DIGEST = re.compile("sha256:([0-9a-f]{64})")


def packs_folder(log: Path) -> Path:
    """Where the rules lie that records of a log name."""
    return log.with_name(f"{log.name}.packs")


def keep_pack(log: Path, digest: str, folder: Path) -> str:
    """Keep the rules in a folder beside the log, if they are not there yet.

    A record is on the disk by then, so nothing that fails here is an error.

    Args:
        digest: of the rules that a record names; if the folder holds others by now, none are kept.

    Returns:
        Why they could not be kept, for the person to read; '' where all is well.
    """
    path = _path(log, digest)
    if path is None or _is_there(path):
        return ""
    try:
        _keep(path, _content(folder, digest))
    except (OSError, FileError) as error:
        why = reason_of(error) if isinstance(error, OSError) else "they have changed meanwhile"
        return f"The rules of this record could not be kept in {path.parent}: {why}."
    return ""


def open_kept_pack(log: Path, digest: str) -> Guidance | None:
    """The rules with a digest, as they were kept; never called proved. None where they are not.

    Raises:
        LogError: what is kept there is not what the digest says, or cannot be read.
    """
    path = _path(log, digest)
    if path is None:
        return None
    try:
        content = _read(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise LogError(f"The rules kept in {path} cannot be read: {reason_of(error)}.") from error
    if not _fits(content, digest):
        raise LogError(f"What is kept in {path} is not the rules that its name says.")
    try:
        return with_receipt(_built(path, content), digest, None)
    except FileError as error:
        # What this version makes of the rules of another is not for the log to answer for.
        told = f"The rules kept in {path} cannot be used by this version of the program."
        raise LogError(told, error.faults) from error


def _path(log: Path, digest: str) -> Path | None:
    found = _DIGEST.fullmatch(digest)
    return packs_folder(log) / f"{found[1]}.json" if found else None


def _keep(path: Path, content: bytes) -> None:
    import secrets

    make_private_folder(path.parent)
    # Two programs may write it at once: the same words, each whole.
    replace_file(path, content, secrets.token_hex(4))


def _is_there(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _fits(content: bytes, digest: str) -> bool:
    return f"sha256:{hashlib.sha256(content).hexdigest()}" == digest


def _content(folder: Path, digest: str) -> bytes:
    """What the digest is taken over: of the compiled form, where that has it, or of the files.

    Raises:
        FileError: the folder holds other rules, or none that can be used, or far too much.
        OSError: it cannot be read.
    """
    compiled = read_compiled(compiled_form(folder.name), sources_of(folder))
    if compiled is not None and compiled.digest == digest:
        content = write_canonical(compiled.data)
        if _fits(content, digest):
            return content
    from infoshare_cli.files.load_guidance import load_data

    content = write_canonical(load_data(folder))
    if not _fits(content, digest) or len(content) > MAX_BYTES:
        raise FileError("They are not the rules that the record names.")
    return content


def _read(path: Path) -> bytes:
    with os.fdopen(open_regular(path, os.O_RDONLY), "rb") as stream:
        return stream.read(MAX_BYTES + 1)


def _built(path: Path, content: bytes) -> Guidance:
    """The rules as they are built whenever they are read, and held to all that they are held to.

    Raises:
        FileError: with what is wrong with them.
    """
    from infoshare_cli.files.check_pack import check_pack
    from infoshare_cli.files.json_text import parse_json

    documents = {name: Document(name, {}, {}) for name in MAY_BE_MISSING}
    for name, text in _files(path, content).items():
        documents[name] = parse_json(text, f"{path}: {name}")
    words, faults = declared_words(documents), list[Fault]()
    faults.extend(check_pack(documents, words))
    guidance = build_guidance(documents, words, faults)
    if faults:
        raise FileError(f"The rules in {path} cannot be used.", faults)
    return guidance


def _files(path: Path, content: bytes) -> dict[str, bytes]:
    """Each file of the rules as JSON; nothing of it has been checked."""
    try:
        data = json.loads(content)
        names = [name for name in PACK_FILES if name in data or name not in MAY_BE_MISSING]
        return {name: write_canonical(data[name]) for name in names}
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        fault = Fault(str(path), "something else", "the files of a pack by name")
        raise FileError(f"There are no rules in {path}.", [fault]) from error
