"""rule-engine, in Python: one rule, parsed once.

A `Chain` of rules, of which the first that matches gives its value, is no quicker, nor is a context
that knows the types beforehand. Attributes of an object are read a little quicker than a dict is.
"""

from types import SimpleNamespace

import rule_engine

from benchmarks.decisions.ends import decided_by_key
from benchmarks.decisions.engine import Engine, plain_values
from benchmarks.decisions.expressions import Expressions
from benchmarks.decisions.infix import Infix
from infoshare_cli.core.guidance import Guidance


def rule_engine_engine(guidance: Guidance) -> Engine:
    """One rule that comes to the key of an end."""
    ends = decided_by_key(guidance)
    context = rule_engine.Context(resolver=rule_engine.resolve_attribute)
    text = Expressions(guidance, Infix("and", "or", "not")).decision()
    rule = rule_engine.Rule(text, context)
    return Engine(
        "rule-engine",
        lambda answers: SimpleNamespace(**plain_values(guidance, answers)),
        lambda answers: ends[rule.evaluate(answers)],
    )
