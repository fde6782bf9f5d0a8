"""Where an assessment begins: with nothing, with a draft, or with an earlier record."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from infoshare_cli.cli.given import Given
from infoshare_cli.cli.setup import Setup
from infoshare_cli.core.case import Case
from infoshare_cli.terminal.page import Block

if TYPE_CHECKING:
    from infoshare_cli.core.draft import Draft
    from infoshare_cli.core.record import Record
    from infoshare_cli.core.reread import Reread


@dataclass(frozen=True)
class Beginning:
    """A case to begin with, and what the person should know of it first."""

    case: Case
    keep: bool = False
    """Whether there is a record to keep, should nothing be asked."""
    of: str | None = None
    """The id of the record that this one goes on from."""
    draft: "Draft | None" = None
    """The draft to go on with."""
    opening: Sequence[Block] = ()
    """What the person should know first, such as what other rules changed."""
    put: tuple[str, ...] = ()
    """The questions that were put already."""
    came_to: str | None = None
    """The outcome that the record so far was written under."""
    reviews: bool = False
    """Whether the answers are old, and are to be looked through first."""


def begin_new(given: Given) -> Beginning:
    """Begin with what the call was given.

    Raises:
        CallError: the area that was asked for is not that of the record.
    """
    record = given.file.record
    case = given.in_area(Case(given.file.answers, dict(record or {})))
    return Beginning(case, keep=record is not None)


def begin_from_draft(setup: Setup, given: Given, wanted: str | None) -> Beginning:
    """Begin where a draft was left.

    Args:
        wanted: the id of the draft; None for the only one.

    Raises:
        CallError: there is no such draft, or more than one and none was named.
        FileError: the draft cannot be read.
    """
    from infoshare_cli.cli.drafts import chosen_draft
    from infoshare_cli.core.reread import kept_in_draft, reread
    from infoshare_cli.terminal.draft_views import resumed_page

    draft = chosen_draft(setup, wanted)
    again = reread(given.guidance, kept_in_draft(draft), _areas(given))
    return Beginning(
        case=given.in_area(again.case),
        of=draft.of,
        draft=draft,
        opening=resumed_page(given.guidance, draft, again),
        put=draft.asked,
        came_to=draft.came_to,
    )


def read_recorded(setup: Setup, given: Given, wanted: str) -> "tuple[Record, Reread]":
    """An earlier record, by its number or whole id, and its case as these rules read it.

    Raises:
        CallError: there is no such record, or it holds no answers.
        LogError: the log cannot be read, or that record is not as it was written.
    """
    from infoshare_cli.core.reread import kept_in_record, reread
    from infoshare_cli.files.logbook import find_record

    record = find_record(setup.log, wanted)
    return record, reread(given.guidance, kept_in_record(record), _areas(given))


def begin_from_record(setup: Setup, given: Given, wanted: str) -> Beginning:
    """Begin with the answers of an earlier record, and ask again what may have changed.

    Raises:
        CallError: there is no such record, or it holds no answers; or the areas differ.
        LogError: the log cannot be read, or that record is not as it was written.
    """
    from infoshare_cli.core.continuing import continue_from
    from infoshare_cli.core.recorded_case import asked_in
    from infoshare_cli.terminal.draft_views import continued_page

    record, again = read_recorded(setup, given, wanted)
    new = Case(given.file.answers, dict(given.file.record or {}))
    continued = continue_from(given.guidance, again.case, new)
    return Beginning(
        case=given.in_area(continued.case),
        keep=given.file.record is not None,
        of=record.head.id,
        opening=continued_page(given.guidance, record.head, again, continued),
        put=asked_in(record),
        reviews=True,
    )


def _areas(given: Given) -> list[str]:
    return [area.id for area in given.directory.areas]
