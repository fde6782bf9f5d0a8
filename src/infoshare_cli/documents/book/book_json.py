"""A book as JSON: its graphs, and what is known of the rules, for other programs."""

from pathlib import Path

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.documents.book.book import Evidence
from infoshare_cli.documents.book.book_blocks import Book, InWords, Section, place_of
from infoshare_cli.documents.book.figures import Figure
from infoshare_cli.documents.case_json import coverage_to_json
from infoshare_cli.documents.decision_json import Json
from infoshare_cli.documents.proof_json import proof_to_json


def book_to_json(guidance: Guidance, evidence: Evidence, book: Book, file: Path | None) -> Json:
    """What the book holds; `file` is where it was written, if anywhere."""
    pack = guidance.pack
    proof, coverage = evidence.proof, evidence.coverage
    return {
        "title": book.title,
        "file": str(file) if file else None,
        "pack": {"id": pack.id, "version": pack.version, "digest": guidance.digest},
        "engine": evidence.engine,
        "sections": [{"id": each.id, "title": each.title} for each in book.sections],
        "figures": [_figure(figure) for section in book.sections for figure in _figures(section)],
        "proof": proof_to_json(guidance, proof, {}) if proof else None,
        "cases": {"written": evidence.cases, "different": evidence.different},
        "coverage": coverage_to_json(guidance, coverage) if coverage else None,
    }


def _figures(section: Section) -> list[Figure]:
    own = [block.figure for block in section.blocks if isinstance(block, InWords)]
    return own + [figure for each in section.sections for figure in _figures(each)]


def _figure(figure: Figure) -> Json:
    return {
        "id": figure.id,
        "number": figure.number,
        "title": figure.title,
        "steps": [
            {"step": box.head, "asks": box.asks, "ways": _ways(figure, place)}
            for place, box in enumerate(figure.boxes)
            if box.kind == "step"
        ],
    }


def _ways(figure: Figure, place: int) -> list[Json]:
    return [
        {
            "answers": arrow.full,
            "leads_to": place_of(figure, arrow.to).text,
            "decided_by": figure.boxes[arrow.to].decided_by or None,
        }
        for arrow in figure.arrows_of(place)
    ]
