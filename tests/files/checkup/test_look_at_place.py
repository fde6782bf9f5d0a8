"""What the disk says of a place, there or not, and with nothing left behind."""

import os
import shutil
from pathlib import Path

import pytest

from infoshare_cli.files.checkup.look_at_place import look_at_file, look_at_folder

posix = pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")


def test_a_place_where_nothing_is_yet(tmp_path: Path) -> None:
    """The nearest folder that is there tells whether it can be made; it is not made."""
    path = tmp_path / "one" / "two" / "decisions.jsonl"
    place = look_at_file(path)
    assert (place.there, place.is_right_kind, place.writable) == (False, True, True)
    assert (place.path, place.mode, place.folder_mode) == (str(path), None, None)
    assert place.free_bytes is not None
    assert not list(tmp_path.iterdir())


@posix
def test_the_rights_of_others_are_told(tmp_path: Path) -> None:
    """Of the file and of the folder around it."""
    path = tmp_path / "decisions.jsonl"
    path.touch(0o600)
    path.chmod(0o640)
    tmp_path.chmod(0o750)
    place = look_at_file(path)
    assert (place.there, place.mode, place.folder_mode) == (True, 0o640, 0o750)


@posix
def test_of_many_files_the_one_that_most_can_use_counts(tmp_path: Path) -> None:
    """One open draft among many private ones is not overlooked."""
    files = [tmp_path / name for name in ("a.json", "b.json", "c.json")]
    for path, mode in zip(files, (0o600, 0o644, 0o600), strict=True):
        path.touch()
        path.chmod(mode)
    assert look_at_folder(tmp_path, [*files, tmp_path / "gone"]).mode == 0o644
    assert look_at_folder(tmp_path).mode is None


@pytest.mark.parametrize("look", [look_at_file, look_at_folder])
def test_something_else_in_its_place_is_told(look: object, tmp_path: Path) -> None:
    """A folder is no log, a file is no folder of drafts, and a link is neither."""
    folder, file, link = tmp_path / "folder", tmp_path / "file", tmp_path / "link"
    folder.mkdir()
    file.touch()
    link.symlink_to(folder if look is look_at_folder else file)
    assert look_at_file(folder).is_right_kind is False
    assert look_at_folder(file).is_right_kind is False
    assert look_at_file(link).is_right_kind is False
    assert look_at_file(file).is_right_kind
    assert look_at_folder(folder).is_right_kind


def test_links_on_the_way_are_followed(tmp_path: Path) -> None:
    """A folder that leads into one that is synchronised is seen through."""
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "cases").symlink_to(tmp_path / "Dropbox")
    place = look_at_file(tmp_path / "cases" / "decisions.jsonl")
    assert place.real_path == str(tmp_path.resolve() / "Dropbox" / "decisions.jsonl")
    assert place.synchronised_by == "Dropbox"


def test_what_a_service_left_in_a_folder_above_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But for the home folder, where its settings may lie."""
    (tmp_path / ".stfolder").mkdir()
    path = tmp_path / "team" / "decisions.jsonl"
    assert look_at_file(path).synchronised_by == "Syncthing"
    monkeypatch.setenv("HOME", str(tmp_path.resolve()))
    monkeypatch.setenv("USERPROFILE", str(tmp_path.resolve()))
    assert look_at_file(path).synchronised_by is None


def test_the_folder_that_the_environment_names_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As OneDrive does on Windows; an empty value names nothing."""
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path.resolve()))
    monkeypatch.setenv("OneDrive", "")
    assert look_at_folder(tmp_path / "drafts").synchronised_by == "OneDrive"


def test_a_disk_that_tells_nothing_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then how much room is left is not known."""

    def fail(_: Path) -> None:
        raise OSError("no answer")

    monkeypatch.setattr(shutil, "disk_usage", fail)
    assert look_at_file(tmp_path / "log").free_bytes is None


def test_a_path_that_no_system_can_have_is_no_failure() -> None:
    """A name that is far too long is simply not there."""
    place = look_at_file(Path("x" * 5000) / "log")
    assert not place.there
    assert not place.is_absolute
