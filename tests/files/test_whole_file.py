"""Files that are replaced whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from infoshare_cli.files import whole_file
from infoshare_cli.files.whole_file import (
    clear_parts,
    drop_part,
    is_part,
    parts_of,
    put_in_place,
    replace_file,
    write_part,
)

posix_only = pytest.mark.skipif(os.name == "nt", reason="modes and links of POSIX")


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_the_content_takes_the_place_of_the_former(tmp_path: Path) -> None:
    """And nothing lies beside it."""
    path = tmp_path / "file"
    for content in (b"one\r\n", b"two\n"):
        replace_file(path, content, "t")
        assert path.read_bytes() == content
        assert names(tmp_path) == ["file"]


def make_old(path: Path) -> None:
    """Have the file system say that a file was written an hour ago."""
    then = path.stat().st_mtime - 3600
    os.utime(path, (then, then))


@posix_only
def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    """Whatever the umask says, and whatever the former file allowed."""
    path = tmp_path / "file"
    path.write_bytes(b"one")
    path.chmod(0o666)
    old = os.umask(0)
    try:
        replace_file(path, b"two", "t")
    finally:
        os.umask(old)
    assert path.stat().st_mode & 0o777 == 0o600


@posix_only
def test_a_file_for_others_is_as_the_system_has_it(tmp_path: Path) -> None:
    """Where the caller says so."""
    old = os.umask(0o027)
    try:
        replace_file(tmp_path / "file", b"one", "t", 0o666)
    finally:
        os.umask(old)
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o640


@posix_only
def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    """Nothing of a case gets to where a link leads."""
    target, link = tmp_path / "target", tmp_path / "file"
    target.write_bytes(b"theirs")
    link.symlink_to(target)
    replace_file(link, b"ours", "t")
    assert (target.read_bytes(), link.read_bytes(), link.is_symlink()) == (
        b"theirs",
        b"ours",
        False,
    )


@pytest.mark.parametrize("failure", [OSError(errno.ENOSPC, "no space left"), KeyboardInterrupt()])
@pytest.mark.parametrize("step", ["write_whole", "sync_file", "_clear_left", "_put"])
def test_a_save_that_fails_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException, step: str
) -> None:
    """A full disk or Ctrl-C: the former content stands, and nothing lies beside it."""

    def fail(*_: object) -> None:
        raise failure

    path = tmp_path / "file"
    replace_file(path, b"one", "t")
    monkeypatch.setattr(whole_file, step, fail)
    with pytest.raises(type(failure)):
        replace_file(path, b"two", "t")
    assert path.read_bytes() == b"one"
    assert names(tmp_path) == ["file"]


def test_what_a_killed_program_left_is_cleared_away(tmp_path: Path) -> None:
    """With a later save of any file; other files are not touched, nor folders of that name."""
    for name in (".file-abcd.part", ".other-abcd.part", "notes.part"):
        (tmp_path / name).write_bytes(b"half")
        make_old(tmp_path / name)
    (tmp_path / ".folder.part").mkdir()
    make_old(tmp_path / ".folder.part")
    replace_file(tmp_path / "file", b"one", "t")
    assert names(tmp_path) == [".folder.part", "file", "notes.part"]


def test_what_another_program_is_writing_just_now_is_left_alone(tmp_path: Path) -> None:
    """A part of any file; else two windows would make each other fail."""
    for name in (".file-abcd.part", ".other-abcd.part"):
        (tmp_path / name).write_bytes(b"half")
    replace_file(tmp_path / "file", b"one", "t")
    assert names(tmp_path) == [".file-abcd.part", ".other-abcd.part", "file"]


def test_the_parts_of_one_file_can_be_cleared_away(tmp_path: Path) -> None:
    """However new they are; those of another file stay."""
    for name in (".file-abcd.part", ".file2-abcd.part", "file"):
        (tmp_path / name).write_bytes(b"half")
    clear_parts(tmp_path / "file")
    assert names(tmp_path) == [".file2-abcd.part", "file"]


def test_a_part_is_told_by_its_name(tmp_path: Path) -> None:
    """Hidden, and with an ending of its own."""
    told = {name: is_part(tmp_path / name) for name in (".a-b.part", "a.part", ".a.json")}
    assert told == {".a-b.part": True, "a.part": False, ".a.json": False}


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """Who saves makes it first."""
    with pytest.raises(FileNotFoundError):
        clear_parts(tmp_path / "none" / "file")


@pytest.mark.parametrize(("busy", "done"), [(0, True), (4, True), (5, False)])
def test_on_windows_a_file_that_is_read_just_now_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, busy: int, done: bool
) -> None:
    """A scanner that looks at it for a moment does not cost an answer."""
    tries: list[Path] = []
    put = Path.replace

    def replace(part: Path, path: Path) -> None:
        tries.append(path)
        if len(tries) <= busy:
            raise PermissionError(errno.EACCES, "in use")
        put(part, path)

    monkeypatch.setattr(whole_file, "_ON_WINDOWS", True)
    monkeypatch.setattr(whole_file, "_PAUSE_SECONDS", 0.0)
    monkeypatch.setattr(Path, "replace", replace)
    path = tmp_path / "file"
    if done:
        replace_file(path, b"one", "t")
        assert path.read_bytes() == b"one"
    else:
        with pytest.raises(PermissionError):
            replace_file(path, b"one", "t")
        assert names(tmp_path) == []


def test_what_is_to_take_a_files_place_can_wait_beside_it(tmp_path: Path) -> None:
    """Piece by piece; the file is as it was until it is put there."""
    path = tmp_path / "file"
    replace_file(path, b"one", "t")
    part = write_part(path, iter([b"tw", b"o"]), "t")
    assert (path.read_bytes(), part.read_bytes(), parts_of(path)) == (b"one", b"two", (part,))
    put_in_place(part, path)
    assert (path.read_bytes(), names(tmp_path)) == (b"two", ["file"])


def test_a_part_that_is_not_wanted_can_be_dropped(tmp_path: Path) -> None:
    """Twice is no failure."""
    part = write_part(tmp_path / "file", [b"x"], "t")
    drop_part(part)
    drop_part(part)
    assert names(tmp_path) == []


def test_a_part_of_another_writer_is_neither_used_nor_removed(tmp_path: Path) -> None:
    """Two that draw the same letters: one of them fails."""
    part = write_part(tmp_path / "file", [b"theirs"], "t")
    with pytest.raises(FileExistsError):
        replace_file(tmp_path / "file", b"ours", "t")
    assert part.read_bytes() == b"theirs"
