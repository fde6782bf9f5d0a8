"""Why, how firm and what if, as JSON: the keys that other programs may rely on."""

import json
from typing import Any

from infoshare_cli.core.explanation import explain
from infoshare_cli.core.firmness import how_firm
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.what_if import what_if
from infoshare_cli.documents.explanation_json import (
    explanation_to_json,
    firmness_to_json,
    what_if_to_json,
)
from tests.shipped import NOT_ASKED_YET, as_answers


def as_json(told: Any) -> Any:
    """What another program reads."""
    return json.loads(json.dumps(told))


def test_every_rule_is_told_and_the_last_one_fits(guidance: Guidance) -> None:
    """With its parts, their truth, and the rows that it came through."""
    told = as_json(explanation_to_json(guidance, explain(guidance, NOT_ASKED_YET)))
    *others, last = told

    assert [each["number"] for each in told] == [*range(1, 30)]
    assert [each["fits"] for each in others] == [False] * 28
    assert last["rule"] == "not-asked-yet"
    assert last["condition"] == {
        "text": "consent is not asked for",
        "truth": True,
        "row": None,
        "parts": [],
    }
    (through,) = last["through"]
    assert (through["row"], through["value"]) == ("young-person-presumed-able", "child")
    assert through["source"][0] == {"page": 7, "statement": "p7.sixteen"}
    assert through["condition"]["truth"] is True
    assert {*others[0]} == {*last}


def test_a_part_that_was_not_needed_is_null(guidance: Guidance) -> None:
    """Not false: nobody asked; and the rows behind a choice carry their ids."""
    told = as_json(explanation_to_json(guidance, explain(guidance, NOT_ASKED_YET)))
    good_consent = next(each for each in told if each["rule"] == "good-consent")
    assert [each["truth"] for each in good_consent["condition"]["parts"]] == [False, None]
    unsafe = next(each for each in told if each["rule"] == "unsafe-recipient")
    assert [each["row"] for each in unsafe["condition"]["parts"]] == [
        "safeguarding-bodies-keep-it-safe",
        "no-harm-from-sharing",
    ]


def test_firmness_lists_every_change(guidance: Guidance) -> None:
    """One word for a question of one option, a list for one of many."""
    told = as_json(firmness_to_json(guidance, how_firm(guidance, NOT_ASKED_YET)))
    assert (told["outcome"], told["only"]) == ("seek-consent", None)
    assert told["changes"][0] == {
        "question": "capacity_doubt",
        "answers": ["not-sure"],
        "outcomes": ["seek-advice"],
        "settled": True,
    }
    worry = next(each for each in told["changes"] if each["question"] == "concern")
    assert all(isinstance(answer, list) for answer in worry["answers"])
    emergency = how_firm(guidance, {"immediate_danger": ("yes",)})
    assert firmness_to_json(guidance, emergency)["only"] == "immediate_danger"


def test_what_if_tells_both_sides(guidance: Guidance) -> None:
    """A decision on either side, or what can still come."""
    serious = as_answers({"concern": "child-significant-harm"})
    told = as_json(what_if_to_json(guidance, what_if(guidance, NOT_ASKED_YET, serious)))
    assert told["changed"] == {"concern": ["child-significant-harm"]}
    assert told["before"]["outcome"] == "seek-consent"
    assert told["before"]["consent_from"] == "child"
    assert told["after"]["outcome"] == "share-without-consent"
    assert (told["possible"], told["needs"]) == ([], [])
    assert "consent" in told["no_longer_needed"]

    family = as_answers({"recipient": "family"})
    told = as_json(what_if_to_json(guidance, what_if(guidance, NOT_ASKED_YET, family)))
    assert told["after"] is None
    assert told["needs"][0] == "recipient_risk"
    assert "do-not-share" in told["possible"]
    assert "consent" in told["set_aside"]
    assert told["newly_needed"] == []
