"""Fields as lines of text: every kind of value, and what was erased."""

import pytest

from infoshare_cli.core.canonical import Value
from infoshare_cli.core.field_text import ERASED, field_lines, field_names
from infoshare_cli.core.record import CONCLUSION_FIELDS, FIELDS_OF_KIND, KEPT_WORDS, RECORD_FIELDS
from infoshare_cli.core.record_line import read_line
from tests.conftest import Decision, RecordsOf, about, numbered_id


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        (None, ()),
        ([], ()),
        ("", ("",)),
        ("two\nlines", ("two\nlines",)),
        (True, ("yes",)),
        (False, ("no",)),
        (3, ("3",)),
        (["a", "b"], ("a; b",)),
        (("a", "b"), ("a; b",)),
        ([{"rule": "r", "text": "Why.", "source": []}], ("Why.",)),
        (
            [{"text": "Why.", "source": "p6"}, {"text": "And.", "source": [{}, "p6"]}],
            ("Why.", "And."),
        ),
        (
            [
                {
                    "when": "after",
                    "text": "Do it.",
                    "source": [{"page": 9, "statement": None}, {"page": 6}, {"page": 9}],
                }
            ],
            ("after: Do it. (pages 6 and 9)",),
        ),
        ([{"text": 1}], ('{"text":1}',)),
        ({"b": 1, "a": 2}, ('{"a":2,"b":1}',)),
        (
            [{"field": "reason", "kind": "postcode", "reason": "A shared door."}],
            ("reason: postcode, kept because: A shared door.",),
        ),
        (
            {"field": "reason", "kind": 1, "reason": "x"},
            ('{"field":"reason","kind":1,"reason":"x"}',),
        ),
    ],
    ids=repr,
)
def test_every_value_has_a_text(
    decision: Decision, records_of: RecordsOf, value: Value, lines: tuple[str, ...]
) -> None:
    """Nothing in a record is left out because nobody thought of it, and nothing fails."""
    (record,) = records_of([decision(reasons=value)])
    assert field_lines(record, "reasons") == lines


def test_erased_is_told_apart_from_empty(
    decision: Decision, records_of: RecordsOf, erased: RecordsOf
) -> None:
    """Who reads a record sees that there were words once."""
    record, _ = erased(records_of([decision(role=None)]), 1, "reason")
    assert field_lines(record, "reason") == (ERASED,)
    assert field_lines(record, "role") == ()
    assert field_lines(record, "no such field") == ()


def test_fields_come_in_the_order_in_which_they_are_read(
    decision: Decision, records_of: RecordsOf
) -> None:
    """First what the practitioner wrote, then the conclusion, then the answers."""
    (record,) = records_of([decision()])
    names = field_names(read_line(record.to_line()[:-1]))
    assert names == (
        *RECORD_FIELDS,
        *CONCLUSION_FIELDS,
        KEPT_WORDS,
        "answer.concern",
        "answer.consent",
        "answer.immediate_danger",
    )


@pytest.mark.parametrize("kind", ["amendment", "follow-up", "review", "hold", "redaction"])
def test_each_kind_has_an_order_of_its_own(records_of: RecordsOf, kind: str) -> None:
    """What happened first; by whom, and which words were kept, last."""
    (record,) = records_of([about(kind, numbered_id(1), 0)])
    assert field_names(read_line(record.to_line()[:-1])) == FIELDS_OF_KIND[kind]
