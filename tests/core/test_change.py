"""Changing an answer: what was said about something else than is true now never stands."""

from collections.abc import Mapping

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from infoshare_cli.core.change import (
    Change,
    change_answer,
    fields_about,
    needed_only,
    stale_fields,
)
from infoshare_cli.core.conditions import IsOneOf
from infoshare_cli.core.evaluation import Answers, Evaluation
from infoshare_cli.core.guidance import Guidance, RecordField
from infoshare_cli.core.interview import stand
from infoshare_cli.core.record import RECORD_FIELDS
from tests.core.small_packs import always, answer_to, choice, one, pack, row
from tests.interviews import conduct
from tests.shipped import as_answers, shipped_pack

COMPETENT_CHILD_AGREES: Answers = as_answers(
    {
        "immediate_danger": "no",
        "concern": "child-welfare",
        "recipient": "professional",
        "prompted_by": "disclosure",
        "recipient_risk": "no",
        "subject": "child",
        "purpose_clear": "yes",
        "aims_without_sharing": "no",
        "asking_risk": "none",
        "age_band": "16-17",
        "capacity_doubt": "no",
        "consent": "given",
        "consent_quality": (
            *("told-what", "told-who", "told-why", "told-implications", "explicit", "free"),
        ),
    }
)

WITH_CONSENT: tuple[Answers, ...] = (
    COMPETENT_CHILD_AGREES,
    {**COMPETENT_CHILD_AGREES, "subject": ("adult",), "consent": ("refused",)},
    {
        **COMPETENT_CHILD_AGREES,
        "age_band": ("under-12",),
        "understanding": ("question", "what"),
        "care_order": ("no",),
    },
)
"""Cases that come to a consent: a young person's, an adult's, a parent's."""

CHANGES: tuple[tuple[str, str | None, str], ...] = (
    ("capacity_doubt", "yes", "consent consent_quality"),
    ("capacity_doubt", None, "consent consent_quality"),
    ("capacity_doubt", "no", ""),
    ("age_band", "12-15", "consent consent_quality"),
    ("recipient", "family", "recipient_risk purpose_clear aims_without_sharing consent_quality"),
    ("subject", "adult", "asking_risk age_band capacity_doubt consent_quality"),
    ("concern", "none", ""),
    ("consent", "refused", ""),
    ("consent", None, ""),
    ("immediate_danger", None, ""),
    ("care_order", None, ""),
    ("care_order", "yes", ""),
)
"""An answer that changes, or is taken out; what has to be asked again."""


@pytest.mark.parametrize(("question", "option", "again"), CHANGES)
def test_what_was_said_about_it_is_asked_again(
    guidance: Guidance, question: str, option: str | None, again: str
) -> None:
    """A change takes with it what was about it, says so in the order of the pack, no more."""
    expected = {*again.split()} | ({"consent"} if "consent_quality" in again else set())
    chosen = None if option is None else (option,)
    change = change_answer(guidance, COMPETENT_CHILD_AGREES, question, chosen)
    kept = {
        name: answer
        for name, answer in COMPETENT_CHILD_AGREES.items()
        if name not in expected and name != question
    }

    assert change.set_aside == tuple(q for q in guidance.question_by_id if q in expected)
    assert change.answers == kept | ({} if chosen is None else {question: chosen})


def test_a_childs_yes_is_not_a_parents(guidance: Guidance) -> None:
    """Once the child turns out not to be able to decide, the consent has to be asked again."""
    doubt = change_answer(guidance, COMPETENT_CHILD_AGREES, "capacity_doubt", ("yes",))
    answers = {**doubt.answers, "care_order": ("no",)}
    standing = stand(guidance, answers)

    assert Evaluation(guidance, answers).value("whose_consent") == (
        "person-with-parental-responsibility"
    )
    assert standing.next == guidance.question_by_id["consent"]


def test_the_answer_just_given_stays() -> None:
    """Even if it is itself about what it changes: otherwise it would be asked for ever."""
    whose = choice("whose", row("r", IsOneOf("able", ("yes",)), "child"))
    able, consent = one("able", "yes no", about=("whose",)), one("consent", "given", ("whose",))
    guidance = pack([able, consent], choices=[whose])
    change = change_answer(guidance, {"able": ("yes",), "consent": ("given",)}, "able", ("no",))

    assert change == Change({"able": ("no",)}, ("consent",))


