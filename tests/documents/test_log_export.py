"""Exports: the same records for programs and for spreadsheets."""

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.canonical import Value, write_canonical
from infoshare_cli.core.record import (
    CONCLUSION_FIELDS,
    KEPT_WORDS,
    RECORD_FIELDS,
    Head,
    Record,
)
from infoshare_cli.core.record_line import read_line
from infoshare_cli.core.verify import why_unsound
from infoshare_cli.core.withholding import Shown, withhold
from infoshare_cli.documents.log_export import (
    as_csv,
    as_json,
    as_jsonl,
    csv_columns,
    harmless,
    record_to_json,
)
from tests.conftest import Decision, RecordsOf

HEAD_COLUMNS = [
    "seq", "id", "kind", "at", "of", "pack_id", "pack_version", "pack_digest", "contacts_digest",
    "engine", "anchor", "erased",
]  # fmt: skip


def shown(records: list[Record], *withheld: str) -> list[Shown]:
    """The records as they are exported."""
    return [withhold(record, withheld) for record in records]


def table(records: list[Record], *withheld: str) -> list[list[str]]:
    """The cells of the CSV export."""
    lines = as_csv(shown(records, *withheld), csv_columns(records))
    return list(csv.reader(StringIO("".join(lines), newline="")))


def test_json_has_every_key_of_every_record(
    decision: Decision, records_of: RecordsOf, erased: RecordsOf
) -> None:
    """What the head says, the anchor, all fields; erased ones are null and named."""
    log = erased(records_of([decision(), decision(1)]), 1, "reason", "area")
    first, second, redaction = json.loads("".join(as_json(shown(log))))
    assert list(first) == [
        "seq", "id", "kind", "at", "of", "pack", "contacts", "engine", "hash", "anchor", "erased",
        "fields", "record", "withheld",
    ]  # fmt: skip
    assert (first["seq"], first["at"], first["of"]) == (1, "2026-11-22T12:00:00.123Z", None)
    assert first["pack"] == {
        "id": "pan-bedfordshire",
        "version": "1.0.0",
        "digest": "sha256:" + "a" * 64,
    }
    assert first["hash"] == log[0].hash
    assert first["anchor"].startswith("1.")
    assert first["erased"] == ["area", "reason"]
    assert first["fields"]["reason"] is None
    assert first["fields"]["answer.concern"] == ["child-significant-harm"]
    assert second["fields"]["reason"] == "Made up for a test."
    assert second["fields"].keys() == first["fields"].keys()
    assert (redaction["kind"], redaction["of"]) == ("redaction", first["id"])


def test_each_object_holds_the_line_that_proves_it(every_kind: list[Record]) -> None:
    """Of any kind of record: canonical JSON gives back the very line of the log."""
    for record, exported in zip(
        every_kind, map(json.loads, as_jsonl(shown(every_kind))), strict=True
    ):
        assert write_canonical(exported["record"]) + b"\n" == record.to_line()
        assert exported["withheld"] == []


def test_what_is_withheld_leaves_a_line_that_still_verifies(every_kind: list[Record]) -> None:
    """Its words and its salts are nowhere; its commitment is, and every name is accounted for."""
    names = ("reason", "information", "answers", "correction")
    for whole, shorter in zip(every_kind, shown(every_kind, *names), strict=True):
        (line,) = as_jsonl([shorter])
        exported = json.loads(line)
        record = read_line(write_canonical(exported["record"]))
        assert why_unsound(record) is None
        assert record.hash == whole.hash
        missing = set(record.head.commitments) - set(record.body)
        assert missing == {*exported["erased"], *exported["withheld"]}
        assert not {*exported["erased"]} & {*exported["withheld"]}
        for name in exported["withheld"]:
            assert whole.body[name].salt not in line
            assert exported["fields"][name] is None


def test_what_a_program_is_shown_of_one_record_has_no_proof(every_kind: list[Record]) -> None:
    """`log show --json` says what it always said."""
    assert not {"record", "withheld"} & set(record_to_json(every_kind[0]))


def test_json_lines_hold_the_same_objects(decision: Decision, records_of: RecordsOf) -> None:
    """One a line, for programs that read one after another."""
    log = records_of([decision(), decision(1)])
    lines = "".join(as_jsonl(shown(log))).splitlines()
    assert [json.loads(line) for line in lines] == json.loads("".join(as_json(shown(log))))


def test_json_is_ascii(decision: Decision, records_of: RecordsOf) -> None:
    """Neither a console's encoding nor a terminal can be upset by it."""
    log = records_of([decision(reason="caf\u00e9 \x1b[2J \u202e \U0001f600")])
    for text in ("".join(as_json(shown(log))), "".join(as_jsonl(shown(log)))):
        assert text.isascii()
        assert text.replace("\n", "").isprintable()
    assert json.loads("".join(as_json(shown(log))))[0]["fields"]["reason"].startswith(
        "caf\u00e9 \x1b"
    )


def test_no_records_are_an_empty_result() -> None:
    """An array without entries, no lines, a header without rows."""
    assert "".join(as_json([])) == "[]\n"
    assert "".join(as_jsonl([])) == ""
    assert table([]) == [[*HEAD_COLUMNS, *RECORD_FIELDS, *CONCLUSION_FIELDS, KEPT_WORDS]]


