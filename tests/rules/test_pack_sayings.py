"""What the shipped pack says to whom: something in every case, and nothing that could do harm.

The laws are held over every class of cases, follow-ups included, by the walk that proves the
rules; what is put in from the record, over one case for each mix of what they speak of.
"""

import re
from collections.abc import Iterable
from functools import cache

import pytest
from hypothesis import given

from infoshare_cli.core.cases.case_ends import CaseEnds
from infoshare_cli.core.cases.walk import MOST_NODES
from infoshare_cli.core.checks.unspoken import unspoken_in
from infoshare_cli.core.conditions import All, Any, Comes, Condition, HasAny, Holds, IsOneOf
from infoshare_cli.core.decision import decide
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance, Saying
from infoshare_cli.core.record import RECORD_FIELDS
from infoshare_cli.core.sayings import ABOUT_YOURSELF, MAY_HEAR, Said, what_to_say
from tests.rules.test_pack_actions import decision_of, kinds_of_case
from tests.shipped import NOT_ASKED_YET, cases, shipped_pack

RECORD = {field: f"<{field}>" for field in RECORD_FIELDS if field not in {"decision", "review_on"}}
"""A record in which each field can be told by its words; nothing is decided yet."""
SHARES = {"share-without-consent", "share-with-consent", "share-limited"}
SERIOUS, POSES = Holds("serious"), HasAny("concern", ("adult-may-pose-risk",))
UNSAFE_TO_ASK = HasAny("asking_risk", ("child-harm", "adult-harm", "prejudice-crime", "delay"))


def outcome_is(*names: str) -> Condition:
    """The outcome is one of these."""
    return IsOneOf("outcome", names)


@cache
def ends() -> CaseEnds:
    """The ends of all cases."""
    return CaseEnds(shipped_pack(), MOST_NODES)


def sayings(to: str, form: str = "words", but: str = "") -> list[Saying]:
    """What is said to some of the listeners, without some ids."""
    return [
        each
        for each in shipped_pack().sayings
        if each.to in to.split() and each.form == form and each.id not in but.split()
    ]


def said_where(told: Iterable[Saying], where: Condition) -> list[str]:
    """Those that are said in some case of a kind."""
    # One walk for all of them; only where some are found, one for each to name it.
    if not ends().show(All((where, Any(tuple(each.when for each in told))))):
        return []
    return [each.id for each in told if ends().show(All((each.when, where)))]


def said_in(case: Answers, **record: str) -> dict[str, Said]:
    """What is said in a case, by id."""
    decision = decide(shipped_pack(), case)
    assert decision is not None
    return {each.id: each for each in what_to_say(shipped_pack(), decision, {**RECORD, **record})}


def test_in_every_case_there_is_a_word_for_the_next_step_and_on_those_it_is_about() -> None:
    """For the recipient, or whoever asks, consents, advises or comes; and for person or family."""
    assert unspoken_in(shipped_pack()) == ()


NEVER: dict[str, tuple[list[Saying], Condition]] = {
    "whoever is refused hears one sentence": (
        sayings("requester", but="requester-cannot-help requester-own-information-waits"),
        Any(
            (
                outcome_is("share-elsewhere"),
                All((outcome_is("do-not-share"), Comes("risk", ("yes",)))),
            )
        ),
    ),
    "family and person hear nothing before it is agreed": (
        sayings("person family", but="person-survivor"),
        Any((SERIOUS, POSES, outcome_is("share-elsewhere"))),
    ),
    "nobody is told whom it was not safe to ask": (
        sayings("person family consenter", but="person-survivor"),
        UNSAFE_TO_ASK,
    ),
    "nobody is told of a worry of unknown size that goes out": (
        sayings("person family", but="person-survivor"),
        All(
            (HasAny("concern", ("not-sure",)), outcome_is("share-without-consent", "share-limited"))
        ),
    ),
    "the recipient hears nothing where nothing is shared": (
        sayings("recipient"),
        outcome_is("emergency", "share-elsewhere", "seek-consent", "seek-advice", "do-not-share"),
    ),
    "the file is not told to the family": (
        sayings("family"),
        All((IsOneOf("recipient", ("person",)), outcome_is("share-without-consent"))),
    ),
    "nobody is asked for consent in a serious case": (
        sayings("consenter"),
        Any((SERIOUS, outcome_is("emergency"))),
    ),
    "a competent child is not passed over": (sayings("family"), Comes("whose_consent", ("child",))),
    "advice is asked for where advice is the outcome": (
        sayings("adviser"),
        outcome_is(*(set(shipped_pack().outcome_by_id) - {"seek-advice"})),
    ),
}
"""What is never said, and where."""


@pytest.mark.parametrize("law", NEVER)
def test_never(law: str) -> None:
    """In no case at all, whatever is answered after the outcome."""
    told, where = NEVER[law]

    assert told
    assert said_where(told, where) == []


