"""A draft for other programs: what tells it from another one."""

from dataclasses import replace

from infoshare_cli.core.case import Case
from infoshare_cli.documents.draft_json import draft_to_json
from tests.files.draft_cases import DRAFT


def test_every_key_is_there_and_no_answer() -> None:
    """How many answers, what comes next, under which rules; nothing of what was said."""
    told = draft_to_json(DRAFT, next_question="recipient", other_rules=True)
    assert told == {
        "id": "20261122-k7f3",
        "started": "2026-11-22T12:00:00.123Z",
        "saved": "2026-11-22T12:05:00.123Z",
        "case_ref": "T-1",
        "of": DRAFT.of,
        "answers": 2,
        "next": "recipient",
        "came_to": "share-elsewhere",
        "pack": {"id": "pan-bedfordshire", "version": "1.0.1", "digest": DRAFT.pack_digest},
        "other_rules": True,
        "engine": "1.2.0",
    }


def test_what_is_not_known_is_null() -> None:
    """A reference that was left out is none."""
    bare = replace(DRAFT, case=Case({}, {"case_ref": ""}), of=None, came_to=None)
    told = draft_to_json(bare, next_question=None, other_rules=False)
    assert (told["case_ref"], told["of"], told["next"], told["came_to"]) == (None,) * 4
