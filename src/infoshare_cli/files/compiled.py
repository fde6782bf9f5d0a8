"""The compiled form of files that come with the program: what they say, quick to read.

It is made when the program is (`tests.remake_documents`) and lies with it, never beside rules or
contacts of a person's own, and never where a running program writes: whoever may change it may
change the program too. The first line names the program's version and the very bytes that it was
made from; for any others it says nothing, and the files themselves are read. The second line is
what a digest is taken over, and whoever reads it takes the digest of the bytes that he goes on
with, so that a record names what decided, whatever was done to this file.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from infoshare_cli import __version__
from infoshare_cli.core.canonical import Value, write_canonical


@dataclass(frozen=True)
class Compiled:
    """What files say, and the digest of exactly that."""

    data: dict[str, Any]
    """As it was read from the files; nothing here has been checked."""
    digest: str
    """'sha256:' and the SHA-256 of the canonical JSON of `data`."""


def read_compiled(path: Path, sources: Iterable[Path]) -> Compiled | None:
    """The compiled form at `path`, if it was made from these files as they are now."""
    try:
        first, body = path.read_bytes().splitlines()
        if first != _first_line(sources):
            return None
        data = json.loads(body)
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    return Compiled(data, f"sha256:{hashlib.sha256(body).hexdigest()}")


def write_compiled(path: Path, data: Value, sources: Iterable[Path]) -> None:
    """Put the compiled form of sound files where `read_compiled` finds it.

    `compile_guidance` and `compile_contacts` call it, before the program is handed out.

    Raises:
        OSError: it cannot be written, or a file cannot be read.
    """
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(_first_line(sources) + b"\n" + write_canonical(data) + b"\n")


def _first_line(sources: Iterable[Path]) -> bytes:
    """What names this version and the names and bytes of files, whatever their line ends."""
    all_of_it = hashlib.sha256()
    for path in sources:
        content = path.read_bytes().replace(b"\r\n", b"\n")
        all_of_it.update(f"{path.name}\n{len(content)}\n".encode() + content)
    made_from = f"sha256:{all_of_it.hexdigest()}"
    return write_canonical({"engine": __version__, "made_from": made_from})
