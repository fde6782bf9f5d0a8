"""The folder of drafts: one private file for each interview that is not finished.

What cannot be read there is told and left alone: it may be all that is left of an interview.
"""

import errno
import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from infoshare_cli.core.canonical import MAX_BYTES
from infoshare_cli.core.draft import Draft
from infoshare_cli.errors import Fault, FileError, reason_of
from infoshare_cli.files.draft_text import BrokenDraft, NewerDraft, read_draft
from infoshare_cli.files.private_file import make_private_folder, open_regular, sync_folder
from infoshare_cli.files.whole_file import clear_parts, is_part

_ENDING = ".json"
_KEPT = (
    "a draft that can be read. It is left as it is; move it away, or delete it, if you can spare it"
)
_NEWER = "a newer version of infoshare to go on with it"


@dataclass(frozen=True)
class Drafts:
    """What lies in the folder."""

    readable: tuple[Draft, ...]
    """The one begun first on top."""
    unreadable: tuple[Fault, ...]
    """A fault for each other file, by its name."""


def draft_path(folder: Path, name: str) -> Path:
    """The file of the draft with this id."""
    return folder / f"{name}{_ENDING}"


def read_drafts(folder: Path) -> Drafts:
    """Every draft in the folder; none where there is no folder.

    Raises:
        FileError: the folder itself cannot be read.
    """
    readable: list[Draft] = []
    unreadable: list[Fault] = []
    for path in _files(folder):
        if path.suffix != _ENDING:
            continue
        try:
            readable.append(_read(path))
        except FileNotFoundError:
            # It was finished in another window just now.
            continue
        except FileError as error:
            unreadable += error.faults
    readable.sort(key=lambda draft: (draft.started, draft.id))
    return Drafts(tuple(readable), tuple(unreadable))


def list_draft_files(folder: Path) -> tuple[Path, ...]:
    """Every file there that may hold words of a case, also one that was not written to its end.

    Raises:
        FileError: the folder cannot be read.
    """
    return tuple(path for path in _files(folder) if path.suffix == _ENDING or is_part(path))


def count_drafts(folder: Path) -> int:
    """How many drafts wait; 0 also where that cannot be told, as it must not stop an interview."""
    try:
        return sum(path.suffix == _ENDING for path in _files(folder))
    except FileError:
        return 0


def remove_draft(folder: Path, name: str) -> None:
    """Remove the draft with this id; one that is gone already is no failure.

    Raises:
        OSError: it cannot be removed.
    """
    path = draft_path(folder, name)
    path.unlink(missing_ok=True)
    clear_parts(path)
    sync_folder(folder)


def why_not_removed(path: Path, error: OSError) -> str:
    """What to tell a person whose draft `remove_draft` could not remove."""
    why = reason_of(error)
    return f"The draft {path} could not be removed: {why}. Please delete it yourself."


def prepare_folder(folder: Path) -> None:
    """Make the folder where it is not there, for its owner alone.

    Raises:
        OSError: it cannot be made, or is something else than a folder.
    """
    _check_folder(folder)
    make_private_folder(folder)
    if os.name == "posix" and folder.stat().st_mode & 0o077:
        with suppress(PermissionError):
            folder.chmod(0o700)


def read_content(path: Path) -> bytes:
    """The bytes of a draft's file, one more than a draft may have where there are more.

    Raises:
        OSError: it is not there, is no regular file, or cannot be read.
    """
    with os.fdopen(open_regular(path, os.O_RDONLY), "rb") as file:
        return file.read(MAX_BYTES + 2)


def _files(folder: Path) -> list[Path]:
    try:
        _check_folder(folder)
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        fault = Fault(str(folder), reason_of(error), "a folder for drafts that you can open")
        raise FileError("The folder of drafts cannot be read.", (fault,)) from error


def _check_folder(folder: Path) -> None:
    """Raises OSError where something else than a folder has that name."""
    with suppress(FileNotFoundError):
        mode = folder.lstat().st_mode
        if stat.S_ISLNK(mode):
            # Whoever can make a link there could have drafts written where others read them.
            raise OSError(errno.ELOOP, "it is a link, not a folder of its own")
        if not stat.S_ISDIR(mode):
            raise NotADirectoryError(errno.ENOTDIR, "it is not a folder")


def _read(path: Path) -> Draft:
    try:
        draft = read_draft(read_content(path))
    except FileNotFoundError:
        raise
    except OSError as error:
        raise _unreadable(path, reason_of(error)) from error
    except NewerDraft as error:
        raise _unreadable(path, str(error), _NEWER) from error
    except BrokenDraft as error:
        raise _unreadable(path, str(error)) from error
    if draft_path(path.parent, draft.id) != path:
        raise _unreadable(path, "a copy of a draft under another name")
    return draft


def _unreadable(path: Path, found: str, expected: str = _KEPT) -> FileError:
    return FileError(f"The draft {path} cannot be read.", (Fault(str(path), found, expected),))
