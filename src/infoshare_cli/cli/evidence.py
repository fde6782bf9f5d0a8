"""What is known of rules beside what stands in them: proof, written cases, coverage and trace."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from infoshare_cli.cli.rules_trace import load_trace
from infoshare_cli.cli.setup import Setup, contacts_with
from infoshare_cli.errors import GuidanceError

if TYPE_CHECKING:
    from infoshare_cli.core.checks.trace import Trace
    from infoshare_cli.core.coverage.coverage import Coverage
    from infoshare_cli.core.guidance import Guidance
    from infoshare_cli.core.proof.proof import Proof
    from infoshare_cli.core.written_case import CaseResult, WrittenCase


@dataclass(frozen=True)
class KnownOfRules:
    """Rules, and all that can be said for them; None for what could not be found out."""

    guidance: "Guidance"
    proof: "Proof | None"
    coverage: "Coverage | None"
    results: "tuple[CaseResult, ...]"
    """What became of each of the cases that come with the rules."""
    trace: "Trace"


def look_into_rules(setup: Setup, folder: Path) -> KnownOfRules:
    """Load rules, go through all their cases, and hold them against what came with them.

    Raises:
        FileError: a file of them has faults.
    """
    from infoshare_cli.core.written_case import judge_case
    from infoshare_cli.files.load_cases import cases_of, read_cases
    from infoshare_cli.files.load_guidance import load_guidance

    guidance = load_guidance(folder)
    cases = [case for path in cases_of(folder) for case in read_cases(path, guidance)]
    proof, coverage = _walked(setup, folder, guidance, cases)
    results = tuple(judge_case(guidance, case) for case in cases)
    return KnownOfRules(guidance, proof, coverage, results, _trace(setup, folder, guidance))


def _walked(
    setup: Setup, folder: Path, guidance: "Guidance", cases: "Sequence[WrittenCase]"
) -> "tuple[Proof | None, Coverage | None]":
    """The proof and the coverage; None for what too many cases, or a hole, leave open."""
    from infoshare_cli.core.cases.walk import TooManyNodes
    from infoshare_cli.core.coverage.coverage import coverage_of
    from infoshare_cli.core.coverage.coverage_walk import walk_coverage
    from infoshare_cli.core.proof.proof import prove
    from infoshare_cli.files.load_properties import load_properties
    from infoshare_cli.terminal.progress import show_progress

    properties = load_properties(folder, guidance)
    proof = None
    with show_progress("Going through the cases", setup.stderr()) as progress:
        try:
            proof = prove(guidance, properties, progress=progress)
            walked = walk_coverage(guidance, progress)
        except (TooManyNodes, GuidanceError):
            return proof, None
    met = 0
    for case in cases:
        met |= walked.met_by(case.answers)
    return proof, coverage_of(walked, met)


def _trace(setup: Setup, folder: Path, guidance: "Guidance") -> "Trace":
    """Where the guide is carried; nothing of it where the rules come with no statements."""
    from infoshare_cli.core.checks.trace import trace
    from infoshare_cli.files.layers.overlays import chain_of

    if not any((part / "statements.yaml").exists() for part in chain_of(folder)):
        return trace(guidance, (), ())
    return load_trace(guidance, folder, contacts_with(setup, folder))
