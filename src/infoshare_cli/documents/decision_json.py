"""A decision as JSON: the keys that other programs may rely on."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from infoshare_cli.core.conclusion import actions_told, cited, reasons_told
from infoshare_cli.core.guidance import Citation, Guidance, Notice

if TYPE_CHECKING:
    from infoshare_cli.core.cases.possible import Possible
    from infoshare_cli.core.decision import Decision
    from infoshare_cli.core.evaluation import Answers

Json = dict[str, Any]


def decided_to_json(guidance: Guidance, decision: "Decision") -> Json:
    """A decision; its contacts and record are for the caller to put in."""
    return {
        "status": "decided",
        "outcome": {
            "id": decision.outcome.id,
            "title": decision.title,
            "text": decision.text,
            "consent_from": decision.consent_from,
            "advice_from": list(decision.advice_from),
        },
        "reasons": reasons_told(decision),
        "rests_on": answers_to_json(guidance, decision.rests_on),
        "followed_up": answers_to_json(guidance, decision.followed_up),
        "unused": answers_to_json(guidance, decision.unused),
        "needs": [],
        "needs_record": [],
        "possible": [],
        "actions": actions_told(decision),
        "contacts": [],
        "notices": [notice_to_json(notice) for notice in decision.notices],
        **_nothing_more(),
        "pack": pack_to_json(guidance),
    }


def needs_to_json(
    guidance: Guidance, answers: "Answers", asked: Sequence[str], possible: "Possible"
) -> Json:
    """An open interview: what it rests on so far, what it needs, and what can still come."""
    return {
        "status": "needs-answers",
        "outcome": None,
        "reasons": [],
        "rests_on": answers_to_json(guidance, {each: answers[each] for each in asked}),
        "followed_up": {},
        "unused": answers_to_json(
            guidance, {each: answers[each] for each in answers if each not in asked}
        ),
        "needs": list(possible.questions),
        "needs_record": [],
        "possible": list(possible.outcomes),
        "actions": [],
        "contacts": [],
        "notices": [],
        **_nothing_more(),
        "pack": pack_to_json(guidance),
    }


def _nothing_more() -> Json:
    """What is told beside the outcome where there is any: for the caller to put in."""
    return {
        "say": [],
        "explained": [],
        "firmness": None,
        "what_if": None,
        "private_words": [],
        "record": None,
        "log_error": None,
    }


def answers_to_json(guidance: Guidance, answers: "Answers") -> Mapping[str, str | Sequence[str]]:
    """Answers: one word for a question of one option, a list for one of many."""
    return {
        question: answer[0] if guidance.question_by_id[question].kind == "one" else list(answer)
        for question, answer in answers.items()
    }


def source_to_json(source: Iterable[Citation]) -> list[Json]:
    """Citations as page and statement; the statement is null where a page is cited."""
    return cited(source)


def notice_to_json(notice: Notice) -> Json:
    """Something that changed after the guide was written."""
    return {
        "id": notice.id,
        "title": notice.title,
        "text": notice.text,
        "do": notice.do or None,
        "effect": notice.effect or None,
        "dates": dict(notice.dates),
        "status": dict(notice.status),
        "unconfirmed": list(notice.unconfirmed),
        "origin": notice.origin,
    }


def pack_to_json(guidance: Guidance) -> Json:
    """Which rules were used, and whether they were proved."""
    pack = guidance.pack
    return {
        "id": pack.id,
        "version": pack.version,
        "digest": guidance.digest,
        "proved": guidance.proved,
    }
