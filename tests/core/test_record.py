"""Records: what is committed to, and what a head gives away."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

import pytest

from infoshare_cli.core.canonical import Value
from infoshare_cli.core.record import (
    ASKED,
    CONCLUSION_FIELDS,
    FIELDS_OF_KIND,
    INTERVIEWS,
    KEPT_WORDS,
    KINDS,
    RECORD_FIELDS,
    Place,
    Salted,
    abandoned_fields,
    build_record,
    commitment,
    decision_fields,
    read_time,
    write_time,
)
from tests.conftest import Decision, RecordsOf, about, numbered_id


def sha(text: str) -> str:
    """SHA-256 of a text, as lower-case hexadecimal characters."""
    return sha256(text.encode()).hexdigest()


def test_a_commitment_is_the_hash_of_name_salt_and_value() -> None:
    """The bytes that are hashed are those of the specification."""
    salt = "0123456789abcdef" * 2
    expected = sha(f'infoshare/1/field\n["case_ref","{salt}","Dé"]')
    assert commitment("case_ref", Salted(salt, "Dé")) == expected


def test_a_records_hash_is_that_of_its_head(decision: Decision, records_of: RecordsOf) -> None:
    """The line's hash can be computed from the line's own text."""
    (record,) = records_of([decision()])
    text = record.to_line().decode()
    head = text[text.index('"head":') + len('"head":') : -2]
    assert record.hash == sha(f"infoshare/1/head\n{head}")


def test_the_head_is_complete_and_holds_nothing_of_the_case(
    decision: Decision, records_of: RecordsOf
) -> None:
    """Once the body is erased, the head still has its form and says nothing of anyone."""
    (record,) = records_of([decision(reason="Zebra", practitioner="Yak")])
    head = json.loads(record.to_line())["head"]
    assert list(head) == sorted(head) == [
        "at", "contacts", "engine", "fields", "id", "kind", "of", "pack", "seq", "tree", "v",
    ]  # fmt: skip
    assert "Zebra" not in json.dumps(head)
    assert "Yak" not in json.dumps(head)


def test_two_heads_of_different_cases_have_the_same_fields(
    decision: Decision, records_of: RecordsOf
) -> None:
    """Which fields are empty cannot be seen: every one of the kind has a commitment."""
    full, empty = records_of([decision(), decision(**dict.fromkeys(RECORD_FIELDS))])
    assert full.head.commitments.keys() == empty.head.commitments.keys()
    assert set(full.head.commitments) == {
        *RECORD_FIELDS,
        *CONCLUSION_FIELDS,
        KEPT_WORDS,
        "answer.immediate_danger",
        "answer.concern",
        "answer.consent",
    }


def test_equal_values_have_different_commitments(decision: Decision, records_of: RecordsOf) -> None:
    """A guess at a value cannot be tested without its salt."""
    (record,) = records_of([decision(requester=None, withheld=None)])
    assert record.head.commitments["requester"] != record.head.commitments["withheld"]
    assert record.body["requester"].salt != record.body["withheld"].salt


def test_the_field_list_of_a_decision_is_fixed() -> None:
    """19 fields of the practitioner, 11 of the conclusion, and each question of the pack."""
    assert len(RECORD_FIELDS) == 19
    assert len(CONCLUSION_FIELDS) == 11
    names = decision_fields(["a", "b"])
    assert names == (*RECORD_FIELDS, *CONCLUSION_FIELDS, KEPT_WORDS, "answer.a", "answer.b")


def test_an_abandoned_interview_has_one_field_more() -> None:
    """The questions that were put; the rest is as in a decision."""
    assert abandoned_fields(["a"]) == (*decision_fields(["a"]), ASKED)


@pytest.mark.parametrize("kind", ["decision", "abandoned"])
@pytest.mark.parametrize(("name", "there"), [("reason", False), ("surprise", True)])
def test_an_entry_with_another_field_list_is_refused(
    decision: Decision, kind: str, name: str, there: bool
) -> None:
    """A field that is left out or added would give the case away."""
    extra = {ASKED: ["immediate_danger"]} if kind == "abandoned" else {}
    fields = {**decision().fields, **extra}
    whole = replace(decision(), kind=kind, fields=dict(fields))
    assert build_record(whole, Place(), str, str).head.kind == kind
    if there:
        fields[name] = "x"
    else:
        del fields[name]
    with pytest.raises(ValueError, match=f"field list of the kind {kind}"):
        build_record(replace(whole, fields=fields), Place(), str, str)


@pytest.mark.parametrize("kind", sorted(set(KINDS) - set(INTERVIEWS)))
@pytest.mark.parametrize("change", ["missing", "added", "answer.consent"])
def test_a_record_about_another_has_the_fields_of_its_kind(kind: str, change: str) -> None:
    """No more, no fewer, and no answers."""
    whole = about(kind, numbered_id(1), 0)
    assert {*build_record(whole, Place(), str, str).head.commitments} == {*FIELDS_OF_KIND[kind]}
    fields = dict(whole.fields)
    if change == "missing":
        del fields["reason" if "reason" in fields else "details"]
    else:
        fields[change] = None
    with pytest.raises(ValueError, match=f"field list of the kind {kind}"):
        build_record(replace(whole, fields=fields), Place(), str, str)


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"redaction"}))
def test_nothing_but_a_redaction_takes_anything_out(decision: Decision, kind: str) -> None:
    """A head of another kind has no place for it, so it would be lost without a word."""
    asked: dict[str, Value] = {ASKED: []} if kind == "abandoned" else {}
    entry = about(kind, numbered_id(1), 0) if kind not in INTERVIEWS else decision()
    entry = replace(entry, kind=kind, fields={**entry.fields, **asked}, erased=("reason",))
    with pytest.raises(ValueError, match="takes nothing out"):
        build_record(entry, Place(), str, str)


def test_a_decision_says_nothing_of_what_was_asked(decision: Decision) -> None:
    """And an abandoned interview always does."""
    fields = decision().fields
    with pytest.raises(ValueError, match="kind decision"):
        build_record(replace(decision(), fields={**fields, ASKED: []}), Place(), str, str)
    with pytest.raises(ValueError, match="kind abandoned"):
        build_record(replace(decision(), kind="abandoned"), Place(), str, str)


def test_records_follow_one_another(decision: Decision, records_of: RecordsOf) -> None:
    """Each record has the next number and the peaks over all hashes before it."""
    first, second, third = records_of([decision(), decision(), decision()])
    assert [each.head.seq for each in (first, second, third)] == [1, 2, 3]
    assert first.head.tree == ()
    assert second.head.tree == (first.hash,)
    assert third.head.tree == (sha(f"infoshare/1/node\n{first.hash}{second.hash}"),)


def test_values_are_there_or_told_as_absent(
    decision: Decision, records_of: RecordsOf, erased: RecordsOf
) -> None:
    """An erased field reads as nothing, and is named as erased; an empty one is not."""
    record, redaction = erased(records_of([decision(role=None)]), 1, "reason", "area")
    assert record.text("case_ref") == "T-1"
    assert record.text("answer.concern") == ""
    assert record.value("answer.concern") == ["child-significant-harm"]
    assert record.value("reason") is record.value("role") is record.value("nonsense") is None
    assert record.erased_fields() == ("area", "reason")
    assert redaction.erased_fields() == ()


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (datetime(2026, 11, 22, 14, 29, 45, 123_999, tzinfo=UTC), "2026-11-22T14:29:45.123Z"),
        (datetime(2026, 1, 2, 3, 4, 5, 0, tzinfo=UTC), "2026-01-02T03:04:05.000Z"),
        (
            datetime(2026, 7, 1, 0, 30, tzinfo=timezone(timedelta(hours=1))),
            "2026-06-30T23:30:00.000Z",
        ),
    ],
)
def test_times_are_utc_with_milliseconds(at: datetime, text: str) -> None:
    """One form, whose order as text is the order in time."""
    assert write_time(at) == text
    assert write_time(read_time(text)) == text
