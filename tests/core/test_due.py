"""What is due: which records call for something to be done, and what settles it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from infoshare_cli.core.due import MOST_DAYS, Due, due_items
from infoshare_cli.core.record import ASKED, Entry, Record
from tests.conftest import NOON, Decision, RecordsOf, about, numbered_id

TODAY = NOON.date()
FIRST = numbered_id(1)
QUIET = "not-share"
"""A decision after which nothing is awaited."""


def utc_day(at: datetime) -> date:
    """The day of an instant in Greenwich."""
    return at.astimezone(UTC).date()


def found(
    records: Sequence[Record], *, today: date = TODAY, days: int = 0
) -> list[tuple[str, int, str]]:
    """What is due: what for, of which record, and from which day on."""
    items = due_items(records, today, days, utc_day)
    return [(each.what, each.seq, each.due.isoformat()) for each in items]


def abandoned(entry: Entry, of: str | None = None) -> Entry:
    """The entry as of an interview that was given up."""
    return replace(entry, kind="abandoned", of=of, fields={**entry.fields, ASKED: []})


RECEIPT = [("receipt", 1, "2026-11-22")]
CONSENT = [("consent", 1, "2026-11-22")]
DECISION = [("decision", 1, "2026-11-22")]
ERASURE = [("erasure", 1, "2026-11-22")]
WITHDRAWN = about("amendment", FIRST, 1, change="consent-withdrawn")
TO_ERASE = about("review", FIRST, 1, retention="erase")


@pytest.mark.parametrize("decided", ["share", "share-limited", "share-elsewhere"])
def test_whatever_was_shared_wants_a_receipt(
    decision: Decision, records_of: RecordsOf, decided: str
) -> None:
    """From the day on which it was recorded; with the case and the area of the decision."""
    records = records_of([decision(decision=decided)])
    assert due_items(records, TODAY, 0, utc_day) == (
        Due("receipt", 1, FIRST, "T-1", "luton", TODAY, records[0].head.at),
    )


@pytest.mark.parametrize("decided", ["not-share", "wait", "get-advice", None, "", "Share"])
def test_what_was_not_shared_wants_none(
    decision: Decision, records_of: RecordsOf, decided: str | None
) -> None:
    """Nor does what is no decision at all."""
    assert not found(records_of([decision(decision=decided)]))


@pytest.mark.parametrize(
    ("since", "open_"),
    [
        ([("follow-up", {"follow_up": "receipt-confirmed"})], False),
        ([("follow-up", {"follow_up": "no-longer-needed"})], False),
        ([("follow-up", {"follow_up": "outcome"})], True),
        ([("follow-up", {"follow_up": "person-told"})], True),
        ([("follow-up", {})], True),
        ([("amendment", {"change": "correction"})], True),
        ([("review", {"retention": "keep"})], True),
    ],
)
def test_what_settles_a_receipt(
    decision: Decision,
    records_of: RecordsOf,
    since: list[tuple[str, dict[str, str]]],
    *,
    open_: bool,
) -> None:
    """A confirmation, or the word that none is needed; nothing else."""
    later = [about(kind, FIRST, 1, **fields) for kind, fields in since]
    assert found(records_of([decision(), *later])) == (RECEIPT if open_ else [])


@pytest.mark.parametrize("answer", ["receipt-confirmed", "no-longer-needed"])
def test_what_is_shared_later_wants_a_receipt_of_its_own(
    decision: Decision, records_of: RecordsOf, answer: str
) -> None:
    """Also where it had been decided not to share; and from its own day on."""
    for decided in ("share", QUIET):
        entries = [
            decision(decision=decided),
            about("follow-up", FIRST, 1, follow_up=answer),
            about("amendment", FIRST, 24, change="shared-more"),
        ]
        assert found(records_of(entries)) == []
        assert found(records_of(entries), days=1) == [("receipt", 1, "2026-11-23")]
        settled = [*entries, about("follow-up", numbered_id(3), 25, follow_up=answer)]
        assert not found(records_of(settled), days=9)


def test_a_confirmation_before_anything_was_shared_confirms_nothing(
    decision: Decision, records_of: RecordsOf
) -> None:
    """It cannot have been about what was shared after it."""
    entries = [
        decision(decision=QUIET),
        about("follow-up", FIRST, 1, follow_up="receipt-confirmed"),
        about("amendment", FIRST, 2, change="shared-more"),
    ]
    assert found(records_of(entries)) == RECEIPT


def test_consent_is_open_until_somebody_decides(decision: Decision, records_of: RecordsOf) -> None:
    """Not by an interview that was given up, and not by a decision on something else."""
    asked = decision(decision="ask-consent")
    assert found(records_of([asked])) == CONSENT
    later = decision(1, decision=QUIET)
    assert found(records_of([asked, abandoned(later, FIRST), later])) == CONSENT
    assert not found(records_of([asked, replace(later, of=FIRST)]))
    assert found(records_of([asked, WITHDRAWN])) == CONSENT


def test_consent_may_no_longer_be_needed(decision: Decision, records_of: RecordsOf) -> None:
    """Somebody says so; a receipt says nothing of it."""
    asked = decision(decision="ask-consent")
    for answer, left in (("no-longer-needed", []), ("receipt-confirmed", CONSENT)):
        entries = [asked, about("follow-up", FIRST, 1, follow_up=answer)]
        assert found(records_of(entries)) == left


def test_a_decision_counts_through_interviews_that_were_given_up(
    decision: Decision, records_of: RecordsOf
) -> None:
    """1 asks; 2 goes on from it and is given up, and so is 3; 4 goes on from that and decides."""
    asked, later = decision(decision="ask-consent"), decision(1, decision=QUIET)
    entries = [asked, abandoned(later, FIRST), abandoned(later, numbered_id(2))]
    assert found(records_of(entries)) == CONSENT
    assert not found(records_of([*entries, replace(later, of=numbered_id(3))]))


def test_a_decision_settles_one_consent_and_not_those_before(
    decision: Decision, records_of: RecordsOf
) -> None:
    """To ask once more opens it anew."""
    asked = decision(decision="ask-consent")
    again = replace(asked, of=FIRST)
    assert found(records_of([asked, again])) == [("consent", 2, "2026-11-22")]


class TestConsentWithdrawn:
    """Somebody has to decide again, or to say that nobody need."""

    @pytest.mark.parametrize("decided", ["share", QUIET, "get-advice", None])
    def test_it_is_due_from_its_own_day_on(
        self, decision: Decision, records_of: RecordsOf, decided: str | None
    ) -> None:
        """Whatever had been decided, and with the time of the withdrawal."""
        withdrawn = replace(WITHDRAWN, at=NOON + timedelta(hours=24))
        records = records_of([decision(decision=decided), withdrawn])
        assert ("decision", 1, "2026-11-23") not in found(records)
        (item,) = (each for each in due_items(records, TODAY, 1, utc_day) if each.what != "receipt")
        assert (item.what, item.seq, item.due, item.since) == (
            *("decision", 1, date(2026, 11, 23)),
            records[1].head.at,
        )

    @pytest.mark.parametrize(
        ("later", "open_"),
        [
            (about("follow-up", FIRST, 2, follow_up="no-longer-needed"), False),
            (about("follow-up", FIRST, 2, follow_up="receipt-confirmed"), True),
            (about("follow-up", FIRST, 2, follow_up="person-told"), True),
            (about("review", FIRST, 2, retention="keep", review_on="2027-01-31"), True),
            (about("amendment", FIRST, 2, change="correction"), True),
        ],
    )
    def test_what_settles_it(
        self, decision: Decision, records_of: RecordsOf, later: Entry, *, open_: bool
    ) -> None:
        """The word that nothing is needed any more; no other word about the record."""
        first = decision(decision=QUIET)
        assert found(records_of([first, WITHDRAWN, later])) == (DECISION if open_ else [])
        assert found(records_of([first, later, WITHDRAWN])) == DECISION

    def test_a_later_decision_settles_it(self, decision: Decision, records_of: RecordsOf) -> None:
        """One that goes on from it, and none from before, nor an interview that was given up."""
        first, other = decision(decision=QUIET), decision(2, decision=QUIET)
        again = replace(other, of=FIRST)
        assert not found(records_of([first, WITHDRAWN, again]))
        assert not found(records_of([first, WITHDRAWN, replace(other, of=numbered_id(2))]))
        assert found(records_of([first, again, WITHDRAWN])) == DECISION
        for settles_nothing in (other, abandoned(other, FIRST)):
            assert found(records_of([first, WITHDRAWN, settles_nothing])) == DECISION

    def test_a_decision_settles_it_by_any_number_of_steps(
        self, decision: Decision, records_of: RecordsOf
    ) -> None:
        """2 went on from 1 before the withdrawal; 4 goes on from 2 after it, 5 was given up."""
        first, on = decision(decision=QUIET), decision(2, decision=QUIET)
        entries = [first, replace(on, of=FIRST), WITHDRAWN]
        assert found(records_of(entries)) == DECISION
        given_up = abandoned(on, numbered_id(2))
        assert found(records_of([*entries, given_up])) == DECISION
        assert not found(records_of([*entries, replace(on, of=numbered_id(2)), given_up]))
        assert not found(records_of([*entries, given_up, replace(on, of=numbered_id(4))]))

    def test_a_second_withdrawal_opens_it_anew(
        self, decision: Decision, records_of: RecordsOf
    ) -> None:
        """The decision in between knew nothing of it."""
        first, again = decision(decision=QUIET), replace(decision(2, decision=QUIET), of=FIRST)
        assert found(records_of([first, WITHDRAWN, again, WITHDRAWN])) == DECISION

    def test_an_erased_one_drops_out(
        self, decision: Decision, records_of: RecordsOf, erased: RecordsOf
    ) -> None:
        """Nobody can tell any more that it was one."""
        records = records_of([decision(decision=QUIET), WITHDRAWN])
        assert not found(erased(records, 2, "change"))


class TestToBeErased:
    """A review that came to erasing is not the erasing itself."""

    @pytest.mark.parametrize(
        ("later", "open_"),
        [
            (about("review", FIRST, 2, retention="keep", review_on="2027-01-31"), False),
            (about("review", FIRST, 2, retention="erase"), True),
            (about("review", FIRST, 2), True),
            (about("release", FIRST, 2), True),
            (about("follow-up", FIRST, 2, follow_up="no-longer-needed"), True),
        ],
    )
    def test_what_takes_it_back(
        self, decision: Decision, records_of: RecordsOf, later: Entry, *, open_: bool
    ) -> None:
        """A later review that keeps it; whoever decides anew takes nothing back."""
        first = decision(decision=QUIET)
        assert found(records_of([first, TO_ERASE, later])) == (ERASURE if open_ else [])
        assert found(records_of([first, later, TO_ERASE])) == ERASURE
        again = replace(decision(3, decision=QUIET), of=FIRST)
        assert found(records_of([first, TO_ERASE, again])) == ERASURE

    def test_it_is_done_once_no_words_of_the_case_are_left(
        self, decision: Decision, records_of: RecordsOf, erased: RecordsOf
    ) -> None:
        """In the interview and in all that was added to it; empty fields hold none."""
        records = records_of([decision(decision=QUIET), TO_ERASE])
        names = [name for name, each in records[0].body.items() if each.value not in (None, [])]
        assert found(erased(records, 1, *names[1:])) == ERASURE
        assert not found(erased(records, 1, *names))
        assert not found(erased(records, 1, *records[0].body))
        told = about("follow-up", FIRST, 2, follow_up="outcome", details="Words.")
        assert found(erased(records_of([decision(), TO_ERASE, told]), 1, *names)) == ERASURE

    def test_an_erased_review_is_none(
        self, decision: Decision, records_of: RecordsOf, erased: RecordsOf
    ) -> None:
        """As where a record is erased whole, with all that is about it."""
        records = records_of([decision(decision=QUIET), TO_ERASE])
        assert not found(erased(records, 2, "retention"))

    def test_a_hold_is_told(self, decision: Decision, records_of: RecordsOf) -> None:
        """Also one on a record that goes on from it; with whatever else is due."""
        on = replace(decision(2, decision=QUIET), of=FIRST)
        held = about("hold", numbered_id(3), 3)
        entries = [decision(), TO_ERASE, on, held]

        def holds(number: int) -> dict[str, bool]:
            items = due_items(records_of(entries[:number]), TODAY, 0, utc_day)
            return {each.what: each.held for each in items}

        assert holds(3) == {"receipt": False, "erasure": False}
        assert holds(4) == {"receipt": True, "erasure": True}
        entries.append(about("release", numbered_id(3), 4))
        assert holds(5) == {"receipt": False, "erasure": False}


@pytest.mark.parametrize(
    ("entries", "day"),
    [
        ([], "2026-11-20"),
        ([("amendment", {"review_on": "2026-11-18"})], "2026-11-18"),
        ([("hold", {"review_on": "2026-11-19"})], "2026-11-19"),
        ([("amendment", {}), ("follow-up", {}), ("hold", {})], "2026-11-20"),
        ([("review", {"retention": "erase"})], None),
        ([("review", {"retention": "keep", "review_on": "2026-11-21"})], "2026-11-21"),
        ([("review", {"retention": "keep", "review_on": "2027-11-21"})], None),
        ([("review", {}), ("amendment", {"review_on": "2026-11-17"})], "2026-11-17"),
        ([("amendment", {"review_on": "soon"})], "2026-11-20"),
    ],
)
def test_the_last_word_says_when_to_look_again(
    decision: Decision,
    records_of: RecordsOf,
    entries: list[tuple[str, dict[str, str]]],
    day: str | None,
) -> None:
    """A review settles it, unless it names a day itself."""
    later = [about(kind, FIRST, 1, **fields) for kind, fields in entries]
    first = decision(decision=QUIET, review_on="2026-11-20")
    to_erase = ERASURE if ("review", {"retention": "erase"}) in entries else []
    assert found(records_of([first, *later])) == ([("review", 1, day)] if day else to_erase)


@pytest.mark.parametrize(
    "day", ["soon", "", "2026-02-30", "20261101", "2026-W47-1", "2026-11-1", 7]
)
def test_what_is_no_day_is_passed_over(
    decision: Decision, records_of: RecordsOf, day: str | int
) -> None:
    """An older program may have let it in; a list of what is due must not fail on it."""
    assert not found(records_of([decision(decision=QUIET, review_on=day)]), days=MOST_DAYS)


def test_an_abandoned_interview_may_be_looked_at_again(
    decision: Decision, records_of: RecordsOf
) -> None:
    """What was written before somebody gave up counts, but for the decision: there was none."""
    entry = abandoned(decision(decision="share", review_on="2026-11-01"))
    assert found(records_of([entry])) == [("review", 1, "2026-11-01")]


def test_the_oldest_day_comes_first(decision: Decision, records_of: RecordsOf) -> None:
    """Whatever it is that is due; what falls due later only if one looks ahead."""
    entries = [
        decision(48, decision=QUIET, review_on="2026-11-25"),
        decision(0),
        decision(-24, decision="ask-consent", review_on="2026-11-21"),
    ]
    due = [("consent", 3, "2026-11-21"), ("review", 3, "2026-11-21"), ("receipt", 2, "2026-11-22")]
    assert found(records_of(entries)) == due
    assert found(records_of(entries), days=2) == due
    assert found(records_of(entries), days=3) == [*due, ("review", 1, "2026-11-25")]


def test_days_are_those_of_the_clock_that_is_handed_in(
    decision: Decision, records_of: RecordsOf
) -> None:
    """Fourteen hours east, noon is tomorrow: only what was written down as a day stays."""
    east = timezone(timedelta(hours=14))
    records = records_of([decision(review_on="2026-11-22")])
    items = due_items(records, TODAY + timedelta(1), 0, lambda at: at.astimezone(east).date())
    assert [(each.what, each.due.day) for each in items] == [("review", 22), ("receipt", 23)]


def test_how_long_it_is_overdue(decision: Decision, records_of: RecordsOf) -> None:
    """In days; what is not due yet is not overdue."""
    (item,) = due_items(records_of([decision()]), TODAY, 0, utc_day)
    overdue = [item.overdue_days(TODAY + timedelta(days)) for days in (-2, 0, 1, 30)]
    assert overdue == [0, 0, 1, 30]


def test_erased_decisions_drop_out(
    decision: Decision, records_of: RecordsOf, erased: RecordsOf
) -> None:
    """What nobody can tell any more is not asked for; what is left still counts."""
    records = records_of([decision(review_on="2026-11-01")])
    assert found(erased(records, 1, "decision")) == [("review", 1, "2026-11-01")]
    assert not found(erased(records, 1, "decision", "review_on"))
    left = due_items(erased(records, 1, "case_ref", "area"), TODAY, 0, utc_day)
    assert {(each.case_ref, each.area) for each in left} == {("", "")}


def test_records_about_nothing_that_is_there_are_passed_over(
    decision: Decision, records_of: RecordsOf
) -> None:
    """A log that was cut or forged makes no new entries, and no error; one id is one record."""
    records = records_of(
        [
            about("amendment", numbered_id(9), 0, change="shared-more"),
            about("follow-up", numbered_id(3), 1, follow_up="receipt-confirmed"),
            decision(2),
        ]
    )
    assert found(records) == [("receipt", 3, "2026-11-22")]
    settled = records_of([decision(), about("follow-up", FIRST, 1, follow_up="no-longer-needed")])
    assert not found([*settled, settled[0]])


def test_of_every_kind(every_kind: list[Record]) -> None:
    """1 was shared and confirmed, and is kept until January; 2 was shared; 3 was abandoned."""
    assert found(every_kind) == [("receipt", 2, "2026-11-22")]
    assert found(every_kind, today=date(2027, 2, 1)) == [
        ("receipt", 2, "2026-11-22"),
        ("review", 1, "2027-01-31"),
    ]
