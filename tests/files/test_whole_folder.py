"""Folders that are written whole or not at all."""

import os
from pathlib import Path

import pytest

from infoshare_cli.files.whole_folder import write_folder

FILES = {"a.md": b"one\r\n", "b.md": b"two\n"}


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_all_files_are_there_and_nothing_lies_beside_them(tmp_path: Path) -> None:
    """Byte by byte as they were handed in."""
    write_folder(tmp_path / "out", FILES, "t")
    assert names(tmp_path) == ["out"]
    assert {each.name: each.read_bytes() for each in (tmp_path / "out").iterdir()} == FILES


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_only_the_owner_may_read_them(tmp_path: Path) -> None:
    """Whatever the umask says."""
    old = os.umask(0)
    try:
        write_folder(tmp_path / "out", FILES, "t")
    finally:
        os.umask(old)
    out = tmp_path / "out"
    assert out.stat().st_mode & 0o777 == 0o700
    assert {each.stat().st_mode & 0o777 for each in out.iterdir()} == {0o600}


@pytest.mark.parametrize("there", ["folder", "file"])
def test_what_is_there_stays(tmp_path: Path, there: str) -> None:
    """Also where it came while the files were written; nothing is left beside it."""
    out = tmp_path / "out"
    if there == "file":
        out.write_bytes(b"signed")
    else:
        out.mkdir()
        (out / "a.md").write_bytes(b"signed")
    with pytest.raises(OSError, match="out"):
        write_folder(out, FILES, "t")
    assert names(tmp_path) == ["out"]
    assert (out if there == "file" else out / "a.md").read_bytes() == b"signed"


def test_half_a_folder_is_never_seen(tmp_path: Path) -> None:
    """A file that cannot be written takes the others with it."""
    with pytest.raises(FileNotFoundError):
        write_folder(tmp_path / "out", {**FILES, "no/such/folder": b""}, "t")
    assert names(tmp_path) == []


def test_a_folder_of_another_writer_is_no_trouble(tmp_path: Path) -> None:
    """What a killed program left behind is in nobody's way."""
    left = tmp_path / ".infoshare-other.part"
    left.mkdir()
    write_folder(tmp_path / "out", FILES, "t")
    assert names(tmp_path) == [left.name, "out"]
