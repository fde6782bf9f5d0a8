"""The book of a pack: all that somebody who signs for the rules has to see, in one document."""

from dataclasses import dataclass

from infoshare_cli.core.checks.trace import Trace
from infoshare_cli.core.coverage.coverage import Coverage
from infoshare_cli.core.graph.pack_graphs import graphs_of
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.proof.proof import Proof
from infoshare_cli.documents.book.book_blocks import (
    Block,
    Book,
    Bullets,
    Drawing,
    InWords,
    Item,
    Paragraph,
    Section,
    Signature,
)
from infoshare_cli.documents.book.book_evidence import (
    coverage_section,
    proof_section,
    trace_section,
)
from infoshare_cli.documents.book.book_questions import (
    action_section,
    notice_section,
    question_section,
    record_section,
)
from infoshare_cli.documents.book.book_rules import (
    choice_section,
    fact_section,
    outcome_section,
    rule_section,
)
from infoshare_cli.documents.book.book_sayings import saying_sections
from infoshare_cli.documents.book.figures import Figure, Figures, figures_of

_TO_SIGN = (
    "Name",
    "Role",
    "Organisation",
    "Decision: accepted, or not accepted",
    "Remarks",
    "Date",
    "Signature",
)
_SIGNATURES = 2
_ABOUT = (
    "This book is written from the rules themselves. Nothing in it was added by hand. It is for "
    "those who answer for the rules, and it needs no knowledge of programs."
)
_HOW_TO_READ = (
    "The rules are read from the top. The first one that fits decides.",
    "A question is asked only when a rule needs its answer.",
    "Not sure is an answer of its own. It is never taken for a no.",
    "Each rule says what it rests on: a page of the guide, and the statement there by its id, such "
    "as p6.informed.",
    "The digest on the first page belongs to these very words. Each record of a decision names it. "
    "If one word of the rules changes, so does the digest, and this book is out of date.",
    "The rules support a decision. The decision stays with the person who takes it.",
)
_HOW_TO_READ_A_GRAPH = (
    "Begin at step 1, in figure 1.",
    "A box with round corners is a step. It looks at one answer. Each arrow says for which answers "
    "it is taken.",
    "A box with a double edge is an end. It says what the rules come to, and which rule says so. "
    "Colour only repeats the words.",
    "A box with a broken edge leads on to the next part.",
    "Where an answer was given before, a step looks back at it. Nobody is asked twice.",
    "Ways that go on alike are drawn as one.",
)


@dataclass(frozen=True)
class Evidence:
    """What is known of a pack beside what stands in it; None for what could not be found out."""

    engine: str
    """The version of the program."""
    proof: Proof | None
    coverage: Coverage | None
    cases: int
    """How many cases come with the pack."""
    different: int
    """How many of them do not come out as they were written."""
    trace: Trace


def book_of(guidance: Guidance, evidence: Evidence) -> Book:
    """The book of a pack; the same for the same pack, whenever and wherever it is made."""
    pack, figures = guidance.pack, figures_of(graphs_of(guidance))
    return Book(
        title=f"The rules of {pack.id}, for signing",
        cover=(
            ("Title", (pack.title,)),
            ("Version", (pack.version,)),
            ("After", (pack.guide,)),
            ("Digest of the rules", (guidance.digest,)),
            ("Proved", (_proved(evidence.proof),)),
            ("Made by", (f"infoshare {evidence.engine}",)),
            ("Holds", (_count(guidance),)),
        ),
        sections=(
            _how_to_read(),
            _graph(figures),
            rule_section(guidance),
            choice_section(guidance),
            fact_section(guidance),
            outcome_section(guidance),
            action_section(guidance),
            *saying_sections(guidance),
            question_section(guidance),
            record_section(guidance),
            proof_section(evidence.proof),
            coverage_section(guidance, evidence.coverage, evidence.cases, evidence.different),
            trace_section(evidence.trace),
            notice_section(guidance),
            _to_sign(guidance),
        ),
    )


def _proved(proof: Proof | None) -> str:
    if proof is None:
        return "No. It could not be tried."
    if not proof.holds:
        return "NO. Something that must hold does not: see What was proved."
    held = len(proof.laws) + len(proof.properties)
    return f"Yes, in all {proof.cases:,} cases: {held} things that must hold"


def _count(guidance: Guidance) -> str:
    return (
        f"{len(guidance.questions)} questions, {len(guidance.rules)} rules, "
        f"{len(guidance.choices)} choices, {len(guidance.outcomes)} outcomes and "
        f"{len(guidance.actions)} actions"
    )


def _how_to_read() -> Section:
    return Section(
        "how-to-read",
        "How to read this book",
        (Paragraph(_ABOUT), Bullets(tuple(map(Item, _HOW_TO_READ)))),
    )


def _graph(figures: Figures) -> Section:
    return Section(
        "graph",
        "The decision as a graph",
        (Bullets(tuple(map(Item, _HOW_TO_READ_A_GRAPH))),),
        (
            *(_figure_section(figure) for figure in figures.rules),
            *(_figure_section(figure) for figure in figures.choices),
            Section("sheet", "The decision on one sheet", (_sheet(figures),), paper="sheet"),
        ),
    )


def _sheet(figures: Figures) -> Block:
    says = "The parts of the decision side by side. Each of them says the same in words, above."
    return Drawing("sheet-of-all", "The decision on one sheet", says, figures.rules)


def _figure_section(figure: Figure) -> Section:
    title = f"Figure {figure.number}. {figure.title}"
    drawing = Drawing(f"drawing-{figure.id}", title, figure.says, (figure,))
    return Section(figure.id, title, (drawing, InWords(figure)))


def _to_sign(guidance: Guidance) -> Section:
    return Section(
        "sign",
        "To sign",
        (
            Paragraph(f"Rules: {guidance.pack.title}, version {guidance.pack.version}."),
            Paragraph(f"Digest: {guidance.digest}"),
            Paragraph("I have read this book. My decision on these rules, for my organisation:"),
            Signature(_TO_SIGN, _SIGNATURES),
        ),
    )
