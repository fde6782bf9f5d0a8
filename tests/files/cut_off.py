"""A child process that ends itself at one call to the system; POSIX only, for it is forked.

`Calls` counts the calls by which files are made, written, synced, cut, moved and removed, and
ends the process before, in the middle of, or after one of them. `Disk` stands for the
worst disk there is: when the power goes, whatever was not synced is gone, names too.
"""

import os
import pickle
import shutil
import stat
import sys
import tempfile
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from io import FileIO
from pathlib import Path
from types import ModuleType
from typing import Any

SEAM = (
    "open", "write", "pwrite", "writev", "fsync", "fdatasync", "ftruncate", "truncate", "replace",
    "rename", "link", "unlink", "remove", "rmdir", "mkdir", "fchmod", "chmod", "fchown",
)  # fmt: skip
"""Functions of `os` that change what lies on the disk; of `open`, only where it may make a file."""
_WRITES = ("write", "pwrite")
_FINISHED, _CUT_OFF, _FAILED = 0, 17, 18


class How(Enum):
    """When the process ends."""

    BEFORE = "before"
    HALF = "half"
    """Once half of what was to be written is there; as BEFORE, where nothing is written."""
    AFTER = "after"


@dataclass
class Disk:
    """What has certainly reached the disk, of everything below one folder."""

    root: Path
    content: dict[int, bytes] = field(default_factory=dict)
    """Inode -> the bytes that were synced."""
    names: dict[Path, dict[str, tuple[int, bool]]] = field(default_factory=dict)
    """Folder -> the names in it that were synced, with inode and whether it is a folder."""

    def __post_init__(self) -> None:
        for folder, _, files in os.walk(self.root):
            self.sync_folder(Path(folder))
            for name in files:
                path = Path(folder) / name
                self.content[path.stat().st_ino] = path.read_bytes()

    @classmethod
    def load(cls, kept: Path) -> "Disk":
        """What the disk had when another child ended, which wrote that down."""
        disk = pickle.loads(kept.read_bytes())  # noqa: S301 - it was written by a test
        assert isinstance(disk, cls)
        return disk

    def sync(self, descriptor: int) -> None:
        """Take it that the disk has what this descriptor stands for."""
        path = Path(f"/proc/self/fd/{descriptor}").resolve()
        if path.is_dir():
            self.sync_folder(path)
        else:
            self.content[path.stat().st_ino] = path.read_bytes()

    def sync_folder(self, folder: Path) -> None:
        """Take it that the disk has the names in a folder."""
        self.names[folder] = {
            each.name: (each.stat().st_ino, each.is_dir()) for each in folder.iterdir()
        }

    def made(self, path: Path) -> None:
        """Take it that a file is new, whatever had its inode before."""
        self.content.pop(path.stat().st_ino, None)

    def lose_power(self) -> None:
        """Leave of the files what the disk has."""
        for each in self.root.iterdir():
            shutil.rmtree(each) if each.is_dir() else each.unlink()
        self._restore(self.root)

    def _restore(self, folder: Path) -> None:
        for name, (inode, is_folder) in self.names.get(folder, {}).items():
            path = folder / name
            if is_folder:
                path.mkdir(mode=0o700)
                self._restore(path)
            else:
                path.write_bytes(self.content.get(inode, b""))
                path.chmod(0o600)