def test_what_is_set_aside_takes_along_what_was_said_about_it() -> None:
    """From one to the next, as far as it goes."""
    first, second = one("first", "x y"), one("second", "x", about=("first",))
    guidance = pack([one("third", "x", about=("second",)), second, first])
    answers = dict.fromkeys(("first", "second", "third"), ("x",))

    assert change_answer(guidance, answers, "first", ("y",)) == Change(
        {"first": ("y",)}, ("third", "second")
    )


def test_what_is_needed_no_longer_goes() -> None:
    """And is told; what was asked for stays, in the order in which it was given."""
    answers: Answers = {"b": ("yes",), "c": ("no",), "a": ("yes",)}

    assert needed_only(answers, ("a", "b")) == Change({"b": ("yes",), "a": ("yes",)}, ("c",))
    assert needed_only(answers, ("c", "b", "a")) == Change(answers, ())


ABOUT_THE_RECIPIENT = (
    "recipient_name purpose information withheld reason override_reason consent_record "
    "told_subject not_told method advice_taken"
)

FIELDS: tuple[tuple[str, str | None, str], ...] = (
    ("recipient", "family", ABOUT_THE_RECIPIENT),
    ("recipient", None, ABOUT_THE_RECIPIENT),
    ("recipient", "professional", ""),
    (
        *("subject", "adult"),
        "information withheld reason override_reason consent_record told_subject not_told "
        "advice_taken",
    ),
    ("capacity_doubt", "yes", "reason override_reason consent_record"),
    ("consent", "refused", "reason override_reason consent_record"),
    ("purpose_clear", "not-sure", "purpose"),
    ("prompted_by", "own-concern", "requester"),
    ("concern", "none", "reason override_reason told_subject not_told advice_taken"),
    ("asking_risk", "child-harm", "told_subject not_told"),
    ("immediate_danger", "yes", "information"),
    ("aims_without_sharing", "yes", ""),
)
"""An answer that changes; the fields of a whole record that would be false if they stayed."""


@pytest.mark.parametrize(("question", "option", "stale"), FIELDS)
def test_what_was_written_about_it_goes_with_it(
    guidance: Guidance, question: str, option: str | None, stale: str
) -> None:
    """A name, a purpose, a consent that were written about another recipient; no more."""
    before = COMPETENT_CHILD_AGREES
    change = change_answer(guidance, before, question, None if option is None else (option,))
    gone = stale_fields(guidance, before, change.answers, RECORD_FIELDS)
    in_order = [each.id for each in guidance.record_fields if each.id in stale.split()]
    assert [each.id for each in gone] == in_order


def test_only_what_was_written_can_be_stale(guidance: Guidance) -> None:
    """A field that is open, or is none, is not told."""
    changed = {**COMPETENT_CHILD_AGREES, "recipient": ("family",)}
    gone = stale_fields(guidance, COMPETENT_CHILD_AGREES, changed, {"purpose", "role", "weather"})
    assert [each.id for each in gone] == ["purpose"]


def field(name: str, *about: str) -> RecordField:
    """A field that was written about these."""
    return RecordField(name, "?", "", ("p3",), about=about)


def test_what_the_decision_takes_along_goes_with_the_outcome() -> None:
    """The decision is always about the outcome, whatever a pack says; so is why it differs."""
    plain = [field(each) for each in ("case_ref", "decision", "override_reason")]
    guidance = pack((), fields=[*plain, field("reason", "decision"), field("method", "outcome")])
    every = ("case_ref", "decision", "override_reason", "reason", "method")

    def about(name: str, record: tuple[str, ...] = every) -> list[str]:
        return [each.id for each in fields_about(guidance, {name}, record)]

    assert about("outcome") == ["decision", "override_reason", "reason", "method"]
    assert about("decision") == ["override_reason", "reason"]
    assert about("outcome", ("reason", "method")) == ["method"]
    assert about("case_ref") == []


def test_what_was_written_about_a_choice_goes_with_its_value() -> None:
    """Also where the choice is not known any more; not where it comes to the same."""
    able = one("able", "yes no never")
    rows = (row("r", IsOneOf("able", ("yes",)), "child"), row("s", always(able), "parent"))
    guidance = pack([able], choices=[choice("whose", *rows)], fields=[field("method", "whose")])

    def goes(before: str, *now: str) -> bool:
        answers = {"able": now} if now else {}
        return bool(stale_fields(guidance, {"able": (before,)}, answers, {"method"}))

    assert goes("yes", "no")
    assert goes("no")
    assert not goes("no", "never")


