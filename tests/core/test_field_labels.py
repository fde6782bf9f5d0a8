"""What fields and kinds are called."""

import pytest

from infoshare_cli.core.field_labels import (
    choice_field,
    field_label,
    in_words,
    kind_in_words,
    what_happened,
)
from infoshare_cli.core.form import Form
from infoshare_cli.core.record import FIELDS_OF_KIND, INTERVIEWS, KINDS, Record
from infoshare_cli.core.record_forms import FORMS
from tests.conftest import Decision, RecordsOf, about, numbered_id


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("case_ref", "Case ref"),
        ("answer.immediate_danger", "Immediate danger"),
        ("not_told", "Not told and why"),
        ("follow_up", "What came back"),
    ],
)
def test_a_label_reads_as_words(name: str, label: str) -> None:
    """Made of the id, but where that would not tell what stands there."""
    assert field_label(name) == label


def test_no_two_fields_of_a_kind_have_one_label() -> None:
    """Nor one with a comma, for labels stand in lists."""
    for names in FIELDS_OF_KIND.values():
        labels = [field_label(name) for name in names]
        assert len(set(labels)) == len(labels)
        assert not any("," in label or "_" in label for label in labels)


def choices() -> list[tuple[str, str]]:
    """Every choice that a form of the log offers, with its kind of record."""
    fields = {"amendment": "change", "follow-up": "follow_up", "review": "retention"}
    found = []
    for kind, name in fields.items():
        (field,) = (each for each in FORMS[kind].fields if each.id == name)
        found += [(kind, option.id) for option in field.options]
    return [each for each in found if each[1] not in ("hold", "release")]


@pytest.mark.parametrize(("kind", "choice"), choices())
def test_every_choice_has_words(records_of: RecordsOf, kind: str, choice: str) -> None:
    """Its own ones; where the choice was erased, those of the kind."""
    name = choice_field(kind)
    assert name is not None
    chosen, bare = records_of(
        [about(kind, numbered_id(1), 0, **{name: choice}), about(kind, numbered_id(1), 0)]
    )
    assert what_happened(chosen) != what_happened(bare)
    assert kind_in_words(chosen) == f"{kind}: {choice.replace('-', ' ')}"
    assert kind_in_words(bare) == kind


@pytest.mark.parametrize("form", FORMS.values(), ids=list(FORMS))
def test_what_was_chosen_is_shown_as_it_was_read(form: Form) -> None:
    """No id is left; in a field that was written, a text stays what it is."""
    options = [(each.id, option) for each in form.fields for option in each.options]
    for name, option in options:
        assert in_words(form.name, name, option.id) == option.label
    assert options
    for other in ("authority", "details", "reason"):
        assert in_words("amendment", other, "error") == "error"
    assert in_words("redaction", "reason", "[erased]") == "[erased]"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in INTERVIEWS])
def test_every_kind_has_words(records_of: RecordsOf, kind: str) -> None:
    """A sentence of its own, and no choice where the kind has none."""
    (record,) = records_of([about(kind, numbered_id(1), 0)])
    assert " " in what_happened(record)
    assert (choice_field(kind) is None) == (kind in ("hold", "release", "redaction"))


def test_kinds_that_do_not_speak_for_themselves(every_kind: list[Record]) -> None:
    """Said in other words; an interview is what it is called."""
    assert [kind_in_words(each) for each in every_kind] == [
        "decision",
        "decision",
        "abandoned",
        "amendment: correction",
        "follow-up: receipt confirmed",
        "review: keep",
        "hold",
        "hold released",
        "words erased",
    ]


def test_an_interview_has_not_happened_to_another(
    decision: Decision, records_of: RecordsOf
) -> None:
    """Its kind is all that there is to say."""
    (record,) = records_of([decision()])
    assert what_happened(record) == "decision"
