"""What the global options come to: where the rules, the contacts and the log are."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from infoshare_cli.errors import Fault, FileError

if TYPE_CHECKING:
    from infoshare_cli.terminal.page import Screen

NOWHERE = Path(os.devnull) / "infoshare"
"""A place that can never be written, so that nothing is kept where nobody looks for it."""


@dataclass(frozen=True, slots=True)
class Setup:
    """Handed to every command as `ctx.obj`."""

    rules: Path
    """The folder that holds pack.yaml."""
    contacts: Path
    log: Path
    plain: bool
    """Words only: asked for, or the terminal can do no more."""

    @property
    def drafts(self) -> Path:
        """The folder of interviews that are not finished; NOWHERE without a home folder."""
        from infoshare_cli.files.locations import default_drafts

        try:
            return default_drafts()
        except RuntimeError:
            return NOWHERE

    def stdout(self) -> "Screen":
        """The screen for results."""
        import sys

        from infoshare_cli.terminal.page import open_screen

        return open_screen(sys.stdout, plain=self.plain)

    def stderr(self) -> "Screen":
        """The screen for questions, progress and warnings."""
        import sys

        from infoshare_cli.terminal.page import open_screen

        return open_screen(sys.stderr, plain=self.plain)


def standard_input(limit: int) -> bytes:
    """What standard input holds, but no more than `limit` bytes.

    Raises:
        FileError: the program was started without a standard input.
    """
    import sys

    if sys.stdin is None:
        fault = Fault("-", "no standard input", "a file, or answers piped into the program")
        raise FileError("Standard input is closed.", (fault,))
    return sys.stdin.buffer.read(limit)


def must_be_there(path: Path) -> None:
    """Raises FileError where nothing has that name: then there is nothing to judge."""
    if not path.exists():
        fault = Fault(str(path), "nothing of this name", "a file or folder that is there")
        raise FileError(f"{path} is not there.", (fault,))


def must_be_folder(path: Path) -> None:
    """Raises FileError where there is no folder of that name, and so no rules to judge."""
    must_be_there(path)
    if not path.is_dir():
        fault = Fault(str(path), "a file", "the folder that holds pack.yaml")
        raise FileError(f"{path} is not a folder.", (fault,))


def contacts_with(setup: Setup, folder: Path | None) -> Path:
    """The contacts asked for; or else those that a folder of rules brings along, if it does."""
    from infoshare_cli.files.layers.contact_layers import contacts_of
    from infoshare_cli.files.locations import shipped_contacts

    if folder is None or setup.contacts != shipped_contacts():
        return setup.contacts
    return contacts_of(folder) or setup.contacts


def now() -> datetime:
    """The one reading of the clock; core and files are handed what it gives."""
    return datetime.now(UTC)
