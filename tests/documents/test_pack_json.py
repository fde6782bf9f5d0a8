"""A pack as JSON has every entry, with its conditions in words."""

import json

from infoshare_cli.core.excerpt import chapter, whole
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.documents.pack_json import excerpt_to_json


def test_every_entry_is_there(guidance: Guidance) -> None:
    """As many of each kind as in the pack; all of it can be written as JSON."""
    told = json.loads(json.dumps(excerpt_to_json(guidance, whole(guidance))))

    assert len(told["rules"]) == len(guidance.rules)
    assert len(told["notices"]) == len(guidance.notices)
    assert told["pack"]["digest"] == guidance.digest
    assert told["questions"][0]["options"][0]["id"] == "yes"


def test_a_condition_is_told_in_words_and_in_lines(guidance: Guidance) -> None:
    """The words for a sentence, the lines for a layout; citations are split."""
    rule = excerpt_to_json(guidance, whole(guidance))["rules"][1]

    assert rule["when"] == {
        "words": '"A child may be at risk of significant harm, or an adult of serious harm", '
        "and the recipient is a safeguarding body",
        "lines": [
            {"text": "All of these:", "depth": 0},
            {
                "text": '"A child may be at risk of significant harm, or an adult of serious harm"',
                "depth": 1,
            },
            {"text": "The recipient is a safeguarding body", "depth": 1},
        ],
    }
    assert rule["source"][0] == {"page": 9, "statement": "p9.significant-harm"}


def test_what_is_left_out_is_an_empty_list(guidance: Guidance) -> None:
    """Every key is always there."""
    part = excerpt_to_json(guidance, chapter(whole(guidance), "record"))

    assert part.keys() == excerpt_to_json(guidance, whole(guidance)).keys()
    assert part["rules"] == part["questions"] == part["notices"] == []
    assert part["record_fields"][0]["when"] is None
