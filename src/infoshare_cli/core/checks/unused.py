"""What a pack declares and nothing rests on: named facts, and choices."""

from collections.abc import Iterable, Iterator, Mapping

from infoshare_cli.core.conditions import All, Any, Comes, Condition, Fails, Holds
from infoshare_cli.core.guidance import Guidance

Name = tuple[str, str]
"""A fact or a choice: which of the two, and its id. One of each may have the same id."""


def unused_names(guidance: Guidance, elsewhere: Iterable[Condition] = ()) -> tuple[Name, ...]:
    """The facts, then the choices, that nothing rests on, in the order of the pack.

    What only such a fact or choice rests on is among them.

    Args:
        elsewhere: conditions outside the pack's own entries that may use them.
    """
    behind = _behind(guidance)
    waiting = [*_roots(guidance), *(name for each in elsewhere for name in names_in(each))]
    used: set[Name] = set()
    while waiting:
        name = waiting.pop()
        if name not in used:
            used.add(name)
            waiting.extend(behind[name])
    return tuple(name for name in behind if name not in used)


def names_in(condition: Condition) -> Iterator[Name]:
    """The facts and choices that a condition names itself."""
    match condition:
        case All(parts) | Any(parts):
            for part in parts:
                yield from names_in(part)
        case Holds(fact) | Fails(fact):
            yield "fact", fact
        case Comes(choice, _):
            yield "choice", choice


def _behind(guidance: Guidance) -> Mapping[Name, tuple[Name, ...]]:
    """For each fact and choice, those that it rests on."""
    facts = {("fact", each.id): tuple(names_in(each.when)) for each in guidance.facts}
    choices = {
        ("choice", each.id): tuple(name for row in each.rules for name in names_in(row.when))
        for each in guidance.choices
    }
    return {**facts, **choices}


def _roots(guidance: Guidance) -> Iterator[Name]:
    """What rules, outcomes, questions, actions, sayings and the record rest on."""
    conditions = [rule.when for rule in guidance.rules]
    conditions += [action.when for action in guidance.actions]
    conditions += [saying.when for saying in guidance.sayings]
    conditions += [follow_up.when for follow_up in guidance.follow_ups]
    conditions += [field.when for field in guidance.record_fields if field.when is not None]
    for condition in conditions:
        yield from names_in(condition)
    chosen = {rule.choose for rule in guidance.rules}
    chosen |= {outcome.consent_from for outcome in guidance.outcomes}
    chosen |= {name for question in guidance.questions for name in question.about}
    chosen |= {name for field in guidance.record_fields for name in field.about}
    yield from (("choice", choice.id) for choice in guidance.choices if choice.id in chosen)
