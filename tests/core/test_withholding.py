"""What is withheld from a reader, and what goes with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.canonical import Value
from infoshare_cli.core.record import FIELDS_OF_KIND, Record
from infoshare_cli.core.verify import why_unsound
from infoshare_cli.core.withholding import ANSWERS, WITHHELD, withhold
from tests.conftest import Decision, RecordsOf, about, numbered_id

KEPT: Value = [{"field": "reason", "kind": "name", "reason": "A shop's name."}]
NAMES = sorted({name for names in FIELDS_OF_KIND.values() for name in names})


def test_nothing_chosen_leaves_the_record_as_it_is(every_kind: list[Record]) -> None:
    """And nothing is said to be withheld."""
    for record in every_kind:
        assert withhold(record, ()).record == record
        assert withhold(record, ()).withheld == ()


def test_chosen_fields_are_gone_with_their_salts(every_kind: list[Record]) -> None:
    """An empty one too: that it is empty would say something."""
    shown = withhold(every_kind[0], {"reason", "role"})
    assert shown.withheld == ("role", "reason")
    assert not {"reason", "role"} & set(shown.record.body)
    assert shown.value("reason") is None
    assert shown.lines("reason") == shown.lines("role") == (WITHHELD,)
    assert shown.lines("case_ref") == ("T-1",)
    assert shown.erased == ()


def test_what_was_erased_stays_erased(every_kind: list[Record]) -> None:
    """Nobody is told that the log still has it."""
    shown = withhold(every_kind[1], {"reason", "purpose"})
    assert shown.withheld == ("purpose",)
    assert set(shown.erased) == {"reason", "information"}
    assert shown.lines("reason") == ("[erased]",)


def test_one_word_stands_for_all_answers(every_kind: list[Record]) -> None:
    """And for nothing else."""
    shown = withhold(every_kind[0], {ANSWERS})
    assert shown.withheld
    assert all(name.startswith("answer.") for name in shown.withheld)
    assert not [name for name in shown.record.body if name.startswith("answer.")]


@pytest.mark.parametrize(("chosen", "goes"), [("reason", True), ("purpose", False)])
def test_kept_words_go_with_the_field_that_they_speak_of(
    decision: Decision, records_of: RecordsOf, *, chosen: str, goes: bool
) -> None:
    """Why a name was kept tells of the name."""
    (record,) = records_of([decision(kept_words=KEPT)])
    assert ("kept_words" in withhold(record, {chosen}).withheld) is goes


@pytest.mark.parametrize(
    ("field", "chosen", "goes"),
    [("reason", "reason", True), ("reason", "purpose", False), ("answer.x", ANSWERS, True)],
)
def test_a_correction_goes_with_the_field_that_it_corrects(
    decision: Decision, records_of: RecordsOf, *, field: str, chosen: str, goes: bool
) -> None:
    """Or else the new words would say what the old ones must not."""
    entry = about("amendment", numbered_id(1), 1, change="correction", field=field, correction="X")
    amendment = records_of([decision(), entry])[1]
    assert ("correction" in withhold(amendment, {chosen}).withheld) is goes


@given(st.sets(st.sampled_from([*NAMES, ANSWERS, "answer.concern"])))
def test_whatever_is_withheld_the_record_verifies(
    every_kind: list[Record], chosen: set[str]
) -> None:
    """By itself: each field that is left fits its commitment, and each name is accounted for."""
    for record in every_kind:
        shown = withhold(record, chosen)
        assert why_unsound(shown.record) is None
        assert {*shown.record.body, *shown.withheld, *shown.erased} == set(record.head.commitments)
        assert not {*shown.record.body} & (chosen | {*shown.withheld})
