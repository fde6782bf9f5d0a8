"""A record about an earlier one into the log, made under today's rules and contacts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from infoshare_cli.cli.read_story import read_again
from infoshare_cli.cli.record_decision import append_entry, made_with
from infoshare_cli.cli.setup import Setup
from infoshare_cli.core.canonical import Value
from infoshare_cli.core.changed_story import StoryReading, new_records, still_fits
from infoshare_cli.core.contacts import Directory
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.record import Record
from infoshare_cli.core.record_story import RecordStory
from infoshare_cli.files.logbook import Receipt
from infoshare_cli.terminal.form_views import meanwhile_remark


@dataclass(frozen=True)
class About:
    """A record to be made about an interview."""

    kind: str
    """What it is: an amendment, a follow-up, a review, a hold or a release."""
    reading: StoryReading
    """The story of the interview as the person had it before them."""
    fields: Mapping[str, Value]
    """The fixed fields of the kind."""
    texts: Sequence[str]
    """What stands in it in the words of a person."""


@dataclass(frozen=True)
class Appended:
    """What came of it."""

    receipt: Receipt
    story: RecordStory
    """The story as it was just before the record was written."""


def append_about(
    setup: Setup, about: About, *, guidance: Guidance, directory: Directory
) -> Appended:
    """Append a record about an interview to the log, unless that has changed too much meanwhile.

    Raises:
        LogError: it could not be written, or may not be any more; then nothing was added.
    """
    meanwhile = _Meanwhile(setup.log, about)
    receipt = append_entry(
        setup.log,
        about.kind,
        about.reading.story.record.head.id,
        made_with(guidance, directory),
        about.fields,
        guard=meanwhile.judge,
    )
    return Appended(receipt, meanwhile.now.story)


@dataclass
class _Meanwhile:
    """Judges, in the turn to write, what happened to the story since it was read."""

    log: Path
    about: About
    now: StoryReading = field(init=False)

    def __post_init__(self) -> None:
        self.now = self.about.reading

    def judge(self, last: Record | None) -> tuple[str, ...]:
        """What else is new about it, to be told; raises LogError where nothing may be written."""
        then = self.about.reading
        if last is not None and last.hash == then.last:
            return ()
        again = read_again(self.log, then)
        self.now = still_fits(then, again, self.about.kind, self.about.texts)
        remark = meanwhile_remark(new_records(then, self.now))
        return (remark,) if remark else ()
