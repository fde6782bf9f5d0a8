"""A comparison of two packs as JSON: the keys that other programs may rely on."""

from dataclasses import asdict
from typing import Any

from infoshare_cli.core.comparison.action_changes import ActionChange
from infoshare_cli.core.comparison.answer_tests import AnswerTest
from infoshare_cli.core.comparison.case_words import tests_in_words, words_for_both
from infoshare_cli.core.comparison.changed_parts import PartChange
from infoshare_cli.core.comparison.compare import AdviceGroup, Comparison, Group, Result
from infoshare_cli.core.comparison.conditions_of_cases import Cases
from infoshare_cli.core.comparison.logged_cases import LoggedCases, LoggedResult
from infoshare_cli.core.guidance import Guidance

Json = dict[str, Any]

NOT_COMPARED: Json = {
    **dict.fromkeys(("old", "new", "same_outcomes", "cases", "changed", "reworded", "log")),
    "groups": [],
    "advice": [],
    "actions": [],
    "asked": [],
    "parts": [],
    "grows": None,
    "faults": [],
}
"""All keys, for packs that could not be compared."""


def comparison_to_json(
    packs: tuple[Guidance, Guidance],
    comparison: Comparison,
    parts: tuple[PartChange, ...],
    log: LoggedCases | None,
) -> Json:
    """All that comes out differently between the old pack and the new one, and what was changed."""
    old, new = packs
    words = words_for_both(old, new)
    return {
        **NOT_COMPARED,
        "old": _pack(old),
        "new": _pack(new),
        "same_outcomes": comparison.same_outcomes,
        "cases": comparison.cases,
        "changed": _cases(words, comparison.changed),
        "groups": [_group(words, group) for group in comparison.groups],
        "advice": [_advice(words, group) for group in comparison.advice],
        "reworded": comparison.reworded,
        "actions": [_action(words, change) for change in comparison.actions],
        "asked": [asdict(change) for change in comparison.asked],
        "parts": [asdict(part) for part in parts],
        "log": _log(log) if log is not None else None,
    }


def _pack(guidance: Guidance) -> Json:
    pack = guidance.pack
    return {"id": pack.id, "version": pack.version, "digest": guidance.digest}


def _cases(words: Guidance, cases: Cases) -> Json:
    return {
        "count": cases.count,
        "when": [
            {
                "text": tests_in_words(words, condition.tests),
                "tests": [_test(test) for test in condition.tests],
                "cases": condition.cases,
            }
            for condition in cases.conditions
        ],
        "not_described": cases.not_described,
    }


def _test(test: AnswerTest) -> Json:
    return {"question": test.question, "test": test.kind, "options": list(test.options)}


def _group(words: Guidance, group: Group) -> Json:
    return {
        "old": _result(group.old),
        "new": _result(group.new),
        "cases": _cases(words, group.cases),
        "old_rules": list(group.old_rules),
        "new_rules": list(group.new_rules),
    }


def _advice(words: Guidance, group: AdviceGroup) -> Json:
    cases = _cases(words, group.cases)
    return {"old": list(group.old), "new": list(group.new), "cases": cases}


def _action(words: Guidance, change: ActionChange) -> Json:
    return {
        "action": change.action,
        "status": change.status,
        "comes": _cases(words, change.comes),
        "goes": _cases(words, change.goes),
        "comes_besides": change.comes_besides,
        "goes_besides": change.goes_besides,
    }


def _result(result: Result) -> Json:
    return {"outcome": result.outcome, "consent_from": result.consent_from}


def _log(log: LoggedCases) -> Json:
    return {
        "same": log.same,
        "changed": [
            {
                "seq": each.seq,
                "id": each.id,
                "old": _logged_result(each.old),
                "new": _logged_result(each.new),
            }
            for each in log.changed
        ],
        "erased": log.erased,
        "not_answered": log.not_answered,
    }


def _logged_result(logged: LoggedResult) -> Json:
    return {**_result(logged.result), "needs": logged.needs}
