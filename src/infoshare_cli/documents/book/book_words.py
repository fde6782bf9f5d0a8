"""Words and blocks that several parts of the book share."""

from collections.abc import Iterable, Sequence

from infoshare_cli.core.condition_words import (
    begun,
    in_words,
    lines_in_words,
    outcome_in_words,
    spelled,
)
from infoshare_cli.core.conditions import All, Condition
from infoshare_cli.core.guidance import Citation, Guidance, page_of, pages_in_words
from infoshare_cli.documents.book.book_blocks import Block, Bullets, Item, Named, Paragraph

Row = tuple[str, tuple[str, ...]]


def rests_on(source: Sequence[Citation]) -> str:
    """'Pages 3 and 6: p3.relevant, p6.informed'."""
    pages = begun(pages_in_words(map(page_of, source)))
    statements = [citation for citation in source if "." in citation]
    return f"{pages}: {', '.join(statements)}" if statements else pages


def value_in_words(guidance: Guidance, value: str) -> str:
    """What a choice comes to: an outcome, somebody who consents, or a word of its own."""
    if value in guidance.outcome_by_id:
        return begun(outcome_in_words(guidance.outcome_by_id[value]))
    labels = {each.id: each.label for each in guidance.consent_from}
    return begun(labels.get(value) or spelled(value))


def when_blocks(guidance: Guidance, condition: Condition) -> tuple[Block, ...]:
    """A condition: a sentence, or a line for each of its parts."""
    if not isinstance(condition, All):
        return (Paragraph(f"When {in_words(guidance, condition)}."),)
    lines = [line for part in condition.parts for line in lines_in_words(guidance, part)]
    items = tuple(Item(line.text, line.depth) for line in lines)
    return (Paragraph("When all of these are so:"), Bullets(items))


def named(rows: Iterable[Row]) -> Named:
    """Names and texts; a name without any text is left out."""
    return Named(tuple(row for row in rows if row[1]))


def texts(*given: str) -> tuple[str, ...]:
    """The texts that say something."""
    return tuple(filter(None, given))


def advice_in_words(guidance: Guidance, advice_from: Sequence[str]) -> str:
    """Whom to ask; '' for nobody."""
    labels = {each.id: each.label for each in guidance.advice_from}
    return "; ".join(labels[each] for each in advice_from)
