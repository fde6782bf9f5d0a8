"""What is due, as JSON; every key is always there."""

from collections.abc import Iterable
from datetime import date

from infoshare_cli.core.due import Due


def due_to_json(items: Iterable[Due], today: date) -> list[dict[str, object]]:
    """Each thing that is due; what was left empty or erased is null."""
    return [
        {
            "what": each.what,
            "seq": each.seq,
            "id": each.id,
            "case_ref": each.case_ref or None,
            "area": each.area or None,
            "recorded": each.since,
            "due": each.due.isoformat(),
            "overdue_days": each.overdue_days(today),
            "held": each.held,
        }
        for each in items
    ]
