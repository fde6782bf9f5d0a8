"""A case into the log, decided or abandoned: its fields, the clock, the id and the salts."""

import secrets
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path

from infoshare_cli import __version__
from infoshare_cli.cli.setup import now
from infoshare_cli.core.canonical import Value
from infoshare_cli.core.case import Case
from infoshare_cli.core.conclusion import conclusion_fields
from infoshare_cli.core.contacts import Contact, Directory, contacts_for
from infoshare_cli.core.decision import Decision, asked_answers, decide
from infoshare_cli.core.draft import Draft
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.record import (
    ANSWER,
    ASKED,
    KEPT_WORDS,
    RECORD_FIELDS,
    Provenance,
    abandoned_fields,
    decision_fields,
)
from infoshare_cli.files.logbook import Guard, Receipt, append_record


def record_decision(  # noqa: PLR0913 - what a record is made of
    log: Path,
    *,
    guidance: Guidance,
    directory: Directory,
    decision: Decision,
    contacts: Sequence[Contact],
    case: Case,
    of: str | None = None,
) -> Receipt:
    """Append a decision to the log.

    Args:
        of: the id of the record that it continues.

    Raises:
        LogError: it could not be written; then nothing was added.
    """
    fields: dict[str, Value] = {
        **dict.fromkeys(decision_fields(tuple(guidance.question_by_id))),
        **_written(case),
        **conclusion_fields(guidance, decision, contacts),
        # Answers that were not asked for are not recorded.
        **_answers(guidance, asked_answers(decision)),
    }
    return append_entry(log, "decision", of, made_with(guidance, directory), fields)


def record_abandoned(
    log: Path, *, guidance: Guidance, directory: Directory, draft: Draft
) -> Receipt:
    """Append to the log that an interview was abandoned, with what it had come to.

    It names the rules that it was held under, and of their conclusion what is sure to be theirs.
    What was answered under those rules stands in it whole, also where today's lack the question.

    Raises:
        LogError: it could not be written; then nothing was added.
    """
    fields: dict[str, Value] = {
        **dict.fromkeys(abandoned_fields(_questions_of(guidance, draft))),
        **_written(draft.case),
        **_shown(guidance, directory, draft),
        **_answers(guidance, draft.case.answers),
        ASKED: list(draft.asked),
    }
    provenance = Provenance(
        pack_id=draft.pack_id,
        pack_version=draft.pack_version,
        pack_digest=draft.pack_digest,
        contacts_digest=directory.digest,
        engine=__version__,
    )
    return append_entry(log, "abandoned", draft.of, provenance, fields)


def made_with(guidance: Guidance, directory: Directory) -> Provenance:
    """The rules and contacts that are in use, and this program."""
    return Provenance(
        pack_id=guidance.pack.id,
        pack_version=guidance.pack.version,
        pack_digest=guidance.digest,
        contacts_digest=directory.digest,
        engine=__version__,
    )


def append_entry(  # noqa: PLR0913 - what a record is made of
    log: Path,
    kind: str,
    of: str | None,
    provenance: Provenance,
    fields: Mapping[str, Value],
    *,
    guard: Guard | None = None,
) -> Receipt:
    """Append a record of any kind, made now; raises LogError, and then nothing was added.

    Args:
        guard: see `append_record`.
    """
    return append_record(
        log,
        kind=kind,
        of=of,
        clock=now,
        provenance=provenance,
        fields=fields,
        new_id=lambda: str(uuid.uuid4()),
        new_salt=lambda: secrets.token_hex(16),
        guard=guard,
    )


def _written(case: Case) -> dict[str, Value]:
    """What the practitioner wrote down, null where it is empty."""
    kept = [
        {"field": each.field, "kind": each.kind, "reason": each.reason} for each in case.kept_words
    ]
    return {
        **{name: case.record.get(name) or None for name in RECORD_FIELDS},
        KEPT_WORDS: kept or None,
    }


def _shown(guidance: Guidance, directory: Directory, draft: Draft) -> dict[str, Value]:
    """The conclusion that the person saw; of one under other rules, the outcome alone is known."""
    if draft.came_to is None:
        return {}
    decision = decide(guidance, draft.case.answers)
    same_rules = draft.pack_digest == guidance.digest
    if decision is None or decision.outcome.id != draft.came_to or not same_rules:
        return {"outcome": draft.came_to}
    contacts = contacts_for(directory, draft.case.area, decision.outcome.contacts)
    return conclusion_fields(guidance, decision, contacts)


def _questions_of(guidance: Guidance, draft: Draft) -> tuple[str, ...]:
    """The questions of the rules, and those that only the rules of the draft had."""
    return tuple(dict.fromkeys((*guidance.question_by_id, *draft.case.answers, *draft.asked)))


def _answers(guidance: Guidance, answers: Answers) -> dict[str, Value]:
    """Answers: a word for a question that takes one option; a list for many, or if not known."""
    takes_one = {question.id for question in guidance.questions if question.kind == "one"}
    return {
        ANSWER + name: chosen[0] if name in takes_one and len(chosen) == 1 else list(chosen)
        for name, chosen in answers.items()
        if chosen
    }
