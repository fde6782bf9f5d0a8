"""Whether a folder is copied elsewhere by itself: by a service, or with a Windows profile.

A path is judged by its parts, as its own system splits it; no file is looked at here. A name can
mislead either way, so what comes of this is worth a look and never proves anything.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

Parts = Sequence[str]
"""A path in pieces, the root first: ('/', 'home', 'me'), or ('C:\\\\', 'Users', 'me')."""

ROOT_VARIABLES: Mapping[str, str] = {
    "OneDrive": "OneDrive",
    "OneDriveConsumer": "OneDrive",
    "OneDriveCommercial": "OneDrive",
}
"""Environment variables that name the folder of a service."""

MARKERS: Mapping[str, str] = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
    ".tmp.driveupload": "Google Drive",
    ".resilio": "Resilio Sync",
}
"""Files and folders that a service leaves at the top of what it copies."""

_NAMES: Mapping[str, str] = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "shared drives": "Google Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box": "Box",
    "box sync": "Box",
    "pcloud drive": "pCloud",
    "syncthing": "Syncthing",
}
_JOINTS = (" - ", "-", " (")
"""What stands after the name where a folder is that of a firm: 'OneDrive - A School'."""
_JOINED = ("onedrive", "dropbox", "googledrive", "nextcloud", "owncloud", "box")
_CLOUD_STORAGE = "cloudstorage"
"""On macOS, ~/Library/CloudStorage holds a folder for each service."""


def synchronised_by(
    path: Parts, roots: Mapping[str, Parts], markers: Sequence[str] = ()
) -> str | None:
    """The service that seems to copy what lies at a path; None where none does.

    Args:
        roots: the values of ROOT_VARIABLES that are set, in parts.
        markers: those of MARKERS that stand in a folder above.
    """
    folded = _folded(path)
    for name, root in roots.items():
        if root and folded[: len(root)] == _folded(root):
            return ROOT_VARIABLES[name]
    if markers:
        return MARKERS[markers[0]]
    named = (_service(part, before) for before, part in zip(("", *folded), folded, strict=False))
    return next(filter(None, named), None)


def is_roaming(path: Parts, roaming: Parts = ()) -> bool:
    """Whether a path lies in the part of a Windows profile that goes along to other computers.

    Args:
        roaming: the value of APPDATA in parts; () where it is not set.
    """
    folded = _folded(path)
    under = bool(roaming) and folded[: len(roaming)] == _folded(roaming)
    return under or ("appdata", "roaming") in pairwise(folded)


def is_share(path: Parts) -> bool:
    """Whether a path names another computer, as a share of Windows does."""
    root = path[0].replace("/", "\\") if path else ""
    local = root.startswith(("\\\\?\\", "\\\\.\\")) and not root.upper().startswith("\\\\?\\UNC")
    return root.startswith("\\\\") and not local


def _service(part: str, before: str) -> str | None:
    if part in _NAMES:
        return _NAMES[part]
    for name in _JOINED:
        if part.startswith(tuple(name + joint for joint in _JOINTS)):
            return _NAMES[name]
    return "a cloud service" if before == _CLOUD_STORAGE else None


def _folded(path: Parts) -> tuple[str, ...]:
    return tuple(part.casefold() for part in path)
