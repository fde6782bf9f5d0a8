"""What became of an interview after it was recorded: a few lines for each record about it."""

from collections.abc import Callable, Iterable, Iterator

from infoshare_cli.core.field_labels import choice_field, field_label, what_happened
from infoshare_cli.core.lives import Link
from infoshare_cli.core.record import FIELDS_OF_KIND, KEPT_WORDS
from infoshare_cli.core.record_forms import CORRECTION, FIELD_NAMES, WITHDRAWN
from infoshare_cli.core.record_story import RecordStory
from infoshare_cli.core.withholding import Shown
from infoshare_cli.documents.case_answers import Row

_BY_WHOM = ("practitioner", "role", "agency")
_MOST_NAMED = 8
"""Erased fields that are told by name; of more, how many there are."""


def where_it_belongs(story: RecordStory) -> Iterator[tuple[str, str]]:
    """Which records it goes on from and is continued by, and what holds it."""
    if story.continues:
        yield "Goes on from", _records((story.continues,))
    elif story.record.head.of:
        yield "Goes on from", f"the record {story.record.head.of}, which is not in this log"
    if story.continued_by:
        yield "Continued by", _records(story.continued_by)
    if story.holds:
        yield "On hold", f"Nothing of it may be erased, see {_records(story.holds)}."


def life_rows(life: Iterable[Shown], day: Callable[[str], str]) -> Iterator[Row]:
    """What happened, and when, with what was written down of it."""
    for shown in life:
        head = shown.record.head
        yield f"{day(head.at)}, record {head.seq}", (f"{_happened(shown)}.", *_told(shown))


def in_a_line(life: Iterable[Shown]) -> str:
    """What happened, for whoever reads the first lines only: 'More was shared (record 2)'."""
    return "; ".join(f"{_happened(each)} (record {each.record.head.seq})" for each in life)


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
            yield f"{field_label(name)}: {FIELD_NAMES.get(words, words)}"
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
