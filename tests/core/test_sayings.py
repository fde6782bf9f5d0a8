"""What is said to whom, with the record's words in it, and with none that were not for them."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.conditions import Comes, IsOneOf
from infoshare_cli.core.decision import decide
from infoshare_cli.core.guidance import Audience
from infoshare_cli.core.record import RECORD_FIELDS
from infoshare_cli.core.sayings import (
    ABOUT_YOURSELF,
    AUDIENCES,
    HEARD_AFTER,
    MAY_HEAR,
    Said,
    by_audience,
    may_hear,
    what_to_say,
)
from tests.core.small_packs import choice, one, outcome, pack, row, rule, saying

WHO = one("who", "us them")
OURS, THEIRS = IsOneOf("who", ("us",)), IsOneOf("who", ("them",))
SHARED, KEPT = IsOneOf("outcome", ("share",)), IsOneOf("outcome", ("not-share",))
BASE = pack(
    (WHO,),
    (rule("theirs", THEIRS, "share"), rule("ours", OURS, "not-share")),
    choices=(choice("whose", row("x", OURS, "child"), row("y", THEIRS, "parent")),),
)
WHAT = saying("what", "recipient", SHARED, "It is {information}", information="[what]")


def spoken(sayings: object, record: Mapping[str, str], who: str = "them") -> tuple[Said, ...]:
    """What is said in the case of a small pack with these sayings."""
    guidance = replace(BASE, sayings=sayings)  # type: ignore[arg-type]
    decision = decide(guidance, {"who": (who,)})
    assert decision is not None
    return what_to_say(guidance, decision, record)


def test_what_fits_the_case_is_said_in_the_order_of_the_pack() -> None:
    """By the answers, by what a choice comes to, and by the outcome."""
    told = (
        saying("last", "family", KEPT),
        saying("ours", "person", OURS),
        saying("child", "person", Comes("whose", ("child",))),
        saying("theirs", "person", THEIRS),
        saying("shared", "recipient", SHARED),
    )

    assert [each.id for each in spoken(told, {}, "us")] == ["last", "ours", "child"]
    assert [each.id for each in spoken(told, {}, "them")] == ["theirs", "shared"]


def test_an_answer_that_nobody_asked_for_says_nothing() -> None:
    """Only what the interview asked for counts."""
    guidance = replace(
        BASE,
        questions=(WHO, one("more", "yes no")),
        sayings=(saying("more", "person", IsOneOf("more", ("yes",))),),
    )
    decision = decide(guidance, {"who": ("us",), "more": ("yes",)})

    assert decision is not None
    assert what_to_say(guidance, decision, {}) == ()


@pytest.mark.parametrize(
    ("written", "text", "is_open"),
    [
        (None, "It is [what]", True),
        ("", "It is [what]", True),
        ("  \n ", "It is [what]", True),
        ("a bruise", "It is a bruise", False),
        ("a bruise,\n  seen\ton Monday\n", "It is a bruise, seen on Monday", False),
        ("{purpose} and {information}", "It is {purpose} and {information}", False),
        ("\\1 [x] \\g<0>", "It is \\1 [x] \\g<0>", False),
    ],
)
def test_the_words_of_the_record_are_put_in(written: str | None, text: str, is_open: bool) -> None:
    """As they stand, in one line; where there are none, what is to be filled in."""
    record = {} if written is None else {"information": written}
    (said,) = spoken((WHAT,), record)

    assert (said.text, said.open) == (text, is_open)
    assert (said.to, said.form, said.source) == ("recipient", "words", ("p3.record",))


def test_words_that_look_like_a_place_to_fill_are_words() -> None:
    """What somebody wrote in one field never pulls in another."""
    told = replace(WHAT, text="{purpose}; {information}", fields={"purpose": "", "information": ""})
    record = {"purpose": "{information}", "information": "this"}

    assert spoken((told,), record)[0].text == "{information}; this"


def test_what_only_the_practitioner_knows_stays_open() -> None:
    """A text may ask to be filled in without any field of the record."""
    told = (saying("a", "person", SHARED, "I am [your name]."), saying("b", "person", SHARED))

    assert [each.open for each in spoken(told, {})] == [True, False]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-12-01", "1 December 2026"),
        ("2027-01-31", "31 January 2027"),
        ("2026-13-01", "2026-13-01"),
        ("next week", "next week"),
    ],
)
def test_a_day_is_told_in_words(day: str, words: str) -> None:
    """As a person says it; what is no day stays as it is."""
    told = saying("when", "recipient", SHARED, "On {review_on}.", review_on="[a day]")

    assert spoken((told,), {"review_on": day})[0].text == f"On {words}."


@pytest.mark.parametrize(
    ("decided", "text"),
    [
        ({}, "It is this"),
        ({"decision": "share"}, "It is this"),
        ({"decision": "share-limited"}, "It is this"),
        ({"decision": "share-elsewhere"}, "It is [what]"),
        ({"decision": "not-share"}, "It is [what]"),
        ({"decision": "wait"}, "It is [what]"),
    ],
)
def test_words_written_for_another_step_are_left_out(decided: dict[str, str], text: str) -> None:
    """Who decides to tell social care instead has not written it for the recipient."""
    assert spoken((WHAT,), {"information": "this", **decided})[0].text == text


def test_words_for_whoever_gets_it_stay_out_where_the_outcome_is_not_to_share() -> None:
    """Even if a pack asks for them there."""
    told = replace(WHAT, when=KEPT)

    assert spoken((told,), {"information": "this"}, "us")[0].text == "It is [what]"


@given(
    st.sampled_from(list(AUDIENCES)),
    st.sampled_from(RECORD_FIELDS),
    st.sampled_from(("share", "share-limited", "share-elsewhere", "ask-consent", "not-share", "")),
)
def test_no_field_reaches_anyone_but_those_who_may_hear_it(
    audience: Audience, field: str, decided: str
) -> None:
    """Whatever a pack puts into a text, and whatever was decided."""
    told = replace(saying("x", audience, SHARED, f"{{{field}}}"), fields={field: "[blank]"})
    (said,) = spoken((told,), {field: "WRITTEN", "decision": decided})
    heard = "[blank]" not in said.text

    assert not heard or field in MAY_HEAR[audience]
    if field in ABOUT_YOURSELF:
        assert heard == (field in MAY_HEAR[audience])
    elif heard and decided:
        assert decided in HEARD_AFTER[audience]


def test_what_is_for_the_record_alone_may_be_heard_by_nobody() -> None:
    """Reasons, what is left out, who is not told: no listener has them; nor who refused what."""
    heard = {field for fields in MAY_HEAR.values() for field in fields}
    kept = {"withheld", "not_told", "reason", "override_reason", "case_ref", "requester"}

    assert heard.isdisjoint(kept | {"consent_record", "told_subject", "advice_taken"})
    assert heard <= {*RECORD_FIELDS}
    assert MAY_HEAR["requester"] == MAY_HEAR["adviser"] == MAY_HEAR["emergency-services"] == ()


def test_everyone_who_may_hear_of_the_case_has_decisions_after_which() -> None:
    """And nobody else has."""
    of_the_case = {who for who, fields in MAY_HEAR.items() if {*fields} - {*ABOUT_YOURSELF}}

    assert of_the_case == {*HEARD_AFTER}
    assert list(MAY_HEAR) == list(AUDIENCES)
    assert not may_hear("requester", "information", outcome("share"), {})
    assert may_hear("recipient", "role", outcome("not-share"), {})


def test_listeners_come_in_the_order_in_which_they_are_first_spoken_to() -> None:
    """With all that is said to each together."""
    told = (
        saying("a", "family", SHARED),
        saying("b", "person", SHARED),
        saying("c", "family", SHARED),
    )
    groups = by_audience(spoken(told, {}))

    assert {who: [each.id for each in said] for who, said in groups.items()} == {
        "family": ["a", "c"],
        "person": ["b"],
    }
    assert list(groups) == ["family", "person"]


def test_a_pack_without_words_says_nothing() -> None:
    """As those did that were written before there were any."""
    assert spoken((), {"information": "x"}) == ()
