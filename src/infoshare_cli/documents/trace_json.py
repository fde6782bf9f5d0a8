"""A trace as JSON: the keys that other programs may rely on."""

from infoshare_cli.core.checks.trace import Carrier, Trace
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.documents.decision_json import Json, source_to_json


def trace_to_json(guidance: Guidance, trace: Trace) -> Json:
    """What is wrong first, then statements, pages and what carries them."""
    pack = guidance.pack
    return {
        "pack": {"id": pack.id, "version": pack.version, "digest": guidance.digest},
        "not_carried": [each.id for each in trace.not_carried],
        "unknown": [
            {**_carrier(each.carrier), "citation": each.citation} for each in trace.unknown
        ],
        "statements": [
            {
                "id": each.statement.id,
                "page": each.page,
                "kind": each.statement.kind,
                "says": each.statement.says,
                "carried_by": [_carrier(carrier) for carrier in each.carried_by],
            }
            for each in trace.statements
        ],
        "pages": [
            {
                "page": page.page,
                "statements": [each.statement.id for each in page.statements],
                "cited_by": [_carrier(each) for each in page.cited_by],
            }
            for page in trace.pages
        ],
        "carriers": [
            {**_carrier(each), "says": each.says, "source": source_to_json(each.source)}
            for each in trace.carriers
        ],
    }


def _carrier(carrier: Carrier) -> Json:
    """Which part of the rules it is; `line` is null but for a line of a topic."""
    return {"kind": carrier.kind, "id": carrier.id, "line": carrier.line}
