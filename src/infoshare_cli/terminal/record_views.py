"""One record of the log on a page, and what happened since."""

from collections.abc import Iterable, Iterator

from infoshare_cli.core.anchor import write_anchor
from infoshare_cli.core.field_labels import (
    choice_field,
    field_label,
    in_words,
    kind_in_words,
    what_happened,
)
from infoshare_cli.core.field_text import ERASED, field_lines, field_names
from infoshare_cli.core.lives import Link
from infoshare_cli.core.record import (
    ANSWER,
    ASKED,
    FIELDS_OF_KIND,
    INTERVIEWS,
    KEPT_WORDS,
    RECORD_FIELDS,
    Record,
)
from infoshare_cli.core.record_story import RecordStory
from infoshare_cli.terminal.log_views import local_day, local_time
from infoshare_cli.terminal.page import Block, Heading, Items, Rows, Text

_KEPT_BACK = ("withheld", "not_told")
"""What somebody decided that others should not have or not know."""
_LISTED = ("reasons", "actions")
"""Fields with a line for each entry, which have a list of their own."""
_OUTCOME = ("outcome", "title", "consent_from", "advice_from", "contacts", "notices", "proved")
_BY_WHOM = ("practitioner", "role", "agency")
_MOST_NAMED = 8
"""Erased fields that are told by name; of more, how many there are."""


def record_page(story: RecordStory) -> tuple[Block, ...]:
    """Everything that a record holds, in the order in which it is best read.

    What happened since comes first: it may be the reason not to go by what stands below.
    """
    record = story.record
    in_it = f" in record {record.head.seq}" if story.life else ""
    return (
        Heading(f"Record {record.head.seq}, {local_time(record.head.at)}"),
        *_where_it_belongs(story),
        *_since(story),
        *_questions_put(record),
        *_named(f"What was written down{in_it}", record, _written(record)),
        *_named("Kept back on purpose", record, _KEPT_BACK),
        *_erased_by_it(record),
        *_named("Private words that were kept", record, (KEPT_WORDS,)),
        *_named("What the rules came to", record, _OUTCOME),
        *_listed(record),
        *_answers(record),
        *_left_empty(record),
        Heading("How it was made"),
        Rows(tuple(_provenance(record))),
    )


def _where_it_belongs(story: RecordStory) -> Iterator[Block]:
    """What a reader must know first of a record that is no ordinary decision."""
    if story.record.head.kind == "abandoned":
        yield Text("This interview was abandoned. No decision was recorded.", "warning")
    if story.record.head.of:
        yield Text(_goes_back_to(story))
    if story.continued_by:
        yield Text(f"{_records(story.continued_by)} {_verb(story.continued_by)} on from it.")
    if story.holds:
        stands = "the hold" if len(story.holds) == 1 else "the holds"
        yield Text(
            f"It is held by {stands} in {_records(story.holds).lower()}: nothing of it may be "
            "erased.",
            "warning",
        )


def _goes_back_to(story: RecordStory) -> str:
    head = story.record.head
    if head.kind in INTERVIEWS:
        number = f"record {story.continues.seq}" if story.continues else f"the record {head.of}"
        return f"It continues {number}{'' if story.continues else ', which is not in this log'}."
    if story.about is None:
        return f"It is about the record {head.of}, which is not in this log."
    if story.about.kind in INTERVIEWS:
        return f"It is about record {story.about.seq}."
    return f"It is about record {story.about.seq}, which is about record {story.beginning.seq}."


def _records(links: tuple[Link, ...]) -> str:
    numbers = [str(each.seq) for each in links]
    listed = " and ".join(filter(None, (", ".join(numbers[:-1]), numbers[-1])))
    return f"Record{'s' if len(numbers) > 1 else ''} {listed}"


def _verb(links: tuple[Link, ...]) -> str:
    return "go" if len(links) > 1 else "goes"


def _questions_put(record: Record) -> Iterator[Block]:
    if asked := _answers_in(record, ASKED):
        yield Text(f"Questions that were put: {_labels(asked)}.")
    if still_open := [name for name in asked if not field_lines(record, name)]:
        yield Text(f"Not answered: {_labels(still_open)}.")


