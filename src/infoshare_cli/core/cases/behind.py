"""What lies behind a condition or a rule: all that it looks at, through facts and choices too."""

from collections.abc import Iterable, Iterator

from infoshare_cli.core.conditions import All, Any, Comes, Condition, Fails, Holds, Leaf
from infoshare_cli.core.guidance import Guidance, Rule


def leaves_behind(guidance: Guidance, condition: Condition) -> Iterator[Leaf]:
    """All that a condition tells from answers, also through named facts and choices."""
    match condition:
        case All(parts) | Any(parts):
            inner: Iterable[Condition] = parts
        case Holds(fact) | Fails(fact):
            inner = (guidance.condition_of[fact],)
        case Comes(choice, _):
            inner = (row.when for row in guidance.rows_of[choice])
        case _:
            yield condition
            return
    for part in inner:
        yield from leaves_behind(guidance, part)


def questions_behind(guidance: Guidance, condition: Condition) -> tuple[str, ...]:
    """Every question that a condition looks at, also through named facts and choices."""
    return tuple(dict.fromkeys(leaf.question for leaf in leaves_behind(guidance, condition)))


def choices_after(guidance: Guidance, rule: Rule) -> tuple[str, ...]:
    """What a rule that fits comes through: its choice of outcomes, then whose consent."""
    rows = guidance.rows_of[rule.choose] if rule.choose is not None else ()
    ends = [rule.outcome, *(row.value for row in rows)]
    consent_from = [guidance.outcome_by_id[end].consent_from for end in ends if end is not None]
    return tuple(dict.fromkeys(filter(None, (rule.choose, *consent_from))))


def conditions_of(guidance: Guidance, rule: Rule) -> tuple[Condition, ...]:
    """All that decides whether a rule fits, and what it then comes to."""
    return (rule.when, *(Comes(choice, ()) for choice in choices_after(guidance, rule)))
