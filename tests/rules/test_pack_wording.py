"""The shipped pack keeps the words that other programs rely on, and speaks plainly.

The ids below are promised to whoever writes answers files or reads results. The pack may
add to them; it drops or renames none.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.files.load_topics import load_statements, load_topics
from infoshare_cli.files.locations import shipped_rules
from tests.shipped import shipped_pack

QUESTIONS: dict[str, tuple[str, str, str]] = {
    "immediate_danger": ("one", "yes no", ""),
    "concern": (
        "many",
        "child-significant-harm adult-serious-harm adult-may-pose-risk child-welfare none not-sure",
        "none not-sure",
    ),
    "recipient": (
        "one",
        "safeguarding professional protector family person other not-sure",
        "",
    ),
    "prompted_by": (
        "many",
        "own-concern disclosure request-received requesting routine legal-duty",
        "",
    ),
    "recipient_risk": ("one", "yes no not-sure", ""),
    "requester_verified": ("one", "yes no not-sure", ""),
    "subject": ("one", "child unborn adult nobody", ""),
    "purpose_clear": ("one", "yes no not-sure", ""),
    "aims_without_sharing": ("one", "yes no not-sure", ""),
    "limited_sharing": ("one", "yes no not-sure", ""),
    "asking_risk": (
        "many",
        "child-harm adult-harm prejudice-crime delay no-real-choice none not-sure",
        "none not-sure",
    ),
    "age_band": ("one", "under-12 12-15 16-17 not-sure", ""),
    "capacity_doubt": ("one", "yes no not-sure", ""),
    "understanding": (
        "many",
        "question what why implications alternatives weigh own-view consistent none not-sure",
        "none not-sure",
    ),
    "best_interests_authority": ("one", "yes no not-sure", ""),
    "care_order": ("one", "yes no not-sure", ""),
    "parents": ("one", "together apart in-conflict not-sure", ""),
    "consent": ("one", "given refused withdrawn not-asked cannot-ask", ""),
    "consent_quality": (
        "many",
        "told-what told-who told-why told-implications explicit free none not-sure",
        "none not-sure",
    ),
    "confidential": ("many", "private not-public in-confidence none not-sure", "none not-sure"),
    "expected": ("one", "yes no not-sure", ""),
    "subject_interest": ("one", "yes no not-sure", ""),
    "public_interest": ("one", "share not-share not-sure", ""),
    "checks": (
        "many",
        "necessary proportionate relevant adequate accurate fact-from-opinion timely secure "
        "third-parties recipient-identified none",
        "none",
    ),
}
"""Question -> kind, options in their order, those that stand alone."""

NEEDS_NO_REASON = {
    "emergency": "share",
    "share-without-consent": "share",
    "share-elsewhere": "share-elsewhere",
    "share-with-consent": "share",
    "seek-consent": "ask-consent wait",
    "share-limited": "share-limited",
    "seek-advice": "get-advice wait",
    "do-not-share": "not-share",
    "not-personal": "share not-share",
}
"""Outcome -> the decisions that need no override reason."""

DECISIONS = "share share-limited share-elsewhere ask-consent get-advice not-share wait"
CONSENT_FROM = (
    "child person-with-parental-responsibility local-authority adult authorised-person "
    "parents-to-be"
)
ADVICE_FROM = (
    "line-manager designated-lead caldicott-guardian information-governance-lead legal-adviser "
    "mental-capacity-lead"
)
RECORD_FIELDS = (
    "case_ref area practitioner role agency requester recipient_name purpose information withheld "
    "decision reason override_reason consent_record told_subject not_told method advice_taken "
    "review_on"
)
ABOUT = {
    "consent consent_quality": "whose_consent recipient",
    "recipient_risk expected public_interest subject_interest limited_sharing purpose_clear "
    "aims_without_sharing": "recipient",
    "age_band capacity_doubt understanding best_interests_authority care_order asking_risk "
    "confidential": "subject",
}
"""Questions -> what their answers are about; the rest are about nothing but the case."""


def test_the_questions_stand_in_their_order(guidance: Guidance) -> None:
    """Results list the answers of a case in it."""
    assert [name for name in guidance.question_by_id if name in QUESTIONS] == [*QUESTIONS]


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_takes_the_answers_that_were_promised(guidance: Guidance, name: str) -> None:
    """Kind, options in their order, and those that cannot stand beside others."""
    kind, options, alone = QUESTIONS[name]
    question = guidance.question_by_id[name]

    assert question.kind == kind
    assert [option.id for option in question.options] == options.split()
    assert question.alone == tuple(alone.split())


def test_answers_are_about_what_was_promised(guidance: Guidance) -> None:
    """So that they are asked again when that changes, and only then."""
    expected = {name: tuple(of.split()) for names, of in ABOUT.items() for name in names.split()}

    assert {q.id: q.about for q in guidance.questions if q.about} == expected


def test_the_outcomes_are_these_and_agree_with_these_decisions(guidance: Guidance) -> None:
    """Nine of them, in order; every other decision needs a reason of its own."""
    agrees = {outcome.id: " ".join(outcome.agrees_with) for outcome in guidance.outcomes}

    assert list(agrees.items()) == list(NEEDS_NO_REASON.items())


def test_consent_is_part_of_two_outcomes_alone(guidance: Guidance) -> None:
    """Whose it is, is told with asking for it and with sharing by it."""
    about_consent = {o.id: o.consent_from for o in guidance.outcomes if o.consent_from}

    assert about_consent == dict.fromkeys(("share-with-consent", "seek-consent"), "whose_consent")


LISTS = {
    "decisions": DECISIONS,
    "consent_from": CONSENT_FROM,
    "advice_from": ADVICE_FROM,
}


@pytest.mark.parametrize("name", LISTS)
def test_the_other_words_are_those_that_were_promised(guidance: Guidance, name: str) -> None:
    """Decisions, whose consent, whose advice: in their order."""
    assert [label.id for label in getattr(guidance, name)] == LISTS[name].split()


def test_the_record_has_the_fields_that_were_promised(guidance: Guidance) -> None:
    """All of them; the pack may ask in another order."""
    assert sorted(field.id for field in guidance.record_fields) == sorted(RECORD_FIELDS.split())


def test_every_value_of_whose_consent_that_is_asked_is_a_person(guidance: Guidance) -> None:
    """'Nobody' is never told as someone to ask."""
    values = {row.value for row in guidance.rows_of["whose_consent"]}

    assert values - {"nobody-yet", "nobody-authorised"} == {*CONSENT_FROM.split()}


# The wording

TEXTS = {"ask", "because", "do", "guide", "help", "label", "says", "text", "title", "unanswered"}
TEXTS |= {"origin", "sector", "why"}
MAY_BE_LEFT_OUT = {"Option.help", "Rule.title", "Rule.text", "Notice.do"}


def texts(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text that a person may read, with where it stands."""
    if isinstance(value, tuple):
        for each in value:
            yield from texts(each, place)
    elif is_dataclass(value):
        here = f"{place} {getattr(value, 'id', '')}".strip()
        for each in fields(value):
            inner = getattr(value, each.name)
            name = f"{type(value).__name__}.{each.name}"
            if isinstance(inner, str) and each.name in TEXTS:
                if inner or name not in MAY_BE_LEFT_OUT:
                    yield f"{here} {name}", inner
            elif each.name not in {"when", "source", "bears_on"}:
                yield from texts(inner, here)


