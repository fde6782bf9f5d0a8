"""The rules that a record was made under: those in use, or those kept beside the log."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from infoshare_cli.cli.setup import Setup
from infoshare_cli.errors import FileError, LogError

if TYPE_CHECKING:
    from infoshare_cli.core.guidance import Guidance


@dataclass
class RulesOfRecords:
    """Finds rules by their digest; each is read once, and only if a record asks for it."""

    setup: Setup
    unusable: FileError | None = None
    """What is wrong with the rules in use, once they were looked at."""
    _kept: "dict[str, Guidance | LogError | None]" = field(default_factory=dict)

    def find(self, digest: str) -> "Guidance | None":
        """The rules with a digest; None where they are neither in use nor kept.

        Raises:
            LogError: what was kept is not what the digest says, or cannot be used.
        """
        if self._in_use is not None and self._in_use.digest == digest:
            return self._in_use
        if digest not in self._kept:
            self._kept[digest] = self._open_kept(digest)
        found = self._kept[digest]
        if isinstance(found, LogError):
            raise found
        return found

    @cached_property
    def _in_use(self) -> "Guidance | None":
        from infoshare_cli.files.open_guidance import open_guidance

        try:
            return open_guidance(self.setup.rules)
        except FileError as error:
            self.unusable = error
            return None

    def _open_kept(self, digest: str) -> "Guidance | LogError | None":
        from infoshare_cli.files.kept_packs import open_kept_pack

        try:
            return open_kept_pack(self.setup.log, digest)
        except LogError as error:
            return error
