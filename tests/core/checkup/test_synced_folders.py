"""Which folders are copied elsewhere by themselves, by the names that services give them."""

import pytest

from infoshare_cli.core.checkup.synced_folders import (
    MARKERS,
    ROOT_VARIABLES,
    Parts,
    is_roaming,
    is_share,
    synchronised_by,
)

WINDOWS = ("C:\\", "Users", "Sam")
LINUX = ("/", "home", "sam")
MACOS = ("/", "Users", "sam")


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ((*WINDOWS, "OneDrive", "infoshare"), "OneDrive"),
        ((*WINDOWS, "OneDrive - Pear Tree School", "log"), "OneDrive"),
        ((*WINDOWS, "Dropbox (Pear Tree)", "log"), "Dropbox"),
        ((*WINDOWS, "iCloudDrive", "log"), "iCloud Drive"),
        (("G:\\", "My Drive", "log"), "Google Drive"),
        (("G:\\", "Shared drives", "Team", "log"), "Google Drive"),
        ((*WINDOWS, "Box Sync", "log"), "Box"),
        ((*MACOS, "Library", "Mobile Documents", "com~apple~CloudDocs", "log"), "iCloud Drive"),
        ((*MACOS, "Library", "CloudStorage", "OneDrive-PearTree", "log"), "OneDrive"),
        ((*MACOS, "Library", "CloudStorage", "GoogleDrive-sam@example.org", "x"), "Google Drive"),
        ((*MACOS, "Library", "CloudStorage", "Elsewhere", "log"), "a cloud service"),
        ((*LINUX, "Nextcloud", "log"), "Nextcloud"),
        ((*LINUX, "owncloud", "log"), "ownCloud"),
    ],
)
def test_a_folder_of_a_service_is_known_by_its_name(path: Parts, service: str) -> None:
    """As the services name their folders on each system, a firm's name included."""
    assert synchronised_by(path, {}) == service


@pytest.mark.parametrize(
    "path",
    [
        (*WINDOWS, "AppData", "Local", "infoshare", "decisions.jsonl"),
        (*LINUX, ".local", "share", "infoshare", "decisions.jsonl"),
        (*MACOS, "Library", "Application Support", "infoshare", "decisions.jsonl"),
        (*LINUX, "boxing", "log"),
        (*LINUX, "onedrives", "log"),
        (),
    ],
)
def test_other_folders_are_not_suspected(path: Parts) -> None:
    """The places where things lie by themselves, and names that only begin alike."""
    assert synchronised_by(path, {}) is None


@pytest.mark.parametrize("variable", ROOT_VARIABLES)
def test_the_folder_that_a_variable_names_is_known_whatever_it_is_called(variable: str) -> None:
    """OneDrive can be anywhere; Windows says where, and knows no case in names."""
    roots = {variable: ("D:\\", "Cloud")}
    assert synchronised_by(("D:\\", "cloud", "cases", "log"), roots) == "OneDrive"
    assert synchronised_by(("D:\\", "Clouds", "log"), roots) is None
    assert synchronised_by(("D:\\", "log"), {variable: ()}) is None


@pytest.mark.parametrize("marker", MARKERS)
def test_what_a_service_leaves_behind_gives_it_away(marker: str) -> None:
    """A marker in a folder above tells more than any name."""
    assert synchronised_by((*LINUX, "work", "log"), {}, (marker,)) == MARKERS[marker]


@pytest.mark.parametrize(
    ("path", "roaming", "expected"),
    [
        ((*WINDOWS, "AppData", "Roaming", "infoshare"), (), True),
        ((*WINDOWS, "APPDATA", "ROAMING", "infoshare"), (), True),
        ((*WINDOWS, "AppData", "Local", "infoshare"), (), False),
        ((*WINDOWS, "Roaming", "AppData"), (), False),
        (("H:\\", "Profile", "infoshare"), ("H:\\", "profile"), True),
        (("H:\\", "Other", "infoshare"), ("H:\\", "Profile"), False),
    ],
)
def test_the_roaming_part_of_a_profile(path: Parts, roaming: Parts, expected: bool) -> None:
    """By its usual name, or wherever APPDATA was sent."""
    assert is_roaming(path, roaming) is expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("\\\\server\\share\\", "log"), True),
        (("//server/share/", "log"), True),
        (("\\\\?\\UNC\\server\\share\\", "log"), True),
        (("\\\\?\\C:\\", "log"), False),
        (("\\\\.\\C:\\", "log"), False),
        (("C:\\", "log"), False),
        (("/", "log"), False),
        ((), False),
    ],
)
def test_a_share_is_another_computer(path: Parts, expected: bool) -> None:
    """Two strokes in front name a server; the long spelling of a local path does not."""
    assert is_share(path) is expected
