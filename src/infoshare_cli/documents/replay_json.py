"""Replayed decisions as JSON: the keys that other programs may rely on."""

from dataclasses import asdict
from typing import Any

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.replay import Replayed
from infoshare_cli.core.replays import NotReplayed, Replays

Json = dict[str, Any]

NOT_LOOKED_AT: Json = {
    "replayed": 0,
    "same": 0,
    "different": [],
    "not_replayed": [],
    "partly_erased": 0,
    **dict.fromkeys(("rules", "engine", "integrity", "first_broken", "torn")),
    "faults": [],
}
"""All keys, where the rules could not be used and the log was not read."""


def replays_to_json(replays: Replays, rules: Guidance | None, engine: str) -> Json:
    """What became of each decision; those that came out the same are counted.

    Args:
        rules: those that all were put to; None where each was put to its own.
        engine: the version of the program that replayed them.
    """
    return {
        "replayed": replays.replayed,
        "same": replays.same,
        "different": [_different(each) for each in replays.different],
        "not_replayed": [_not_replayed(each) for each in replays.not_replayed],
        "partly_erased": replays.partly_erased,
        "rules": _rules(rules) if rules is not None else None,
        "engine": engine,
    }


def _different(replayed: Replayed) -> Json:
    return {
        "seq": replayed.seq,
        "id": replayed.id,
        "differences": [asdict(each) for each in replayed.differences],
        "needs": replayed.needs,
        "engine": replayed.engine,
    }


def _not_replayed(each: NotReplayed) -> Json:
    return {"seq": each.seq, "id": each.id, "why": each.why, "told": each.told or None}


def _rules(guidance: Guidance) -> Json:
    pack = guidance.pack
    return {"id": pack.id, "version": pack.version, "digest": guidance.digest}
