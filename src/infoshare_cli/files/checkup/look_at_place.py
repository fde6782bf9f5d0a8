"""What the disk says of the place where something is kept. Nothing is written, and no file read."""

import os
import shutil
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from infoshare_cli.core.checkup.place import Place
from infoshare_cli.core.checkup.synced_folders import (
    MARKERS,
    ROOT_VARIABLES,
    is_roaming,
    is_share,
    synchronised_by,
)
from infoshare_cli.files.checkup.file_system import network_of


def look_at_file(path: Path) -> Place:
    """What can be said of the place of a file, there or not; what cannot be told is None."""
    return _look(path, path.parent, (path,), is_folder=False)


def look_at_folder(path: Path, files: Iterable[Path] = ()) -> Place:
    """What can be said of a folder and of the files in it, there or not."""
    return _look(path, path, files, is_folder=True)


def _look(path: Path, folder: Path, files: Iterable[Path], *, is_folder: bool) -> Place:
    real = Path(os.path.realpath(path))
    kind = _kind(path)
    above = _first_there(real)
    return Place(
        path=str(path),
        real_path=str(real),
        is_absolute=path.is_absolute(),
        there=kind is not None,
        is_right_kind=kind in (None, "folder" if is_folder else "file"),
        writable=_is_writable(path if kind else above, is_folder=kind != "file"),
        mode=_open_to(files),
        folder_mode=_open_to((folder,)),
        free_bytes=_free_bytes(above),
        synchronised_by=synchronised_by(real.parts, _roots(), _markers(real)),
        roaming=os.name == "nt" and is_roaming(real.parts, _parts_of("APPDATA")),
        network="a share" if is_share(real.parts) else network_of(above),
    )


def _kind(path: Path) -> str | None:
    """What has that name, a link being none of what it names; None where nothing has."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        return None
    return "file" if stat.S_ISREG(mode) else "folder" if stat.S_ISDIR(mode) else "other"


def _first_there(path: Path) -> Path:
    """The path itself, or the nearest folder above it that is there."""
    return next((each for each in (path, *path.parents) if _is_there(each)), path)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _is_writable(path: Path, *, is_folder: bool) -> bool:
    if is_folder and not path.is_dir():
        return False
    return os.access(path, os.W_OK | (os.X_OK if is_folder else 0))


def _open_to(paths: Iterable[Path]) -> int | None:
    """What any of the files may be used for, by whom; None on Windows, which has other rights."""
    if os.name != "posix":
        return None
    modes = []
    for path in paths:
        with suppress(OSError):
            modes.append(stat.S_IMODE(path.lstat().st_mode))
    return max(modes, key=lambda mode: (mode & 0o077).bit_count(), default=None)


def _free_bytes(path: Path) -> int | None:
    try:
        return shutil.disk_usage(path).free
    except OSError:
        return None


def _roots() -> dict[str, tuple[str, ...]]:
    return {name: parts for name in ROOT_VARIABLES if (parts := _parts_of(name))}


def _parts_of(variable: str) -> tuple[str, ...]:
    value = os.environ.get(variable)
    return Path(value).parts if value else ()


def _markers(path: Path) -> tuple[str, ...]:
    """What services have left in the folders above; the home folder holds their settings too."""
    home = os.path.expanduser("~")  # noqa: PTH111 - Path.home() fails where there is none
    folders = [each for each in path.parents if str(each) != home]
    return tuple(name for name in MARKERS for each in folders if _has(each, name))


def _has(folder: Path, name: str) -> bool:
    try:
        return os.path.lexists(folder / name)
    except (OSError, ValueError):
        return False
