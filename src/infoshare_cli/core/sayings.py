"""What to say to whom after the outcome, in the pack's words and those of the record.

What was written for one listener never reaches another: for each of them it is laid down here
which fields of the record they may hear, and after which decision.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from infoshare_cli.core.decision import Decision, asked_answers
from infoshare_cli.core.evaluation import Evaluation
from infoshare_cli.core.guidance import Audience, Citation, Form, Guidance, Outcome, Saying

AUDIENCES: Mapping[Audience, str] = {
    "emergency-services": "999",
    "recipient": "whoever gets the information",
    "social-care": "social care or the police",
    "requester": "whoever asks for it",
    "consenter": "whoever may give consent",
    "adviser": "whoever you ask for advice",
    "teller": "whoever told you of it",
    "person": "the person it is about",
    "family": "the family",
}
"""What each of them is called after "to"."""

FORMS: Mapping[Form, str] = {
    "words": "Say",
    "care": "Mind",
    "silence": "Keep back",
}
"""What stands before words to say, before care to take, and before what is not to be told."""

TO_FILL_IN = "What stands in square brackets is for you to fill in."

ABOUT_YOURSELF = ("role", "agency")
"""Fields that say nothing of the case."""

MAY_HEAR: Mapping[Audience, tuple[str, ...]] = {
    "emergency-services": (),
    "recipient": (*ABOUT_YOURSELF, "purpose", "information", "review_on"),
    "social-care": (*ABOUT_YOURSELF, "information", "review_on"),
    "requester": (),
    "consenter": (*ABOUT_YOURSELF, "recipient_name", "purpose", "information"),
    "adviser": (),
    "teller": (),
    "person": ("recipient_name",),
    "family": ("recipient_name",),
}
"""The fields that each may hear. Closed, and short on purpose.

Whoever is refused hears nothing of the case. An adviser hears it without names, so no free text
goes there. The person and the family hear who gets it, and the rest in words chosen for them: the
outline for a recipient may say who told, or speak of somebody else. What is left out, who is not
told and why (`withheld`, `not_told`, `reason`, `override_reason`) was written for the record
alone, and so were all other fields.
"""

HEARD_AFTER: Mapping[Audience, frozenset[str]] = {
    "recipient": frozenset({"share", "share-limited"}),
    "social-care": frozenset({"share-elsewhere"}),
    "consenter": frozenset({"ask-consent", "wait"}),
    "person": frozenset({"share", "share-limited"}),
    "family": frozenset({"share", "share-limited"}),
}
"""The decisions after which the fields on the case were written for them. What somebody wrote
down for social care is not for a recipient who gets nothing."""

FIELD = re.compile(r"\{([a-z_]+)\}")
"""Where the words of a record field go into a text."""
_BLANK = re.compile(r"\[[^\]]+\]")
"""What is left for the practitioner to fill in: '[your name]'."""
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


@dataclass(frozen=True)
class Said:
    """Something to say in this case, with the record's words in it; or to mind, or to keep back."""

    id: str
    to: Audience
    form: Form
    text: str
    source: tuple[Citation, ...]
    open: bool
    """Whether something in square brackets is left to fill in."""


def what_to_say(
    guidance: Guidance, decision: Decision, record: Mapping[str, str]
) -> tuple[Said, ...]:
    """What to say to whom in this case, in the order of the pack.

    Args:
        record: what was written down so far; what is missing stays to be filled in.
    """
    known = {**asked_answers(decision), "outcome": (decision.outcome.id,)}
    evaluation = Evaluation(guidance, known)
    return tuple(
        _said(saying, decision.outcome, record)
        for saying in guidance.sayings
        if evaluation.truth(saying.when)
    )


def by_audience(said: Iterable[Said]) -> Mapping[Audience, tuple[Said, ...]]:
    """What is said to each, those first who are spoken of first."""
    groups: dict[Audience, tuple[Said, ...]] = {}
    for each in said:
        groups[each.to] = (*groups.get(each.to, ()), each)
    return groups


def may_hear(audience: Audience, field: str, outcome: Outcome, record: Mapping[str, str]) -> bool:
    """Whether the words of a field may go to somebody after what was decided.

    Where nothing is decided yet, after any decision that agrees with the outcome.
    """
    if field in ABOUT_YOURSELF or field not in MAY_HEAR[audience]:
        return field in MAY_HEAR[audience]
    decided = record.get("decision")
    decisions = (decided,) if decided else outcome.agrees_with
    return not HEARD_AFTER[audience].isdisjoint(decisions)


def _said(saying: Saying, outcome: Outcome, record: Mapping[str, str]) -> Said:
    words = {
        field: _spoken(record.get(field, ""))
        for field in saying.fields
        if may_hear(saying.to, field, outcome, record)
    }
    # Once through, so that nothing a person wrote is taken for a place to fill.
    text = FIELD.sub(lambda found: words.get(found[1]) or saying.fields[found[1]], saying.text)
    left = any(not words.get(field) for field in saying.fields)
    is_open = left or _BLANK.search(saying.text) is not None
    return Said(saying.id, saying.to, saying.form, text, saying.source, is_open)


def _spoken(text: str) -> str:
    """The text in one line, as it is read out; a day in words."""
    day = _DAY.fullmatch(text.strip())
    if day and 1 <= int(day[2]) <= len(_MONTHS):
        return f"{int(day[3])} {_MONTHS[int(day[2]) - 1]} {day[1]}"
    return " ".join(text.split())
