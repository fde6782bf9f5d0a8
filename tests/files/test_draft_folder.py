"""The folder of drafts: what is read there, what is told, and what is left alone."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from infoshare_cli.core.draft import Draft
from infoshare_cli.errors import FileError
from infoshare_cli.files.draft_folder import (
    count_drafts,
    draft_path,
    list_draft_files,
    prepare_folder,
    read_drafts,
    remove_draft,
)
from infoshare_cli.files.draft_text import write_draft
from tests.files.draft_cases import DRAFT

posix_only = pytest.mark.skipif(os.name == "nt", reason="modes and links of POSIX")
unprivileged_only = pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="nothing is closed to root"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of drafts."""
    made = tmp_path / "state" / "drafts"
    prepare_folder(made)
    return made


def put(folder: Path, draft: Draft = DRAFT) -> Path:
    """A draft in the folder."""
    path = draft_path(folder, draft.id)
    path.write_bytes(write_draft(draft))
    return path


def test_where_there_is_no_folder_there_are_no_drafts(tmp_path: Path) -> None:
    """And looking makes none."""
    drafts = read_drafts(tmp_path / "none" / "drafts")
    assert (drafts.readable, drafts.unreadable) == ((), ())
    assert list_draft_files(tmp_path / "none") == ()
    assert list(tmp_path.iterdir()) == []


def test_drafts_come_in_the_order_in_which_they_were_begun(folder: Path) -> None:
    """Whatever they are called, and whenever they were saved."""
    early = replace(DRAFT, id="20261122-zzzz", started="2026-11-22T08:00:00.000Z")
    put(folder)
    put(folder, early)
    assert read_drafts(folder).readable == (early, DRAFT)


def test_what_cannot_be_read_is_told_and_left_alone(folder: Path) -> None:
    """The file, what stands there, and what to do; the others are read all the same."""
    put(folder)
    broken = draft_path(folder, "20261122-bbbb")
    broken.write_bytes(b'{"case_ref":"Zebra"')
    drafts = read_drafts(folder)
    assert drafts.readable == (DRAFT,)
    (fault,) = drafts.unreadable
    assert fault.file == str(broken)
    assert "not as infoshare wrote it" in fault.found
    assert "left as it is" in fault.expected
    assert "Zebra" not in str(fault)
    assert broken.exists()


def test_a_draft_without_its_end_is_told_and_left_alone(folder: Path) -> None:
    """Whoever went on with it would take it for what another window left."""
    path = put(folder)
    cut = path.read_bytes().removesuffix(b"\n")
    path.write_bytes(cut)
    drafts = read_drafts(folder)
    assert (drafts.readable, [each.file for each in drafts.unreadable]) == ((), [str(path)])
    assert path.read_bytes() == cut


def test_a_copy_under_another_name_is_told(folder: Path) -> None:
    """A program that synchronises folders makes such copies; they hold a case, too."""
    copy = folder / "20261122-k7f3 (copy).json"
    copy.write_bytes(put(folder).read_bytes())
    drafts = read_drafts(folder)
    assert (len(drafts.readable), [each.file for each in drafts.unreadable]) == (1, [str(copy)])
    assert "another name" in drafts.unreadable[0].found


def test_a_draft_of_a_newer_version_needs_one(folder: Path) -> None:
    """What to do is another thing than with nonsense."""
    path = put(folder)
    path.write_bytes(path.read_bytes().replace(b'"format":1', b'"format":2'))
    (fault,) = read_drafts(folder).unreadable
    assert "newer version" in fault.found
    assert "newer version" in fault.expected


@posix_only
def test_links_folders_and_pipes_are_no_drafts(folder: Path, tmp_path: Path) -> None:
    """A link could lead anywhere, and reading a pipe would wait for ever."""
    (tmp_path / "elsewhere.json").write_bytes(write_draft(DRAFT))
    draft_path(folder, DRAFT.id).symlink_to(tmp_path / "elsewhere.json")
    draft_path(folder, "20261122-bbbb").mkdir()
    os.mkfifo(draft_path(folder, "20261122-cccc"))
    drafts = read_drafts(folder)
    assert drafts.readable == ()
    assert len(drafts.unreadable) == 3


def test_a_draft_that_goes_while_it_is_read_is_no_fault(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another window has just finished it."""
    put(folder)

    def gone(*_: object) -> bytes:
        raise FileNotFoundError

    monkeypatch.setattr("infoshare_cli.files.draft_folder.read_content", gone)
    drafts = read_drafts(folder)
    assert (drafts.readable, drafts.unreadable) == ((), ())


def test_every_file_that_may_hold_words_is_listed(folder: Path) -> None:
    """Drafts, what cannot be read, and what a killed program left; nothing else."""
    put(folder)
    for name in ("x.json", ".20261122-k7f3-abcd.part", "notes.txt"):
        (folder / name).write_bytes(b"x")
    names = [path.name for path in list_draft_files(folder)]
    assert names == [".20261122-k7f3-abcd.part", "20261122-k7f3.json", "x.json"]


def test_drafts_are_counted(folder: Path, tmp_path: Path) -> None:
    """Also those that cannot be read; a folder that is none has none."""
    put(folder)
    for name in ("x.json", ".20261122-k7f3-abcd.part", "notes.txt"):
        (folder / name).write_bytes(b"x")
    assert count_drafts(folder) == 2
    assert count_drafts(folder / "notes.txt") == count_drafts(tmp_path / "none") == 0


def test_a_removed_draft_is_gone_with_all_of_it(folder: Path) -> None:
    """Also what a killed program left of it; removing it twice is no failure."""
    put(folder)
    theirs = folder / ".20261122-bbbb-abcd.part"
    for path in (folder / ".20261122-k7f3-abcd.part", theirs):
        path.write_bytes(b"x")
    for _ in range(2):
        remove_draft(folder, DRAFT.id)
        assert list(folder.iterdir()) == [theirs]


@posix_only
def test_the_folder_is_the_owners_alone(tmp_path: Path) -> None:
    """Made so, and closed again where it was opened up."""
    folder = tmp_path / "state" / "drafts"
    old = os.umask(0)
    try:
        prepare_folder(folder)
    finally:
        os.umask(old)
    assert [path.stat().st_mode & 0o777 for path in (folder, folder.parent)] == [0o700, 0o700]
    folder.chmod(0o755)
    prepare_folder(folder)
    assert folder.stat().st_mode & 0o777 == 0o700


@posix_only
def test_a_folder_that_is_a_link_is_refused(folder: Path, tmp_path: Path) -> None:
    """Drafts must not get to where others may read."""
    link = tmp_path / "link"
    link.symlink_to(folder)
    with pytest.raises(OSError, match="it is a link"):
        prepare_folder(link)
    with pytest.raises(FileError, match="cannot be read") as error:
        read_drafts(link)
    assert error.value.faults[0].file == str(link)


def test_a_file_in_the_folders_place_is_told(tmp_path: Path) -> None:
    """Neither read nor replaced."""
    file = tmp_path / "drafts"
    file.write_bytes(b"x")
    with pytest.raises(NotADirectoryError):
        prepare_folder(file)
    with pytest.raises(FileError):
        list_draft_files(file)
    assert file.read_bytes() == b"x"


@posix_only
@unprivileged_only
def test_a_file_that_may_not_be_read_is_told(folder: Path) -> None:
    """As any other that is no draft."""
    put(folder).chmod(0)
    (fault,) = read_drafts(folder).unreadable
    assert "permission" in fault.found
