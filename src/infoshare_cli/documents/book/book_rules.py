"""The part of the book that says what decides: rules, choices, named facts and outcomes."""

from collections.abc import Iterator

from infoshare_cli.core.condition_words import begun, in_words, outcome_in_words, spelled
from infoshare_cli.core.guidance import Choice, ChoiceRule, Guidance, Outcome, Rule
from infoshare_cli.documents.book.book_blocks import Grid, Paragraph, Section
from infoshare_cli.documents.book.book_words import (
    Row,
    advice_in_words,
    named,
    rests_on,
    texts,
    value_in_words,
    when_blocks,
)
from infoshare_cli.documents.book.figures import row_anchor, rule_anchor


def rule_section(guidance: Guidance) -> Section:
    """Every rule in its order."""
    return Section(
        "rules",
        "The rules",
        (Paragraph("They are read from the top. The first one that fits decides."),),
        tuple(_rule(guidance, number, rule) for number, rule in enumerate(guidance.rules, 1)),
    )


def _rule(guidance: Guidance, number: int, rule: Rule) -> Section:
    rows: tuple[Row, ...] = (
        ("Then", (_comes_to(guidance, rule),)),
        ("It says", texts(*_headline(guidance, rule))),
        ("Reason", (rule.because,)),
        ("Advice from", texts(advice_in_words(guidance, rule.advice_from))),
        ("Rests on", (rests_on(rule.source),)),
    )
    title = f"Rule {number}: {spelled(rule.id)}"
    return Section(rule_anchor(rule), title, (*when_blocks(guidance, rule.when), named(rows)))


def _comes_to(guidance: Guidance, rule: Rule) -> str:
    if rule.outcome is not None:
        return f"{begun(outcome_in_words(guidance.outcome_by_id[rule.outcome]))}."
    choice = next(each for each in guidance.choices if each.id == rule.choose)
    return f"{begun(choice.short or choice.says)}: see the choice {spelled(choice.id)}."


def _headline(guidance: Guidance, rule: Rule) -> Iterator[str]:
    """What the person is shown, where the rule has words of its own or leads to one outcome."""
    outcome = guidance.outcome_by_id[rule.outcome] if rule.outcome else None
    yield rule.title or (outcome.title if outcome else "")
    yield rule.text or (outcome.text if outcome else "")


def choice_section(guidance: Guidance) -> Section:
    """Every choice as a table of its rows."""
    about = "Each is a list of rows. The first row that fits gives the value."
    return Section(
        "choices",
        "Choices: whose consent counts, and others",
        (Paragraph(about),),
        tuple(_choice(guidance, choice) for choice in guidance.choices),
    )


def _choice(guidance: Guidance, choice: Choice) -> Section:
    rows = tuple(_choice_row(guidance, number, row) for number, row in enumerate(choice.rules, 1))
    ids = tuple(row_anchor(choice, row) for row in choice.rules)
    table = Grid(choice.says, ("Row", "When", "Value", "Reason", "Rests on"), rows, ids)
    return Section(
        f"choice-table-{choice.id.replace('_', '-')}", begun(spelled(choice.id)), (table,)
    )


def _choice_row(guidance: Guidance, number: int, row: ChoiceRule) -> tuple[str, ...]:
    advice = advice_in_words(guidance, row.advice_from)
    because = f"{row.because} Advice from: {advice}." if advice else row.because
    when = f"{begun(in_words(guidance, row.when))}."
    return (str(number), when, value_in_words(guidance, row.value), because, rests_on(row.source))


def fact_section(guidance: Guidance) -> Section:
    """The named facts."""
    rows = tuple(
        (
            spelled(fact.id),
            fact.says,
            f"{begun(in_words(guidance, fact.when))}.",
            spelled(fact.not_sure_counts_as or "not laid down"),
            rests_on(fact.source),
        )
        for fact in guidance.facts
    )
    header = ("Name", "It says", "It is true when", "Not sure counts as", "Rests on")
    about = Paragraph("Short names for conditions that several rules use.")
    return Section("facts", "Named facts", (about, Grid("Named facts", header, rows)))


def outcome_section(guidance: Guidance) -> Section:
    """What the rules can come to."""
    return Section(
        "outcomes",
        "Outcomes",
        (Paragraph("Every case comes to one of these."),),
        tuple(_outcome(guidance, outcome) for outcome in guidance.outcomes),
    )


def _outcome(guidance: Guidance, outcome: Outcome) -> Section:
    labels = {each.id: each.label for each in guidance.decisions}
    rows: tuple[Row, ...] = (
        ("Headline", (outcome.title,)),
        ("Meaning", (outcome.text,)),
        ("Agrees with the decision", ("; ".join(labels[each] for each in outcome.agrees_with),)),
        ("Contacts", (", ".join(map(spelled, outcome.contacts)),)),
        ("Rests on", (rests_on(outcome.source),)),
    )
    title = begun(outcome_in_words(outcome).strip('"'))
    return Section(f"outcome-{outcome.id}", title, (named(rows),))
