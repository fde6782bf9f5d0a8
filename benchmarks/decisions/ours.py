"""Ours, and if-statements by hand, in the shape in which all are measured."""

from dataclasses import replace
from functools import partial

from benchmarks.decisions.ends import reasons_by_id
from benchmarks.decisions.engine import Engine
from benchmarks.decisions.if_statements import Decided, decide_by_hand
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import verdict_of


def our_engine(guidance: Guidance) -> Engine:
    """The engine that the program has, called as the program calls it."""
    return Engine("infoshare", dict, partial(_decide, guidance))


def our_engine_anew(guidance: Guidance) -> Engine:
    """The same where the rules were just read, so nothing is kept from cases that came before."""
    rules = _RulesJustRead(guidance)
    return Engine("infoshare, rules just read", dict, rules.decide, rules.renew)


class _RulesJustRead:
    def __init__(self, guidance: Guidance) -> None:
        self._guidance = guidance

    def renew(self) -> None:
        # A copy has the same rules, and nothing that was found under them.
        self._guidance = replace(self._guidance)

    def decide(self, answers: Answers) -> Decided:
        return _decide(self._guidance, answers)


def hand_engine(guidance: Guidance) -> Engine:
    """If-statements by hand."""
    because = reasons_by_id(guidance)
    return Engine("if-statements by hand", dict, lambda answers: decide_by_hand(answers, because))


def _decide(guidance: Guidance, answers: Answers) -> Decided:
    verdict = verdict_of(guidance, answers)
    assert verdict is not None
    return verdict.outcome.id, verdict.rule.id, verdict.reasons
