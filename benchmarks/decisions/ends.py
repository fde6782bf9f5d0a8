"""Where decisions end: each rule with the rows that it may come through, told apart by a key.

A peer comes to such a key; what it stands for is looked up in a table that is made beforehand.
"""

from collections.abc import Iterator, Mapping

from benchmarks.decisions.if_statements import Decided
from infoshare_cli.core.conditions import All, Comes, Condition
from infoshare_cli.core.guidance import ChoiceRule, Guidance, Rule
from infoshare_cli.core.interview import Reason

Rows = tuple[ChoiceRule, ...]


def reasons_by_id(guidance: Guidance) -> Mapping[str, Reason]:
    """What each rule and each row of a choice gives as a reason."""
    rows = [row for choice in guidance.choices for row in choice.rules]
    both: list[Rule | ChoiceRule] = [*guidance.rules, *rows]
    return {each.id: Reason(each.id, each.because, each.source) for each in both}


def decided_by_key(guidance: Guidance) -> Mapping[str, Decided]:
    """What each key stands for."""
    because = reasons_by_id(guidance)
    return {
        key_of(rule, rows): (
            _outcome(rule, rows),
            rule.id,
            (because[rule.id], *(because[row.id] for row in rows)),
        )
        for rule in guidance.rules
        for rows in _ends(guidance, rule, ())
    }


def key_of(rule: Rule, rows: Rows) -> str:
    """The key of an end."""
    return " ".join((rule.id, *(row.id for row in rows)))


def next_rows(guidance: Guidance, rule: Rule, rows: Rows) -> Rows:
    """The rows, in order, of which one fits next where a rule came through some; () at an end.

    Raises:
        ValueError: the rule looks at a choice inside an any, so it is not told whether it counts.
    """
    wanted = dict(_wanted(rule.when))
    if set(guidance.choices_behind(rule.when)) - wanted.keys():
        raise ValueError(f"The rule {rule.id} looks at a choice in a way that has no translation.")
    through = [*wanted, *([rule.choose] if rule.choose else [])]
    if len(rows) >= len(through):
        consent_from = guidance.outcome_by_id[_outcome(rule, rows)].consent_from
        through += [consent_from] if consent_from and consent_from not in through else []
    if len(rows) == len(through):
        return ()
    choice = through[len(rows)]
    return tuple(
        row
        for row in guidance.rows_of[choice]
        if choice not in wanted or row.value in wanted[choice]
    )


def _wanted(condition: Condition) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The choices that a rule asks for, each with the values that it asks for."""
    for part in condition.parts if isinstance(condition, All) else (condition,):
        if isinstance(part, Comes):
            yield part.choice, part.values


def _ends(guidance: Guidance, rule: Rule, rows: Rows) -> Iterator[Rows]:
    following = next_rows(guidance, rule, rows)
    if not following:
        yield rows
    for row in following:
        yield from _ends(guidance, rule, (*rows, row))


def _outcome(rule: Rule, rows: Rows) -> str:
    """The outcome; the row of the choice of outcomes is the last but those about consent."""
    if rule.outcome is not None:
        return rule.outcome
    return rows[len(dict(_wanted(rule.when)))].value
