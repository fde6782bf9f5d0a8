"""Which kind of file system a path lies on, by the system's own list of what is mounted where."""

import re
from collections.abc import Iterator

NETWORK = frozenset(
    {
        *("afpfs", "afs", "ceph", "cifs", "davfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4"),
        *("smb2", "smb3", "smbfs", "webdav"),
        *("fuse.ceph", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone"),
        *("fuse.s3fs", "fuse.sshfs", "fuse.vmhgfs-fuse"),
        *("9p", "drvfs", "vboxsf", "virtiofs"),
    }
)
"""Kinds that another computer keeps, or the system around a virtual one."""

_LINUX = re.compile(r"\S+ (?P<at>\S+) (?P<kind>\S+) ")
_MACOS = re.compile(r".+? on (?P<at>/.*) \((?P<kind>[^,)]+)")
_ESCAPED = re.compile(r"\\([0-7]{3})")


def file_system_of(path: str, mounts: str) -> str | None:
    """The kind of file system that an absolute POSIX path lies on; None where none is listed.

    Args:
        mounts: what /proc/self/mounts holds on Linux, or what `mount` prints on macOS.
    """
    kind, longest = None, -1
    for at, named in _mounts(mounts):
        # Of two at one place, the later one lies on top.
        if _is_under(path, at) and len(at) >= longest:
            kind, longest = named, len(at)
    return kind


def _mounts(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        if found := _MACOS.match(line) or _LINUX.match(line):
            yield _ESCAPED.sub(lambda each: chr(int(each[1], 8)), found["at"]), found["kind"]


def _is_under(path: str, at: str) -> bool:
    return at in ("/", path) or path.startswith(at + "/")
