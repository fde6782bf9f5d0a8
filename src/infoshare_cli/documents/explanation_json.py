"""Why a case came out as it did, how firm that is, and what if: as JSON for other programs.

The keys are stable; more may come.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from infoshare_cli.core.conclusion import actions_told, reasons_told
from infoshare_cli.core.condition_words import in_words
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.documents.decision_json import Json, answers_to_json, source_to_json

if TYPE_CHECKING:
    from infoshare_cli.core.decision import Decision
    from infoshare_cli.core.explanation import Part, RuleLookedAt
    from infoshare_cli.core.firmness import Firmness, Otherwise
    from infoshare_cli.core.what_if import WhatIf


def explanation_to_json(guidance: Guidance, explained: Sequence["RuleLookedAt"]) -> list[Json]:
    """Every rule that was looked at, the one that decided last.

    `number` is its place from 1, `fits` whether it decided, `condition` its parts (see below),
    `through` the rows that gave the outcome and whose consent; none for a rule that does not fit.
    A part has `text`, `truth` (true, false, or null for not known and not needed), `row` (the id
    of the row whose condition it is, or null) and `parts`, what stands behind it.
    """
    return [
        {
            "number": each.number,
            "rule": each.rule.id,
            "fits": each.decides,
            "because": each.rule.because,
            "source": source_to_json(each.rule.source),
            "condition": _part(guidance, each.part),
            "through": [_through(guidance, part) for part in each.through],
        }
        for each in explained
    ]


def firmness_to_json(guidance: Guidance, firmness: "Firmness") -> Json:
    """Which single answers would change the outcome.

    `only` is the question where one answer alone decides, or null. Of `changes`, the most useful
    first, `answers` are answers of one kind, the nearest to the one given first; `outcomes` where
    they lead; `settled` false where more would be asked and any of the outcomes may come.
    """
    return {
        "outcome": firmness.outcome,
        "only": firmness.only,
        "changes": [_otherwise(guidance, each) for each in firmness.changes],
    }


def what_if_to_json(guidance: Guidance, what_if: "WhatIf") -> Json:
    """A case with answers changed, beside what it was.

    `before` and `after` have `outcome` (null while open), `title`, `reasons` and `actions`;
    `possible` and `needs` are the outcomes and questions that can come where `after` is open.
    """
    possible = what_if.possible
    return {
        "changed": dict(answers_to_json(guidance, what_if.changed)),
        "before": _decision(what_if.before),
        "after": _decision(what_if.decided),
        "possible": list(possible.outcomes) if possible else [],
        "needs": list(possible.questions) if possible else [],
        "set_aside": list(what_if.set_aside),
        "no_longer_needed": list(what_if.no_longer_needed),
        "newly_needed": list(what_if.newly_needed),
    }


def _part(guidance: Guidance, part: "Part") -> Json:
    return {
        "text": in_words(guidance, part.condition),
        "truth": part.truth,
        "row": part.row.id if part.row is not None else None,
        "parts": [_part(guidance, each) for each in part.parts],
    }


def _through(guidance: Guidance, part: "Part") -> Json:
    assert part.row is not None
    return {
        "row": part.row.id,
        "value": part.row.value,
        "because": part.row.because,
        "source": source_to_json(part.row.source),
        "condition": _part(guidance, part),
    }


def _otherwise(guidance: Guidance, each: "Otherwise") -> Json:
    return {
        "question": each.question,
        "answers": [
            answers_to_json(guidance, {each.question: answer})[each.question]
            for answer in each.answers
        ],
        "outcomes": list(each.outcomes),
        "settled": each.settled,
    }


def _decision(decision: "Decision | None") -> Json | None:
    if decision is None:
        return None
    return {
        "outcome": decision.outcome.id,
        "title": decision.title,
        "consent_from": decision.consent_from,
        "reasons": reasons_told(decision),
        "actions": actions_told(decision),
    }
