"""The part of the book that says why the rules can be trusted: proof, coverage and trace."""

from collections.abc import Iterable

from infoshare_cli.core.checks.trace import Trace, TracedPage, carriers_in_words
from infoshare_cli.core.condition_words import begun
from infoshare_cli.core.coverage.coverage import Coverage
from infoshare_cli.core.coverage.obligation_words import obligation_in_words
from infoshare_cli.core.coverage.obligations import Obligation
from infoshare_cli.core.guidance import Guidance, pages_in_words
from infoshare_cli.core.proof.finding import Finding
from infoshare_cli.core.proof.proof import Proof
from infoshare_cli.documents.book.book_blocks import (
    Block,
    Bullets,
    Grid,
    Item,
    Named,
    Paragraph,
    Section,
)
from infoshare_cli.documents.book.book_words import rests_on


def proof_section(proof: Proof | None) -> Section:
    """What was proved, over how many cases."""
    title = "What was proved"
    if proof is None:
        text = "These rules are not proved. Do not sign before they are: infoshare rules prove"
        return Section("proof", title, (Paragraph(text, strong=True),))
    verdict = "All of this holds in every case." if proof.holds else "Not all of this holds."
    return Section(
        "proof",
        title,
        (
            Paragraph(
                "Every case that there is was put to the same program that answers people, and not "
                "to a model of it. A case is a complete set of answers. Cases that no rule tells "
                "apart are one class."
            ),
            Paragraph(verdict, strong=True),
            Named(
                (
                    ("Cases", (f"{proof.cases:,}",)),
                    ("Classes of cases", (f"{proof.classes:,}",)),
                    ("Positions of the interview", (f"{proof.nodes:,}",)),
                    ("Questions asked", (_lengths(proof),)),
                )
            ),
            *_findings("What must hold of any rules", proof.laws),
            *_findings("What must hold of these rules", proof.properties),
        ),
    )


def _lengths(proof: Proof) -> str:
    return f"at least {proof.shortest}, at most {proof.longest}, on average {proof.mean:.1f}"


def _state(finding: Finding) -> str:
    return "Holds" if finding.holds else " ".join(("Does not hold.", *finding.why))


def _findings(caption: str, findings: Iterable[Finding]) -> Iterable[Block]:
    rows = tuple(
        (
            each.says,
            "Holds" if each.holds else " ".join(("Does not hold.", *each.why)),
            _source(each),
        )
        for each in findings
    )
    return (Grid(caption, ("It says", "Result", "Rests on"), rows),) if rows else ()


def _source(finding: Finding) -> str:
    return rests_on(finding.source) if finding.source else "The engine"


def coverage_section(
    guidance: Guidance, coverage: Coverage | None, cases: int, different: int
) -> Section:
    """How far the pack's own cases reach, and how many do not come out as written."""
    title = "How far the written cases reach"
    if coverage is None:
        return Section("coverage", title, (Paragraph("This was not measured."),))
    rows = (
        ("Rules that decided a case", coverage.rules),
        ("Rows of choices that gave the value", coverage.rows),
        ("Outcomes that came", coverage.outcomes),
        ("Lines of conditions, each alone making the difference, both ways", coverage.sides),
    )
    table = Grid(
        "What the written cases have met",
        ("What", "Met", "Of"),
        tuple((name, str(share.met), str(share.total)) for name, share in rows),
    )
    return Section(
        "coverage",
        title,
        (
            Paragraph(
                f"These rules come with {cases} invented cases, each with the outcome that "
                "somebody wrote down for it."
            ),
            Paragraph(_verdict(different), strong=True),
            table,
            *_missing(guidance, coverage),
            *_impossible(guidance, coverage),
        ),
    )


def _verdict(different: int) -> str:
    if not different:
        return "All of them come out as they were written."
    return f"Not as they were written: {different} of them."


def _missing(guidance: Guidance, coverage: Coverage) -> Iterable[Block]:
    if coverage.complete:
        return (Paragraph("Nothing is left that some case could meet.", strong=True),)
    return (
        Paragraph("Met by none of these cases:", strong=True),
        _listed(guidance, coverage.missing),
    )


def _impossible(guidance: Guidance, coverage: Coverage) -> Iterable[Block]:
    out = coverage.impossible
    if not out:
        return ()
    told = f"Left out of these counts, as no case can meet them: {len(out)}."
    return (Paragraph(told), _listed(guidance, out))


def _listed(guidance: Guidance, obligations: Iterable[Obligation]) -> Bullets:
    return Bullets(tuple(Item(begun(obligation_in_words(guidance, each))) for each in obligations))


def trace_section(trace: Trace) -> Section:
    """Each statement of the guide, and what carries it."""
    title = "Where the guide is carried"
    if not trace.statements:
        told = Paragraph("These rules come with no list of what the guide says.", strong=True)
        return Section("trace", title, (told,))
    lost = [Item(f"{each.id}: {each.says}") for each in trace.not_carried]
    wrong = (Paragraph("Carried by nothing:", strong=True), Bullets(tuple(lost))) if lost else ()
    return Section(
        "trace",
        title,
        (Paragraph(trace.count_in_words), *wrong),
        tuple(map(_page, trace.pages)),
    )


def _page(page: TracedPage) -> Section:
    title = begun(pages_in_words([page.page]))
    rows = tuple(
        (each.statement.id, each.statement.says, begun(carriers_in_words(each.carried_by)))
        for each in page.statements
    )
    table = Grid(f"{title} of the guide", ("Statement", "It says", "Carried by"), rows)
    return Section(f"page-{page.page}", f"{title} of the guide", (table,))
