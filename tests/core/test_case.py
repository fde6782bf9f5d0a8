"""A case in hand: it grows by a copy, and knows what the record still needs."""

import pytest

from infoshare_cli.core.case import (
    ALWAYS_NEEDED,
    Case,
    KeptWords,
    missing_fields,
    needs_override,
)
from infoshare_cli.core.guidance import RecordField
from tests.core.small_packs import outcome, pack

FIELDS = ("area", "case_ref", "decision", "reason", "override_reason", "method")
Record = dict[str, str]

GUIDANCE = pack([], fields=[RecordField(name, "", "", ()) for name in FIELDS])
SHARE = outcome("share")


def test_a_case_grows_by_a_copy() -> None:
    """What was there before stays as it was; a new word takes the place of the old one."""
    empty = Case()
    grown = empty.with_answer("danger", ("yes",)).with_field("method", "by hand")
    changed = grown.with_answer("danger", ("no",)).with_field("method", "")

    assert empty == Case({}, {})
    assert grown == Case({"danger": ("yes",)}, {"method": "by hand"})
    assert changed == Case({"danger": ("no",)}, {"method": ""})


def test_fields_can_be_opened_again() -> None:
    """Those and no others; one that was never written is no matter."""
    case = Case({"danger": ("no",)}, {"method": "by hand", "reason": "Made up.", "area": ""})

    opened = case.without_fields({"method", "area", "case_ref"})
    assert opened == Case({"danger": ("no",)}, {"reason": "Made up."})
    assert "method" in case.record


@pytest.mark.parametrize(
    ("record", "area"), [({}, None), ({"area": ""}, None), ({"area": "luton"}, "luton")]
)
def test_an_area_that_was_left_out_is_not_known(record: Record, area: str | None) -> None:
    """Asked for and left empty is the same as never asked."""
    assert Case(record=record).area == area


OVERRIDES: tuple[tuple[Record, bool], ...] = (
    ({}, False),
    ({"decision": ""}, False),
    ({"decision": "share"}, False),
    ({"decision": "wait"}, True),
)


@pytest.mark.parametrize(("record", "needed"), OVERRIDES)
def test_only_another_decision_needs_a_reason_of_its_own(record: Record, needed: bool) -> None:
    """No decision yet is no other decision."""
    assert needs_override(SHARE, record) is needed


FULL = {"case_ref": "T-1", "decision": "share", "reason": "Made up."}
MISSING: tuple[tuple[Record, tuple[str, ...]], ...] = (
    ({}, ALWAYS_NEEDED),
    (FULL, ()),
    (FULL | {"reason": ""}, ("reason",)),
    (FULL | {"decision": "wait"}, ("override_reason",)),
    ({"decision": "wait"}, ("case_ref", "reason", "override_reason")),
    (FULL | {"decision": "wait", "override_reason": "Known since."}, ()),
)


@pytest.mark.parametrize(("record", "names"), MISSING)
def test_what_a_record_cannot_do_without_is_named_in_order(
    record: Record, names: tuple[str, ...]
) -> None:
    """An empty text is no text; what is not needed is not missed."""
    assert missing_fields(GUIDANCE, SHARE, record) == names


def test_words_that_stay_go_with_their_field() -> None:
    """A reason for keeping words is about that text, and about no other."""
    why = KeptWords("reason", "postcode", "It is public.")
    case = Case(record={"reason": "LU1 2AB", "purpose": "Help."}).with_kept_words([why])
    assert case.kept_words == (why,)
    assert case.with_field("purpose", "Other help.").kept_words == (why,)
    assert case.with_field("reason", "Other words.").kept_words == ()
    assert case.without_fields({"reason"}).kept_words == ()