@dataclass
class Calls:
    """The calls to the system, counted from 1; at one of them the process ends."""

    at: int
    how: How
    disk: Disk | None
    """What the power leaves; None where only the process ends, and the system goes on."""
    kept: Path | None = None
    """Where it is written down what the disk has, so that the power can go later."""
    count: int = 0
    _real: dict[str, Callable[..., Any]] = field(default_factory=dict)

    def install(self) -> None:
        """Count from now on, in this process."""
        for name in SEAM:
            if hasattr(os, name):
                self._real[name] = getattr(os, name)
                setattr(os, name, partial(self._call, name, self._real[name]))
        calls = self

        class CountedFile(FileIO):
            def truncate(self, size: int | None = None, /) -> int:
                cut = partial(FileIO.truncate, self)
                return int(calls._call("truncate", cut, size))

            def write(self, content: Any, /) -> int:
                write = partial(FileIO.write, self)
                return int(calls._call("FileIO.write", write, content))

        for module in _modules_with("FileIO"):
            module.__dict__["FileIO"] = CountedFile

    def _call(self, name: str, real: Callable[..., Any], *given: Any, **named: Any) -> Any:
        if name == "open" and not given[1] & os.O_CREAT:
            return real(*given, **named)
        self.count += 1
        reached = self.count == self.at
        if reached and self.how is not How.AFTER:
            if self.how is How.HALF and name in _WRITES:
                real(given[0], given[1][: len(given[1]) // 2], *given[2:])
            self._end()
        is_new = name == "open" and not os.path.lexists(given[0])
        try:
            result = real(*given, **named)
            if self.disk and name == "fsync":
                self.disk.sync(given[0])
            if self.disk and is_new:
                self.disk.made(Path(given[0]))
            return result
        finally:
            if reached:
                self._end()

    def uninstall(self) -> None:
        """Count no more; the files are what the process, or the power, leaves of them."""
        for name, real in self._real.items():
            setattr(os, name, real)
        if self.disk and self.kept:
            self.kept.write_bytes(pickle.dumps(self.disk))
        elif self.disk:
            self.disk.lose_power()

    def _end(self) -> None:
        self.uninstall()
        os._exit(_CUT_OFF)


def _modules_with(name: str) -> list[ModuleType]:
    """The modules of the program that have a name of their own for something."""
    ours = [each for key, each in sys.modules.items() if key.startswith("infoshare_cli.files")]
    return [each for each in ours if hasattr(each, name)]


@dataclass(frozen=True)
class Ending:
    """How a child came to its end."""

    finished: bool
    """Whether it did all that it had to do, because the call was never reached."""
    told: tuple[str, ...]
    """What it had told by then, a line each."""


Work = Callable[[Callable[[str], None]], None]
"""What a child does; it is handed a function that tells the parent something."""


def cut_off(work: Work, calls: Calls) -> Ending:
    """Let a child work until it comes to a call to the system that ends it."""
    reading, writing = os.pipe()
    child = _fork()
    if child == 0:
        _work_and_end(work, calls, writing)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as told:
        lines = tuple(told.read().splitlines())
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (_FINISHED, _CUT_OFF), f"the child ended with {code} at call {calls.at}"
    return Ending(code == _FINISHED, lines)


def start_child(work: Callable[[], object]) -> int:
    """Let a child do something; gives its number."""
    child = _fork()
    if child == 0:
        _end_with(work)
    return child


def has_ended(child: int) -> bool:
    """Whether a child has come to its end, which must be a good one."""
    number, status = os.waitpid(child, os.WNOHANG)
    assert status == _FINISHED
    return number == child


def in_child(work: Callable[[], object]) -> None:
    """Do something in a child, so that its limits and rights are none of ours."""
    _, status = os.waitpid(start_child(work), 0)
    assert status == _FINISHED


def _fork() -> int:
    with warnings.catch_warnings():
        # Python 3.12 warns where there are threads, as where tests run side by side; none of them
        # holds anything that a child needs.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _work_and_end(work: Work, calls: Calls, writing: int) -> None:
    write = os.write

    def tell(line: str) -> None:
        write(writing, f"{line}\n".encode())

    def work_counted() -> None:
        calls.install()
        work(tell)
        calls.uninstall()

    _end_with(work_counted)


def _end_with(work: Callable[[], object]) -> None:
    code = _FAILED
    try:
        work()
        code = _FINISHED
    except BaseException:  # noqa: BLE001 - a child must never come back into the tests
        traceback.print_exc()
        sys.stderr.flush()
    os._exit(code)


@contextmanager
def folder_in_memory() -> Iterator[Path]:
    """A new folder, in memory where there is such a thing: there, syncing takes no time."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder in it is a new one
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder).resolve()


def is_private(path: Path) -> bool:
    """Whether nobody but the owner may read a file."""
    return stat.S_IMODE(path.stat().st_mode) == 0o600
