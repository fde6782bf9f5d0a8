"""What was proved of the rules, and the cases that show what does not hold."""

from collections.abc import Iterator, Mapping

from infoshare_cli.core.cases.walk import TooManyNodes
from infoshare_cli.core.condition_words import answers_in_words
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.proof.finding import Finding
from infoshare_cli.core.proof.proof import Proof
from infoshare_cli.terminal.guide_views import pages_text
from infoshare_cli.terminal.page import Block, Command, Heading, Items, Panel, Rows, Text


def proof_page(guidance: Guidance, proof: Proof, commands: Mapping[str, str]) -> tuple[Block, ...]:
    """What holds, then what does not; `commands` show the cases that do, by finding."""
    return (
        Heading(f"{guidance.pack.title}, version {guidance.pack.version}"),
        Text(proof.digest, "quiet"),
        Rows(tuple(_counts(proof))),
        *(_proved(proof) if proof.holds else _unproved(guidance, proof, commands)),
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


def _proved(proof: Proof) -> Iterator[Block]:
    yield Heading("What holds of any rules")
    yield Items(tuple(_line(finding) for finding in proof.laws))
    yield Heading("What these rules must keep to")
    if proof.properties:
        yield Items(tuple(_line(finding) for finding in proof.properties))
    else:
        yield Text("Nothing: there is no properties.yaml.", "warning")
    held = f"Held: {len(proof.laws)} laws of any rules, and of these rules {len(proof.properties)}."
    yield Text(f"Proved: all of this holds in every case. {held}", "strong")


def _unproved(guidance: Guidance, proof: Proof, commands: Mapping[str, str]) -> Iterator[Block]:
    """What is broken, and nothing of what is not, so that nobody has to search."""
    findings = (*proof.properties, *proof.laws)
    broken = [finding for finding in findings if not finding.holds and not finding.law]
    for finding in broken:
        yield _broken(guidance, finding)
        if finding.id in commands:
            yield Text(f"To see this case of {finding.id}:")
            yield Command(commands[finding.id])
    held = sum(finding.holds for finding in findings)
    yield Text(f"Not proved. Broken: {len(broken)}. All else holds: {held}.", "danger")


def _line(finding: Finding) -> str:
    pages = f" ({pages_text(finding.source)})" if finding.source else ""
    return f"{finding.says}{pages}"


def _broken(guidance: Guidance, finding: Finding) -> Panel:
    blocks: list[Block] = [Text(finding.says), *(Text(why, "strong") for why in finding.why)]
    if finding.cases:
        blocks.append(Text(f"Cases that break it: {finding.cases:,}. The shortest one:"))
    if finding.example is not None:
        rows = answers_in_words(guidance, finding.example)
        blocks.append(Rows(rows) if rows else Text("Before anything is answered."))
    return Panel(f"Broken: {finding.id}", tuple(blocks), "danger")
