"""A private file that is replaced whole or not at all, whatever stops the program."""

import os
import time
from contextlib import suppress
from pathlib import Path

from infoshare_cli.files.private_file import open_regular, sync_file, sync_folder, write_whole

_PART = ".part"
"""How the name of a file ends that is being written; a killed program leaves one behind."""
_TRIES = 5
"""How often a file is put in place on Windows, where whoever reads it just then is in the way."""
_PAUSE_SECONDS = 0.05
"""Between two tries."""
_ON_WINDOWS = os.name == "nt"


def replace_file(path: Path, content: bytes, token: str) -> None:
    """Put the content in a file's place; on return it is on the disk.

    Where the program is stopped, the file is as it was, or as it should be. What a killed
    program left half written in the folder is cleared away first.

    Args:
        token: what no other writer uses at this moment, such as some random letters.

    Raises:
        OSError: it cannot be written; then nothing is left beside it.
    """
    clear_parts(path.parent)
    part = path.with_name(f".{path.stem}-{token}{_PART}")
    try:
        _write(part, content)
        _put(part, path)
    except BaseException:
        # Ctrl-C counts: words of a case must not lie about.
        with suppress(OSError):
            part.unlink()
        raise
    sync_folder(path.parent)


def is_part(path: Path) -> bool:
    """Whether a file is one that was being written."""
    return path.name.startswith(".") and path.name.endswith(_PART)


def clear_parts(folder: Path) -> None:
    """Remove what was being written when a program was killed. Raises OSError."""
    for path in folder.iterdir():
        if is_part(path):
            with suppress(OSError):
                path.unlink()


def _write(part: Path, content: bytes) -> None:
    descriptor = open_regular(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    try:
        write_whole(descriptor, content)
        sync_file(descriptor)
    finally:
        os.close(descriptor)


def _put(part: Path, path: Path) -> None:
    for _ in range(_TRIES - 1 if _ON_WINDOWS else 0):
        with suppress(PermissionError):
            part.replace(path)
            return
        time.sleep(_PAUSE_SECONDS)
    part.replace(path)