Seen = Mapping[str, object]
"""Question or choice -> what it was when an answer was given about it."""


class Interview(RuleBasedStateMachine):
    """A person who answers, goes back, changes and takes out, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.guidance = shipped_pack()
        self.answers: Answers = {}
        self.given_about: dict[str, Seen] = {}

    def seen(self, question: str) -> Seen:
        """What an answer is about, as things are now."""
        evaluation = Evaluation(self.guidance, self.answers)
        return {
            name: evaluation.value(name)
            if name in self.guidance.rows_of
            else self.answers.get(name)
            for name in self.guidance.question_by_id[question].about
        }

    def is_open(self) -> bool:
        """Whether there is a question to answer."""
        return stand(self.guidance, self.answers).next is not None

    @precondition(is_open)
    @rule(data=st.data())
    def answer_the_next_question(self, data: st.DataObject) -> None:
        """Say anything."""
        question = stand(self.guidance, self.answers).next
        assert question is not None
        self.give(question.id, data.draw(answer_to(question), question.id))

    @precondition(is_open)
    @rule(case=st.sampled_from(WITH_CONSENT))
    def go_on_to_the_end(self, case: Answers) -> None:
        """Say what leads to consent, as random answers seldom get that far."""
        while (question := stand(self.guidance, self.answers).next) is not None:
            self.give(question.id, case.get(question.id, (question.options[0].id,)))

    @precondition(lambda self: self.answers)
    @rule(data=st.data())
    def change_an_answer(self, data: st.DataObject) -> None:
        """Go back to any answer and give it anew, the same or another one."""
        name = data.draw(st.sampled_from(list(self.answers)))
        question = self.guidance.question_by_id[name]
        self.change(name, data.draw(answer_to(question), name))

    @precondition(lambda self: self.answers)
    @rule(data=st.data())
    def take_an_answer_out(self, data: st.DataObject) -> None:
        """Leave any answer open again."""
        self.change(data.draw(st.sampled_from(list(self.answers))), None)

    def give(self, question: str, chosen: tuple[str, ...]) -> None:
        """Answer a question for the first time, or again."""
        self.answers = {**self.answers, question: chosen}
        self.given_about[question] = self.seen(question)

    def change(self, question: str, chosen: tuple[str, ...] | None) -> None:
        """Change an answer, and hold what happens to the others against what is told of it."""
        before = self.answers
        change = change_answer(self.guidance, before, question, chosen)
        self.answers = change.answers
        gone = [name for name in before if name not in self.answers]
        told = {*change.set_aside} | ({question} if chosen is None else set())

        assert sorted(gone) == sorted(told)
        assert self.answers.get(question) == chosen
        assert all(before[name] == self.answers[name] for name in self.answers if name != question)
        for name in change.set_aside:
            assert self.seen(name) != self.given_about[name], f"{name} need not be asked again"
        if chosen is not None:
            self.given_about[question] = self.seen(question)

    @invariant()
    def what_stands_was_said_about_what_is_so_now(self) -> None:
        """Whose consent, which recipient, which person: as when the answer was given."""
        for question in self.answers:
            assert self.seen(question) == self.given_about[question], question

    @invariant()
    def nobodys_consent_counts_as_anothers(self) -> None:
        """Where consent decides, it was given by the one whose consent it is said to be."""
        standing = stand(self.guidance, self.answers)
        if standing.verdict is not None and "consent" in standing.asked:
            whose = self.given_about["consent"]["whose_consent"]
            assert standing.verdict.consent_from in (None, whose)
            assert whose not in (None, "", "nobody-yet", "nobody-authorised")

    @invariant()
    def the_verdict_is_that_of_a_fresh_interview(self) -> None:
        """Whatever the way, a new interview with the same answers ends the same."""
        standing = stand(self.guidance, self.answers)
        if standing.verdict is not None:
            answers = self.answers
            fresh = conduct(self.guidance, {}, lambda question, _: answers[question.id])
            assert tuple(fresh) == standing.asked
            assert stand(self.guidance, fresh) == standing


Interview.TestCase.settings = settings(max_examples=60, stateful_step_count=30)
TestInterview = pytest.mark.thorough(Interview.TestCase)
