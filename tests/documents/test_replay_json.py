"""Replayed decisions as JSON: keys that other programs rely on."""

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.replay import Difference, Replayed
from infoshare_cli.core.replays import NotReplayed, Replays
from infoshare_cli.documents.replay_json import NOT_LOOKED_AT, replays_to_json

REPLAYS = Replays(
    same=2,
    different=[Replayed(3, "id-3", "1.0.0", (Difference("title", "Then", "Now"),), "consent")],
    not_replayed=[NotReplayed(4, None, "record-broken"), NotReplayed(5, "id-5", "rules-not-kept")],
    partly_erased=1,
)


def test_each_that_is_not_the_same_is_told() -> None:
    """Of all others it is enough how many they are."""
    assert replays_to_json(REPLAYS, None, "1.2.0") == {
        "replayed": 3,
        "same": 2,
        "different": [
            {
                "seq": 3,
                "id": "id-3",
                "differences": [{"field": "title", "then": "Then", "now": "Now"}],
                "needs": "consent",
                "engine": "1.0.0",
            }
        ],
        "not_replayed": [
            {"seq": 4, "id": None, "why": "record-broken", "told": None},
            {"seq": 5, "id": "id-5", "why": "rules-not-kept", "told": None},
        ],
        "partly_erased": 1,
        "rules": None,
        "engine": "1.2.0",
    }


def test_the_rules_that_were_tried_are_named(guidance: Guidance) -> None:
    """By id, version and digest."""
    told = replays_to_json(Replays(), guidance, "1.2.0")["rules"]
    assert told["digest"] == guidance.digest
    assert (told["id"], told["version"]) == (guidance.pack.id, guidance.pack.version)


def test_all_keys_are_there_where_nothing_was_looked_at() -> None:
    """Empty or null."""
    assert {*replays_to_json(Replays(), None, "1.2.0")} < {*NOT_LOOKED_AT}
    assert not any(NOT_LOOKED_AT.values())