def test_the_table_has_a_row_for_each_decision(
    decision: Decision, records_of: RecordsOf, erased: RecordsOf
) -> None:
    """Columns are always in the same order; other kinds of record have no row."""
    log = erased(records_of([decision(role=None), decision(1)]), 1, "reason")
    header, *rows = table(log)
    answers = ["answer.concern", "answer.consent", "answer.immediate_danger"]
    assert header == [*HEAD_COLUMNS, *RECORD_FIELDS, *CONCLUSION_FIELDS, KEPT_WORDS, *answers]
    first, second = (dict(zip(header, row, strict=True)) for row in rows)
    assert first["seq"] == "1"
    assert (first["reason"], first["erased"]) == ("[erased]", "reason")
    assert (second["reason"], second["erased"]) == ("Made up for a test.", "")
    assert first["role"] == ""
    assert first["reasons"] == "Serious. (page 6)"
    assert first["answer.concern"] == "child-significant-harm"
    assert first["proved"] == "yes"


def test_what_is_withheld_reads_so_in_the_table(every_kind: list[Record]) -> None:
    """And what was erased goes on reading as erased; the columns are the same."""
    header, first, second = table(every_kind, "reason", "answers")
    assert header == table(every_kind)[0]
    at = header.index("reason")
    assert (first[at], second[at]) == ("[withheld]", "[erased]")
    assert first[header.index("answer.concern")] == "[withheld]"
    assert second[header.index("erased")] == "information; reason"


def test_columns_are_those_of_the_decisions_alone(every_kind: list[Record]) -> None:
    """An answer that only an interview without a row has, makes no column."""
    asked_elsewhere = [each for each in every_kind if each.head.kind != "decision"]
    assert not [name for name in csv_columns(asked_elsewhere) if name.startswith("answer.")]


def test_rows_are_written_one_by_one(every_kind: list[Record]) -> None:
    """No row waits for a later record."""
    taken = 0

    def records() -> Iterator[Shown]:
        nonlocal taken
        for each in shown(every_kind):
            taken += 1
            yield each

    for write in (as_json, as_jsonl, lambda given: as_csv(given, csv_columns(every_kind))):
        taken, lines = 0, write(records())
        next(lines)
        next(lines)
        assert taken <= 2


def test_abandoned_interviews_have_no_row(decision: Decision, records_of: RecordsOf) -> None:
    """Who counts the rows counts decisions; the JSON exports have every record."""
    entry = decision(1)
    given_up = replace(entry, kind="abandoned", fields={**entry.fields, "asked": ["concern"]})
    log = records_of([decision(), given_up])
    assert len(table(log)) == 2
    assert [each["kind"] for each in json.loads("".join(as_json(shown(log))))] == [
        "decision",
        "abandoned",
    ]


def test_kept_words_have_a_column(decision: Decision, records_of: RecordsOf) -> None:
    """Records from before 1.2 have nothing there."""
    kept: Value = [{"field": "reason", "kind": "postcode", "reason": "A shared door."}]
    new, old = records_of([decision(kept_words=kept), decision(1)])
    old = replace(old, body={name: old.body[name] for name in old.body if name != "kept_words"})
    header, *rows = table([new, replace(old, head=_without_kept_words(old))])
    cells = [dict(zip(header, row, strict=True))["kept_words"] for row in rows]
    assert cells == ["reason: postcode, kept because: A shared door.", ""]


def _without_kept_words(record: Record) -> Head:
    commitments = record.head.commitments
    named = {name: commitments[name] for name in commitments if name != "kept_words"}
    return replace(record.head, commitments=named)


def test_records_of_different_packs_share_one_table(
    decision: Decision, records_of: RecordsOf
) -> None:
    """A question that only one pack has is a column for all, empty for the others."""
    log = records_of([decision(), decision(1, **{"answer.another": "yes"})])
    header, *rows = table(log)
    column = header.index("answer.another")
    assert [row[column] for row in rows] == ["", "yes"]


def test_no_field_takes_the_place_of_a_column_of_the_head(
    decision: Decision, records_of: RecordsOf
) -> None:
    """`contacts` of the record are ids; nothing in a body can pass for the head."""
    (record,) = records_of([decision()])
    header, row = table([record])
    assert len(set(header)) == len(header)
    assert dict(zip(header, row, strict=True))["contacts"] == "luton-mash"


def test_lines_end_as_rfc_4180_has_it(decision: Decision, records_of: RecordsOf) -> None:
    """A line feed inside a text stays what it is."""
    records = records_of([decision(reason='one\ntwo, "three"')])
    text = "".join(as_csv(shown(records), csv_columns(records)))
    assert text.count("\r\n") == 2
    assert '"one\ntwo, ""three"""' in text


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1", "+44 1582", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", " =1", "   +1", "\u00a0=1",
        " \t=1", "\uff1d1", "=cmd|' /C calc'!A0",
    ],
    ids=repr,
)  # fmt: skip
def test_nothing_is_taken_for_a_formula(
    cell: str, decision: Decision, records_of: RecordsOf
) -> None:
    """What a spreadsheet could run gets an apostrophe in front, in the file too."""
    assert harmless(cell) == f"'{cell}"
    header, row = table(records_of([decision(reason=cell)]))
    assert row[header.index("reason")] == f"'{cell}"


@given(st.text())
def test_a_harmless_cell_begins_with_nothing_that_runs(cell: str) -> None:
    """Whatever the text, and however many spaces are before it."""
    safe = harmless(cell)
    assert safe in (cell, f"'{cell}")
    assert not safe.lstrip().startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("cell", ["", "a=1", "T-1", " x", "'=1", "2026-11-22", "(=1)"])
def test_ordinary_cells_stay_as_they_are(cell: str) -> None:
    """The apostrophe is the exception."""
    assert harmless(cell) == cell
