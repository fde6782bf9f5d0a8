"""Lines read back: only the exact form of a record is one."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.canonical import MAX_BYTES, write_canonical
from infoshare_cli.core.record import (
    FIELDS_OF_KIND,
    Entry,
    Place,
    Record,
    Salted,
    build_record,
)
from infoshare_cli.core.record_line import BrokenLine, NewerFormat, read_line, readable_line
from tests.conftest import MADE_WITH, NOON, Decision, RecordsOf, numbered_id

Change = Callable[[Any], object]


@pytest.fixture
def line(decision: Decision, records_of: RecordsOf) -> Any:
    """The second line of a log, as JSON says it."""
    return json.loads(records_of([decision(), decision()])[1].to_line())


def test_what_was_written_is_read_back(
    decision: Decision, records_of: RecordsOf, erased: RecordsOf
) -> None:
    """A line stands for the record that it was made of, a redaction included."""
    for record in erased(records_of([decision(), decision()]), 1, "reason"):
        assert read_line(record.to_line()[:-1]).to_line() == record.to_line()


BREAKS: dict[str, tuple[Change, str]] = {
    "no head": (lambda line: line.pop("head"), "head is not an object"),
    "no body": (lambda line: line.pop("body"), "the line has not exactly the names"),
    "no hash": (lambda line: line.pop("hash"), "the line has not exactly the names"),
    "a name more": (lambda line: line.update(x=1), "the line has not exactly the names"),
    "head an array": (lambda line: line.update(head=[]), "head is not an object"),
    "body an array": (lambda line: line.update(body=[]), "body is not an object"),
    "hash upper-case": (lambda line: line.update(hash="A" * 64), "hash is not written"),
    "hash short": (lambda line: line.update(hash="a" * 63), "hash is not written"),
    "v missing": (lambda line: line["head"].pop("v"), "head.v is not 1"),
    "v true": (lambda line: line["head"].update(v=True), "head.v is not 1"),
    "v 0": (lambda line: line["head"].update(v=0), "head.v is not 1"),
    "seq 0": (lambda line: line["head"].update(seq=0), "head.seq is not a count"),
    "seq true": (lambda line: line["head"].update(seq=True), "head.seq is not a count"),
    "id of no UUID": (lambda line: line["head"].update(id="2"), "head.id is not written"),
    "id with a line feed": (
        lambda line: line["head"].update(id=line["head"]["id"] + "\n"),
        "head.id is not written",
    ),
    "kind unknown": (lambda line: line["head"].update(kind="poem"), "head.kind is not a kind"),
    "kind missing": (lambda line: line["head"].pop("kind"), "head.kind is not text"),
    "at without Z": (
        lambda line: line["head"].update(at="2026-11-22T14:29:45.123"),
        "head.at is not written",
    ),
    "at in other digits": (
        lambda line: line["head"].update(at="\u0662026-11-22T14:29:45.123Z"),
        "head.at is not written",
    ),
    "at before 1970": (
        lambda line: line["head"].update(at="1969-12-31T23:59:59.999Z"),
        "head.at is not written",
    ),
    "at no date": (
        lambda line: line["head"].update(at="2026-02-30T14:29:45.123Z"),
        "head.at is not a date",
    ),
    "of a number": (lambda line: line["head"].update(of=1), "head.of is not text"),
    "tree text": (lambda line: line["head"].update(tree="a"), "head.tree is not an array"),
    "tree of texts": (lambda line: line["head"].update(tree=["a"]), "head.tree is not written"),
    "tree too short": (lambda line: line["head"].update(tree=[]), "not as many peaks"),
    "pack a name less": (lambda line: line["head"]["pack"].pop("id"), "head.pack has not"),
    "pack a number": (
        lambda line: line["head"]["pack"].update(version=1),
        "head.pack.version is not text",
    ),
    "contacts null": (
        lambda line: line["head"].update(contacts=None),
        "head.contacts is not text",
    ),
    "commitment null": (
        lambda line: line["head"]["fields"].update(area=None),
        "head.fields is not text",
    ),
    "erased in a decision": (
        lambda line: line["head"].update(erased=[]),
        "head has not exactly the names",
    ),
    "no erased in a redaction": (
        lambda line: line["head"].update(kind="redaction"),
        "head has not exactly the names",
    ),
    "erased of numbers": (
        lambda line: line["head"].update(kind="redaction", erased=[1]),
        "head.erased is not text",
    ),
    "field without salt": (
        lambda line: line["body"].update(area=["luton"]),
        "not a salt and a value",
    ),
    "field a text": (lambda line: line["body"].update(area="luton"), "body is not an array"),
    "salt too short": (
        lambda line: line["body"].update(area=["0" * 31, "luton"]),
        "a salt is not written",
    ),
}


@pytest.mark.parametrize(("change", "why"), BREAKS.values(), ids=BREAKS.keys())
def test_a_line_of_another_form_is_no_record(line: Any, change: Change, why: str) -> None:
    """Each part has one form; the refusal says which part has not."""
    change(line)
    with pytest.raises(BrokenLine, match=why):
        read_line(write_canonical(line))


def test_a_line_that_is_not_canonical_is_no_record(line: Any) -> None:
    """The same record in another spelling is refused."""
    with pytest.raises(BrokenLine, match="not canonical JSON"):
        read_line(json.dumps(line).encode())
    with pytest.raises(BrokenLine, match="the line is not an object"):
        read_line(b"[]")


def test_a_later_format_is_told_apart(line: Any) -> None:
    """What a newer version wrote is not judged, whatever else is in the line."""
    line["head"].update(v=2, surprise=True)
    with pytest.raises(NewerFormat, match="format 2 needs a newer version"):
        read_line(write_canonical({**line, "signature": "x"}))


UNREADABLE: dict[str, tuple[Callable[[Record], Record], str]] = {
    "an id of no UUID": (
        lambda record: replace(record, head=replace(record.head, id="2")),
        "head.id is not written",
    ),
    "a salt of another length": (
        lambda record: replace(record, body={**record.body, "area": Salted("0", "luton")}),
        "a salt is not written",
    ),
    "half of a character pair": (
        lambda record: replace(record, body={**record.body, "area": Salted("0" * 32, "\ud800")}),
        "half of a character pair",
    ),
    "too long": (
        lambda record: replace(
            record, body={**record.body, "area": Salted("0" * 32, "x" * MAX_BYTES)}
        ),
        "longer than 1 MiB",
    ),
    "too deep": (
        lambda record: replace(
            record, body={**record.body, "area": Salted("0" * 32, json.loads("[" * 14 + "]" * 14))}
        ),
        "deeper than 16 levels",
    ),
}


@pytest.mark.parametrize(("change", "why"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_record_that_no_reader_would_take_has_no_readable_line(
    decision: Decision, records_of: RecordsOf, change: Callable[[Record], Record], why: str
) -> None:
    """It must not get into a log, where it would break everything after it."""
    (record,) = records_of([decision()])
    with pytest.raises(ValueError, match=why):
        readable_line(change(record))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(0, 2**54) | st.text(st.characters()),
        lambda inner: st.lists(inner) | st.tuples(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_a_readable_line_is_one_that_the_reader_takes(value: Any) -> None:
    """Although it is not read, whatever stands in it."""
    fields = dict.fromkeys(FIELDS_OF_KIND["hold"])
    entry = Entry("hold", None, NOON, MADE_WITH, {**fields, "reason": value})
    try:
        record = build_record(entry, Place(), lambda: numbered_id(1), lambda: "0" * 32)
        line = readable_line(record)
    except ValueError:
        return
    assert line == record.to_line()
    assert read_line(line[:-1]).to_line() == line
