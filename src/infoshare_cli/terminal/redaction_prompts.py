"""What a person is asked who erases: what is to go, and to type it for good."""

from collections.abc import Iterator, Mapping, Sequence

from infoshare_cli.core.redaction import ANSWERS
from infoshare_cli.core.redaction_facts import Told, groups_of
from infoshare_cli.core.redaction_plan import Plan
from infoshare_cli.terminal.prompts import Choice, Prompt, Way
from infoshare_cli.terminal.redaction_words import field_name

ALL_OF_IT = "whole"
"""The choice of everything; no field is called so."""

_UNSAID = {
    (True, True): "",
    (True, False): "on whose authority the words were erased",
    (False, True): "who erased the words",
    (False, False): "who erased the words, or on whose authority",
}
"""Whether it is said who erased, and on whose authority -> what is not said."""


def what_prompt(told: Told) -> Prompt:
    """The question which fields are to go; see `ALL_OF_IT`."""
    groups = groups_of(told.starts)
    answers = Choice(
        ANSWERS, f"All answers ({ANSWERS})", f"There are {len(groups.answers)} of them."
    )
    return Prompt(
        f"What is to be erased of record {told.seq}?",
        help="Nothing is erased yet. What goes is shown first.",
        choices=(
            *_choices(told, groups.written),
            *([answers] if groups.answers else []),
            *_choices(told, groups.concluded),
            Choice(ALL_OF_IT, "All of it", "And all of what is about it."),
        ),
        alone=(ALL_OF_IT,),
        ways=(Way.QUIT,),
    )


def confirm_prompt(plan: Plan) -> Prompt:
    """The last question before words go."""
    phrase, meaning = confirmation(plan)
    return Prompt(
        f"To erase this for good, type: {phrase}",
        help=f"{meaning} To leave everything as it is, press Enter alone.",
        ways=(Way.QUIT,),
    )


def confirmation(plan: Plan) -> tuple[str, str]:
    """What a person has to type, and what the number in it means."""
    if plan.named is not None:
        return f"erase {plan.named}", f"{plan.named} is the number of the record."
    count = len(plan.erasures)
    return f"erase {count}", f"{count} is how many records lose words."


def unsaid(given: Mapping[str, str], *, done: bool) -> str:
    """What the record of an erasure leaves open of who is behind it; '' where it says all.

    Args:
        given: field -> text, of that record.
        done: whether it is on the disk by now.
    """
    who = any(given.get(name) for name in ("practitioner", "role", "agency"))
    told = _UNSAID[bool(who), bool(given.get("authority"))]
    return told and f"The record of this {'does' if done else 'will'} not say {told}."


def _choices(told: Told, names: Sequence[str]) -> Iterator[Choice]:
    for name in names:
        yield Choice(name, f"{field_name(name)} ({name})", told.starts[name])
