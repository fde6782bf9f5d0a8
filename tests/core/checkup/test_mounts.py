"""What lies on which kind of file system."""

import pytest

from infoshare_cli.core.checkup.mounts import NETWORK, file_system_of

LINUX = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw,nosuid 0 0
server:/home /home nfs4 rw,vers=4.2 0 0
//server/team /mnt/our\\040team cifs rw 0 0
/dev/sdb1 /home/sam/local ext4 rw 0 0
nonsense
"""
MACOS = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//sam@server/team on /Volumes/our team (smbfs, nodev, nosuid, mounted by sam)
"""


@pytest.mark.parametrize(
    ("path", "mounts", "kind"),
    [
        ("/var/log", LINUX, "ext4"),
        ("/home/sam/log", LINUX, "nfs4"),
        ("/home/sam/local/log", LINUX, "ext4"),
        ("/homes/log", LINUX, "ext4"),
        ("/mnt/our team/log", LINUX, "cifs"),
        ("/mnt/our team", LINUX, "cifs"),
        ("/Volumes/our team/log", MACOS, "smbfs"),
        ("/Users/sam/log", MACOS, "apfs"),
        ("/home", "", None),
        ("/a", "x / ext4 rw 0 0\ny / overlay rw 0 0\n", "overlay"),
    ],
)
def test_the_nearest_mount_above_counts(path: str, mounts: str, kind: str | None) -> None:
    """Whole names only, spaces included, and the one on top where two lie at one place."""
    assert file_system_of(path, mounts) == kind


def test_shares_are_told_from_disks() -> None:
    """What people mount from a server is known; what is in the computer is not among it."""
    assert {"nfs4", "cifs", "smbfs", "fuse.sshfs", "9p"} <= NETWORK
    assert NETWORK.isdisjoint({"ext4", "btrfs", "xfs", "apfs", "tmpfs", "overlay", "fuseblk"})
