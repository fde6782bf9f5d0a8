"""Files that only their owner may read."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from infoshare_cli.files import private_file
from infoshare_cli.files.private_file import (
    make_private_folder,
    sync_folder,
    sync_names,
    take_owner,
    write_new_file,
)

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


@posix_only
def test_folders_that_we_may_have_made_are_synced_with_what_they_are_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are told by their mode, as it may be another program of ours that made them."""
    synced: list[Path] = []
    monkeypatch.setattr(private_file, "sync_folder", synced.append)
    theirs = tmp_path / "theirs"
    theirs.mkdir(mode=0o755)
    make_private_folder(theirs / "ours" / "inner")
    synced.clear()
    sync_names(theirs / "ours" / "inner")
    assert synced == [theirs / "ours" / "inner", theirs / "ours", theirs]
    synced.clear()
    sync_names(theirs)
    assert synced == [theirs]


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() != 0, reason="needs root")
def test_a_file_can_be_given_to_the_owner_of_another_one(tmp_path: Path) -> None:
    """So that who replaces a file does not take it away from anybody."""
    former, new = tmp_path / "former", tmp_path / "new"
    for owner, group in ((12_345, 12_346), (os.geteuid(), 12_347)):
        former.write_bytes(b"")
        os.chown(former, owner, group)
        with new.open("wb") as file:
            take_owner(file.fileno(), former)
        assert (new.stat().st_uid, new.stat().st_gid) == (owner, group)
        new.unlink()


@posix_only
def test_a_file_of_somebody_else_is_not_replaced_by_one_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another group matters less: it has no rights to what only its owner may read."""

    def refuse(descriptor: int, owner: int, group: int) -> None:
        raise PermissionError(errno.EPERM, "not allowed")

    former, new = tmp_path / "former", tmp_path / "new"
    former.write_bytes(b"")
    monkeypatch.setattr(os, "fchown", refuse)
    with new.open("wb") as file:
        ours = os.fstat(file.fileno())
        for owner, group, fails in ((0, 0, False), (0, 1, False), (1, 0, True)):
            other = list(ours)
            other[4:6] = ours.st_uid + owner, ours.st_gid + group
            monkeypatch.setattr(Path, "stat", lambda _, now=other: os.stat_result(now))
            if fails:
                with pytest.raises(PermissionError):
                    take_owner(file.fileno(), former)
            else:
                take_owner(file.fileno(), former)


def test_where_no_system_call_gives_files_away_nothing_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows the folder decides."""
    monkeypatch.delattr(os, "fchown", raising=False)
    take_owner(-1, tmp_path)
