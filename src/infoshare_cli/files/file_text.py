"""The bytes of a file, and its text: there, readable, not too large, UTF-8."""

from pathlib import Path

from infoshare_cli.errors import Fault, FileError, reason_of
from infoshare_cli.files.document import Place, name_of, place_after, unreadable_character

MAX_BYTES = 1024 * 1024
"""A file larger than 1 MiB is refused; a pack's largest is about a twentieth of it."""

NO_FILE = "no file of this name"


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The file's bytes, one more than may be at most, so that a larger one is noticed.

    Args:
        limit: how many bytes there may be.

    Raises:
        FileError: it is not there, is a folder, or cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(limit + 1)
    except OSError as error:
        raise _refused(str(path), _why_unread(path, error), "a file that can be read") from error
    except ValueError as error:
        # A NUL in the name; it is shown as \x00.
        raise _refused(ascii(str(path)), "a name that no file can have", "a file") from error


def decode_text(content: bytes, file: str) -> str:
    """The text that `content` holds, without its byte order mark.

    Raises:
        FileError: it is too large, is not UTF-8, or holds what is no writing.
    """
    if len(content) > MAX_BYTES:
        raise _refused(file, "more than 1 MiB", "a file of at most 1 MiB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # Some decoders count from behind the byte order mark; `object` is what they counted in.
        before = error.object[: error.start].decode("utf-8-sig")
        place = place_after(before)
        raise _refused(file, "bytes that are not UTF-8", "text saved as UTF-8", place) from error
    unreadable = unreadable_character(text)
    if unreadable:
        start, found = unreadable
        raise _refused(file, found, "text without it", place_after(text[:start]))
    return text


def is_folder(path: Path) -> bool:
    """Whether there is a folder of this name; False where that cannot be told."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _why_unread(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return NO_FILE
    # Windows refuses to open a folder as it refuses a file that is not one's own.
    if is_folder(path):
        return "a folder"
    if isinstance(error, PermissionError):
        return "a file that you may not read"
    return reason_of(error)


def _refused(file: str, found: str, expected: str, place: Place | None = None) -> FileError:
    fault = Fault(file, found, expected, *(place or (None, None)))
    return FileError(f"{name_of(file)} cannot be used: 1 fault.", [fault])
