"""A record file is taken word for word or not at all; no fault gives away what was written."""

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.record_forms import FORMS
from infoshare_cli.errors import Fault, FileError
from infoshare_cli.files.document import MAX_FAULTS
from infoshare_cli.files.load_record_file import load_record_file

STDIN = Path("-")
TODAY = date(2026, 11, 22)
SECRET = "Zuzanna"
"""Stands for what no fault may repeat."""


def load(text: str | bytes, form: str = "amendment") -> dict[str, str]:
    """What comes of a text on standard input."""
    content = text.encode() if isinstance(text, str) else text
    return load_record_file(STDIN, lambda: content, FORMS[form], today=TODAY)


def faults_of(text: str | bytes, form: str = "amendment") -> tuple[Fault, ...]:
    """What is wrong with a text on standard input; something is."""
    with pytest.raises(FileError) as caught:
        load(text, form)
    assert str(caught.value).startswith("The record from standard input cannot be used: ")
    return caught.value.faults


YAML = """\
# Made up.
record:
  reason: >-
    She rang
    today.
  change: consent-withdrawn
  consent_record: 01582
  happened_on: 2026-11-22
"""
READ = {
    "change": "consent-withdrawn",
    "consent_record": "01582",
    "happened_on": "2026-11-22",
    "reason": "She rang today.",
}


def unread() -> bytes:
    """Standard input that nobody may read."""
    raise AssertionError


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", YAML),
        ("a.yml", YAML),
        ("a.txt", YAML),
        ("a.json", json.dumps({"record": READ})),
        ("a.txt", json.dumps({"record": READ})),
    ],
)
def test_yaml_and_json_are_read_alike(tmp_path: Path, name: str, text: str) -> None:
    """Every value is its text, and the fields come in the order of the form."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    read = load_record_file(tmp_path / name, unread, FORMS["amendment"], today=TODAY)
    assert list(read.items()) == list(READ.items())


@pytest.mark.parametrize("text", ["{}", "record: {}", '{"record": {}}'])
def test_nothing_yet_is_no_fault(text: str) -> None:
    """Whoever asks what is needed may begin with nothing."""
    assert load(text) == {}


def test_what_is_still_open_rules_nothing_out() -> None:
    """The choice itself may be made at the terminal."""
    assert load("record: {correction: T-2}") == {"correction": "T-2"}


@pytest.mark.parametrize(
    ("text", "path", "found", "expected", "suggestion"),
    [
        ("answers: {consent: given}", "", "a word that is not known here", "the key record alone",
         None),
        ("recrod: {}", "", "'recrod'", "the key record alone", "record"),
        ("[record]", "", "no keys", "the key record", None),
        ("record: yes", "record", "no names", "names with their values below them", None),
        ("record: {reasons: So.}", "record", "'reasons'", "a field that an amendment has",
         "reason"),
        ("record: {Zuzanna: So.}", "record", "a word that is not known here",
         "a field that an amendment has", None),
        ("record: {change: corection}", "record.change", "'corection'",
         "one of correction, consent-withdrawn, shared-more", "correction"),
        ("record: {change: Zuzanna}", "record.change", "a word that is not known here",
         "one of correction, consent-withdrawn, shared-more", None),
        ("record: {change: Correction}", "record.change", "'Correction'",
         "one of correction, consent-withdrawn, shared-more", "correction"),
        ("record: {reason: [Zuzanna]}", "record.reason", "no text", "one text", None),
        ("record: {reason: null}", "record.reason", "'null'", "text, or the field left out", None),
        ("record: {happened_on: 22/11/2026}", "record.happened_on", "no date",
         "a day that there is, as YYYY-MM-DD", None),
        ("record: {review_on: 2027-02-30}", "record.review_on", "no date",
         "a day that there is, as YYYY-MM-DD", None),
        ("record: {happened_on: 2026-11-23}", "record.happened_on", "a day that has not come yet",
         "a day that has been, as YYYY-MM-DD", None),
        ("record: {happened_on: 1969-12-31}", "record.happened_on", "a day before 1970",
         "a day since 1970, as YYYY-MM-DD", None),
        ("record: {change: consent-withdrawn, correction: Zuzanna}", "record.correction",
         "a field that does not go with that",
         "it only where change is correction; or this field left out", None),
    ],
)  # fmt: skip
def test_a_fault_says_where_and_what_was_expected(
    text: str, path: str, found: str, expected: str, suggestion: str | None
) -> None:
    """One fault for one slip, and never a word of the case."""
    (fault,) = faults_of(text)
    assert (fault.path, fault.found, fault.expected, fault.suggestion) == (
        path, found, expected, suggestion,
    )  # fmt: skip
    assert fault.line == 1
    assert SECRET not in str(fault)


def test_the_day_of_a_release_does_not_belong() -> None:
    """Of several choices that would do, each is named."""
    (fault,) = faults_of("record: {retention: release, review_on: 2027-01-31}", "review")
    assert fault.expected == "it only where retention is keep or hold; or this field left out"


@pytest.mark.parametrize("text", ["record: {reason: a, reason: b}", "record: &a {}", "record: ''"])
def test_it_is_read_as_strictly_as_an_answers_file(text: str) -> None:
    """No double keys, no anchors, no empty values."""
    assert faults_of(text)


def test_every_fault_is_told_at_once_up_to_a_bound() -> None:
    """Nobody mends a file slip by slip."""
    assert len(faults_of("record: {change: no, field: no, happened_on: no}")) == 3
    many = {"record": {f"x{number}": "y" for number in range(MAX_FAULTS + 5)}}
    assert len(faults_of(json.dumps(many))) == MAX_FAULTS


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """By its name."""
    with pytest.raises(FileError, match=r"gone\.yaml"):
        load_record_file(tmp_path / "gone.yaml", unread, FORMS["review"], today=TODAY)


fields = st.sampled_from([each.id for form in FORMS.values() for each in form.fields])


@given(
    st.sampled_from(sorted(FORMS)),
    st.dictionaries(fields, st.one_of(st.text(), st.lists(st.text(), max_size=2)), max_size=4),
)
def test_whatever_is_given_is_read_as_it_is_or_refused(
    form: str, record: Mapping[str, object]
) -> None:
    """No text is changed on the way, and no other error comes of it."""
    with suppress(FileError):
        assert load(json.dumps({"record": record}), form) == record
