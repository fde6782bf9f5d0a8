"""The engines that ours stands beside; they are installed with the dependency group `bench`."""

from benchmarks.decisions.by_cel import cel_engine
from benchmarks.decisions.by_clips import clips_engine
from benchmarks.decisions.by_jsonlogic import jsonlogic_engine
from benchmarks.decisions.by_rule_engine import rule_engine_engine
from benchmarks.decisions.by_zen import zen_engine
from benchmarks.decisions.engine import Engine
from infoshare_cli.core.guidance import Guidance

MAKERS = (zen_engine, cel_engine, clips_engine, rule_engine_engine, jsonlogic_engine)


def peers(guidance: Guidance) -> list[Engine]:
    """Each of them, with the rules read and compiled."""
    return [make(guidance) for make in MAKERS]
