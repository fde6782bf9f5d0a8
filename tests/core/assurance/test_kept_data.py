"""What the log can hold: every field once for each way in which it comes about."""

import pytest

from infoshare_cli.core.assurance.kept_data import free_text_fields, kept_fields
from infoshare_cli.core.record import FIELDS_OF_KIND
from tests.assured import PACK


def natures() -> dict[tuple[str, str], str]:
    """Kind of record and field -> how it comes about."""
    found = kept_fields(PACK)
    return {(kind, each.id): each.nature for each in found for kind in each.kinds}


def test_every_field_of_every_kind_of_record_is_told() -> None:
    """None is forgotten, and none is made up."""
    every = {(kind, name) for kind, names in FIELDS_OF_KIND.items() for name in names}
    assert natures().keys() == every


@pytest.mark.parametrize(
    ("kind", "field", "nature"),
    [
        ("decision", "reason", "free"),
        ("decision", "area", "chosen"),
        ("decision", "decision", "chosen"),
        ("decision", "review_on", "day"),
        ("decision", "outcome", "worked-out"),
        ("decision", "kept_words", "free"),
        ("abandoned", "asked", "worked-out"),
        ("amendment", "change", "chosen"),
        ("amendment", "correction", "free"),
        ("follow-up", "happened_on", "day"),
        ("hold", "authority", "free"),
        ("release", "reason", "free"),
        ("redaction", "reason", "chosen"),
    ],
)
def test_it_is_told_how_a_field_comes_about(kind: str, field: str, nature: str) -> None:
    """Words of a person's own are the ones to worry about."""
    assert natures()[kind, field] == nature


def test_a_field_is_called_as_the_rules_ask_for_it() -> None:
    """Where they do not ask for it, it is called by its name."""
    labels = {(each.id, each.nature): each.label for each in kept_fields(PACK)}
    assert labels["reason", "free"] == "Why so?"
    assert labels["purpose", "free"] == "Purpose"
    assert labels["reason", "chosen"] == "Reason"


def test_free_text_is_named_once() -> None:
    """However many kinds of records have the field."""
    found = free_text_fields(PACK)
    assert len(found) == len(set(found))
    assert {"reason", "information", "details"} <= set(found)
    assert not {"area", "outcome", "review_on"} & set(found)
