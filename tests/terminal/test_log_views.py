"""The list of the log: what tells a continued or an abandoned interview from a decision."""

import io
from collections.abc import Sequence
from dataclasses import replace

from infoshare_cli.core.canonical import Value
from infoshare_cli.core.record import ASKED, Entry, Record
from infoshare_cli.terminal.log_views import list_page
from infoshare_cli.terminal.page import Block, Screen, Table, show_page
from tests.conftest import Decision, RecordsOf, about, numbered_id


def read(page: Sequence[Block]) -> str:
    """The page in words, on one line."""
    stream = io.StringIO()
    show_page(page, Screen(stream, plain=True, width=80))
    return " ".join(stream.getvalue().split())


def abandoned(
    entry: Entry, asked: Sequence[str] = ("immediate_danger", "concern", "consent")
) -> Entry:
    """The entry of an interview that was given up."""
    nothing: dict[str, Value] = dict.fromkeys(("decision", "outcome", "title", "reasons"))
    return replace(entry, kind="abandoned", fields={**entry.fields, **nothing, ASKED: list(asked)})


def decisions(records: Sequence[Record]) -> list[str]:
    """What stands in the list where the decision stands."""
    (table,) = list_page(records, "log")
    assert isinstance(table, Table)
    return [row[4] for row in table.rows]


def test_the_list_tells_what_continues_what(decision: Decision, records_of: RecordsOf) -> None:
    """By the number that one types; a record that is not in the log is another one."""
    (first,) = records_of([decision()])
    later = [replace(decision(1), of=first.head.id), replace(decision(2), of=numbered_id(99))]
    records = records_of([decision(), *later])
    assert decisions(records) == [
        "share",
        "share (continues 1)",
        "share (continues another record)",
    ]


def test_the_list_tells_what_is_no_decision(
    decision: Decision, records_of: RecordsOf, erased: RecordsOf
) -> None:
    """What was written as a decision before somebody gave up is none."""
    entry = abandoned(decision(1))
    given_up = replace(entry, fields={**entry.fields, "decision": "share"})
    log = erased(records_of([decision(), given_up, abandoned(decision(2))]), 1, "reason")
    assert decisions(log) == ["share", "abandoned", "abandoned", "words erased (about 1)"]
    assert "abandoned" in read(list_page(log, "log"))


def test_the_list_tells_what_happened_to_a_decision(every_kind: list[Record]) -> None:
    """In words, with the number of the record that it is about."""
    assert decisions(every_kind)[3:] == [
        "amendment: correction (about 1)",
        "follow-up: receipt confirmed (about 1)",
        "review: keep (about 1)",
        "hold (about 3)",
        "hold released (about 3)",
        "words erased (about 2)",
    ]


def test_the_list_tells_what_is_held(decision: Decision, records_of: RecordsOf) -> None:
    """Every record of the story, also those before the hold; and no longer once it is released."""
    entries = [
        decision(),
        replace(decision(1), of=numbered_id(1)),
        decision(2),
        about("hold", numbered_id(2), 3),
    ]
    assert decisions(records_of(entries)) == [
        "share (held)",
        "share (continues 1, held)",
        "share",
        "hold (about 2, held)",
    ]
    released = [*entries, about("release", numbered_id(1), 4)]
    assert not any("held" in each for each in decisions(records_of(released)))


def test_an_empty_list_says_so() -> None:
    """With the name of the log that was looked at."""
    assert read(list_page([], "a.jsonl")) == "There are no records in the log a.jsonl."
