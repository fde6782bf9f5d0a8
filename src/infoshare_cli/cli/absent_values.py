"""Options that were left out stay as they are, and cost nothing.

Typer has pydantic turn every value into its type, the None of an option that was not given too,
and imports pydantic for that alone: a third of the time until the first question.
"""

from typing import Any


def leave_absent_alone(parameter: Any) -> Any:
    """The parameter of a command; where it was not given and need not be, nothing is converted.

    What is given is converted and checked by Typer, as ever.
    """
    if "process_value" not in vars(parameter):
        convert = parameter.process_value

        def process_value(ctx: Any, value: Any) -> Any:
            if value is not None or parameter.required or _takes_many(parameter):
                return convert(ctx, value)
            return parameter.callback(ctx, parameter, None) if parameter.callback else None

        parameter.process_value = process_value
    return parameter


def _takes_many(parameter: Any) -> bool:
    """Whether nothing is an empty list, and not None."""
    return bool(parameter.multiple) or parameter.nargs != 1
