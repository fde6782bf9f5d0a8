"""Whether a folder is on another computer, as far as each system can say."""

import subprocess
import sys
from pathlib import Path

from infoshare_cli.core.checkup.mounts import NETWORK, file_system_of

_SECONDS = 5
"""How long `mount` is waited for on macOS: a server that is gone can hold it up."""


if sys.platform == "win32":
    import ctypes

    _REMOTE = 4
    """DRIVE_REMOTE, which GetDriveTypeW gives for a letter that stands for a share."""

    def network_of(path: Path) -> str | None:
        """The kind of network that a path is reached over; None where it is on this computer."""
        anchor = path.anchor
        remote = anchor and ctypes.windll.kernel32.GetDriveTypeW(anchor) == _REMOTE
        return "a network drive" if remote else None

else:

    def network_of(path: Path) -> str | None:
        """The kind of network that a path is reached over; None where it is on this computer."""
        kind = file_system_of(str(path), _mounts())
        return kind if kind in NETWORK else None


def _mounts() -> str:
    """What is mounted where; '' where the system does not say."""
    try:
        return _asked() if sys.platform == "darwin" else _listed()
    except (OSError, subprocess.SubprocessError):
        return ""


def _asked() -> str:
    told = subprocess.run(["/sbin/mount"], capture_output=True, check=False, timeout=_SECONDS)
    return told.stdout.decode("utf-8", "replace")


def _listed() -> str:
    return Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
