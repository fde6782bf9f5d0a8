"""What is due, as JSON."""

from datetime import date

from infoshare_cli.core.due import Due
from infoshare_cli.documents.due_json import due_to_json

AT = "2026-11-01T12:00:00.000Z"


def test_each_with_every_key() -> None:
    """What was left empty is null, days are days, and what lies ahead is not overdue."""
    items = [
        Due("receipt", 1, "id-1", "T-1", "luton", date(2026, 11, 1), AT),
        Due("review", 2, "id-2", "", "", date(2026, 12, 1), AT, held=True),
    ]
    assert due_to_json(items, date(2026, 11, 22)) == [
        {
            "what": "receipt",
            "seq": 1,
            "id": "id-1",
            "case_ref": "T-1",
            "area": "luton",
            "recorded": AT,
            "due": "2026-11-01",
            "overdue_days": 21,
            "held": False,
        },
        {
            "what": "review",
            "seq": 2,
            "id": "id-2",
            "case_ref": None,
            "area": None,
            "recorded": AT,
            "due": "2026-12-01",
            "overdue_days": 0,
            "held": True,
        },
    ]
