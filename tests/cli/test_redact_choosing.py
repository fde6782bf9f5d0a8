"""A person who names a record is asked what of it is to go; by the prompts in plain lines."""

from collections.abc import Sequence
from io import StringIO

import pytest

from infoshare_cli.cli.redact_choosing import choose_what
from infoshare_cli.cli.redact_request import Request
from infoshare_cli.core.record import Record
from infoshare_cli.core.redaction_facts import facts_of
from infoshare_cli.errors import LeftAtOnce
from infoshare_cli.terminal.page import Screen
from infoshare_cli.terminal.plain_prompts import PlainPrompts
from tests.conftest import Decision, RecordsOf, about, numbered_id

DECISIONS = {"share": "Share it"}


@pytest.fixture
def records(decision: Decision, records_of: RecordsOf) -> list[Record]:
    """A decision, and a follow-up of it."""
    long = "A zebra stood at the door of the house, and it would not go away for hours."
    follow_up = about("follow-up", numbered_id(1), 24, follow_up="outcome", details="It left.")
    return records_of([decision(reason=long, information="Two\nvisits."), follow_up])


def asked(records: Sequence[Record], seq: int, typed: str) -> tuple[Request, str]:
    """What came of asking about a record, and all that stood on the screen."""
    screen = Screen(StringIO(), plain=True, width=80)
    told = facts_of(lambda: iter(records), {seq}).told[seq]
    request = choose_what(PlainPrompts(StringIO(typed), screen), Request(str(seq)), told, DECISIONS)
    assert isinstance(screen.stream, StringIO)
    return request, screen.stream.getvalue()


def test_the_fields_that_hold_something_with_the_start_of_each(records: list[Record]) -> None:
    """What somebody wrote comes first, then the answers as one, then what the rules came to."""
    request, shown = asked(records, 1, "6 4 7\n")
    assert request == Request("1", ("information", "reason", "answers"))
    told = " ".join(shown.split())
    assert told.startswith(
        "This is about Record: 1, of 22 Nov 2026 Case: T-1 Decision: Share it "
        "What is to be erased of record 1?"
    )
    for line in (
        "4. Information (information) Two visits.",
        "6. Reason (reason) A zebra stood at the door of the house, and it would not go ... ",
        "7. All answers (answers) There are 2 of them.",
        "8. Outcome (outcome) share-without-consent",
        "10. Reasons of the rules (reasons) Serious. (page 6)",
        "15. All of it And all of what is about it.",
    ):
        assert line in told
    assert "consent_record" not in told


def test_all_of_it(records: list[Record]) -> None:
    """It stands alone."""
    request, shown = asked(records, 1, "15 6\n15\n")
    assert request == Request("1", whole=True)
    assert "stand together" in shown


def test_a_record_about_the_decision(records: list[Record]) -> None:
    """It is said which one was named; it has no answers."""
    request, shown = asked(records, 2, "2\n")
    assert request == Request("2", ("details",))
    assert (
        "Record: 1, of 22 Nov 2026\nCase: T-1\nDecision: Share it\n\n"
        "You named record 2, which is about it: follow-up, 23 Nov 2026.\n"
    ) in shown
    assert "answers" not in shown


def test_leaving_at_once(records: list[Record]) -> None:
    """As at every question."""
    with pytest.raises(LeftAtOnce):
        asked(records, 1, "quit\n")
