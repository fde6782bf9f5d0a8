"""JsonLogic as the package jsonlogic-rs runs it, in Rust.

It cannot compile: it parses the rules as JSON text at each call, so that is most of its time.
Handed the steps one by one it parses only those that it comes to, which is quicker than all of
them as one rule.
"""

import json
from collections.abc import Mapping, Sequence
from functools import partial

import jsonlogic_rs

from benchmarks.decisions.ends import decided_by_key
from benchmarks.decisions.engine import Engine, plain_values
from benchmarks.decisions.expressions import Expressions
from benchmarks.decisions.if_statements import Decided
from infoshare_cli.core.conditions import HasAll, IsOneOf, Lacks, Leaf
from infoshare_cli.core.guidance import Guidance

Logic = str | dict[str, object]

_to_text = partial(json.dumps, separators=(",", ":"))


def jsonlogic_engine(guidance: Guidance) -> Engine:
    """A text for each step; what it comes to is looked up as it is written."""
    ends = {_to_text(key): end for key, end in decided_by_key(guidance).items()}
    steps = [_to_text({"if": step}) for step in Expressions(guidance, JsonLogic()).steps()]
    return Engine(
        "JsonLogic (jsonlogic-rs)",
        lambda answers: _to_text(plain_values(guidance, answers)),
        lambda answers: _decide(steps, answers, ends),
    )


def _decide(steps: Sequence[str], answers: str, ends: Mapping[str, Decided]) -> Decided:
    for step in steps:
        end: Decided | None = jsonlogic_rs.apply_serialized(step, answers, ends.get)
        if end is not None:
            return end
    raise LookupError("No step fits.")


class JsonLogic:
    """How JsonLogic writes what rules are made of: see `expressions.Notation`."""

    def leaf(self, leaf: Leaf) -> Logic:
        """A comparison, or membership in a list of options."""
        answer = {"var": leaf.question}
        if isinstance(leaf, IsOneOf):
            return {"in": [answer, list(leaf.options)]}
        inside: list[Logic] = [{"in": [option, answer]} for option in leaf.options]
        if isinstance(leaf, HasAll):
            return self.every(inside)
        return self.negated(self.some(inside)) if isinstance(leaf, Lacks) else self.some(inside)

    def every(self, parts: Sequence[Logic]) -> Logic:
        """All of these, joined."""
        return parts[0] if len(parts) == 1 else {"and": list(parts)}

    def some(self, parts: Sequence[Logic]) -> Logic:
        """Any of these, joined."""
        return parts[0] if len(parts) == 1 else {"or": list(parts)}

    def negated(self, part: Logic) -> Logic:
        """The opposite."""
        return {"!": [part]}

    def text(self, text: str) -> Logic:
        """A text."""
        return text

    def first(self, ways: Sequence[tuple[Logic, Logic]], otherwise: Logic) -> Logic:
        """A chain of if and else."""
        return {"if": [*(part for way in ways for part in way), otherwise]}
