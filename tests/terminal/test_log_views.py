"""The log on a page: what tells a continued or an abandoned interview from a decision."""

import io
from collections.abc import Sequence
from dataclasses import replace

from infoshare_cli.core.canonical import Value
from infoshare_cli.core.record import ASKED, Entry, Record
from infoshare_cli.terminal.log_views import list_page, list_rows, record_page
from infoshare_cli.terminal.page import Block, Screen, show_page
from tests.conftest import Decision, RecordsOf, numbered_id


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
    return [row[4] for row in list_rows(records)]


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
    assert decisions(log) == ["share", "abandoned", "abandoned", "redaction (about 1)"]
    assert "abandoned" in read(list_page(list_rows(log), "log"))


def test_an_abandoned_interview_says_so_on_top(decision: Decision, records_of: RecordsOf) -> None:
    """With what was put to the person, before anything else."""
    before = decision()
    first = records_of([before])[0].head.id
    _, record = records_of([before, replace(abandoned(decision(1)), of=first)])
    text = read(record_page(record))
    assert "This interview was abandoned. No decision was recorded." in text
    assert f"It continues the record {first}." in text
    assert "Questions that were put: Immediate danger, Concern, Consent." in text
    assert "Not answered: Consent." in text
    assert text.index("abandoned") < text.index("What was written down")


def test_a_decision_says_none_of_it(decision: Decision, records_of: RecordsOf) -> None:
    """It is what a reader expects."""
    (record,) = records_of([decision()])
    text = read(record_page(record))
    assert "abandoned" not in text
    assert "continues" not in text
    assert "Questions that were put" not in text
    assert "Private words" not in text


def test_private_words_that_were_kept_are_shown(decision: Decision, records_of: RecordsOf) -> None:
    """What they are and why they stayed; the words stand in the field."""
    kept: list[Value] = [{"field": "reason", "kind": "postcode", "reason": "A shared door."}]
    (record,) = records_of([decision(kept_words=kept)])
    text = read(record_page(record))
    assert "Private words that were kept" in text
    assert "reason: postcode, kept because: A shared door." in text
