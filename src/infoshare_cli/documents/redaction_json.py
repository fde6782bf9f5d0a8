"""What was erased, or would be, as JSON; none of the words."""

from collections.abc import Sequence

from infoshare_cli.core.redaction_plan import Beside, Plan


def redaction_to_json(  # noqa: PLR0913 - what a call came to
    status: str,
    plan: Plan,
    beside: Beside,
    *,
    records: Sequence[tuple[str, int, str]] = (),
    missing: Sequence[str] = (),
    remarks: Sequence[str] = (),
) -> dict[str, object]:
    """A plan and what came of it, for other programs.

    Args:
        status: `redacted`, `planned`, `needs-answers`, `left`, or `broken` where the log is.
        plan: what goes, or would go.
        beside: what goes outside of the log's records, or would go.
        records: id, number and anchor of each record that says what was erased.
        missing: what the record of it still needs.
        remarks: what a person is told besides.
    """
    return {
        "status": status,
        "erased": [
            {
                "seq": each.seq,
                "id": each.id,
                "kind": each.kind,
                "fields": list(each.fields),
                "copies": list(each.copies),
            }
            for each in plan.erasures
        ],
        "already": list(plan.already),
        "records": [{"id": name, "seq": seq, "anchor": code} for name, seq, code in records],
        "skipped": [
            {
                "seq": each.seq,
                "id": each.id,
                "held_by": each.held_by,
                "kept_until": each.kept_until,
            }
            for each in plan.skipped
        ],
        "elsewhere": [
            {"seq": each.seq, "id": each.id, "fields": list(each.fields)} for each in plan.elsewhere
        ],
        "drafts": [
            {"file": each.file, "fields": list(each.fields), "removed": not each.fields}
            for each in beside.drafts
        ],
        "removed_files": list(beside.files),
        "torn": beside.torn,
        "needs_record": list(missing),
        "remarks": list(remarks),
    }
