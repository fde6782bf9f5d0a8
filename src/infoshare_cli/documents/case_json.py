"""Results of written cases as one JSON document, written out case by case."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping

from infoshare_cli.core.condition_words import in_words
from infoshare_cli.core.coverage.coverage import Coverage, Share
from infoshare_cli.core.coverage.obligations import Obligation, Side
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.written_case import CaseResult, WrittenCase
from infoshare_cli.documents.fault_json import fault_to_json
from infoshare_cli.errors import Fault


def results_to_json(
    results: Iterable[tuple[WrittenCase, CaseResult]], ending: Callable[[], Mapping[str, object]]
) -> Iterator[str]:
    """The parts of the document, in order; a case a line, so that thousands need no room.

    Args:
        ending: the keys that follow the cases, asked for once all of them are through.
    """
    yield '{\n  "cases": ['
    between, closed = "\n    ", "]"
    for case, result in results:
        yield between + json.dumps(_case_to_json(case, result))
        between, closed = ",\n    ", "\n  ]"
    yield closed
    for key, value in ending().items():
        yield f",\n  {json.dumps(key)}: " + json.dumps(value, indent=2).replace("\n", "\n  ")
    yield "\n}\n"


def _case_to_json(case: WrittenCase, result: CaseResult) -> dict[str, object]:
    got = {"outcome": result.outcome, "consent_from": result.consent_from}
    hole = (Fault("", result.hole, "an outcome for every case"),) if result.hole else ()
    return {
        "id": case.id,
        "same": result.same,
        "expected": {"outcome": case.outcome or None, "consent_from": case.consent_from},
        "got": got if result.outcome is not None else None,
        "needs": list(result.needs),
        "rule": result.rule,
        "faults": [fault_to_json(fault) for fault in (*case.faults, *hole)],
    }


def coverage_to_json(guidance: Guidance, coverage: Coverage) -> dict[str, object]:
    """How much was covered, what is missing, and what no case can meet."""
    return {
        "complete": coverage.complete,
        "rules": _share(coverage.rules),
        "rows": _share(coverage.rows),
        "outcomes": _share(coverage.outcomes),
        "sides": _share(coverage.sides),
        "missing": [_obligation(guidance, each) for each in coverage.missing],
        "cannot_be_met": [_obligation(guidance, each) for each in coverage.impossible],
    }


def _share(share: Share) -> dict[str, int]:
    return {"met": share.met, "total": share.total}


def _obligation(guidance: Guidance, obligation: Obligation) -> dict[str, object]:
    if isinstance(obligation, Side):
        return {
            "kind": obligation.owner.kind,
            "id": obligation.owner.id,
            "choice": obligation.owner.choice,
            "line": obligation.line,
            "says": in_words(guidance, obligation.condition),
            "side": obligation.side,
        }
    told = {"kind": obligation.kind, "id": obligation.id, "choice": obligation.choice}
    return {**told, "line": None, "says": None, "side": None}
