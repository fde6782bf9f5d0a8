"""Results of cases as JSON, written out case by case."""

import json

from infoshare_cli.core.coverage.coverage import coverage_of
from infoshare_cli.core.coverage.coverage_walk import walk_coverage
from infoshare_cli.core.written_case import CaseResult, WrittenCase
from infoshare_cli.documents.case_json import coverage_to_json, results_to_json
from infoshare_cli.errors import Fault
from tests.shipped import shipped_pack

CASE = WrittenCase("\u00e9", {"immediate_danger": ("yes",)}, "emergency", None)


def test_the_parts_are_one_document_and_the_end_is_asked_for_last() -> None:
    """Counts are not known before all cases are through."""
    seen: list[str] = []

    def ending() -> dict[str, object]:
        return {"passed": len(seen), "faults": [{"line": 1}]}

    def results() -> list[tuple[WrittenCase, CaseResult]]:
        seen.append("case")
        return [(CASE, CaseResult(same=True, outcome="emergency", rule="danger-now"))] * 2

    text = "".join(results_to_json(results(), ending))
    document = json.loads(text)
    assert text.isascii()
    assert (len(document["cases"]), document["passed"]) == (2, 1)
    assert document["faults"] == [{"line": 1}]
    assert document["cases"][0]["got"] == {"outcome": "emergency", "consent_from": None}


def test_without_cases_it_is_a_document_too() -> None:
    """An empty list."""
    assert json.loads("".join(results_to_json((), dict))) == {"cases": []}


def test_a_case_without_outcome_has_null_and_says_why() -> None:
    """The rules leave it without one, or the case has faults."""
    broken = WrittenCase("b", {}, "", None, (Fault("f", "x", "y"),))
    results = [(CASE, CaseResult(same=False, hole="No rule.")), (broken, CaseResult(same=False))]
    first, second = json.loads("".join(results_to_json(results, dict)))["cases"]
    assert (first["got"], first["faults"][0]["found"]) == (None, "No rule.")
    assert (second["got"], second["expected"]["outcome"]) == (None, None)
    assert [fault["file"] for fault in second["faults"]] == ["f"]


def test_coverage_tells_each_thing_in_the_same_keys() -> None:
    """Lists that other programs can go through without a look at the kind."""
    walk = walk_coverage(shipped_pack())
    told = coverage_to_json(shipped_pack(), coverage_of(walk, 0))
    missing = json.loads(json.dumps(told))["missing"]
    assert {tuple(each) for each in missing} == {
        ("kind", "id", "choice", "line", "says", "side"),
    }
    assert {each["kind"] for each in missing} == {"rule", "row", "fact", "outcome"}
    assert len(missing) == walk.possible.bit_count()
