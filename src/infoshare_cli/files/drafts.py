"""The draft of one interview, saved again with each answer.

Nothing of another window is ever overwritten: before each save the file must be as this window
left it. If it is not, what is said here goes on under an id of its own.
"""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from infoshare_cli import __version__
from infoshare_cli.core.case import Case
from infoshare_cli.core.draft import Draft, about_values, draft_id
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.record import write_time
from infoshare_cli.errors import reason_of
from infoshare_cli.files.draft_folder import (
    draft_path,
    prepare_folder,
    read_content,
    remove_draft,
    why_not_removed,
)
from infoshare_cli.files.draft_text import write_draft
from infoshare_cli.files.whole_file import replace_file


class DraftKeeper:
    """Keeps one interview; `keep` is to be called with each thing that was said."""

    def __init__(  # noqa: PLR0913 - what a draft is made with
        self,
        folder: Path,
        guidance: Guidance,
        *,
        clock: Callable[[], datetime],
        draw: Callable[[], str],
        of: str | None = None,
        draft: Draft | None = None,
    ) -> None:
        """A keeper of a new interview, or of one that goes on from a draft that was read.

        Args:
            clock: gives the time.
            draw: gives `core.draft.ID_LENGTH` letters of `core.draft.ID_LETTERS`, at random.
            of: the id of the record that a new interview continues.
            draft: the draft to go on with.
        """
        self._folder = folder
        self._guidance = guidance
        self._clock = clock
        self._draw = draw
        self._of = draft.of if draft else of
        self._draft = draft
        """As it was last saved or read, or was to be."""
        self._left = [write_draft(draft)] if draft else []
        """What this window may have left in the file."""
        self._saved = draft is not None
        self._once_saved = draft is not None
        self._told = False

    @property
    def id(self) -> str | None:
        """The id of the draft; None as long as there is none."""
        return self._draft.id if self._draft is not None and self._once_saved else None

    @property
    def is_saved(self) -> bool:
        """Whether all that was handed over is on the disk."""
        return self._saved

    def keep(self, case: Case, asked: tuple[str, ...], came_to: str | None) -> str:
        """Save the interview as it stands now, from the first answer on.

        Args:
            case: what was said so far.
            asked: the questions put so far, in order; one that is still open stands last.
            came_to: the outcome that was last shown.

        Returns:
            What the person should know of it, or ''. A draft that cannot be saved is told once
            and never stops an interview.
        """
        if self._is_kept(case, asked, came_to) or not (case.answers or self._draft):
            return ""
        self._saved = False
        aside = self._go_aside()
        try:
            self._save(self._next(case, asked, came_to))
        except (OSError, ValueError) as error:
            return f"{aside} {self._tell_unsaved(error)}".strip()
        self._saved = self._once_saved = True
        return f"{aside} {self._tell_saved_again()}".strip()

    def forget(self) -> str:
        """Remove the draft, once its interview is recorded.

        Returns:
            What the person should know of it, or ''.
        """
        if self._draft is None:
            return ""
        path = draft_path(self._folder, self._draft.id)
        try:
            if read_content(path) not in self._left:
                return f"Another window has gone on with the draft {self._draft.id}, so it stays."
            remove_draft(self._folder, self._draft.id)
        except FileNotFoundError:
            pass
        except OSError as error:
            return why_not_removed(path, error)
        self._draft, self._left, self._once_saved = None, [], False
        return ""

    def _is_kept(self, case: Case, asked: tuple[str, ...], came_to: str | None) -> bool:
        last = self._draft
        if last is None or not self._saved or last.pack_digest != self._guidance.digest:
            return False
        return (case, asked, came_to) == (last.case, last.asked, last.came_to)

    def _go_aside(self) -> str:
        """Take another id where the file is not as this window left it; says so, or ''."""
        if self._draft is None:
            return ""
        former = self._draft.id
        try:
            if read_content(draft_path(self._folder, former)) in self._left:
                return ""
            what = f"Another window has gone on with the draft {former}."
        except OSError as error:
            # What was never saved cannot have been taken by anybody.
            if not self._once_saved:
                return ""
            what = f"Something else has taken the place of the draft {former}."
            if isinstance(error, FileNotFoundError):
                what = f"The draft {former} is gone: it was finished or removed elsewhere."
        self._draft = replace(self._draft, id=self._free_id())
        self._left, self._once_saved = [], False
        return f"{what} What you say here goes on as the draft {self._draft.id}."

    def _next(self, case: Case, asked: tuple[str, ...], came_to: str | None) -> Draft:
        now, last, pack = write_time(self._clock()), self._draft, self._guidance.pack
        return Draft(
            id=last.id if last else self._free_id(),
            started=last.started if last else now,
            saved=now,
            pack_id=pack.id,
            pack_version=pack.version,
            pack_digest=self._guidance.digest,
            engine=__version__,
            of=self._of,
            case=case,
            asked=asked,
            came_to=came_to,
            about=about_values(self._guidance, case.answers),
            revision=last.revision + 1 if last else 1,
        )

    def _free_id(self) -> str:
        today = self._clock().astimezone().date()
        while True:
            name = draft_id(today, self._draw())
            if not os.path.lexists(draft_path(self._folder, name)):
                return name

    def _save(self, draft: Draft) -> None:
        content = write_draft(draft)
        # Noted first: where this is stopped half-way, the file may be either of them.
        self._draft, self._left = draft, [*self._left[-1:], content]
        prepare_folder(self._folder)
        replace_file(draft_path(self._folder, draft.id), content, self._draw())

    def _tell_unsaved(self, error: Exception) -> str:
        if self._told:
            return ""
        self._told = True
        why = reason_of(error) if isinstance(error, OSError) else str(error)
        return (
            f"This interview cannot be kept as a draft: {why}. It goes on; but if this window "
            "closes before you record your decision, your answers are lost."
        )

    def _tell_saved_again(self) -> str:
        told, self._told = self._told, False
        return f"The interview is kept again, as the draft {self.id}." if told else ""