def shown_texts() -> list[tuple[str, str]]:
    """The texts of questions, rules, outcomes, actions, sayings, record, notices and so on."""
    others = (*load_topics(shipped_rules()), *load_statements(shipped_rules()))
    return [*texts(shipped_pack()), *texts(others)]


SHOWN = shown_texts()
NEVER: dict[str, str] = {
    "nothing": r"\A\s*\Z",
    "a space at either end, or two together": r"\A\s|\s\Z|\s\s",
    "a character that a plain terminal may not have": r"[^\n\x20-\x7e]",
    "a claim of compliance": r"(?i)\bcompl(y|ies|ied|ying|iant|iance)\b|\bguarantees?\b",
    "an id in place of words": (
        r"(?<!\{)\b[a-z]+_[a-z_]+\b|\b(not-sure|has_any|adult-may-pose-risk)\b"
    ),
}


@pytest.mark.parametrize("what", NEVER)
def test_no_text_has(what: str) -> None:
    """Plain words, whole, that promise nothing which a program cannot keep."""
    assert [shown for shown in SHOWN if re.search(NEVER[what], shown[1])] == []


def test_the_texts_were_found() -> None:
    """The tests above look at the whole pack, not at a corner of it."""
    kinds = {place.split()[-1].partition(".")[0] for place, _ in SHOWN}

    assert kinds >= {"Question", "Option", "Example", "Rule", "ChoiceRule", "Fact", "Outcome"}
    assert kinds >= {
        "Action",
        "Saying",
        "FollowUp",
        "RecordField",
        "Notice",
        "TopicLine",
        "Statement",
    }
    assert len(SHOWN) > 800


def test_every_question_can_be_said_in_one_breath(guidance: Guidance) -> None:
    """At most thirty words."""
    asked = {question.id: len(question.ask.split()) for question in guidance.questions}

    assert {name: count for name, count in asked.items() if count > 30} == {}
