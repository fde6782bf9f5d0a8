"""What decides, on screen: named facts, choices with their rows, rules, and properties."""

from collections.abc import Iterator

from infoshare_cli.core.condition_words import begun, in_words, outcome_in_words
from infoshare_cli.core.conditions import Comes
from infoshare_cli.core.guidance import Choice, ChoiceRule, Fact, Guidance, Rule
from infoshare_cli.core.proof.laws import LAWS
from infoshare_cli.core.proof.properties import Property
from infoshare_cli.terminal.entry_blocks import (
    advice_labels,
    condition_blocks,
    named_values,
    never_blocks,
    rests_on,
)
from infoshare_cli.terminal.page import Block, Heading


def fact_blocks(guidance: Guidance, fact: Fact) -> Iterator[Block]:
    """A named fact: what it says, when it is true, and where not-sure falls."""
    yield Heading(f"Fact {fact.id}: {fact.says}")
    yield from condition_blocks(guidance, fact.when)
    yield named_values(
        ("Not sure counts as", fact.not_sure_counts_as or ""),
        ("Rests on", rests_on(fact.source)),
    )


def choice_blocks(guidance: Guidance, choice: Choice) -> Iterator[Block]:
    """A choice with its rows."""
    yield Heading(f"Choice {choice.id}: {choice.says}")
    for row in choice.rules:
        yield from _row(guidance, choice, row)


def _row(guidance: Guidance, choice: Choice, row: ChoiceRule) -> Iterator[Block]:
    number = [each.id for each in guidance.rows_of[choice.id]].index(row.id) + 1
    yield Heading(f"Row {number} of {choice.id}, {row.id}")
    yield from condition_blocks(guidance, row.when)
    yield named_values(
        ("Then", f"{begun(in_words(guidance, Comes(choice.id, (row.value,))))}."),
        ("Reason", row.because),
        ("Advice from", advice_labels(guidance, row.advice_from)),
        ("Rests on", rests_on(row.source)),
    )


def rule_blocks(guidance: Guidance, rule: Rule) -> Iterator[Block]:
    """A rule with its place among all, from its conditions to what it rests on."""
    yield Heading(f"Rule {guidance.rules.index(rule) + 1}, {rule.id}")
    yield from condition_blocks(guidance, rule.when)
    yield named_values(
        ("Then", f"{begun(_comes_to(guidance, rule))}."),
        ("Headline", rule.title),
        ("In more words", rule.text),
        ("Reason", rule.because),
        ("Advice from", advice_labels(guidance, rule.advice_from)),
        ("Rests on", rests_on(rule.source)),
    )


def _comes_to(guidance: Guidance, rule: Rule) -> str:
    if rule.outcome is not None:
        return outcome_in_words(guidance.outcome_by_id[rule.outcome])
    choice = next(each for each in guidance.choices if each.id == rule.choose)
    return f"what the choice {choice.id} comes to: {choice.short or choice.says}"


def property_blocks(guidance: Guidance, held: Property) -> Iterator[Block]:
    """A property: the cases that it is about, and what always or never holds of them."""
    yield Heading(f"Property {held.id}: {held.says}")
    if held.when is not None:
        yield from condition_blocks(guidance, held.when)
    if held.always is not None:
        yield from condition_blocks(
            guidance, held.always, "Always" if held.when is None else "Then always"
        )
    if held.never is not None:
        yield from never_blocks(
            guidance, held.never, "Never" if held.when is None else "Then never"
        )
    laws = " ".join(LAWS[law] for law in held.laws)
    yield named_values(("Of every pack", laws), ("Rests on", rests_on(held.source)))
