"""What a decision came to, as a record holds it: the fields of its conclusion."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from infoshare_cli.core.guidance import Citation, Guidance, page_of

if TYPE_CHECKING:
    from infoshare_cli.core.canonical import Value
    from infoshare_cli.core.contacts import Contact
    from infoshare_cli.core.decision import Decision


def conclusion_fields(
    guidance: Guidance, decision: "Decision", contacts: "Sequence[Contact]"
) -> "dict[str, Value]":
    """Every field of `record.CONCLUSION_FIELDS`.

    Args:
        contacts: whom to ring in this case.
    """
    return {
        **rules_fields(decision),
        "contacts": [contact.id for contact in contacts],
        "proved": guidance.proved,
    }


def rules_fields(decision: "Decision") -> "dict[str, Value]":
    """The fields that follow from the answers and the rules alone, whenever they are derived."""
    return {
        "outcome": decision.outcome.id,
        "title": decision.title,
        "consent_from": decision.consent_from,
        "advice_from": list(decision.advice_from),
        "reasons": reasons_told(decision),
        "rests_on": list(decision.rests_on),
        "followed_up": list(decision.followed_up),
        "actions": actions_told(decision),
        "notices": [notice.id for notice in decision.notices],
    }


def reasons_told(decision: "Decision") -> "list[dict[str, Value]]":
    """Why: the rule that decided first."""
    return [
        {"rule": reason.rule, "text": reason.text, "source": cited(reason.source)}
        for reason in decision.reasons
    ]


def actions_told(decision: "Decision") -> "list[dict[str, Value]]":
    """What to do before, with and after sharing."""
    return [
        {
            "id": action.id,
            "when": action.when,
            "text": action.text,
            "source": cited(action.source),
        }
        for action in decision.actions
    ]


def cited(source: Iterable[Citation]) -> "list[dict[str, Value]]":
    """Citations as page and statement; the statement is null where a page is cited."""
    return [
        {"page": page_of(citation), "statement": citation if "." in citation else None}
        for citation in source
    ]
