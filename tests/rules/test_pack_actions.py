"""What comes with the outcomes of the shipped pack: reasons, actions, contacts, notices."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given

from infoshare_cli.core.decision import Decision, asked_answers, decide
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance, page_of
from infoshare_cli.files.load_contacts import load_contacts
from infoshare_cli.files.locations import shipped_contacts
from tests.reading import NARROW, WIDE, Choices, all_readings
from tests.shipped import as_answers, cases, shipped_pack
from tests.written_cases import WRITTEN

SHARES = {"share-without-consent", "share-with-consent", "share-limited"}
SERIOUS = {"child-significant-harm", "adult-serious-harm"}
PAGES = {*range(1, 14), 15}
"""The pages of the guide that say something."""

PROMPTS = ("own-concern disclosure", "request-received", "requesting", "legal-duty")
CHOICES: Choices = {
    **NARROW,
    "concern": WIDE["concern"],
    "prompted_by": tuple(frozenset(prompt.split()) for prompt in PROMPTS),
}


@cache
def kinds_of_case() -> tuple[Decision, ...]:
    """One case for each mix of what the promises below speak of.

    They speak of the step, the outcome, the worry, the recipient, what started it, the risk,
    whom it is about and whether age was asked; what else is answered changes none of them.
    """
    spoken_of = ("concern", "recipient", "prompted_by", "recipient_risk", "subject")
    found: dict[object, Mapping[str, frozenset[str]]] = {}
    for case, reading in all_readings(CHOICES):
        end = (reading.step, reading.outcome, reading.consent_from, "age_band" in case)
        found.setdefault((*end, *map(case.get, spoken_of)), case)
    return tuple(decision_of(as_answers(case)) for case in found.values())


def decision_of(case: Answers) -> Decision:
    """The decision of a case that has one."""
    decision = decide(shipped_pack(), case)
    assert decision is not None
    return decision


def actions(decision: Decision, when: str = "before with after") -> list[str]:
    """The actions of some phases, in order."""
    return [action.id for action in decision.actions if action.when in when.split()]


def said(decision: Decision, question: str) -> set[str]:
    """What the interview was told; nothing where it did not ask."""
    return {*asked_answers(decision).get(question, ())}


def is_serious(decision: Decision) -> bool:
    """Significant or serious harm."""
    return bool(said(decision, "concern") & SERIOUS)


def may_pose_risk(decision: Decision) -> bool:
    """Someone who may be a danger."""
    return "adult-may-pose-risk" in said(decision, "concern")


def is_share(decision: Decision) -> bool:
    """Something goes to this recipient."""
    return decision.outcome.id in SHARES


def has_reason_with_page(decision: Decision) -> bool:
    """Each reason has words, and each source a page of the guide that says something."""
    pages = {page_of(source) for reason in decision.reasons for source in reason.source}
    return bool(pages) and pages <= PAGES and all(reason.text for reason in decision.reasons)


def carries(action: str) -> Callable[[Decision], bool]:
    """Whether an action comes."""
    return lambda decision: action in actions(decision)


PROMISES: dict[str, tuple[Callable[[Decision], bool], Callable[[Decision], bool]]] = {
    "a reason with its page": (lambda _: True, has_reason_with_page),
    "a contact": (lambda _: True, lambda d: bool(d.outcome.contacts)),
    "the duty to record": (lambda _: True, carries("record-decision")),
    "ring back, before all else": (
        is_share,
        lambda d: actions(d, "before")[:1] == ["ring-back"],
    ),
    "what goes on a separate sheet": (is_share, carries("separate-sheet")),
    "999, before all else": (
        lambda d: d.outcome.id == "emergency",
        lambda d: actions(d)[:1] == ["emergency-call"],
    ),
    "tell social care or the police yourself": (
        lambda d: (is_serious(d) or may_pose_risk(d)) and said(d, "recipient") != {"safeguarding"},
        carries("tell-social-care"),
    ),
    "agree who tells whom": (
        lambda d: is_serious(d) or may_pose_risk(d),
        carries("agree-who-tells"),
    ),
    "no override of a court order or an access request": (
        lambda d: d.reasons[0].rule in {"serious-to-anyone-else", "unsafe-recipient-and-a-worry"},
        carries("court-order-or-access-request"),
    ),
    "neither confirm nor deny": (
        lambda d: d.reasons[0].rule == "unsafe-recipient",
        carries("neither-confirm-nor-deny"),
    ),
    "advice without a name": (
        lambda d: said(d, "concern") == {"not-sure"} or d.outcome.id == "seek-advice",
        carries("advice-without-name"),
    ),
    "whose advice": (
        lambda d: d.outcome.id == "seek-advice",
        lambda d: bool(d.advice_from),
    ),
    "the front door for a worry that remains": (
        lambda d: (
            d.outcome.id == "do-not-share"
            and said(d, "recipient") != {"safeguarding"}
            and bool(said(d, "concern") - {"none", "adult-may-pose-risk"})
        ),
        lambda d: bool({"worry-to-front-door", "tell-social-care"} & {*actions(d)}),
    ),
    "a parent-to-be first and alone": (
        lambda d: said(d, "subject") == {"unborn"},
        carries("parent-to-be-first-and-alone"),
    ),
}
"""What comes, in which cases, and how it shows. Not where the case does not speak of it."""


@pytest.mark.parametrize("name", PROMISES)
def test_every_case_comes_with(name: str) -> None:
    """What was promised, wherever it was; and it was for some case."""
    applies, is_kept = PROMISES[name]
    spoken_of = [decision for decision in kinds_of_case() if applies(decision)]
    broken = [decision.rests_on for decision in spoken_of if not is_kept(decision)]

    assert spoken_of
    assert broken == []


@given(cases())
def test_promises_are_kept_for_any_answers(case: Answers) -> None:
    """Whatever mix of options, and with questions after the outcome answered or left."""
    decision = decision_of(case)
    kept = {name for name, (applies, holds) in PROMISES.items() if holds(decision)}

    assert {name for name, (applies, _) in PROMISES.items() if applies(decision)} <= kept


def test_nothing_is_told_to_the_recipient_where_nothing_is_shared() -> None:
    """No action about sharing with them comes where the outcome is not to."""
    about_sharing = {"ring-back", "share-now", "limited-part", "what-was-agreed", "include"}
    for decision in kinds_of_case():
        if decision.outcome.id in {"do-not-share", "seek-advice", "seek-consent"}:
            assert about_sharing.isdisjoint(actions(decision)), decision.rests_on


def test_no_action_comes_twice_and_phases_come_in_order() -> None:
    """Before, with, after."""
    phases = ("before", "with", "after")
    for decision in kinds_of_case():
        order = [phases.index(action.when) for action in decision.actions]
        assert order == sorted(order), decision.rests_on
        assert len(actions(decision)) == len({*actions(decision)}), decision.rests_on


def test_every_action_comes_in_some_case(guidance: Guidance) -> None:
    """None is there for nothing: some answers bring it, if need be those after the outcome."""
    told = [*kinds_of_case(), *(decision_of(case.given) for case in WRITTEN)]
    come = {action for decision in told for action in actions(decision)}

    assert {action.id for action in guidance.actions} - come <= AFTER_FOLLOW_UPS


AFTER_FOLLOW_UPS = {
    *("verify-requester", "unknown-requester-with-risk", "requester-could-pick-out"),
    *("verify-whom-you-ask", "parents-apart", "parents-in-conflict", "parents-not-sure"),
    *("right-timely", "right-recipient-identified", "right-secure", "right-third-parties"),
    *("right-necessary", "right-proportionate", "right-relevant", "right-adequate"),
    *("right-accurate", "right-fact-from-opinion"),
}
"""They rest on what is asked after the outcome; each is brought about below."""


def case_of(line: str) -> dict[str, str]:
    """Answers from a line such as 'concern=none recipient=other'."""
    return dict(word.split("=") for word in line.split())


NURSERY = case_of("immediate_danger=no concern=child-significant-harm recipient=safeguarding")
NOT_ASKED = case_of(
    "immediate_danger=no concern=none recipient=safeguarding prompted_by=requesting "
    "subject=child purpose_clear=yes aims_without_sharing=no asking_risk=none age_band=under-12 "
    "understanding=none care_order=no consent=not-asked confidential=none expected=no"
)
REQUEST = case_of(
    "immediate_danger=no concern=none recipient=other prompted_by=request-received "
    "recipient_risk=no subject=nobody"
)
FOLLOW_UPS: tuple[tuple[dict[str, str], dict[str, str], set[str]], ...] = (
    (NURSERY, {}, {"check-first-prompted-by", "check-first-checks"}),
    (NURSERY, {"prompted_by": "own-concern"}, {"check-first-checks"}),
    (
        NURSERY,
        {"prompted_by": "request-received"},
        {"check-first-requester-verified", "check-first-checks"},
    ),
    (
        NURSERY,
        {"prompted_by": "request-received", "requester_verified": "no"},
        {"verify-requester", "check-first-checks"},
    ),
    (
        NURSERY,
        {"prompted_by": "own-concern", "checks": "none"},
        {action for action in AFTER_FOLLOW_UPS if action.startswith("right-")},
    ),
    (NOT_ASKED, {}, {"check-first-requester-verified", "check-first-parents"}),
    (
        NOT_ASKED,
        {"requester_verified": "not-sure", "parents": "apart"},
        {"verify-whom-you-ask", "parents-apart"},
    ),
    (NOT_ASKED, {"requester_verified": "yes", "parents": "in-conflict"}, {"parents-in-conflict"}),
    (NOT_ASKED, {"requester_verified": "yes", "parents": "not-sure"}, {"parents-not-sure"}),
    (NOT_ASKED, {"requester_verified": "yes", "parents": "together"}, set()),
    (
        REQUEST | {"recipient_risk": "yes"},
        {"requester_verified": "no"},
        {"unknown-requester-with-risk"},
    ),
    (
        REQUEST,
        {"requester_verified": "not-sure"},
        {"requester-could-pick-out"},
    ),
)
"""A case, what was answered after its outcome, and what that adds before anything is done."""


@pytest.mark.parametrize(("case", "more", "added"), FOLLOW_UPS)
def test_what_is_asked_afterwards_adds_its_action(
    case: dict[str, str], more: dict[str, str], added: set[str]
) -> None:
    """Answered, or a "check first" where it was not; the outcome is the same."""
    bare, decision = decision_of(as_answers(case)), decision_of(as_answers(case | more))
    told = {*actions(decision, "before")}

    assert decision.outcome == bare.outcome
    assert {a for a in told if a in AFTER_FOLLOW_UPS or a.startswith("check-first-")} == added


def test_contact_roles_are_in_the_directory(guidance: Guidance) -> None:
    """Each role that an outcome names has someone to ring, 999 first in an emergency."""
    roles = {contact.role for contact in load_contacts(shipped_contacts()).contacts}

    assert {role for outcome in guidance.outcomes for role in outcome.contacts} <= roles
    assert guidance.outcome_by_id["emergency"].contacts[0] == "police-emergency"


# Notices

LESSER = "child-welfare adult-may-pose-risk not-sure none"
BEARS_ON: dict[str, dict[str, str]] = {
    "cwsa-2026-duty": {
        "concern": LESSER,
        "recipient": "safeguarding professional",
        "outcome": "seek-consent share-with-consent do-not-share seek-advice share-limited",
    },
    "dfe-2024": {"concern": "child-welfare not-sure", "outcome": "seek-consent do-not-share"},
    "dfe-2024-rule-5": {
        "outcome": "share-without-consent share-with-consent share-limited share-elsewhere "
        "emergency"
    },
    "duaa-2025-basis": {"outcome": "share-without-consent share-limited"},
    "fgm-duty": {
        "concern": "child-significant-harm",
        "outcome": "share-without-consent share-elsewhere share-limited",
    },
    "age-12": {"asked": "age_band understanding"},
}
"""The notices on cases, and where each is to be shown; the others are of topics and contacts."""


def fits(decision: Decision, entry: dict[str, str]) -> bool:
    """Whether a case is one that a notice is to be shown with."""
    of_case = {
        "concern": said(decision, "concern"),
        "recipient": said(decision, "recipient"),
        "outcome": {decision.outcome.id},
        "asked": {*asked_answers(decision)},
    }
    return all(of_case[key] & {*values.split()} for key, values in entry.items())


@pytest.mark.parametrize("name", BEARS_ON)
def test_a_notice_is_shown_exactly_where_it_bears_on_the_case(name: str) -> None:
    """On every such case and on no other; there is at least one of each."""
    shown = [name in [notice.id for notice in d.notices] for d in kinds_of_case()]

    assert shown == [fits(decision, BEARS_ON[name]) for decision in kinds_of_case()]
    assert {*shown} == {True, False}


def test_no_other_notice_is_shown_with_a_case(guidance: Guidance) -> None:
    """Those come in the order of the pack."""
    order = [notice.id for notice in guidance.notices if notice.id in BEARS_ON]
    for decision in kinds_of_case():
        told = [notice.id for notice in decision.notices]
        assert told == [name for name in order if name in told]


@given(cases())
def test_a_notice_changes_nothing_else(case: Answers) -> None:
    """The guide's own answer stands, with all that comes with it."""
    decision = decide(replace(shipped_pack(), notices=()), case)

    assert decision == replace(decision_of(case), notices=())
