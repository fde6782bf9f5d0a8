"""What is to be erased, planned before anything is done."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from infoshare_cli.core.record import ASKED, Entry, Record
from infoshare_cli.core.redaction import (
    ANSWERS,
    Reading,
    UnknownFields,
    UnknownRecord,
    plan_fields,
    plan_older,
    plan_whole,
    record_to_redact,
)
from infoshare_cli.core.redaction_plan import Beside, DraftLoss, Plan
from infoshare_cli.core.retention import CLASSES, retention_class
from infoshare_cli.errors import CallError
from tests.conftest import NOON, Decision, RecordsOf, about, numbered_id

ZEBRA = "A zebra at the door."
FIRST = numbered_id(1)
TODAY = date(2030, 1, 1)


def reading(records: Sequence[Record]) -> Reading:
    """Gives these records each time."""
    return lambda: iter(records)


def taken(plan: Plan) -> dict[int, tuple[str, ...]]:
    """What each record loses."""
    return {each.seq: each.fields for each in plan.erasures}


class TestFields:
    """Single fields of a record, and copies of their words."""

    @pytest.fixture
    def records(self, decision: Decision, records_of: RecordsOf) -> list[Record]:
        """1 has the words; 2 goes on from it and 3 is about it; 4 to 6 are of other stories."""
        kept = [{"field": "reason", "kind": "name", "reason": "It is an animal."}]
        entries = [
            decision(reason=ZEBRA, role="Vet", kept_words=kept),
            replace(decision(1, purpose=f"As before: {ZEBRA.upper()}", role="vet"), of=FIRST),
            about("follow-up", FIRST, 2, details="The Vet rang back.", role="Nurse"),
            decision(3, reason=f"Again: {ZEBRA}", role="Nurse"),
            decision(4, role="Vet"),
            about("amendment", FIRST, 5, change="correction", field="reason", correction="A bear."),
        ]
        return records_of(entries)

    def test_the_same_words_in_the_same_story_go_too(self, records: list[Record]) -> None:
        """A long text also inside of another one; what was kept of private words goes with it."""
        plan = plan_fields(reading(records), "1", ["reason"])
        assert taken(plan) == {1: ("reason", "kept_words"), 2: ("purpose",)}
        assert [each.copies for each in plan.erasures] == [(), ("purpose",)]
        assert (plan.named, plan.last) == (1, records[-1].hash)

    def test_other_stories_are_told_and_not_touched(self, records: list[Record]) -> None:
        """They have a life of their own."""
        plan = plan_fields(reading(records), FIRST, ["reason"])
        assert [(each.seq, each.fields) for each in plan.elsewhere] == [(4, ("reason",))]

    def test_a_short_text_counts_as_a_whole_and_is_told_inside_of_others(
        self, records: list[Record]
    ) -> None:
        """In whatever case it is written."""
        plan = plan_fields(reading(records), " 1 ", ["role"])
        assert taken(plan) == {1: ("role",), 2: ("role",)}
        assert [(each.seq, each.fields) for each in plan.elsewhere] == [
            (3, ("details",)),
            (5, ("role",)),
        ]

    def test_a_correction_of_what_goes_is_told(self, records: list[Record]) -> None:
        """It says what is right in place of it, which nobody asked to erase."""
        assert plan_fields(reading(records), "1", ["reason"]).corrections == (6,)
        assert plan_fields(reading(records), "1", ["role"]).corrections == ()

    def test_a_correction_that_goes_is_not_told_to_stay(
        self, decision: Decision, records_of: RecordsOf
    ) -> None:
        """Where it holds the same words."""
        records = records_of(
            [
                decision(reason=ZEBRA),
                about("amendment", FIRST, 1, field="reason", correction=f"{ZEBRA} Two of them."),
            ]
        )
        plan = plan_fields(reading(records), "1", ["reason"])
        assert (taken(plan), plan.corrections) == ({1: ("reason",), 2: ("correction",)}, ())

    def test_choices_have_no_copies(self, records: list[Record]) -> None:
        """Else half of the log would go with an area."""
        plan = plan_fields(reading(records), "1", ["area", "answer.concern", "decision"])
        assert taken(plan) == {1: ("area", "decision", "answer.concern")}
        assert plan.elsewhere == ()

    def test_all_answers_at_once(self, records: list[Record]) -> None:
        """By one word."""
        (erasure,) = plan_fields(reading(records), "1", [ANSWERS]).erasures
        answers = ["answer.concern", "answer.consent", "answer.immediate_danger"]
        assert sorted(erasure.fields) == answers

    def test_what_is_erased_already(self, records: list[Record], erased: RecordsOf) -> None:
        """There is nothing left to do, and that is said."""
        after = erased(records, 1, "reason", "role")
        plan = plan_fields(reading(after), "1", ["reason", "area"])
        assert (taken(plan), plan.already) == ({1: ("area",)}, ("reason",))
        assert plan_fields(reading(after), "1", ["reason"]).erasures == ()

    def test_a_record_that_is_not_there(self, records: list[Record]) -> None:
        """It is named as it was said."""
        with pytest.raises(UnknownRecord, match="77"):
            plan_fields(reading(records), "77", ["reason"])

    def test_a_field_that_is_not_there(self, records: list[Record]) -> None:
        """Each of them; the record comes along, so that its fields can be told."""
        with pytest.raises(UnknownFields) as error:
            plan_fields(reading(records), "3", ["resaon", "details", ANSWERS, "area"])
        assert (error.value.names, error.value.record.head.seq) == (("resaon", "area"), 3)


class TestHolds:
    """A story that is held keeps its words."""

    @pytest.mark.parametrize("seq", [1, 2, 3])
    def test_nothing_of_a_held_story_is_erased(
        self, decision: Decision, records_of: RecordsOf, seq: int
    ) -> None:
        """Whichever of its records the hold is on; the error names it, and how to end it."""
        entries = [decision(), replace(decision(1), of=FIRST), about("hold", FIRST, 2)]
        records = records_of(entries)
        with pytest.raises(CallError, match="hold") as error:
            plan_fields(reading(records), str(seq), ["role"])
        (fault,) = error.value.faults
        assert "record 3" in fault.found
        assert f"infoshare log review {seq}" in fault.expected
        with pytest.raises(CallError, match="hold"):
            plan_whole(reading(records), str(seq))

    def test_one_hold_or_several_are_told_in_words(
        self, decision: Decision, records_of: RecordsOf
    ) -> None:
        """With the command; the faults for programs stay as they are."""
        for holds, told in (
            (1, "The hold is record 2. To release it: infoshare log review 1"),
            (2, "The holds are records 2, 3. To release them: infoshare log review 1"),
        ):
            entries = [decision(), *(about("hold", FIRST, 1 + each) for each in range(holds))]
            with pytest.raises(CallError) as error:
                record_to_redact(reading(records_of(entries)), "1")
            assert error.value.told == f"{error.value}\n{told}"
            assert len(error.value.faults) == 1

    def test_the_record_of_which_something_is_to_go(self, every_kind: list[Record]) -> None:
        """By its number or its id; or there is none."""
        assert record_to_redact(reading(every_kind), " 5").head.seq == 5
        assert record_to_redact(reading(every_kind), FIRST.upper()).head.seq == 1
        with pytest.raises(UnknownRecord):
            record_to_redact(reading(every_kind), "77")

    def test_a_hold_that_was_released_is_none(self, every_kind: list[Record]) -> None:
        """Record 3 was held, and is no longer."""
        assert plan_whole(reading(every_kind), "3").erasures


class TestWhole:
    """All of a record, and of what is about it."""

    def test_the_life_goes_and_what_goes_on_from_it_stays(self, every_kind: list[Record]) -> None:
        """It is told that the other decision may hold the same words."""
        plan = plan_whole(reading(every_kind), "1")
        assert list(taken(plan)) == [1, 4, 5, 6]
        assert all(len(each.fields) > 5 for each in plan.erasures)
        assert plan.beside == (2,)
        assert plan.whole == {numbered_id(seq) for seq in (1, 4, 5, 6)}
        assert plan_whole(reading(every_kind), "2").beside == (1,)

    def test_who_erased_words_stays(self, every_kind: list[Record]) -> None:
        """Unless that record is the one that is wanted."""
        assert list(taken(plan_whole(reading(every_kind), "2"))) == [2]
        assert list(taken(plan_whole(reading(every_kind), "9"))) == [9]

    def test_a_record_about_another_one_goes_alone(self, every_kind: list[Record]) -> None:
        """A follow-up that should not have been written."""
        plan = plan_whole(reading(every_kind), "5")
        assert list(taken(plan)) == [5]
        assert plan.beside == (1, 2)

    def test_the_words_that_no_draft_may_hold(
        self, decision: Decision, records_of: RecordsOf
    ) -> None:
        """Of every record that goes; not who took part."""
        records = records_of(
            [
                decision(reason=ZEBRA),
                about("follow-up", FIRST, 1, details="A bear came.", confirmed_by="The keeper"),
            ]
        )
        words = plan_whole(reading(records), "1").words
        assert all(map(words.stand_in, (ZEBRA, "A bear came.")))
        assert not any(map(words.stand_in, ("A Tester", "The keeper", "T-1", "Made up")))

    def test_again(self, every_kind: list[Record], erased: RecordsOf) -> None:
        """There is nothing left; a draft that goes on from it would still go."""
        after = erased(every_kind, 3, *every_kind[2].body)
        after = erased(erased(after, 7, *every_kind[6].body), 8, *every_kind[7].body)
        plan = plan_whole(reading(after), "3")
        assert plan.erasures == ()
        assert numbered_id(3) in plan.whole

    def test_a_record_that_is_not_there(self, every_kind: list[Record]) -> None:
        """As with fields."""
        with pytest.raises(UnknownRecord):
            plan_whole(reading(every_kind), "none")


class TestOlder:
    """Lives of which nothing is as new as that."""

    @staticmethod
    def older(records: Sequence[Record], hours: float, *classes: str, today: date = TODAY) -> Plan:
        """What is older than an instant, so many hours after noon of the first day."""
        before: datetime = NOON + timedelta(hours=hours)
        return plan_older(reading(records), before, classes, today)

    def test_the_latest_record_of_a_story_counts(
        self, decision: Decision, records_of: RecordsOf
    ) -> None:
        """A follow-up keeps its decision, and so does a decision that goes on from it."""
        second = numbered_id(2)
        entries = [
            decision(),
            decision(1),
            about("follow-up", FIRST, 50),
            replace(decision(60), of=second),
        ]
        records = records_of(entries)
        assert list(taken(self.older(records, 10))) == []
        assert list(taken(self.older(records, 50))) == []
        assert list(taken(self.older(records, 50.1))) == [1, 3]
        assert list(taken(self.older(records, 60))) == [1, 3]
        assert list(taken(self.older(records, 61))) == [1, 2, 3, 4]

    def test_that_words_were_erased_makes_nothing_younger(
        self, decision: Decision, records_of: RecordsOf, erased: RecordsOf
    ) -> None:
        """Else whoever erases a field would have to keep the rest for years more."""
        records = erased(records_of([decision()]), 1, "reason")
        plan = self.older(records, 10)
        assert list(taken(plan)) == [1]
        assert "reason" not in taken(plan)[1]

    @pytest.mark.parametrize(
        ("classes", "seqs"),
        [
            ((), [1, 2, 3, 4, 5, 6, 7, 8]),
            (("shared",), [1, 2, 3]),
            (("not-shared",), [4]),
            (("waiting",), [5, 6, 7]),
            (("abandoned",), [8]),
            (("abandoned", "not-shared"), [4, 8]),
        ],
    )
    def test_by_class(
        self,
        decision: Decision,
        records_of: RecordsOf,
        classes: tuple[str, ...],
        seqs: list[int],
    ) -> None:
        """What was decided says which."""
        decided = (
            "share", "share-limited", "share-elsewhere", "not-share", "ask-consent", "get-advice",
            "wait",
        )  # fmt: skip
        records = records_of([*(decision(decision=each) for each in decided), given_up(decision)])
        plan = self.older(records, 9, *classes)
        assert list(taken(plan)) == seqs
        assert sum(plan.lives_of_class.values()) == len(seqs)
        assert {*plan.lives_of_class} == ({*classes} or {*CLASSES})

    def test_an_erased_decision_has_no_class(
        self, decision: Decision, records_of: RecordsOf, erased: RecordsOf
    ) -> None:
        """It goes with all the others, and is in no class."""
        records = erased(records_of([decision()]), 1, "decision")
        assert self.older(records, 9).lives_of_class == {None: 1}
        assert self.older(records, 9, *CLASSES).erasures == ()
        assert retention_class(records[1]) is None

    def test_what_is_held_is_skipped_and_told(
        self, decision: Decision, records_of: RecordsOf
    ) -> None:
        """With the record that holds it, also where that is on another decision of the story."""
        entries = [
            decision(),
            replace(decision(1), of=FIRST),
            about("hold", FIRST, 2),
            decision(3),
        ]
        plan = self.older(records_of(entries), 9)
        assert list(taken(plan)) == [4]
        assert [(each.seq, each.held_by) for each in plan.skipped] == [(1, 3), (2, 3)]

    @pytest.mark.parametrize(
        ("reviews", "today", "skipped"),
        [
            ([("keep", "2027-06-01")], date(2027, 5, 31), ["2027-06-01"]),
            ([("keep", "2027-06-01")], date(2027, 6, 1), []),
            ([("keep", "2027-06-01"), ("erase", None)], date(2027, 1, 1), []),
            ([("keep", "2027-06-01"), ("keep", "2028-01-01")], date(2027, 7, 1), ["2028-01-01"]),
            ([("keep", None)], date(2027, 1, 1), []),
        ],
    )
    def test_the_latest_review_may_keep_it(
        self,
        decision: Decision,
        records_of: RecordsOf,
        reviews: list[tuple[str, str | None]],
        today: date,
        skipped: list[str],
    ) -> None:
        """Until the day that it names, however old it is."""
        entries = [decision()]
        for hours, (retention, day) in enumerate(reviews, start=1):
            entries.append(about("review", FIRST, hours, retention=retention, review_on=day))
        plan = self.older(records_of(entries), 9, today=today)
        assert [each.kept_until for each in plan.skipped] == skipped
        assert bool(plan.erasures) is not bool(skipped)

    def test_what_is_kept_is_kept_with_its_story(
        self, decision: Decision, records_of: RecordsOf
    ) -> None:
        """A decision that is to be kept cannot be read without the one that it goes on from."""
        kept = about("review", numbered_id(2), 2, retention="keep", review_on="2027-06-01")
        entries = [decision(), replace(decision(1), of=FIRST), kept]
        plan = self.older(records_of(entries), 9, today=date(2027, 1, 1))
        assert plan.erasures == ()
        assert [(each.seq, each.kept_until) for each in plan.skipped] == [
            (1, "2027-06-01"),
            (2, "2027-06-01"),
        ]

    def test_nothing_is_old_enough(self, every_kind: list[Record]) -> None:
        """No erasure, and no draft that goes."""
        plan = self.older(every_kind, -1)
        assert (plan.erasures, plan.whole, plan.named) == ((), frozenset(), None)


def given_up(decision: Decision) -> Entry:
    """An interview that was abandoned."""
    fields = {**decision(decision=None).fields, ASKED: []}
    return replace(decision(), kind="abandoned", fields=fields)


@pytest.mark.parametrize(
    ("beside", "there"),
    [
        (Beside(), False),
        (Beside(torn=True), True),
        (Beside(files=("x",)), True),
        (Beside(drafts=(DraftLoss("x"),)), True),
    ],
)
def test_whether_there_is_anything_beside_the_records(beside: Beside, *, there: bool) -> None:
    """Each of the three counts."""
    assert bool(beside) is there
