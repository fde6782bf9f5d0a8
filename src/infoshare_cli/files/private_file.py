"""Files and folders that only their owner may read, and writes that have reached the disk.

On POSIX systems the modes are 0600 and 0700. On Windows the folder's own access list
decides; nothing more is done there.
"""

import errno
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PRIVATE_MODE = 0o600
"""Of a file that its owner alone may read and write."""
_FOLDER_MODE = 0o700
# Windows: no translation of line ends. POSIX: no following of a link, whoever put it there.
_SAFELY = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_FOLDER_CANNOT_SYNC = (errno.EINVAL, errno.ENOTSUP)


def check_regular(path: Path) -> None:
    """Raises OSError where something else than a regular file has that name."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISLNK(mode):
        raise OSError(errno.ELOOP, "it is a link; name the file itself")
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "it is not a regular file")


def open_regular(path: Path, flags: int, mode: int = PRIVATE_MODE) -> int:
    """The descriptor of a regular file, with this mode if the call makes it; raises OSError."""
    check_regular(path)
    return os.open(path, flags | _SAFELY, mode)


def make_private(descriptor: int) -> None:
    """Take away what others may do with a file of ours; one that is not ours stays as it is."""
    change_mode = getattr(os, "fchmod", None)
    if change_mode is not None and os.fstat(descriptor).st_mode & 0o077:
        with suppress(PermissionError):
            change_mode(descriptor, PRIVATE_MODE)


def take_owner(descriptor: int, former: Path) -> None:
    """Give a file of ours to whoever the file belongs to whose place it takes.

    Raises OSError where that is somebody else, and this person may not do so.
    """
    change_owner = getattr(os, "fchown", None)
    if change_owner is None:
        return
    new, old = os.fstat(descriptor), former.stat()
    if new.st_uid != old.st_uid:
        change_owner(descriptor, old.st_uid, old.st_gid)
    elif new.st_gid != old.st_gid:
        # With its mode the group has no say, so another one does no harm.
        with suppress(PermissionError):
            change_owner(descriptor, -1, old.st_gid)


def make_private_folder(folder: Path) -> None:
    """Make the folder, and those above it, where they are not there yet. Raises OSError."""
    if not folder.is_dir():
        make_private_folder(folder.parent)
        folder.mkdir(mode=_FOLDER_MODE, exist_ok=True)
        sync_folder(folder.parent)


def write_new_file(path: Path, parts: Iterable[bytes]) -> None:
    """Write a private file that is not there yet; it is on the disk on return.

    Raises FileExistsError where something has that name, another OSError where it cannot be
    written, and then leaves no file.
    """
    with _new_file(path) as descriptor:
        for part in parts:
            write_whole(descriptor, part)
        sync_file(descriptor)
    sync_folder(path.parent)


def write_whole(descriptor: int, content: bytes) -> None:
    """Write the content with one write; raises OSError where the system took less of it."""
    if os.write(descriptor, content) != len(content):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def sync_file(descriptor: int) -> None:
    """Return once what was written to the file is on the disk. Raises OSError."""
    if sys.platform == "darwin":
        import fcntl

        # fsync on macOS stops at the drive's cache. Not every file system has the stronger one.
        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Return once the folder's list of names is on the disk, where a system can say so."""
    # Windows opens no folders; what it has instead, it does by itself.
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _FOLDER_CANNOT_SYNC:
            raise
    finally:
        os.close(descriptor)


def sync_names(folder: Path) -> None:
    """Return once the disk has the names in a folder, and those of the folders we may have made.

    Whoever made them may have been killed before the disk had them. Raises OSError.
    """
    sync_folder(folder)
    for each in (folder.absolute(), *folder.absolute().parents):
        if stat.S_IMODE(each.stat().st_mode) != _FOLDER_MODE:
            return
        # One that we may not look into, we have not made anything in.
        with suppress(PermissionError):
            sync_folder(each.parent)


@contextmanager
def _new_file(path: Path) -> Iterator[int]:
    descriptor = open_regular(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    try:
        yield descriptor
    except BaseException:
        os.close(descriptor)
        with suppress(OSError):
            path.unlink()
        raise
    os.close(descriptor)
