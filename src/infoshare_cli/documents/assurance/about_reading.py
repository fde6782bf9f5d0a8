"""What is told of how hard the texts are to read."""

from collections.abc import Iterator, Mapping, Sequence

from infoshare_cli.core.assurance.facts import Facts
from infoshare_cli.core.assurance.pack_texts import Kind
from infoshare_cli.core.assurance.reading_age import BANDS, Sentence
from infoshare_cli.core.checks.wording import HIGHEST_GRADE, WORDS_TO_MEASURE
from infoshare_cli.documents.book.book_blocks import Block, Grid, Paragraph

_KINDS: Mapping[Kind, str] = {
    "question": "Questions, with help and examples",
    "rule": "Reasons of rules",
    "outcome": "Outcomes",
    "action": "Things to do",
    "saying": "Words to say",
    "record": "Fields of the record",
    "notice": "Notices of change",
    "topic": "Topics of the guide",
    "contact": "Contacts",
}
_NOT_MEASURED = (
    "Reading age was not measured, as the library for it is not installed. To measure it: "
    "pip install 'infoshare-cli[rules]'"
)
_YEARS_ABOVE = 5
"""Years of age of a child in a school grade of the United States, beside its number."""


def reading_measure(facts: Facts) -> Iterator[Block]:
    """Which measure it is, and what it came to."""
    reading = facts.reading
    if not reading.measured:
        yield Paragraph(_NOT_MEASURED, strong=True)
        return
    yield Paragraph(
        "The measure is the grade of Flesch and Kincaid (1975): the year of an American school in "
        f"which most can read a text. Grade {HIGHEST_GRADE:.0f} is an age of about "
        f"{HIGHEST_GRADE + _YEARS_ABOVE:.0f}, and no text should be above it."
    )
    told = "No text is above it." if not reading.too_hard else f"Above it: {reading.too_hard}."
    measured = sum(each.measured for each in reading.kinds)
    yield Paragraph(f"Texts: {len(reading.texts)}; measured: {measured}. {told}", strong=True)


def reading_kinds(facts: Facts) -> Iterator[Block]:
    """The texts kind by kind."""
    rows = tuple(
        (
            _KINDS[each.kind],
            str(each.texts),
            f"{each.words:,}",
            str(each.measured),
            _grade(each.middle),
            _grade(each.hardest),
        )
        for each in facts.reading.kinds
    )
    header = ("Kind", "Texts", "Words", "Measured", "Middle grade", "Hardest")
    yield Grid("By kind of text", header, rows)


def reading_bands(facts: Facts) -> Iterator[Block]:
    """How many texts there are in each band of grades."""
    if facts.reading.measured:
        bands = facts.reading.bands
        rows = tuple((_band(band), str(count)) for band, count in bands.items())
        yield Grid("By grade", ("Grade", "Texts"), rows)


def hardest_sentences(facts: Facts) -> Iterator[Block]:
    """The sentences with the highest grades."""
    if not facts.reading.measured:
        yield Paragraph(_NOT_MEASURED)
        return
    yield Paragraph(
        "One long word or one long list makes a sentence hard. A text is held to the measure as a "
        "whole, not sentence by sentence."
    )
    yield _sentences("The hardest sentences", facts.reading.hardest)


def longest_sentences(facts: Facts) -> Iterator[Block]:
    """The sentences with the most words."""
    yield _sentences("The longest sentences", facts.reading.longest)


def every_text(facts: Facts) -> Iterator[Block]:
    """Each text with its measure, the hardest first."""
    yield Paragraph(
        f"The hardest first. Texts of fewer than {WORDS_TO_MEASURE} words have no grade."
    )
    rows = tuple(
        # A line end would end the row of a table in Markdown.
        (
            " ".join(each.source.text.split()),
            f"{each.source.kind}: {each.source.place}",
            _grade(each.grade),
        )
        for each in facts.reading.texts
    )
    yield Grid("Every text", ("Text", "Where", "Grade"), rows)


def _sentences(caption: str, sentences: Sequence[Sentence]) -> Grid:
    rows = tuple(
        (each.text, f"{each.source.kind}: {each.source.place}", str(each.words), _grade(each.grade))
        for each in sentences
    )
    return Grid(caption, ("Sentence", "Where", "Words", "Grade"), rows)


def _grade(grade: float | None) -> str:
    return "not measured" if grade is None else f"{grade:.1f}"


def _band(highest: float | None) -> str:
    if highest is None:
        return f"above {BANDS[-1]:.0f}"
    below = [band for band in BANDS if band < highest]
    return f"above {below[-1]:.0f}, up to {highest:.0f}" if below else f"up to {highest:.0f}"
