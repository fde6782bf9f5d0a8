"""Drafts as JSON: what tells one from another, and no answer of a case."""

from infoshare_cli.core.draft import Draft


def draft_to_json(
    draft: Draft, *, next_question: str | None, other_rules: bool
) -> dict[str, object]:
    """A draft for other programs.

    Args:
        next_question: the id of the question that is open.
        other_rules: whether it was saved under other rules than there are now.
    """
    return {
        "id": draft.id,
        "started": draft.started,
        "saved": draft.saved,
        "case_ref": draft.case.record.get("case_ref") or None,
        "of": draft.of,
        "answers": len(draft.case.answers),
        "next": next_question,
        "came_to": draft.came_to,
        "pack": {
            "id": draft.pack_id,
            "version": draft.pack_version,
            "digest": draft.pack_digest,
        },
        "other_rules": other_rules,
        "engine": draft.engine,
    }
