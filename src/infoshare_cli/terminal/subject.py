"""The record that a form is about, as it is told again where its first page is out of sight."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from infoshare_cli.core.field_text import field_lines
from infoshare_cli.core.record import Record
from infoshare_cli.core.record_forms import CORRECTION, FIELD_NAMES
from infoshare_cli.core.record_story import RecordStory
from infoshare_cli.terminal.log_views import local_day


@dataclass(frozen=True)
class Subject:
    """The record that a form is about, as far as it is told again once the first page is gone."""

    line: str = ""
    """Which record it is."""
    stands: Mapping[str, str] = field(default_factory=dict)
    """Field -> what stands in it now, for each that can be corrected."""


NO_SUBJECT = Subject()
"""Of a form that is about more than one record."""


Words = Mapping[str, Mapping[str, str]]
"""Field -> what can be chosen in it -> what that is called."""


def subject_of(story: RecordStory, words: Words, unsound: Collection[int]) -> Subject:
    """What is told again of a record.

    Args:
        words: of the fields in which something is chosen.
        unsound: the numbers of records about it that are not as they were written.
    """
    record, head = story.record, story.record.head
    line = f"It is about record {head.seq}, of {local_day(head.at)}. Case: {case_number(record)}."
    sound = [each for each in story.life if each.head.seq not in unsound]
    stands = {name: _stands(record, name, words.get(name, {}), sound) for name in FIELD_NAMES}
    return Subject(line, stands)


def case_number(record: Record) -> str:
    """The number of a record's case, or what stands for it."""
    return "; ".join(field_lines(record, "case_ref")) or "no case number"


def _stands(record: Record, name: str, words: Mapping[str, str], life: Iterable[Record]) -> str:
    """What stands in a field, and what it was last corrected to."""
    corrections = [
        each for each in life if each.text("change") == CORRECTION and each.text("field") == name
    ]
    now = _told_now(record, name, words)
    if not corrections:
        return now
    last = corrections[-1]
    return f"{now}\nCorrected in record {last.head.seq}: {_told_now(last, 'correction', {})}"


def _told_now(record: Record, name: str, words: Mapping[str, str]) -> str:
    if name in record.erased_fields():
        return "Nothing. It was erased."
    told = "\n".join(words.get(line, line) for line in field_lines(record, name))
    return told or "Nothing. It was left empty."
