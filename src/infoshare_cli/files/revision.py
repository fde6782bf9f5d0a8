"""Rules as they stood at a git revision, put into a folder of their own for a while.

The git program is asked; nothing in the repository is changed.
"""

import io
import os
import shutil
import subprocess
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from infoshare_cli.errors import CallError, Fault
from infoshare_cli.files.file_text import is_folder

_COMMIT = "^{commit}"
"""Asks git for the commit that a name, such as that of a tag, stands for."""
_EXPECTED = "a folder of rules, or a git revision such as HEAD~1, v1.0 or HEAD~1:path/to/rules"


@dataclass(frozen=True)
class RulesVersion:
    """Rules to compare: a folder, and what the person calls it."""

    folder: Path
    name: str
    """The folder, or the revision, as it was given."""
    top: Path | None = None
    """For a revision: the temporary folder that stands for the top of the repository."""

    def renamed(self, fault: Fault) -> Fault:
        """A fault of a file in the folder, with the file as the person can find it."""
        if self.top is None or not Path(fault.file).is_relative_to(self.top):
            return fault
        path = Path(fault.file).relative_to(self.top).as_posix()
        return replace(fault, file=f"{self.name.partition(':')[0]}:{path}")


@contextmanager
def open_version(given: str, beside: Path) -> Iterator[RulesVersion]:
    """The rules that a person means: a folder, or a revision of the rules in another folder.

    Args:
        given: a folder; or a git revision; or a revision, a colon and a path in the repository.
        beside: the folder whose repository, and place in it, a revision is about.

    Raises:
        CallError: it is neither, or the revision has no rules there, or there is no git.
    """
    folder = Path(given)
    if is_folder(folder):
        yield RulesVersion(folder, given)
        return
    if folder.exists():
        raise _unusable(given, "a file")
    with TemporaryDirectory(prefix="infoshare-", ignore_cleanup_errors=True) as temporary:
        top = Path(temporary).resolve()
        yield RulesVersion(top / _extract(given, beside, top), given, top)


def _extract(given: str, beside: Path, top: Path) -> PurePosixPath:
    """Put the rules of a revision, and the folders beside them, under `top`; gives their path."""
    revision, colon, named = given.partition(":")
    repository, place = _repository(given, beside)
    commit = _git(
        given, repository, "rev-parse", "--verify", "--end-of-options", revision + _COMMIT
    )
    path = PurePosixPath(named) if colon else place
    if path is None:
        raise _unusable(given, f"a revision, but {beside} is not in its repository")
    if ".." in path.parts or path.is_absolute():
        raise _unusable(given, "a path that leads out of the repository")
    if _runs(repository, "cat-file", "-e", f"{commit}:{path / 'pack.yaml'}").returncode:
        raise _unusable(given, f"no pack.yaml in {path} at that revision")
    _unpack(_archive(given, repository, commit, path), top)
    return path


def _archive(given: str, repository: Path, commit: str, path: PurePosixPath) -> bytes:
    # A pack may build on one beside it.
    around = [] if len(path.parts) < 2 else ["--", path.parent.as_posix()]
    run = _runs(repository, "archive", "--format=tar", commit, *around)
    if run.returncode:
        raise _unusable(given, "a revision that git cannot give")
    return run.stdout


def _unpack(archive: bytes, top: Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        # Python 3.11 has the filter from its fourth patch on; git itself lets no ".." into a tree.
        tar.extraction_filter = getattr(tarfile, "data_filter", lambda member, _: member)
        tar.extractall(top, [each for each in tar if each.isfile() or each.isdir()])  # noqa: S202


def _repository(given: str, beside: Path) -> tuple[Path, PurePosixPath | None]:
    """The top of the repository, and the path in it of the folder that the revision is about.

    That of the other rules, or else that of the folder where the program was called.
    """
    for folder in (beside, Path()):
        if is_folder(folder) and _runs(folder, "rev-parse", "--show-toplevel").returncode == 0:
            top = _git(given, folder, "rev-parse", "--show-toplevel")
            place = _git(given, folder, "rev-parse", "--show-prefix")
            return Path(top), PurePosixPath(place) if folder is beside else None
    raise _unusable(given, "no folder of this name, and no git repository to look in")


def _git(given: str, folder: Path, *arguments: str) -> str:
    run = _runs(folder, *arguments)
    if run.returncode:
        raise _unusable(given, "no folder and no revision of this name that git can give")
    return os.fsdecode(run.stdout).strip("\r\n")


def _runs(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    program = shutil.which("git")
    if program is None:
        fault = Fault("", "no git program", "git on this computer, or a folder of rules")
        raise CallError("A revision of the rules needs the git program.", (fault,))
    command: Sequence[str] = (program, "--literal-pathspecs", *arguments)
    return subprocess.run(command, cwd=folder, capture_output=True, check=False)  # noqa: S603


def _unusable(given: str, found: str) -> CallError:
    fault = Fault(given, found, _EXPECTED)
    return CallError(f"There are no rules under {given}.", (fault,))
