"""What the program knows, by the names under which the forms ask for it."""

from collections.abc import Callable, Iterator, Mapping

from infoshare_cli.core.assurance.facts import Facts
from infoshare_cli.documents.assurance.about_data import counts, fields, files, overrides
from infoshare_cli.documents.assurance.about_evidence import (
    carried,
    cases_by_rule,
    coverage,
    performance,
    proof,
    receipt,
)
from infoshare_cli.documents.assurance.about_hazards import (
    hazard_overview,
    hazards,
    hazards_in_short,
)
from infoshare_cli.documents.assurance.about_reading import (
    every_text,
    hardest_sentences,
    longest_sentences,
    reading_bands,
    reading_kinds,
    reading_measure,
)
from infoshare_cli.documents.assurance.about_rules import (
    decision,
    lengths,
    notices,
    outcomes,
    questions,
    rules,
    shape,
)
from infoshare_cli.documents.book.book_blocks import Block, Section

KNOWN: Mapping[str, Callable[[Facts], Iterator[Block | Section]]] = {
    "carried": carried,
    "cases-by-rule": cases_by_rule,
    "counts": counts,
    "coverage": coverage,
    "decision": decision,
    "every-text": every_text,
    "fields": fields,
    "files": files,
    "hardest-sentences": hardest_sentences,
    "hazard-overview": hazard_overview,
    "hazards": hazards,
    "hazards-in-short": hazards_in_short,
    "lengths": lengths,
    "longest-sentences": longest_sentences,
    "notices": notices,
    "outcomes": outcomes,
    "overrides": overrides,
    "performance": performance,
    "proof": proof,
    "questions": questions,
    "reading-bands": reading_bands,
    "reading-kinds": reading_kinds,
    "reading-measure": reading_measure,
    "receipt": receipt,
    "rules": rules,
    "shape": shape,
}
"""Name -> what tells it, in blocks and sections."""
