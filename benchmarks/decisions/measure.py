"""Decisions timed: ours, if-statements by hand and the peers, in rounds over the same cases."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.decisions.agree import check_agreement
from benchmarks.decisions.cases import all_cases, timed_cases
from benchmarks.decisions.engine import Engine
from benchmarks.decisions.ours import hand_engine, our_engine, our_engine_anew
from benchmarks.pairs import Cost, Run, compare, time_rounds
from benchmarks.table import Line, print_line
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.files.locations import shipped_rules
from infoshare_cli.files.open_guidance import open_guidance

TIMES_BY_HAND, TIMES_OURS = 12.0, 3.0
"""Goals: ours is at most so many times the if-statements, every peer at least
so many times ours."""

BATCH_SECONDS = 0.02
"""A batch lasts at least this long, so that it is not over before the caches of the processor are
warm."""


@dataclass(frozen=True)
class _Pair:
    """A line of the table."""

    one: str
    beside: str
    goal: float | None = None
    at_least: bool = False


def measure_decisions(pairs: int) -> dict[str, Line]:
    """Print a line for each engine; a decision is outcome, rule and reasons of a complete case.

    Every engine has read the rules before, and has the answers in the form that suits it best.
    Times are of one decision, on average over a batch. Goals are for the time of the processor.

    Raises:
        Disagreement: an engine decides some case in another way than ours.
        ModuleNotFoundError: a peer is not installed.
    """
    from benchmarks.decisions.peers import peers

    guidance = open_guidance(shipped_rules())
    ours, anew = our_engine(guidance), our_engine_anew(guidance)
    by_hand, others = hand_engine(guidance), peers(guidance)
    check_agreement(ours, [anew, by_hand, *others], all_cases(guidance))
    cases = timed_cases(guidance)
    engines = [ours, by_hand, *others, anew]
    costs = time_rounds({each.name: _run(each, cases) for each in engines}, pairs)
    lines = [
        _Pair(ours.name, by_hand.name, TIMES_BY_HAND),
        _Pair(by_hand.name, ours.name),
        *(_Pair(each.name, ours.name, TIMES_OURS, at_least=True) for each in others),
        _Pair(anew.name, by_hand.name),
    ]
    return {_name(each): _line(each, costs) for each in lines}


def _run(engine: Engine, cases: Sequence[Answers]) -> Run:
    """All cases, over and over for a while; what a decision took on average."""
    prepared = [engine.prepare(answers) for answers in cases]
    decide, renew = engine.decide, engine.renew

    def run() -> Cost:
        if renew:
            renew()
        times, busy, start = 0, time.process_time(), time.perf_counter()
        while not times or (not renew and time.perf_counter() - start < BATCH_SECONDS):
            for answers in prepared:
                decide(answers)
            times += len(prepared)
        seconds, busy = time.perf_counter() - start, time.process_time() - busy
        return Cost(seconds / times, busy / times)

    return run


def _line(pair: _Pair, costs: dict[str, list[Cost]]) -> Line:
    ratios = compare(costs[pair.one], costs[pair.beside])
    judged = ratios.processor or ratios.clock
    return print_line(_name(pair), pair.beside, ratios, judged, pair.goal, at_least=pair.at_least)


def _name(pair: _Pair) -> str:
    return f"a decision: {pair.one}"
