"""What became of an interview after it was recorded: a few lines for each record about it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date

from infoshare_cli.core.field_labels import choice_field, field_label, in_words, what_happened
from infoshare_cli.core.lives import Link
from infoshare_cli.core.record import FIELDS_OF_KIND, KEPT_WORDS
from infoshare_cli.core.record_forms import CORRECTION, WITHDRAWN
from infoshare_cli.core.record_story import RecordStory
from infoshare_cli.core.withholding import Shown
from infoshare_cli.documents.case_answers import Row

Day = Callable[[str], str]
"""What a record's time is told as: 22 Nov 2026."""
_BY_WHOM = ("practitioner", "role", "agency")
_MOST_NAMED = 8
"""Erased fields that are told by name; of more, how many there are."""
_MOST_AT_THE_TOP = 8
"""Records that have a line each at the top; with more, the first page would hold nothing else."""


def where_it_belongs(story: RecordStory) -> Iterator[tuple[str, str]]:
    """What holds it, and which records it is continued by and goes on from."""
    if story.holds:
        yield "On hold", f"Nothing of it may be erased, see {_records(story.holds)}."
    if story.continued_by:
        yield "Continued by", _records(story.continued_by)
    if story.continues:
        yield "Goes on from", _records((story.continues,))
    elif story.record.head.of:
        yield "Goes on from", f"the record {story.record.head.of}, which is not in this log"


def life_rows(life: Iterable[Shown], day: Day) -> Iterator[Row]:
    """What happened, and when, with what was written down of it."""
    for shown in life:
        head = shown.record.head
        yield f"{day(head.at)}, record {head.seq}", (f"{_happened(shown)}.", *_told(shown))


def in_short(life: Sequence[Shown], day: Day) -> Iterator[str]:
    """A line for each record: 'More was shared (record 2, 22 Nov 2026)'; of many, the last ones."""
    if earlier := len(life[:-_MOST_AT_THE_TOP]):
        yield f"{earlier} earlier, told below"
    for each in life[-_MOST_AT_THE_TOP:]:
        head = each.record.head
        yield f"{_happened(each)} (record {head.seq}, {day(head.at)})"


def consent_gone(life: Iterable[Shown], since: Sequence[Link], day: Day) -> Iterator[str]:
    """That consent was withdrawn, each time, and which decision counts now.

    Args:
        since: the decisions that go on from the interview, in order.
    """
    for shown in life:
        if shown.record.text("change") == WITHDRAWN:
            number = shown.record.head.seq
            last = since[-1].seq if since else 0
            then = (
                f"It was decided anew since: record {last} counts now."
                if last > number
                else "Nobody has decided since."
            )
            yield f"Consent was withdrawn{_on(shown, day)} (record {number}). {then}"


def _on(shown: Shown, day: Day) -> str:
    """On which day it was, or where nobody said so, when it was recorded."""
    with suppress(ValueError):
        return f" on {date.fromisoformat(shown.record.text('happened_on')):%d %b %Y}"
    return f", as noted on {day(shown.record.head.at)}"


def later_words(name: str, life: Iterable[Shown]) -> Iterator[str]:
    """What later records say in the place of a field, to stand beside it."""
    for shown in life:
        number, happened = shown.record.head.seq, shown.record.text("change")
        if happened == CORRECTION and shown.record.text("field") == name:
            words = "\n".join(shown.lines("correction"))
            yield f"Corrected by record {number}: {words}"
        elif happened == WITHDRAWN and name == "consent_record":
            yield f"Withdrawn, by record {number}: {' '.join(shown.lines(name))}"


def _happened(shown: Shown) -> str:
    return what_happened(shown.record)


def _told(shown: Shown) -> Iterator[str]:
    if erased := shown.record.head.erased:
        yield f"What was erased: {_named(erased)}"
    kind = shown.record.head.kind
    apart = (choice_field(kind), *_BY_WHOM, KEPT_WORDS)
    for name in FIELDS_OF_KIND[kind]:
        if name not in apart and (words := "\n".join(shown.lines(name))):
            yield f"{field_label(name)}: {in_words(kind, name, words)}"
    if by_whom := [words for name in _BY_WHOM for words in shown.lines(name)]:
        yield f"By: {', '.join(by_whom)}"


def _named(names: tuple[str, ...]) -> str:
    return (
        ", ".join(map(field_label, names)) if len(names) <= _MOST_NAMED else f"{len(names)} parts"
    )


def _records(links: tuple[Link, ...]) -> str:
    numbers = [str(each.seq) for each in links]
    listed = " and ".join(filter(None, (", ".join(numbers[:-1]), numbers[-1])))
    return f"record{'s' if len(numbers) > 1 else ''} {listed}"
