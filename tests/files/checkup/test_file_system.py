"""Whether a folder is on another computer."""

import subprocess
import sys
from pathlib import Path

import pytest

from infoshare_cli.files.checkup import file_system
from infoshare_cli.files.checkup.file_system import network_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="drives have letters there")


def test_a_folder_of_this_computer_is_on_no_network(tmp_path: Path) -> None:
    """By what the system itself lists."""
    assert network_of(tmp_path) is None


def test_a_share_is_told_by_its_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is mounted over a network there."""
    monkeypatch.setattr(file_system, "_mounts", lambda: "server:/home /home nfs4 rw 0 0\n")
    assert network_of(Path("/home/sam/log")) == "nfs4"
    assert network_of(Path("/var/log")) is None


def test_on_macos_the_system_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """It has no list to read; and where it does not answer, nothing is known."""
    told = b"//sam@server/team on /Volumes/team (smbfs, nodev)\n"

    def answer(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess(command, 0, stdout=told)

    def hang(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        raise subprocess.TimeoutExpired(command, 5)

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(subprocess, "run", answer)
    assert network_of(Path("/Volumes/team/log")) == "smbfs"
    monkeypatch.setattr(subprocess, "run", hang)
    assert network_of(Path("/Volumes/team/log")) is None
