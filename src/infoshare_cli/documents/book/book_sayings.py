"""The part of the book that says what people are told, by whom, and what is kept back."""

from collections.abc import Iterator

from infoshare_cli.core.condition_words import begun, in_words, spelled
from infoshare_cli.core.guidance import Guidance, Saying
from infoshare_cli.core.sayings import AUDIENCES, FORMS, MAY_HEAR
from infoshare_cli.documents.book.book_blocks import Grid, Paragraph, Section
from infoshare_cli.documents.book.book_words import rests_on

_ABOUT = (
    "Words to read out or paste once the outcome is there, listener by listener. Where a text "
    "names a field of the record in braces, the words that stand there are put in. For each "
    "listener it is laid down which fields these may be."
)


def saying_sections(guidance: Guidance) -> Iterator[Section]:
    """What is said to whom; nothing for a pack that has no such words."""
    if guidance.sayings:
        yield Section("sayings", "What to say", (Paragraph(_ABOUT),), tuple(_listeners(guidance)))


def _listeners(guidance: Guidance) -> Iterator[Section]:
    for audience, name in AUDIENCES.items():
        rows = tuple(_saying(guidance, each) for each in guidance.sayings if each.to == audience)
        if rows:
            title, fields = f"To {name}", ", ".join(map(spelled, MAY_HEAR[audience])) or "none"
            may_hear = Paragraph(f"Fields of the record that may be put in: {fields}.")
            table = Grid(title, ("Text", "When", "Rests on"), rows)
            yield Section(f"sayings-{audience}", title, (may_hear, table))


def _saying(guidance: Guidance, saying: Saying) -> tuple[str, ...]:
    text = f"{FORMS[saying.form]}: {' '.join(saying.text.split())}"
    return (text, f"{begun(in_words(guidance, saying.when))}.", rests_on(saying.source))
