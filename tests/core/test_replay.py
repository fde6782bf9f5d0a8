"""A recorded decision derived once more: the same under its own rules, and told where it is not."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from infoshare_cli.core.canonical import Value
from infoshare_cli.core.conclusion import conclusion_fields
from infoshare_cli.core.conditions import HasAny, IsOneOf
from infoshare_cli.core.decision import asked_answers, decide
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.record import (
    ANSWER,
    Entry,
    Place,
    Record,
    Salted,
    build_record,
    decision_fields,
)
from infoshare_cli.core.record_line import read_line
from infoshare_cli.core.replay import (
    ALL_THAT_FOLLOWS,
    Difference,
    Replayed,
    replay,
    taken_answers,
    try_rules,
)
from tests.conftest import MADE_WITH, NOON, numbered_id, numbered_salts
from tests.core.small_packs import always, many, one, pack, rule
from tests.shipped import NOT_ASKED_YET, cases, part_cases, shipped_pack

DANGER = one("danger", "yes no")
CONCERN = many("concern", "harm other", alone="none")
CONSENT = one("consent", "given refused")
QUESTIONS = (DANGER, CONCERN, CONSENT)
SERIOUS = rule("serious", HasAny("concern", ("harm",)), "share")
REST = rule("rest", always(DANGER), "wait")
TINY = pack(QUESTIONS, (SERIOUS, REST))
Derive = Callable[[Guidance, Record], Replayed]
CASE: Answers = {"concern": ("harm",), "danger": ("no",)}


def recorded(guidance: Guidance, answers: Answers, **fields: Value) -> Record:
    """The record of a case, as it is read from the log; with any field said otherwise."""
    decision = decide(guidance, answers)
    assert decision is not None
    entry = Entry(
        kind="decision",
        of=None,
        at=NOON,
        provenance=MADE_WITH,
        fields={
            **dict.fromkeys(decision_fields(list(guidance.question_by_id))),
            **conclusion_fields(guidance, decision, ()),
            **in_the_log(guidance, asked_answers(decision)),
            **fields,
        },
    )
    record = build_record(entry, Place(), lambda: numbered_id(1), numbered_salts().__next__)
    return read_line(record.to_line()[:-1])


def in_the_log(guidance: Guidance, answers: Answers) -> Mapping[str, Value]:
    """Answers as a record holds them: a word where there is one, a list where there may be many."""
    kinds = {name: guidance.question_by_id[name].kind for name in answers}
    return {
        ANSWER + name: chosen[0] if kinds[name] == "one" else list(chosen)
        for name, chosen in answers.items()
    }


def without(record: Record, *names: str) -> Record:
    """The record with fields erased."""
    return replace(record, body={name: record.body[name] for name in record.body.keys() - {*names}})


class TestUnderItsOwnRules:
    """Everything that follows from answers and rules must be as it was."""

    @pytest.mark.thorough
    @given(st.one_of(cases(), part_cases()))
    def test_any_case_replays_the_same(self, answers: Answers) -> None:
        """Also with follow-ups that nobody answered, and with answers that were not needed."""
        assume(decide(shipped_pack(), answers) is not None)
        record = recorded(shipped_pack(), answers)
        replayed = replay(shipped_pack(), record)
        assert (replayed.differences, replayed.needs, replayed.lost) == ((), None, None)
        assert not replayed.partly_erased
        assert try_rules(shipped_pack(), record) == replayed

    def test_it_says_which_record_and_which_program(self) -> None:
        """So that a difference can be looked into."""
        replayed = replay(TINY, recorded(TINY, CASE))
        assert (replayed.seq, replayed.id) == (1, numbered_id(1))
        assert replayed.engine == MADE_WITH.engine

    @pytest.mark.parametrize("name", ALL_THAT_FOLLOWS)
    def test_each_field_that_differs_is_named(self, guidance: Guidance, name: str) -> None:
        """With what was recorded and what comes out; all others are as they were."""
        record = recorded(guidance, NOT_ASKED_YET)
        told = recorded(guidance, NOT_ASKED_YET, **{name: "something else"})
        [difference] = replay(guidance, told).differences
        assert difference == Difference(name, "something else", record.value(name))

    def test_one_is_not_true(self) -> None:
        """Values are the same where they are written alike, not where Python takes them so."""
        first_page = pack(QUESTIONS, (replace(SERIOUS, source=("p1",)), REST))
        source: Value = [{"page": True, "statement": None}]
        reasons: Value = [{"rule": "serious", "text": "Because serious.", "source": source}]
        told = recorded(first_page, CASE, reasons=reasons)
        assert [each.field for each in replay(first_page, told).differences] == ["reasons"]

    def test_what_hangs_on_other_files_is_not_compared(self, guidance: Guidance) -> None:
        """The contacts of that day, and whether there was a receipt of a proof."""
        told = recorded(guidance, NOT_ASKED_YET, contacts=["gone"], proved=False)
        assert replay(guidance, told).differences == ()

    def test_another_outcome_brings_all_that_goes_with_it(self) -> None:
        """The outcome first."""
        other = pack(QUESTIONS, (replace(SERIOUS, outcome="wait"), REST))
        replayed = replay(other, recorded(TINY, CASE))
        assert [each.field for each in replayed.differences] == ["outcome", "title"]
        assert replayed.differences[0] == Difference("outcome", "share", "wait")


class TestAnswersThatAreNotTaken:
    """Under its own rules a record holds none; if it does, that is told."""

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("danger", "perhaps"),
            ("danger", ["yes", "no"]),
            ("danger", {"yes": "no"}),
            ("concern", ["harm", "none"]),
            ("concern", ["harm", 1]),
            ("unheard_of", "yes"),
        ],
    )
    def test_it_is_a_difference_that_does_not_tell_the_answer(
        self, name: str, value: Value
    ) -> None:
        """An unknown option, too many, none that goes with another, no word, no such question."""
        record = recorded(TINY, CASE, **{ANSWER + name: value})
        first = replay(TINY, record).differences[0]
        assert first == Difference(f"answer.{name}", None, None)
        assert name not in taken_answers(TINY, record)

    @pytest.mark.parametrize("value", [None, [], ""])
    def test_no_answer_is_none(self, value: Value) -> None:
        """A question that was not put has an empty field."""
        assert replay(TINY, recorded(TINY, CASE, **{"answer.consent": value})).differences == ()

    def test_other_rules_leave_it_out_and_say_nothing(self) -> None:
        """What counts there is what the case comes to."""
        record = recorded(TINY, CASE, **{"answer.unheard_of": "yes"})
        assert try_rules(TINY, record).differences == ()


class TestWithoutAnOutcome:
    """The rules do not get to an end on what was answered."""

    ASKS = pack(QUESTIONS, (rule("asks", IsOneOf("consent", ("given",)), "share"), REST))
    HOLE = pack(QUESTIONS, (rule("hole", HasAny("concern", ("other",)), "share"),))

    def test_the_question_that_was_not_answered_is_named(self) -> None:
        """And that there is no outcome; not that everything else is missing too."""
        replayed = replay(self.ASKS, recorded(TINY, CASE))
        assert replayed.needs == "consent"
        assert replayed.differences == (Difference("outcome", "share", None),)

    def test_rules_without_an_end_for_the_case_are_no_error(self) -> None:
        """They have a hole, and that is what comes out."""
        for found in (replay, try_rules):
            replayed = found(self.HOLE, recorded(TINY, CASE))
            assert replayed.needs is None
            assert replayed.differences == (Difference("outcome", "share", None),)


class TestOtherRules:
    """What a change does to a case that was decided."""

    def test_only_what_the_case_comes_to_counts(self) -> None:
        """Other words are no other decision."""
        worded = pack(QUESTIONS, (replace(SERIOUS, title="Other words"), REST))
        record = recorded(TINY, CASE)
        assert try_rules(worded, record).differences == ()
        assert [each.field for each in replay(worded, record).differences] == ["title"]

    def test_whose_consent_counts_is_part_of_it(self, guidance: Guidance) -> None:
        """A parent in place of the child is another answer, under the same outcome."""
        record = recorded(guidance, NOT_ASKED_YET)
        told = recorded(guidance, NOT_ASKED_YET, consent_from="nobody-else")
        [difference] = try_rules(guidance, told).differences
        assert difference == Difference("consent_from", "nobody-else", record.value("consent_from"))


class TestErased:
    """What is gone cannot be replayed, and is no difference."""

    @pytest.mark.parametrize("derive", [replay, try_rules])
    def test_without_an_answer_nothing_can_be_said(self, derive: Derive) -> None:
        """Neither that it is the same nor that it differs, whatever else stands there."""
        erased = without(recorded(TINY, CASE, outcome="wait"), "answer.concern")
        replayed = derive(TINY, erased)
        assert (replayed.lost, replayed.differences) == ("answers-erased", ())

    def test_of_a_conclusion_the_rest_is_compared(self) -> None:
        """And said to be the rest."""
        record = recorded(TINY, CASE, title="Another", reasons=[])
        replayed = replay(TINY, without(record, "outcome", "reasons"))
        assert [each.field for each in replayed.differences] == ["title"]
        assert replayed.partly_erased
        assert replayed.lost is None

    def test_without_a_conclusion_there_is_nothing_to_compare(self) -> None:
        """That is not the same as being the same."""
        record = without(recorded(TINY, CASE), *ALL_THAT_FOLLOWS)
        assert replay(TINY, record).lost == "conclusion-erased"

    @pytest.mark.parametrize("name", ["outcome", "consent_from"])
    def test_for_other_rules_what_it_came_to_must_be_there(self, name: str) -> None:
        """All else may be gone."""
        record = recorded(TINY, CASE)
        assert try_rules(TINY, without(record, name)).lost == "conclusion-erased"
        others = without(record, "title", "reasons", "actions")
        assert try_rules(TINY, others).lost is None
        assert not try_rules(TINY, others).partly_erased

    def test_a_field_that_its_program_did_not_know_is_not_erased(self) -> None:
        """Only what the head commits to can be missing."""
        record = recorded(TINY, CASE)
        head = replace(
            record.head,
            commitments={
                name: each for name, each in record.head.commitments.items() if name != "notices"
            },
        )
        older = replace(without(record, "notices"), head=head)
        assert not replay(TINY, older).partly_erased


def test_a_body_that_was_changed_is_seen_as_it_stands() -> None:
    """Whether a record is as it was written is for verification to say."""
    record = recorded(TINY, CASE)
    changed = replace(record, body={**record.body, "title": Salted("0" * 32, "Forged")})
    [difference] = replay(TINY, changed).differences
    assert (difference.field, difference.then) == ("title", "Forged")
