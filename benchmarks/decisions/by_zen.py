"""zen-engine, in Rust: one expression, compiled once.

A decision table of the same rules, and the same expression as a node of a graph, were tried and
took many times as long. Answers come as JSON in bytes, which is quicker than a dict here.
"""

import json

import zen

from benchmarks.decisions.ends import decided_by_key
from benchmarks.decisions.engine import Engine, plain_values
from benchmarks.decisions.expressions import Expressions
from benchmarks.decisions.infix import Infix
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance


def zen_engine(guidance: Guidance) -> Engine:
    """One compiled expression that comes to the key of an end."""
    ends = decided_by_key(guidance)
    expression = zen.compile_expression(Expressions(guidance, Infix("and", "or", "not")).decision())
    return Engine(
        "zen-engine",
        lambda answers: _as_bytes(guidance, answers),
        lambda context: ends[expression.evaluate(context)],
    )


def _as_bytes(guidance: Guidance, answers: Answers) -> bytes:
    """Only what was answered: what is missing is null, and equals no option."""
    values = plain_values(guidance, answers)
    given = {question: value for question, value in values.items() if question in answers}
    return json.dumps(given, separators=(",", ":")).encode()
