"""The decision log on a page: the list, one record, what verification found."""

from collections.abc import Iterable, Iterator, Mapping

from infoshare_cli.core.anchor import write_anchor
from infoshare_cli.core.field_text import ERASED, field_lines, field_names
from infoshare_cli.core.record import ANSWER, ASKED, KEPT_WORDS, RECORD_FIELDS, Record, read_time
from infoshare_cli.core.verify import Break, Verdict
from infoshare_cli.terminal.page import Block, Heading, Items, Rows, Table, Text

_LIST = (
    ("Case", "case_ref"),
    ("Outcome", "outcome"),
    ("Decision", "decision"),
    ("Area", "area"),
)
_LISTED = ("reasons", "actions")
"""Fields with a line for each entry, which have a list of their own."""
_INTERVIEWS = ("decision", "abandoned")
_OUTCOME = ("outcome", "title", "consent_from", "advice_from", "contacts", "notices", "proved")


def no_records(log: str) -> Text:
    """That there is nothing in the log."""
    return Text(f"There are no records in the log {log}.")


def list_rows(records: Iterable[Record]) -> Iterator[tuple[str, ...]]:
    """Each record in the list: number, local time, then what was decided and for whom."""
    number_of: dict[str, int] = {}
    for record in records:
        head = record.head
        number_of[head.id] = head.seq
        cells = {name: "; ".join(field_lines(record, name)) for _, name in _LIST}
        cells["decision"] = _what_it_is(record, cells["decision"], number_of)
        yield (str(head.seq), local_time(head.at), *cells.values())


def list_page(rows: Iterable[tuple[str, ...]], log: str) -> tuple[Block, ...]:
    """The list of records, the oldest first."""
    shown = tuple(rows)
    header = ("No.", "Recorded", *(name for name, _ in _LIST))
    return (Table(header, shown),) if shown else (no_records(log),)


def record_page(record: Record) -> tuple[Block, ...]:
    """Everything that a record holds, in the order in which it is best read."""
    return (
        Heading(f"Record {record.head.seq}, {local_time(record.head.at)}"),
        *_of_what_kind(record),
        *_named("What was written down", record, RECORD_FIELDS),
        *_named("Private words that were kept", record, (KEPT_WORDS,)),
        *_named("What the rules came to", record, _OUTCOME),
        *_listed(record),
        *_answers(record),
        *_left_empty(record),
        Heading("How it was made"),
        Rows(tuple(_provenance(record))),
    )


def verdict_page(verdict: Verdict, log: str) -> tuple[Block, ...]:
    """What verification found, the gravest first."""
    page: list[Block] = [_integrity(verdict, log), *_completeness(verdict)]
    if verdict.remarks:
        page.append(Items(verdict.remarks))
    if verdict.redacted:
        page.append(Text(f"Records of which something was erased: {verdict.redacted}."))
    if verdict.torn:
        page.append(
            Text(
                "The last line was not finished, so it is no record. That comes from a computer "
                "that stopped while it was writing, and is no sign of tampering. The next "
                "decision that you record moves the line to a file of its own."
            )
        )
    return tuple(page)


def warnings_page(verdict: Verdict) -> tuple[Block, ...]:
    """What a command that reads the log has to say of it; nothing if all is well."""
    page: list[Block] = []
    if verdict.first_broken:
        page.append(
            Text(
                f"The log is broken. {_where(verdict.first_broken)} What can still be read may "
                "not be what was written. infoshare log verify says more.",
                "danger",
            )
        )
    if verdict.torn:
        page.append(Text("The log's last line was not finished, so it is no record.", "warning"))
    return tuple(page)


def local_day(at: str) -> str:
    """A record's day by this computer's clock: 22 Nov 2026."""
    return f"{read_time(at).astimezone():%d %b %Y}"


def local_time(at: str) -> str:
    """A record's time by this computer's clock: 22 Nov 2026 14:29."""
    return f"{local_day(at)} {read_time(at).astimezone():%H:%M}"


def _what_it_is(record: Record, decision: str, number_of: Mapping[str, int]) -> str:
    """What stands for the decision in the list; only a decision has one."""
    head = record.head
    what = decision if head.kind == "decision" else head.kind
    if head.of is None:
        return what
    verb = "continues" if head.kind in _INTERVIEWS else "about"
    return f"{what} ({verb} {number_of.get(head.of, 'another record')})".strip()


def _of_what_kind(record: Record) -> Iterator[Block]:
    """What a reader must know first of a record that is no ordinary decision."""
    if record.head.kind == "abandoned":
        yield Text("This interview was abandoned. No decision was recorded.", "warning")
    if record.head.kind in _INTERVIEWS and record.head.of:
        yield Text(f"It continues the record {record.head.of}.")
    if asked := _answers_in(record, ASKED):
        yield Text(f"Questions that were put: {_labels(asked)}.")
    if still_open := [name for name in asked if not field_lines(record, name)]:
        yield Text(f"Not answered: {_labels(still_open)}.")


def _labels(names: Iterable[str]) -> str:
    return ", ".join(map(_label, names))


def _named(title: str, record: Record, names: Iterable[str]) -> tuple[Block, ...]:
    rows = tuple(
        (_label(name), "\n".join(lines)) for name in names if (lines := field_lines(record, name))
    )
    return (Heading(title), Rows(rows)) if rows else ()


def _listed(record: Record) -> Iterator[Block]:
    for name in _LISTED:
        if lines := field_lines(record, name):
            yield Heading(_label(name))
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
    names = [name for name in RECORD_FIELDS if not field_lines(record, name)]
    if names:
        yield Text(f"Left empty: {_labels(names)}.", "quiet")
    if record.erased_fields():
        yield Text(f"{ERASED} stands where words were taken out of the log for good.", "quiet")


def _provenance(record: Record) -> Iterator[tuple[str, str]]:
    head = record.head
    yield "Kind", head.kind
    yield "Id", head.id
    if head.of:
        yield "Follows on from", head.of
    yield "Time (UTC)", head.at
    yield "Rules", f"{head.provenance.pack_id} {head.provenance.pack_version}"
    yield "Rules digest", head.provenance.pack_digest
    yield "Contacts digest", head.provenance.contacts_digest
    yield "Program", f"infoshare {head.provenance.engine}"
    yield "Anchor", write_anchor(head.seq, record.hash)


def _label(name: str) -> str:
    return name.removeprefix(ANSWER).replace("_", " ").capitalize()


def _integrity(verdict: Verdict, log: str) -> Text:
    if verdict.first_broken:
        return Text(f"The log is broken. {_where(verdict.first_broken)}", "danger")
    if verdict.records == 0:
        return no_records(log)
    return Text(f"Every record is as it was written. Records: {verdict.records}.", "strong")


def _completeness(verdict: Verdict) -> Iterator[Text]:
    if verdict.completeness == "ok":
        yield Text("Every anchor that you gave fits: up to there, nothing is missing or replaced.")
    elif verdict.completeness == "shorter":
        yield Text("Records are missing at the end.", "danger")
    elif verdict.completeness == "rewritten":
        yield Text("This is not the log that was anchored.", "danger")
    elif verdict.records:
        yield Text(
            "Whether records were cut off at the end, a log cannot show by itself. To check, "
            "give an anchor that you noted: infoshare log verify --anchor CODE"
        )


def _where(found: Break) -> str:
    return f"Record {found.seq} (line {found.line}): {found.why}."