def test_a_serious_case_tells_the_family_nothing_yet() -> None:
    """Also where someone may be a danger, and where this recipient gets nothing."""
    spoken_of = 0
    for decision in kinds_of_case():
        worry = {*decision.rests_on.get("concern", ())}
        told = {each.id for each in what_to_say(shipped_pack(), decision, {})}
        if worry & {"child-significant-harm", "adult-serious-harm", "adult-may-pose-risk"}:
            spoken_of += 1
            assert "family-not-yet" in told, decision.rests_on
            if decision.rests_on["recipient"] != ("safeguarding",):
                assert "social-care-what" in told, decision.rests_on
    assert spoken_of


def leaks(said: Iterable[Said], outcome: str) -> list[str]:
    """Words of the record that reached somebody for whom they were not written."""
    found = []
    for each in said:
        heard = {*re.findall(r"<(\w+)>", each.text)}
        allowed = {*MAY_HEAR[each.to]}
        if each.to == "recipient" and outcome not in SHARES | {"not-personal"}:
            allowed = {*ABOUT_YOURSELF}
        if each.to == "social-care" and outcome != "share-elsewhere":
            allowed = {*ABOUT_YOURSELF}
        if each.to == "consenter" and outcome != "seek-consent":
            allowed = set()
        if each.to in {"person", "family"} and outcome not in SHARES:
            allowed = set()
        found += [f"{each.id}: {field}" for field in sorted(heard - allowed)]
    return found


def test_the_words_of_the_record_reach_those_they_were_written_for() -> None:
    """Over one case for each mix of worry, recipient, start, risk, step and outcome."""
    for decision in kinds_of_case():
        said = what_to_say(shipped_pack(), decision, RECORD)
        assert leaks(said, decision.outcome.id) == [], decision.rests_on


@given(cases())
def test_the_words_of_the_record_never_leak(case: Answers) -> None:
    """Whatever mix of answers, and with follow-ups answered."""
    decision = decision_of(case)

    assert leaks(what_to_say(shipped_pack(), decision, RECORD), decision.outcome.id) == []


CONSENTING = {
    "child": {},
    "adult": {"subject": ("adult",)},
    "authorised-person": {
        "subject": ("adult",),
        "capacity_doubt": ("yes",),
        "best_interests_authority": ("yes",),
    },
    "parents-to-be": {"subject": ("unborn",)},
    "person-with-parental-responsibility": {
        "age_band": ("under-12",),
        "understanding": ("none",),
        "care_order": ("no",),
    },
    "local-authority": {
        "age_band": ("under-12",),
        "understanding": ("none",),
        "care_order": ("yes",),
    },
}


@pytest.mark.parametrize("who", CONSENTING)
def test_whoever_is_asked_for_consent_hears_all_that_makes_it_real(who: str) -> None:
    """What, who, why, what may follow, and that they are free; in words of their own."""
    case = {**NOT_ASKED_YET, **CONSENTING[who]}
    decision = decide(shipped_pack(), case)
    said = said_in(case)
    told = " ".join(each.text for each in said.values() if each.to == "consenter")

    assert decision is not None
    assert (decision.outcome.id, decision.consent_from) == ("seek-consent", who)
    for part in ("<information>", "<recipient_name>", "<purpose>", "If it is shared", "If not"):
        assert part in told
    assert "You can say yes or no" in told or "You are free to say no" in told
    assert "cannot promise" in told
    assert len([name for name in said if name.startswith("consent-ask-")]) == 2


def test_the_call_to_999_is_short() -> None:
    """A person in a hurry reads it out in half a minute, place first."""
    call = said_in({"immediate_danger": ("yes",)})["emergency-999"]

    assert len(call.text.split()) <= 60
    assert call.text.index("address") < call.text.index("name")


def test_whoever_asks_for_someone_at_risk_hears_that_you_cannot_help() -> None:
    """No reason, no word on what is held; and the person at risk is thought of."""
    asked = {
        "immediate_danger": ("no",),
        "concern": ("none",),
        "recipient": ("family",),
        "prompted_by": ("request-received",),
        "recipient_risk": ("yes",),
    }
    said = said_in(asked)
    words = [each.text for each in said.values() if each.to == "requester" and each.form == "words"]

    assert words == ["I am sorry, I cannot help you with that."]
    assert "<" not in "".join(each.text for each in said.values())
    assert {"requester-nothing-more", "person-asked-for-first-agree"} <= said.keys()


def test_words_written_for_social_care_stay_out_of_what_a_protector_hears() -> None:
    """And the other way round: what is for the protector is not passed off as the whole."""
    case = {
        "immediate_danger": ("no",),
        "concern": ("child-significant-harm",),
        "recipient": ("protector",),
        "recipient_risk": ("no",),
        "public_interest": ("share",),
    }
    limited, elsewhere = said_in(case), said_in(case, decision="share-elsewhere")

    assert "<information>" in limited["recipient-what"].text
    assert "<information>" not in limited["social-care-what"].text
    assert "<information>" not in elsewhere["recipient-what"].text
    assert "<information>" in elsewhere["social-care-what"].text


def test_words_are_spoken_and_notes_are_not(guidance: Guidance) -> None:
    """What is to be read out speaks as I or to you; names no field by its id."""
    for each in guidance.sayings:
        if each.form == "words":
            assert re.search(r"\b(I|my|you|your|Who|who|May|What)\b", each.text), each.id
        assert not re.search(r"\b\w+_\w+\b", re.sub(r"\{\w+\}", "", each.text)), each.id
