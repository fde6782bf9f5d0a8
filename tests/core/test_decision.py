"""A decision: what the verdict means for a case, with nothing in it that was not asked for."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.conditions import Comes, Condition, HasAny, IsOneOf, Lacks
from infoshare_cli.core.decision import (
    ActionToTake,
    Decision,
    about_text,
    asked_answers,
    check_first_id,
    decide,
    fields_to_ask,
)
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import FollowUp, Guidance, Notice, RecordField
from infoshare_cli.core.interview import Reason, stand
from tests.core.small_packs import (
    SOURCE,
    action,
    choice,
    many,
    one,
    outcome,
    pack,
    row,
    rule,
)
from tests.shipped import as_answers, cases, part_cases, shipped_pack

WHO, AGE, FIRST, LAST = (
    one("who", "us them"),
    one("age", "young old"),
    many("first_check", "x y", "none"),
    one("last", "yes no"),
)
OURS, THEIRS = IsOneOf("who", ("us",)), IsOneOf("who", ("them",))
SHARED, ASKED = (IsOneOf("outcome", (name,)) for name in ("share", "ask"))


def notice(name: str, **bears_on: str) -> Notice:
    """A notice that bears on this."""
    entry = {key: tuple(values.split()) for key, values in bears_on.items()}
    return Notice(name, name, name, {}, (entry,), "")


def written(name: str, when: Condition | None = None) -> RecordField:
    """A field of the record."""
    return RecordField(name, "", "", SOURCE, when=when)


SMALL = pack(
    (WHO, AGE, FIRST, LAST),
    (
        replace(rule("theirs", THEIRS, "share"), title="For them", text="All.", advice_from=("z",)),
        rule("ours", OURS, "ask"),
    ),
    outcomes=(outcome("share"), outcome("ask", consent_from="whose")),
    choices=(
        choice(
            "whose",
            row("older", IsOneOf("age", ("old",)), "child", advice=("y",)),
            row("younger", IsOneOf("age", ("young",)), "parent"),
        ),
    ),
    actions=(
        action("ring", SHARED, "before", advice=("x",)),
        action("never", IsOneOf("last", ("no",)), "before", advice=("w",)),
        action("talk", Comes("whose", ("child",)), "with"),
        action("mend", Lacks("first_check", ("y",)), "before"),
        action("note", Lacks("who", ("nobody",)), "after"),
    ),
    follow_ups=(
        FollowUp("first_check", SHARED, "Check x and y first."),
        FollowUp("last", HasAny("first_check", ("y",)), "Check the last."),
    ),
    fields=(
        written("reason"),
        written("consent_record", ASKED),
        written("mended", IsOneOf("first_check", ("x",))),
        written("override_reason"),
    ),
    notices=(
        notice("of-asking", outcomes="ask"),
        notice("of-them", who="them", outcomes="share ask"),
        notice("of-age", questions="age last"),
        notice("of-topics", topics="share"),
    ),
    advice="w x y z",
)


def decided(**answers: str) -> Decision:
    """The decision of a case that has one."""
    decision = decide(SMALL, {name: tuple(word.split()) for name, word in answers.items()})
    assert decision is not None
    return decision


def test_there_is_no_decision_while_answers_are_missing() -> None:
    """However many others were given."""
    assert decide(SMALL, {}) is None
    assert decide(SMALL, {"who": ("us",), "last": ("no",)}) is None


def test_a_decision_says_what_the_rule_comes_to_in_this_case() -> None:
    """The rule's headline and text where it has them, else the outcome's."""
    theirs, ours = decided(who="them"), decided(who="us", age="old")

    assert (theirs.title, theirs.text) == ("For them", "All.")
    assert (ours.title, ours.text) == ("Title of ask", "Text of ask")
    assert (theirs.outcome.id, theirs.consent_from) == ("share", None)
    assert (ours.outcome.id, ours.consent_from) == ("ask", "child")


def test_reasons_begin_with_the_rule_that_decided() -> None:
    """Then the rows of the choices it came through, each with its source."""
    assert decided(who="us", age="young").reasons == (
        Reason("ours", "Because ours.", SOURCE),
        Reason("younger", "Because younger.", SOURCE),
    )


def test_what_was_answered_is_parted_by_what_it_was_for() -> None:
    """On the way to the outcome, after it, and not needed."""
    decision = decided(last="no", age="old", first_check="x", who="them")

    assert decision.rests_on == {"who": ("them",)}
    assert decision.followed_up == {"first_check": ("x",)}
    assert decision.unused == {"last": ("no",), "age": ("old",)}
    assert asked_answers(decision) == {"who": ("them",), "first_check": ("x",)}


ACTIONS: tuple[tuple[dict[str, str], str], ...] = (
    ({"who": "them"}, "before ring, before check-first-first-check, after note"),
    ({"who": "them", "first_check": "x"}, "before ring, before mend, after note"),
    ({"who": "them", "first_check": "y"}, "before ring, before check-first-last, after note"),
    ({"who": "them", "first_check": "y", "last": "yes"}, "before ring, after note"),
    ({"who": "us", "age": "old", "last": "no"}, "with talk, after note"),
)


@pytest.mark.parametrize(("answers", "expected"), ACTIONS)
def test_actions_come_with_the_answers_they_rest_on(answers: dict[str, str], expected: str) -> None:
    """What must be done before comes first, then what nobody has checked, then the rest.

    An action on a question that was not asked for does not come, even if it was answered.
    """
    told = [f"{each.when} {each.id}" for each in decided(**answers).actions]

    assert ", ".join(told) == expected


def test_an_action_has_its_words_and_its_source() -> None:
    """Its own; or, where a follow-up is open, those of the follow-up and of its question."""
    ring, check, note = decided(who="them").actions

    assert ring == ActionToTake("ring", "before", "Do ring.", SOURCE)
    assert note == ActionToTake("note", "after", "Do note.", SOURCE)
    assert check == ActionToTake(
        check_first_id("first_check"), "before", "Check x and y first.", FIRST.source
    )


def test_whom_to_ask_comes_in_the_order_of_the_pack() -> None:
    """From the rule, its rows and the actions that come, each once."""
    assert decided(who="them", last="no").advice_from == ("x", "z")
    assert decided(who="us", age="old").advice_from == ("y",)
    assert decided(who="us", age="young").advice_from == ()


def test_notices_are_those_that_bear_on_the_case() -> None:
    """On its outcome, its answers, the questions asked; never on one that was not."""
    assert [each.id for each in decided(who="them", age="old").notices] == ["of-them"]
    assert [each.id for each in decided(who="us", age="old").notices] == ["of-asking", "of-age"]


FIELDS: tuple[tuple[dict[str, str], dict[str, str], str], ...] = (
    ({"who": "them"}, {}, "reason"),
    ({"who": "us", "age": "old"}, {}, "reason consent_record"),
    ({"who": "us", "age": "old", "first_check": "x"}, {}, "reason consent_record"),
    ({"who": "them", "first_check": "x"}, {}, "reason mended"),
    ({"who": "them"}, {"decision": "share"}, "reason"),
    ({"who": "them"}, {"decision": "wait"}, "reason override_reason"),
)


@pytest.mark.parametrize(("answers", "record", "expected"), FIELDS)
def test_what_is_written_down_is_what_the_case_needs(
    answers: dict[str, str], record: dict[str, str], expected: str
) -> None:
    """By its outcome and what was asked; a reason for another decision only with one."""
    to_ask = fields_to_ask(SMALL, decided(**answers), record)

    assert [each.id for each in to_ask] == expected.split()


def test_a_question_says_what_it_is_about(guidance: Guidance) -> None:
    """Whose consent, and why; nothing for a question that is about an answer or about nothing."""
    consent, risk = (guidance.question_by_id[name] for name in ("consent", "recipient_risk"))
    adult = as_answers({"subject": "adult", "capacity_doubt": "no"})

    told = about_text(guidance, adult, consent)
    assert told == "An adult who can make this decision decides."
    assert about_text(guidance, {}, consent) == ""
    assert about_text(guidance, as_answers({"recipient": "family"}), risk) == ""


@given(cases())
def test_every_answer_stands_in_one_place(case: Answers) -> None:
    """On the way in the order asked, after the outcome, or unused: nothing lost, nothing twice."""
    decision, standing = decide(shipped_pack(), case), stand(shipped_pack(), case)
    assert decision is not None

    parts = (decision.rests_on, decision.followed_up, decision.unused)
    assert tuple(decision.rests_on) == standing.asked
    assert sum(map(len, parts)) == len(case)
    assert {**parts[0], **parts[1], **parts[2]} == case


@given(cases(), st.data())
def test_unused_answers_add_nothing(case: Answers, data: st.DataObject) -> None:
    """Without them all of the decision is the same, actions and notices too."""
    decision = decide(shipped_pack(), case)
    assert decision is not None
    left_out = data.draw(st.sets(st.sampled_from([*decision.unused, "nothing"])))
    fewer = {question: answer for question, answer in case.items() if question not in left_out}
    again = decide(shipped_pack(), fewer)

    assert again is not None
    assert again.unused == {q: a for q, a in decision.unused.items() if q not in left_out}
    for name in Decision.__dataclass_fields__.keys() - {"unused"}:
        assert getattr(again, name) == getattr(decision, name), name


@given(part_cases())
def test_a_decision_comes_exactly_when_the_interview_is_over(part: Answers) -> None:
    """And is the verdict's."""
    decision, verdict = decide(shipped_pack(), part), stand(shipped_pack(), part).verdict

    assert (decision is None) == (verdict is None)
    if decision is not None and verdict is not None:
        assert decision.outcome == verdict.outcome
        assert decision.consent_from == verdict.consent_from
        assert decision.reasons[0].rule == verdict.rule.id
