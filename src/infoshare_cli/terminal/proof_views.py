"""What was proved of the rules, and the cases that show what does not hold."""

from collections.abc import Iterator, Mapping

from infoshare_cli.core.condition_words import answers_in_words
from infoshare_cli.core.finding import Finding
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.proof import Proof
from infoshare_cli.core.walk import TooManyNodes
from infoshare_cli.terminal.guide_views import pages_text
from infoshare_cli.terminal.page import Block, Heading, Items, Panel, Rows, Text


def proof_page(guidance: Guidance, proof: Proof, commands: Mapping[str, str]) -> tuple[Block, ...]:
    """What holds, then what does not; `commands` show the cases that do, by finding."""
    findings = (*proof.laws, *proof.properties)
    broken = [finding for finding in findings if not finding.holds]
    return (
        Heading(f"{guidance.pack.title}, version {guidance.pack.version}"),
        Text(proof.digest, "quiet"),
        Rows(tuple(_counts(proof))),
        Heading("What holds of any rules"),
        Items(tuple(_line(finding) for finding in proof.laws)),
        Heading("What these rules must keep to"),
        *_promises(proof.properties),
        *(_broken(guidance, finding, commands) for finding in broken),
        _ending(len(broken)),
    )


def too_many_page(error: TooManyNodes) -> tuple[Block, ...]:
    """Why a proof was given up."""
    return (
        Text("Not proved: there are too many ways through these rules.", "danger"),
        Text(
            f"After {error.nodes:,} positions there was no end. The question that adds most is "
            f"{error.question}. Let fewer conditions ask for it, or ask for it later."
        ),
    )


def _counts(proof: Proof) -> Iterator[tuple[str, str]]:
    yield "Cases", f"{proof.cases:,}"
    yield "Classes of cases", f"{proof.classes:,}"
    yield "Positions", f"{proof.nodes:,}"
    questions = f"{proof.shortest} to {proof.longest}, {proof.mean:.1f} on average"
    yield "Questions before the outcome", questions


def _promises(properties: tuple[Finding, ...]) -> Iterator[Block]:
    if properties:
        yield Items(tuple(_line(finding) for finding in properties))
    else:
        yield Text("Nothing: there is no properties.yaml.", "warning")


def _line(finding: Finding) -> str:
    state = "Holds" if finding.holds else "BROKEN"
    pages = f" ({pages_text(finding.source)})" if finding.source else ""
    return f"{state}: {finding.says}{pages}"


def _broken(guidance: Guidance, finding: Finding, commands: Mapping[str, str]) -> Panel:
    blocks: list[Block] = [Text(finding.says), Text(finding.why, "strong")]
    if finding.cases:
        blocks.append(Text(f"Cases that break it: {finding.cases:,}. The shortest one:"))
    if finding.example is not None:
        rows = answers_in_words(guidance, finding.example)
        blocks.append(Rows(rows) if rows else Text("Before anything is answered."))
    if finding.id in commands:
        blocks += (Text("To see it:"), Text(commands[finding.id]))
    return Panel(f"Broken: {finding.id}", tuple(blocks), "danger")


def _ending(broken: int) -> Text:
    if broken:
        return Text(f"Not proved. Broken: {broken}.", "danger")
    return Text("Proved: all of this holds in every case.", "strong")