def _written(record: Record) -> tuple[str, ...]:
    """What a person wrote down, but for what has a place of its own."""
    kind = record.head.kind
    names = RECORD_FIELDS if kind in INTERVIEWS else FIELDS_OF_KIND[kind]
    return tuple(name for name in names if name not in (*_KEPT_BACK, KEPT_WORDS))


def _labels(names: Iterable[str]) -> str:
    return ", ".join(map(field_label, names))


def _named(title: str, record: Record, names: Iterable[str]) -> tuple[Block, ...]:
    rows = tuple(_rows(record, names))
    return (Heading(title), Rows(rows)) if rows else ()


def _rows(record: Record, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        if lines := field_lines(record, name):
            yield field_label(name), in_words(record.head.kind, name, "\n".join(lines))


def _listed(record: Record) -> Iterator[Block]:
    for name in _LISTED:
        if lines := field_lines(record, name):
            yield Heading(field_label(name))
            yield Items(lines)


def _answers(record: Record) -> Iterator[Block]:
    """The answers in the order asked, apart by what they did."""
    decided, added = _answers_in(record, "rests_on"), _answers_in(record, "followed_up")
    asked = {*decided, *added}
    others = [name for name in field_names(record) if _is_answer(name) and name not in asked]
    yield from _named("Answers that it rests on", record, decided)
    yield from _named("Answers that added actions", record, added)
    yield from _named("Other answers", record, others)


def _answers_in(record: Record, name: str) -> list[str]:
    value = record.value(name)
    ids = value if isinstance(value, list) else ()
    return [ANSWER + each for each in ids if isinstance(each, str)]


def _is_answer(name: str) -> bool:
    return name.startswith(ANSWER)


def _left_empty(record: Record) -> Iterator[Block]:
    # The other kinds have fields for several things that may happen; most are always empty.
    names = RECORD_FIELDS if record.head.kind in INTERVIEWS else ()
    if empty := [name for name in names if not field_lines(record, name)]:
        yield Text(f"Left empty: {_labels(empty)}.", "quiet")
    if record.erased_fields():
        yield Text(f"{ERASED} stands where words were taken out of the log for good.", "quiet")


def _erased_by_it(record: Record) -> Iterator[Block]:
    if record.head.erased:
        yield Rows((("What was erased", _erased_names(record.head.erased)),))


def _erased_names(names: tuple[str, ...]) -> str:
    return _labels(names) if len(names) <= _MOST_NAMED else f"{len(names)} fields"


def _since(story: RecordStory) -> Iterator[Block]:
    """The records about it, each in a few lines."""
    if story.life:
        yield Heading("What happened since")
    numbers = {each.head.id: each.head.seq for each in story.life}
    for record in story.life:
        head = record.head
        of = f", about record {numbers[head.of]}" if head.of in numbers else ""
        yield Heading(f"{local_day(head.at)}: {what_happened(record)} (record {head.seq}{of})")
        if rows := tuple(_told_since(record)):
            yield Rows(rows)


def _told_since(record: Record) -> Iterator[tuple[str, str]]:
    kind = record.head.kind
    apart = (choice_field(kind), *_BY_WHOM, KEPT_WORDS)
    if record.head.erased:
        yield "What was erased", _erased_names(record.head.erased)
    yield from _rows(record, (name for name in FIELDS_OF_KIND[kind] if name not in apart))
    if by_whom := [words for _, words in _rows(record, _BY_WHOM)]:
        yield "By", ", ".join(by_whom)


def _provenance(record: Record) -> Iterator[tuple[str, str]]:
    head = record.head
    yield "Kind", kind_in_words(record)
    yield "Id", head.id
    if head.of:
        yield "Follows on from", head.of
    yield "Time (UTC)", head.at
    yield "Rules", f"{head.provenance.pack_id} {head.provenance.pack_version}"
    yield "Rules digest", head.provenance.pack_digest
    yield "Contacts digest", head.provenance.contacts_digest
    yield "Program", f"infoshare {head.provenance.engine}"
    yield "Anchor", write_anchor(head.seq, record.hash)
