"""Files that only their owner may read."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from infoshare_cli.files.private_file import sync_folder, write_new_file

posix_only = pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")


def test_a_new_file_holds_what_was_written(tmp_path: Path) -> None:
    """Bytes are written as they are, in order."""
    write_new_file(tmp_path / "new", iter([b"a\r\n", b"b\n"]))
    assert (tmp_path / "new").read_bytes() == b"a\r\nb\n"


@posix_only
def test_a_new_file_is_private(tmp_path: Path) -> None:
    """Nobody else may read it, whatever the umask says."""
    old = os.umask(0)
    try:
        write_new_file(tmp_path / "new", [b"x"])
    finally:
        os.umask(old)
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o600


def test_what_is_there_is_never_replaced(tmp_path: Path) -> None:
    """Neither a file nor its content is touched."""
    (tmp_path / "old").write_bytes(b"old")
    with pytest.raises(FileExistsError):
        write_new_file(tmp_path / "old", [b"new"])
    assert (tmp_path / "old").read_bytes() == b"old"


def test_a_write_that_fails_leaves_no_file(tmp_path: Path) -> None:
    """Half an export would be taken for a whole one."""

    def parts() -> Iterator[bytes]:
        yield b"half"
        raise OSError(errno.EIO, "unreadable")

    with pytest.raises(OSError, match="unreadable"):
        write_new_file(tmp_path / "new", parts())
    assert list(tmp_path.iterdir()) == []


@posix_only
@pytest.mark.parametrize(
    ("code", "fails"), [(errno.EINVAL, False), (errno.ENOTSUP, False), (errno.EIO, True)]
)
def test_a_folder_that_cannot_be_synced_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, fails: bool
) -> None:
    """Some file systems have no sync for folders; a disk that fails is another matter."""

    def fail(descriptor: int) -> None:
        raise OSError(code, "from fsync")

    monkeypatch.setattr(os, "fsync", fail)
    if fails:
        with pytest.raises(OSError, match="from fsync"):
            sync_folder(tmp_path)
    else:
        sync_folder(tmp_path)
