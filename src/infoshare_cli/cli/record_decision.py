"""A decision into the log: its fields, the clock, the id and the salts, handed to the file."""

import secrets
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path

from infoshare_cli import __version__
from infoshare_cli.cli.setup import now
from infoshare_cli.core.canonical import Value
from infoshare_cli.core.contacts import Contact, Directory
from infoshare_cli.core.decision import Decision, asked_answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.record import ANSWER, RECORD_FIELDS, Provenance, decision_fields
from infoshare_cli.documents.decision_json import (
    actions_to_json,
    answers_to_json,
    reasons_to_json,
)
from infoshare_cli.files.logbook import Receipt, append_record


def record_decision(  # noqa: PLR0913 - what a record is made of
    log: Path,
    *,
    guidance: Guidance,
    directory: Directory,
    decision: Decision,
    contacts: Sequence[Contact],
    record: Mapping[str, str],
) -> Receipt:
    """Append a decision to the log.

    Raises:
        LogError: it could not be written; then nothing was added.
    """
    return append_record(
        log,
        kind="decision",
        of=None,
        clock=now,
        provenance=Provenance(
            pack_id=guidance.pack.id,
            pack_version=guidance.pack.version,
            pack_digest=guidance.digest,
            contacts_digest=directory.digest,
            engine=__version__,
        ),
        fields=_fields(guidance, decision, contacts, record),
        new_id=lambda: str(uuid.uuid4()),
        new_salt=lambda: secrets.token_hex(16),
    )


def _fields(
    guidance: Guidance,
    decision: Decision,
    contacts: Sequence[Contact],
    record: Mapping[str, str],
) -> dict[str, Value]:
    """Every field of a decision, null where it is empty; answers not asked for are null."""
    answers = answers_to_json(guidance, asked_answers(decision))
    empty: dict[str, Value] = dict.fromkeys(decision_fields(tuple(guidance.question_by_id)))
    return {
        **empty,
        **{name: record.get(name) or None for name in RECORD_FIELDS},
        "outcome": decision.outcome.id,
        "title": decision.title,
        "consent_from": decision.consent_from,
        "advice_from": decision.advice_from,
        "reasons": reasons_to_json(decision),
        "rests_on": list(decision.rests_on),
        "followed_up": list(decision.followed_up),
        "actions": actions_to_json(decision),
        "contacts": [contact.id for contact in contacts],
        "notices": [notice.id for notice in decision.notices],
        "proved": guidance.proved,
        **{ANSWER + question: answer for question, answer in answers.items()},
    }
