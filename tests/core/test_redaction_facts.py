"""What is told of records that are to lose words, so that the right ones lose them."""

from dataclasses import replace

import pytest

from infoshare_cli.core.record import Record
from infoshare_cli.core.redaction_facts import (
    MOST_NAMED,
    Groups,
    Interview,
    facts_of,
    groups_of,
    seqs_told,
    starts_of,
)
from infoshare_cli.core.redaction_plan import Erasure, Plan
from tests.conftest import Decision, RecordsOf, about, numbered_id

FIRST, SECOND = numbered_id(1), numbered_id(2)


def test_whose_words_they_are(every_kind: list[Record]) -> None:
    """A decision is about itself, even if it goes on from one; the rest is about theirs."""
    facts = facts_of(lambda: iter(every_kind), range(1, 10))
    told = {seq: each.about and each.about.seq for seq, each in facts.told.items()}
    assert told == {1: 1, 2: 2, 3: 3, 4: 1, 5: 1, 6: 1, 7: 3, 8: 3, 9: 2}
    at = every_kind[0].head.at
    assert facts.told[6].about == Interview(1, "decision", at, "T-1", "share")
    third = facts.told[3].about
    assert third is not None
    assert (third.kind, third.case, third.decision) == ("abandoned", "T-3", "")


def test_only_the_records_that_are_wanted(every_kind: list[Record]) -> None:
    """The log is read no further than the last of them."""
    read = iter(every_kind)
    assert list(facts_of(lambda: read, {2, 4}).told) == [2, 4]
    assert next(read).head.seq == 6
    assert facts_of(lambda: iter(every_kind), ()).told == {}


def test_a_record_about_one_that_is_not_there(records_of: RecordsOf) -> None:
    """Nobody can say whose words it holds."""
    records = records_of([about("hold", numbered_id(77), 0), about("release", FIRST, 1)])
    facts = facts_of(lambda: iter(records), {1, 2})
    assert [each.about for each in facts.told.values()] == [None, None]


def test_what_was_erased_before(
    decision: Decision, records_of: RecordsOf, erased: RecordsOf
) -> None:
    """It is not taken for what was never there."""
    records = erased(records_of([decision(reason="Words.")]), 1, "decision", "case_ref", "reason")
    told = facts_of(lambda: iter(records), {1}).told[1]
    assert told.about is not None
    assert (told.about.case, told.about.decision) == ("[erased]", "[erased]")
    assert "reason" not in told.starts


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Two\n\n visits. ", "Two visits."),
        ("x" * 60, "x" * 60),
        ("x" * 61, f"{'x' * 60} ..."),
        (f"{'word ' * 12}word", f"{'word ' * 12}..."),
        (f"{'x' * 55} yyyyyy", f"{'x' * 55} ..."),
        ("", None),
    ],
)
def test_how_a_text_begins(
    decision: Decision, records_of: RecordsOf, text: str, start: str | None
) -> None:
    """On one line, and cut between words where there are some."""
    (record,) = records_of([decision(reason=text or None)])
    assert starts_of(record).get("reason") == start


def test_groups_hold_to_the_order() -> None:
    """By whose words they are."""
    names = ("reasons", "reason", "answer.x", "asked", "outcome", "answer.a", "details")
    assert groups_of(names) == Groups(
        ("reason", "asked", "details"), ("reasons", "outcome"), ("answer.x", "answer.a")
    )


def test_which_records_are_told() -> None:
    """All that a record was asked for about, and itself; the first ones where age decides."""
    many = tuple(Erasure(seq, str(seq), "decision", ("reason",)) for seq in range(1, 40))
    by_age = Plan(many, "")
    assert seqs_told(by_age) == frozenset(range(1, MOST_NAMED + 1))
    assert seqs_told(replace(by_age, named=77)) == {*range(1, 40), 77}
