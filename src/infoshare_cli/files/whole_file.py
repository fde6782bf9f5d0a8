"""A file that is replaced whole or not at all, whatever stops the program."""

import os
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from infoshare_cli.files.private_file import (
    PRIVATE_MODE,
    open_regular,
    sync_file,
    sync_folder,
    take_owner,
    write_whole,
)

_PART = ".part"
"""How the name of a file ends that is being written; a killed program leaves one behind."""
_TRIES = 5
"""How often a file is put in place on Windows, where whoever reads it just then is in the way."""
_PAUSE_SECONDS = 0.05
"""Between two tries."""
_LEFT_SECONDS = 10 * 60
"""Nobody writes one small file for that long, so an older part was left behind."""
_ON_WINDOWS = os.name == "nt"


def replace_file(path: Path, content: bytes, token: str, mode: int = PRIVATE_MODE) -> None:
    """Put the content in a file's place; on return it is on the disk.

    Where the program is stopped, the file is as it was, or as it should be. What a killed
    program left half written in the folder some time ago is cleared away.

    Args:
        token: what no other writer uses at this moment, such as some random letters.
        mode: who may read it, as `os.open` takes it; its owner alone, unless said otherwise.

    Raises:
        OSError: it cannot be written; then nothing is left beside it.
    """
    part = write_part(path, (content,), token, mode)
    try:
        _clear_left(part)
    except BaseException:
        drop_part(part)
        raise
    put_in_place(part, path)


def write_part(
    path: Path,
    parts: Iterable[bytes],
    token: str,
    mode: int = PRIVATE_MODE,
    *,
    keep_owner: bool = False,
) -> Path:
    """Write what is to take a file's place beside it, where it waits; on return it is on the disk.

    Args:
        token: what no other writer uses at this moment, such as some random letters.
        mode: who may read it, as `os.open` takes it; its owner alone, unless said otherwise.
        keep_owner: whether it is to belong to whoever the file belongs to.

    Raises:
        OSError: it cannot be written, or something has its name; then nothing is left of it.
    """
    part = path.with_name(f"{_beginning(path)}{token}{_PART}")
    descriptor = open_regular(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        try:
            if keep_owner:
                take_owner(descriptor, path)
            for each in parts:
                write_whole(descriptor, each)
            sync_file(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        # Ctrl-C counts: words of a case must not lie about.
        drop_part(part)
        raise
    return part


def put_in_place(part: Path, path: Path) -> None:
    """Let a part that was written take the place of its file; on return that is on the disk.

    Raises:
        OSError: it cannot; then the part is gone, and the file is as it was.
    """
    try:
        _put(part, path)
    except BaseException:
        drop_part(part)
        raise
    sync_folder(path.parent)


def drop_part(part: Path) -> None:
    """Remove a part that is not wanted any more, as far as the system lets it."""
    with suppress(OSError):
        part.unlink()


def is_part(path: Path) -> bool:
    """Whether a file is one that was being written."""
    return path.name.startswith(".") and path.name.endswith(_PART)


def parts_of(path: Path) -> tuple[Path, ...]:
    """Whatever was being written in place of this one file. Raises OSError."""
    beside = sorted(path.parent.iterdir())
    return tuple(
        each for each in beside if is_part(each) and each.name.startswith(_beginning(path))
    )


def clear_parts(path: Path) -> None:
    """Remove whatever was being written in place of this one file. Raises OSError."""
    for each in parts_of(path):
        with suppress(OSError):
            each.unlink()


def _beginning(path: Path) -> str:
    """How the names of the parts of a file begin."""
    return f".{path.stem}-"


def _clear_left(part: Path) -> None:
    """Remove parts that are much older than this new one, by the clock that stamped them all.

    A younger one may be what another window is writing just now.
    """
    oldest = part.stat().st_mtime - _LEFT_SECONDS
    for each in part.parent.iterdir():
        with suppress(OSError):
            if is_part(each) and each.stat().st_mtime < oldest:
                each.unlink()


def _put(part: Path, path: Path) -> None:
    for _ in range(_TRIES - 1 if _ON_WINDOWS else 0):
        with suppress(PermissionError):
            part.replace(path)
            return
        time.sleep(_PAUSE_SECONDS)
    part.replace(path)
