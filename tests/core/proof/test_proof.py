"""The proof: it says of any pack just what trying every case says, and shows the shortest."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoshare_cli.core.cases.walk import TooManyNodes
from infoshare_cli.core.conditions import All, Any, Condition, HasAll, HasAny, IsOneOf
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance, Label
from infoshare_cli.core.interview import Verdict, stand
from infoshare_cli.core.proof.finding import Finding
from infoshare_cli.core.proof.laws import LAWS
from infoshare_cli.core.proof.proof import Proof, prove
from infoshare_cli.core.proof.properties import Property, finished_case, is_broken
from infoshare_cli.errors import GuidanceError
from tests.core.random_packs import QUESTIONS, deciding_packs
from tests.core.small_packs import (
    action,
    always,
    choice,
    one,
    outcome,
    pack,
    row,
    rule,
    sound_answers,
)

PEOPLE = tuple(Label(f"p{n}", f"p{n}") for n in (1, 2))


@dataclass(frozen=True)
class Case:
    """A complete case, and what came of it; no verdict where the pack has none."""

    answers: Answers
    verdict: Verdict | None


def every_case(guidance: Guidance, so_far: Answers) -> Iterator[Case]:
    """Every complete interview, each answer of each question tried."""
    try:
        here = stand(guidance, so_far)
    except GuidanceError:
        yield Case(so_far, None)
        return
    if here.next is None:
        yield Case(so_far, here.verdict)
        return
    for answer in sound_answers(here.next):
        yield from every_case(guidance, {**so_far, here.next.id: answer})


def finding(proof: Proof, name: str) -> Finding:
    """What was found of a law or property."""
    return next(each for each in (*proof.laws, *proof.properties) if each.id == name)


RESULT_LINES: st.SearchStrategy[Condition] = st.sampled_from(
    (
        IsOneOf("outcome", ("o1",)),
        IsOneOf("outcome", ("o2", "o3")),
        IsOneOf("consent_from", ("p1",)),
        HasAny("asked", ("b", "d")),
        HasAll("asked", ("a", "c")),
        HasAny("action", ("do-x",)),
        HasAll("action", ("do-x", "do-y")),
    )
)
CASE_LINES: st.SearchStrategy[Condition] = st.sampled_from(
    (
        IsOneOf("a", ("yes",)),
        IsOneOf("a", ("no", "not-sure")),
        IsOneOf("b", ("no",)),
        HasAny("c", ("x", "none")),
        HasAll("c", ("x", "y", "z")),
        IsOneOf("d", ("yes",)),
    )
)
LINES = RESULT_LINES | CASE_LINES
PARTS = LINES | st.builds(
    lambda join, parts: join(tuple(parts)),
    st.sampled_from((All, Any)),
    st.lists(LINES, min_size=2, max_size=3),
)
NEVER_O1 = IsOneOf("outcome", ("o1",))
PROPERTIES = st.builds(
    lambda when, always_, never: Property(
        "held", "It is so.", ("p1",), when, always_, never if always_ else never or NEVER_O1
    ),
    *[st.none() | PARTS] * 3,
)


def with_actions(guidance: Guidance) -> Guidance:
    """The pack with two actions, of which one looks at the outcome."""
    do_x = action("do-x", HasAny("c", ("x",)), "before")
    do_y = action("do-y", Any((IsOneOf("outcome", ("o2",)), IsOneOf("b", ("yes",)))), "after")
    return replace(guidance, actions=(do_x, do_y), consent_from=PEOPLE)


@settings(max_examples=200)
@given(deciding_packs(), PROPERTIES)
def test_a_property_is_broken_by_just_the_cases_that_break_it(
    tiny: Guidance, held: Property
) -> None:
    """As many cases as trying each finds; the one shown is as short as any that breaks it."""
    guidance = with_actions(tiny)
    found = finding(prove(guidance, [held]), "held")
    wrong = [
        case.answers
        for case in every_case(guidance, {})
        if case.verdict
        and is_broken(finished_case(guidance, case.answers, case.verdict, guidance.actions), held)
    ]

    assert found.cases == len(wrong)
    assert found.holds == (not wrong)
    if wrong:
        assert found.example in wrong
        assert len(found.example or ()) == min(map(len, wrong))


def without_rest(guidance: Guidance) -> Guidance:
    """The pack without the rule that takes all that is left."""
    return replace(guidance, rules=guidance.rules[:-1])


@pytest.mark.thorough
@settings(max_examples=100)
@given(deciding_packs().map(with_actions).filter(lambda guidance: len(guidance.rules) > 1))
def test_cases_without_outcome_are_counted_and_shown(guidance: Guidance) -> None:
    """Just those that the engine has no outcome for, or whose consent it cannot tell."""
    holed = without_rest(guidance)
    found = finding(prove(holed, []), "one-outcome")
    wrong = [
        case.answers
        for case in every_case(holed, {})
        if case.verdict is None
        or (case.verdict.outcome.consent_from and not case.verdict.consent_from)
    ]

    assert found.cases == len(wrong)
    assert found.example in [None, *wrong]
    assert found.holds == (not wrong)


@settings(max_examples=100)
@given(deciding_packs().map(with_actions))
def test_laws_say_what_trying_every_case_says(guidance: Guidance) -> None:
    """Which rules decide, which questions are asked."""
    proof = prove(guidance, [])
    cases = list(every_case(guidance, {}))
    deciding = {case.verdict.rule.id for case in cases if case.verdict}
    asked = {question for case in cases for question in case.answers}

    idle = [each.id for each in guidance.rules if each.id not in deciding]
    unasked = [each.id for each in guidance.questions if each.id not in asked]
    assert all(name in " ".join(finding(proof, "every-rule-decides").why) for name in idle)
    assert finding(proof, "every-rule-decides").holds == (not idle)
    assert all(name in " ".join(finding(proof, "every-question-asked").why) for name in unasked)
    assert finding(proof, "every-question-asked").holds == (not unasked)
    assert finding(proof, "unasked-changes-nothing").holds
    assert proof.cases == len(cases)
    assert (proof.shortest, proof.longest) == (
        min(len(case.answers) for case in cases),
        max(len(case.answers) for case in cases),
    )


def test_a_question_is_idle_where_all_answers_come_to_one_outcome() -> None:
    """Also where the rules differ; and the position is shown."""
    first, second = one("first", "yes no"), one("second", "yes no")
    guidance = pack(
        [first, second],
        [
            rule("danger", IsOneOf("first", ("yes",)), "share"),
            rule("one", IsOneOf("second", ("yes",)), "keep"),
            rule("other", always(second), "keep"),
        ],
    )
    found = finding(prove(guidance, []), "no-idle-question")

    assert not found.holds
    assert "second" in found.why[0]
    assert found.example == {"first": ("no",)}


def test_a_question_is_idle_where_nothing_that_follows_differs() -> None:
    """Its answers leave the very same questions, ends and reasons, although those are many."""
    first, second = one("first", "yes no"), one("second", "yes no")
    guidance = pack(
        [first, second],
        [
            rule("nothing", All((always(first), IsOneOf("second", ("yes",)))), "share"),
            rule("rest", always(second), "keep"),
        ],
    )
    found = finding(prove(guidance, []), "no-idle-question")

    assert "first" in found.why[0]
    assert found.example == {}


def test_a_question_that_changes_the_reason_is_not_idle() -> None:
    """Two rules that come to one outcome, where a third does not: the person is told why."""
    law, fair = one("law", "yes no"), one("fair", "yes no")
    guidance = pack(
        [law, fair],
        [
            rule("by-law", All((IsOneOf("law", ("yes",)), IsOneOf("fair", ("yes",)))), "share"),
            rule("as-fair", IsOneOf("fair", ("yes",)), "share"),
            rule("rest", always(fair), "keep"),
        ],
    )

    assert finding(prove(guidance, []), "no-idle-question").holds


def test_an_outcome_about_consent_says_whose() -> None:
    """A value that names nobody who may be asked is no whole outcome."""
    who = one("who", "us them")
    guidance = replace(
        pack(
            [who],
            [rule("ask", always(who), "ask")],
            outcomes=[outcome("ask", consent_from="whose")],
            choices=[
                choice(
                    "whose",
                    row("ours", IsOneOf("who", ("us",)), "p1"),
                    row("theirs", IsOneOf("who", ("them",)), "nobody-yet"),
                )
            ],
        ),
        consent_from=PEOPLE,
    )
    found = finding(prove(guidance, []), "one-outcome")

    assert not found.holds
    assert "nobody-yet" in found.why[0]
    assert found.example == {"who": ("them",)}


def test_a_property_may_name_laws() -> None:
    """It then holds if they do, and shows what they show."""
    guidance = pack(QUESTIONS, [rule("a", IsOneOf("a", ("yes",)), "share")])
    held = Property("whole", "All is well.", ("p1",), laws=("one-outcome", "every-rule-decides"))
    found = finding(prove(guidance, [held]), "whole")

    assert not found.holds
    assert found.says == "All is well."
    assert found.cases == 2
    assert found.example == {"a": ("no",)}


def test_every_law_is_told(guidance: Guidance) -> None:
    """Each of them, in their order, whether a property names it or not."""
    assert [each.id for each in prove(guidance, []).laws] == list(LAWS)


def test_a_pack_that_grows_too_large_is_given_up(guidance: Guidance) -> None:
    """The proof says so; it never says that something holds which was not seen."""
    with pytest.raises(TooManyNodes):
        prove(guidance, [], limit=100)


TWO_WAYS = pack(
    [one("first", "yes no"), one("second", "yes no")],
    [
        rule("one", IsOneOf("first", ("yes",)), "share"),
        rule("two", IsOneOf("second", ("yes",)), "share"),
        rule("rest", always(one("second", "yes no")), "keep"),
    ],
)


def test_every_rule_that_breaks_a_property_is_named_with_its_cases() -> None:
    """That of the case which is shown first; then the line which is not kept, in words."""
    held = Property("kept", "All is kept.", ("p1",), always=IsOneOf("outcome", ("keep",)))
    found = finding(prove(TWO_WAYS, [held]), "kept")

    assert found.cases == 2
    assert [why.partition(" it comes")[0] for why in found.why[:2]] == [
        "By the rule one",
        "By the rule two",
    ]
    assert all("(1 case)" in why for why in found.why[:2])
    assert found.why[2].startswith("What should hold, and does not: ")


@pytest.mark.parametrize(
    ("always_", "never", "told"),
    [
        (All((IsOneOf("first", ("yes",)), HasAny("asked", ("second",)))), None, "should hold"),
        (None, Any((IsOneOf("first", ("no",)), IsOneOf("outcome", ("share",)))), "should never"),
    ],
)
def test_the_line_that_is_not_kept_is_told(
    always_: Condition | None, never: Condition | None, told: str
) -> None:
    """Of several lines, the first that fails; of those under never, the first that holds."""
    held = Property("kept", "All is kept.", ("p1",), always=always_, never=never)
    found = finding(prove(TWO_WAYS, [held]), "kept")

    assert told in found.why[-1]
    assert ("asked" in found.why[-1]) == (always_ is not None)


@pytest.mark.parametrize(
    ("guidance", "kept", "holds"),
    [
        (TWO_WAYS, ("share", "keep"), True),
        (TWO_WAYS, ("share",), False),
        (without_rest(TWO_WAYS), ("share", "keep"), False),
    ],
)
def test_a_proof_holds_where_all_its_laws_and_properties_do(
    guidance: Guidance, kept: tuple[str, ...], holds: bool
) -> None:
    """One property that is broken is enough, and so is one law."""
    held = Property("kept", "All is kept.", ("p1",), always=IsOneOf("outcome", kept))
    assert prove(guidance, [held]).holds == holds


def test_many_ways_to_break_a_property_are_counted() -> None:
    """The first six are told; the rest is a number."""
    options = [f"o{number}" for number in range(9)]
    question = one("which", " ".join(options))
    rules = [rule(option, IsOneOf("which", (option,)), "share") for option in options]
    held = Property("kept", "All is kept.", ("p1",), never=IsOneOf("outcome", ("share",)))
    found = finding(prove(pack([question], rules), [held]), "kept")

    assert found.cases == 9
    assert found.why[6] == "And in 3 other ways."


def test_what_was_asked_keeps_cases_apart_that_end_alike() -> None:
    """One asked a question more on the way to the same end: it alone breaks the property."""
    first, extra, last = (one(name, "yes no") for name in ("first", "extra", "last"))
    both = All((IsOneOf("first", ("yes",)), IsOneOf("extra", ("yes",))))
    guidance = pack(
        [first, extra, last], [rule("both", both, "share"), rule("rest", always(last), "keep")]
    )
    held = Property("few", "No more is asked.", ("p1",), never=HasAny("asked", ("extra",)))
    found = finding(prove(guidance, [held]), "few")

    assert found.cases == 3
    assert found.example == {"first": ("yes",), "extra": ("yes",)}
