"""CEL as the package common-expression-language runs it, in Rust.

Its guide says to compile once and execute often. Most of what an execution takes otherwise is
turning a dict into values of CEL, so that is done beforehand: a `Context` for each case.
"""

import cel

from benchmarks.decisions.ends import decided_by_key
from benchmarks.decisions.engine import Engine, plain_values
from benchmarks.decisions.expressions import Expressions
from benchmarks.decisions.infix import Infix
from infoshare_cli.core.guidance import Guidance


def cel_engine(guidance: Guidance) -> Engine:
    """One compiled program that comes to the key of an end."""
    ends = decided_by_key(guidance)
    program = cel.compile(Expressions(guidance, Infix("&&", "||", "!")).decision())
    return Engine(
        "CEL (common-expression-language)",
        lambda answers: cel.Context(variables=plain_values(guidance, answers)),
        lambda context: ends[program.execute(context)],
    )
