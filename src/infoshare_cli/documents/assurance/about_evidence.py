"""What is told of the evidence for the rules: proof, written cases, coverage and trace."""

from collections.abc import Iterator

from infoshare_cli.core.assurance.facts import Facts
from infoshare_cli.core.guidance import page_of, pages_in_words
from infoshare_cli.core.proof.proof import Proof
from infoshare_cli.documents.book.book_blocks import (
    Block,
    Grid,
    Paragraph,
    Section,
)
from infoshare_cli.documents.book.book_evidence import (
    coverage_section,
    proof_section,
    trace_section,
)


def carried(facts: Facts) -> Iterator[Block | Section]:
    """Each statement of the guide, and what carries it."""
    found = trace_section(facts.trace)
    yield from found.blocks
    yield from found.sections


def cases_by_rule(facts: Facts) -> Iterator[Block]:
    """How many of the written cases each rule decides."""
    rows = tuple(
        (
            f"{number}. {rule.id}",
            str(facts.cases.by_rule.get(rule.id, 0)),
            pages_in_words(map(page_of, rule.source)),
        )
        for number, rule in enumerate(facts.guidance.rules, start=1)
    )
    yield Paragraph(
        f"{facts.cases.written} written cases come with the rules. Each is counted at the rule "
        "that decides it."
    )
    yield Grid("Cases that each rule decides", ("Rule", "Cases", "Rests on"), rows)


def coverage(facts: Facts) -> Iterator[Block]:
    """How far the written cases reach."""
    cases = facts.cases
    section = coverage_section(facts.guidance, facts.coverage, cases.written, cases.different)
    yield from section.blocks


def proof(facts: Facts) -> Iterator[Block]:
    """What was proved, law by law and property by property."""
    yield from proof_section(facts.proof).blocks


def performance(facts: Facts) -> Iterator[Block]:
    """What stands in place of a measure of how often a model is right."""
    if facts.proof is None:
        yield Paragraph("The rules could not be proved: there were too many cases.", strong=True)
        return
    broken = facts.broken
    said = f"not all hold: {', '.join(broken)}" if broken else "all of them hold"
    yield Paragraph(
        f"Held against every case that there is, {facts.proof.cases:,} in all. "
        f"{held_in_words(facts.proof)}; {said}. Written cases: {facts.cases.written}, of which "
        f"{facts.cases.different} do not come out as written.",
        strong=bool(broken),
    )


def held_in_words(proof: Proof) -> str:
    """How much was held against every case; a property may name laws again, so not one sum."""
    return f"Laws of any rules: {len(proof.laws)}; properties of these: {len(proof.properties)}"


def receipt(facts: Facts) -> Iterator[Block]:
    """Whether a receipt of the proof lies beside the rules."""
    if facts.guidance.proved:
        told = (
            "A receipt beside the rules says that these very words were proved by this version of "
            "the program. It fits the digest above."
        )
    else:
        told = (
            "No receipt beside the rules fits them and this version of the program. What stands "
            "above was worked out now all the same: infoshare rules prove writes the receipt."
        )
    yield Paragraph(told, strong=not facts.guidance.proved)
    yield Paragraph("It is a receipt and no seal: whoever may change the rules may write one.")
