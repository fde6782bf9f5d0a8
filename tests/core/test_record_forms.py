"""The forms of the log: what is asked when, what is needed, and what a change takes away."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.case import KeptWords
from infoshare_cli.core.form import (
    DayTrouble,
    Form,
    FormField,
    day_trouble,
    field_chosen,
    fields_asked,
    fields_that_do_not_belong,
    free_texts,
    is_required,
    missing_fields,
    read_as,
    stale_fields,
)
from infoshare_cli.core.record import FIELDS_OF_KIND, KEPT_WORDS, RECORD_FIELDS
from infoshare_cli.core.record_forms import (
    FIELD_NAMES,
    FORMS,
    fields_for,
    kind_of,
    names_no_author,
)

KINDS = {
    "amendment": {"amendment"},
    "follow-up": {"follow-up"},
    "review": {"review", "hold", "release"},
    "redaction": {"redaction"},
}
"""Form -> the kinds of record that it makes."""
AMENDMENT, FOLLOW_UP, REVIEW = FORMS["amendment"], FORMS["follow-up"], FORMS["review"]

forms = st.sampled_from(sorted(FORMS)).map(FORMS.__getitem__)


def ids(fields: tuple[FormField, ...]) -> list[str]:
    """The names of fields."""
    return [each.id for each in fields]


@st.composite
def filled(draw: st.DrawFn) -> tuple[Form, dict[str, str]]:
    """A form that somebody has gone through to the end, leaving out what may be left out."""
    form, values = draw(forms), dict[str, str]()
    while each := next((one for one in fields_asked(form, values) if one.id not in values), None):
        if each.options:
            values[each.id] = draw(st.sampled_from(each.options)).id
        elif is_required(each, values):
            values[each.id] = "Written."
        else:
            values[each.id] = draw(st.sampled_from(["", "Written."]))
    return form, values


@pytest.mark.parametrize("name", FORMS)
def test_a_form_asks_for_what_its_records_have_and_for_nothing_else(name: str) -> None:
    """A record of the log has no field that nobody can fill."""
    fixed = {field for kind in KINDS[name] for field in FIELDS_OF_KIND[kind]} - {KEPT_WORDS}
    asked = ids(FORMS[name].fields)
    assert {*asked} == fixed
    assert len(asked) == len({*asked})


def test_a_correction_can_be_about_everything_that_a_person_writes() -> None:
    """But for the day to look again, of which every amendment can set a new one."""
    assert {*FIELD_NAMES} == {*RECORD_FIELDS} - {"review_on"}


@pytest.mark.parametrize(
    ("name", "values", "needed"),
    [
        ("amendment", {}, ["change", "reason"]),
        ("amendment", {"change": "correction"}, ["field", "correction", "reason"]),
        ("amendment", {"change": "shared-more"}, ["information", "reason"]),
        ("amendment", {"change": "consent-withdrawn"}, ["consent_record", "reason"]),
        ("amendment", {"change": "consent-withdrawn", "consent_record": ""},
         ["consent_record", "reason"]),
        ("follow-up", {}, ["follow_up"]),
        ("follow-up", {"follow_up": "receipt-confirmed"}, []),
        ("follow-up", {"follow_up": "outcome"}, ["details"]),
        ("follow-up", {"follow_up": "person-told"}, ["details"]),
        ("follow-up", {"follow_up": "no-longer-needed"}, ["details"]),
        ("review", {}, ["retention", "reason"]),
        ("review", {"retention": "keep"}, ["reason", "review_on"]),
        ("review", {"retention": "erase"}, ["reason"]),
        ("review", {"retention": "hold"}, ["reason", "authority"]),
        ("review", {"retention": "release", "reason": "It is over."}, []),
        ("redaction", {}, ["reason"]),
    ],
)  # fmt: skip
def test_what_a_record_needs(name: str, values: Mapping[str, str], needed: list[str]) -> None:
    """What is needed hangs on what was chosen; an empty text is none."""
    assert list(missing_fields(FORMS[name], values)) == needed


@given(filled())
def test_whoever_goes_through_a_form_has_a_whole_record(
    gone_through: tuple[Form, dict[str, str]],
) -> None:
    """Nothing is missing then, nothing is out of place, and the kind has its fixed fields."""
    form, values = gone_through
    assert missing_fields(form, values) == ()
    assert fields_that_do_not_belong(form, values) == ()
    kind = kind_of(form, values)
    assert kind in KINDS[form.name]
    fields = fields_for(kind, values, ())
    assert fields.keys() == {*FIELDS_OF_KIND[kind]}
    written = {name: text for name, text in values.items() if text and name in fields}
    assert {name: value for name, value in fields.items() if value is not None} == written


@given(filled(), st.data())
def test_a_change_leaves_nothing_that_was_about_what_stood_there(
    gone_through: tuple[Form, dict[str, str]], data: st.DataObject
) -> None:
    """What stays was about something else; the same choice again changes nothing."""
    form, values = gone_through
    chosen = [each for each in form.fields if each.options and each.id in values]
    each = data.draw(st.sampled_from(chosen))
    assert stale_fields(form, values, each.id, values[each.id]) == ()
    other = data.draw(st.sampled_from([option.id for option in each.options]))
    stale = stale_fields(form, values, each.id, other)
    kept = {name: text for name, text in values.items() if name not in ids(stale)}
    after = {**kept, each.id: other}
    assert fields_that_do_not_belong(form, after) == ()
    assert {"practitioner", "role", "agency"} <= after.keys()
    if other != values[each.id]:
        assert all(each.id not in form.field(name).about for name in kept)


def test_only_what_fits_the_choice_is_asked() -> None:
    """Before there is a choice, nothing that hangs on it."""
    assert "correction" not in ids(fields_asked(AMENDMENT, {}))
    assert ids(fields_asked(AMENDMENT, {"change": "correction"}))[:3] == [
        "change", "field", "correction",
    ]  # fmt: skip
    assert "authority" in ids(fields_asked(REVIEW, {"retention": "hold"}))


def test_a_field_that_another_one_rules_out_is_told() -> None:
    """As long as nothing was chosen, nothing is ruled out."""
    assert fields_that_do_not_belong(AMENDMENT, {"correction": "T-2"}) == ()
    found = fields_that_do_not_belong(
        AMENDMENT, {"change": "consent-withdrawn", "correction": "T-2", "reason": "So."}
    )
    assert ids(found) == ["correction"]


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("correction", {"field": "case_ref"}, "case_ref"),
        ("correction", {}, "correction"),
        ("reason", {}, "reason"),
        ("recipient_name", {}, "recipient_name"),
        ("practitioner", {}, "practitioner"),
        ("unheard-of", {}, "unheard-of"),
    ],
)
def test_as_what_a_field_is_read_for_private_words(
    name: str, values: Mapping[str, str], expected: str
) -> None:
    """A correction as the field that it corrects: a case number is read as a case number."""
    assert read_as(AMENDMENT, name, values) == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("happened_on", "2026-11-22", None),
        ("happened_on", "2026-11-23", DayTrouble.AHEAD),
        ("happened_on", "1970-01-01", None),
        ("happened_on", "1969-12-31", DayTrouble.LONG_GONE),
        ("happened_on", "", None),
        ("review_on", "2027-01-31", None),
    ],
)
def test_what_happened_has_happened_by_now(
    name: str, text: str, expected: DayTrouble | None
) -> None:
    """Today counts; a day to look again lies ahead, and nothing is said of it here."""
    assert day_trouble(AMENDMENT.field(name), text, date(2026, 11, 22)) is expected


def test_the_field_that_is_said_anew_is_the_one_that_was_chosen() -> None:
    """No other field says another one anew."""
    correction = AMENDMENT.field("correction")
    assert field_chosen(correction, {"field": "case_ref"}) == "case_ref"
    assert field_chosen(correction, {}) == ""
    assert field_chosen(AMENDMENT.field("practitioner"), {"field": "case_ref"}) == ""


def test_free_texts_are_what_a_person_worded() -> None:
    """No choice, no day, and nothing that was left out."""
    values = {"change": "correction", "field": "role", "correction": "Nurse", "reason": "So.",
              "review_on": "2027-01-31", "agency": ""}  # fmt: skip
    assert free_texts(AMENDMENT, values) == ("Nurse", "So.")


@pytest.mark.parametrize("name", ["practitioner", "role", "agency"])
def test_one_word_of_the_author_is_enough(name: str) -> None:
    """Many are known by their role alone."""
    assert names_no_author({"reason": "So.", name: ""})
    assert not names_no_author({name: "Made up"})


def test_a_hold_and_a_release_have_no_field_for_what_they_are() -> None:
    """Their kind says it; and words that were kept go along only with their field."""
    kept = [KeptWords("reason", "name", "So."), KeptWords("review_on", "name", "So.")]
    values = {"retention": "release", "reason": "It is over.", "review_on": "2027-01-31"}
    fields = fields_for(kind_of(REVIEW, values), values, kept)
    assert "retention" not in fields
    assert fields[KEPT_WORDS] == [{"field": "reason", "kind": "name", "reason": "So."}]


def test_a_choice_can_be_taken_out_of_a_form() -> None:
    """The others stay in their order."""
    form = REVIEW.without_option("retention", "release")
    assert [option.id for option in form.field("retention").options] == ["keep", "erase", "hold"]
    assert form.fields[1:] == REVIEW.fields[1:]


def test_an_unknown_field_is_a_key_error() -> None:
    """Callers name fields that are there."""
    with pytest.raises(KeyError):
        FOLLOW_UP.field("decision")


@pytest.mark.parametrize("form", FORMS.values(), ids=list(FORMS))
def test_the_words_of_a_form_are_plain(form: Form) -> None:
    """Each field asks one thing, in characters that every console has."""
    for each in form.fields:
        words = (each.ask, each.help, *(text for o in each.options for text in (o.label, o.help)))
        assert all(text.isascii() for text in words)
        assert each.ask.endswith("?")
        assert len(each.ask) <= 60
        assert not any(option.label.endswith(".") for option in each.options)
