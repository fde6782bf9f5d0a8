"""A case read back from its record, to go on from it."""

from dataclasses import replace

import pytest

from infoshare_cli.core.canonical import Value
from infoshare_cli.core.case import KeptWords
from infoshare_cli.core.record import ASKED, Record
from infoshare_cli.core.record_line import read_line
from infoshare_cli.core.recorded_case import (
    answers_of,
    asked_in,
    kept_words_of,
    record_fields_of,
)
from infoshare_cli.errors import CallError
from tests.conftest import Decision, RecordsOf


def reread(record: Record) -> Record:
    """The record as a reader of the log gets it."""
    return read_line(record.to_line()[:-1])


def test_answers_come_back_as_they_were_given(decision: Decision, records_of: RecordsOf) -> None:
    """In the order asked, one option or many; what was not answered is not there."""
    (record,) = records_of([decision()])
    answers = answers_of(reread(record))
    assert list(answers.items()) == [
        ("immediate_danger", ("no",)),
        ("concern", ("child-significant-harm",)),
    ]


def test_what_was_written_comes_back(decision: Decision, records_of: RecordsOf) -> None:
    """The fields with words in them; the conclusion is worked out anew and not taken over."""
    (record,) = records_of([decision()])
    assert record_fields_of(reread(record)) == {
        "case_ref": "T-1",
        "area": "luton",
        "practitioner": "A Tester",
        "decision": "share",
        "reason": "Made up for a test.",
    }


def test_what_was_erased_stays_away(
    decision: Decision, records_of: RecordsOf, erased: RecordsOf
) -> None:
    """Neither an answer nor a field comes back from the dead."""
    log = erased(records_of([decision()]), 1, "answer.concern", "reason", "rests_on")
    assert answers_of(log[0]) == {"immediate_danger": ("no",)}
    assert "reason" not in record_fields_of(log[0])
    assert asked_in(log[0]) == ()


def test_an_abandoned_interview_holds_answers_too(
    decision: Decision, records_of: RecordsOf
) -> None:
    """And says what was asked, though there was no outcome."""
    entry = decision(rests_on=None, followed_up=None, outcome=None)
    fields = {**entry.fields, ASKED: ["concern", "immediate_danger", "recipient"]}
    (record,) = records_of([replace(entry, kind="abandoned", fields=fields)])
    assert list(answers_of(record)) == ["concern", "immediate_danger"]
    assert asked_in(record) == ("concern", "immediate_danger", "recipient")


def test_a_record_without_a_case_says_so(
    decision: Decision, records_of: RecordsOf, erased: RecordsOf
) -> None:
    """A redaction is about another record, and has nothing to go on from."""
    *_, redaction = erased(records_of([decision()]), 1, "reason")
    for read in (answers_of, record_fields_of):
        with pytest.raises(CallError, match="no answers to go on from") as error:
            read(redaction)
        assert error.value.faults[0].found == "record 2, which is of the kind redaction"


def test_kept_words_come_back(decision: Decision, records_of: RecordsOf) -> None:
    """Each with its field, kind and reason."""
    kept: list[Value] = [{"field": "reason", "kind": "postcode", "reason": "A shared door."}]
    (record,) = records_of([decision(kept_words=kept)])
    assert kept_words_of(reread(record)) == (KeptWords("reason", "postcode", "A shared door."),)


@pytest.mark.parametrize("value", [None, "x", ["x"], [{"field": "reason"}], [{"field": 1}]])
def test_kept_words_that_are_none_are_none(
    decision: Decision, records_of: RecordsOf, value: Value
) -> None:
    """Nothing that somebody else wrote there makes trouble."""
    (record,) = records_of([decision(kept_words=value)])
    assert kept_words_of(record) == ()


def test_a_record_from_before_has_no_kept_words(decision: Decision, records_of: RecordsOf) -> None:
    """Records of 1.0 and 1.1 have not got the field."""
    (record,) = records_of([decision()])
    body = {name: value for name, value in record.body.items() if name != "kept_words"}
    assert kept_words_of(replace(record, body=body)) == ()


@pytest.mark.parametrize("value", [5, True, [5], {"a": "b"}])
def test_an_answer_of_another_form_is_none(
    decision: Decision, records_of: RecordsOf, value: Value
) -> None:
    """Only words are answers."""
    (record,) = records_of([decision(**{"answer.consent": value})])
    assert "consent" not in answers_of(record)
