"""Proof: the laws of every pack, and a pack's own properties, over every case there is.

The cases are walked through the engine itself. What does not hold comes with the shortest
case that shows it, as answers that can be given to the interview.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from infoshare_cli.core.cases.walk import MOST_NODES, Progress, Walk, untold, walk
from infoshare_cli.core.condition_words import in_words, outcome_in_words
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import Verdict, verdict_of
from infoshare_cli.core.proof.finding import Finding, with_cases
from infoshare_cli.core.proof.laws import laws_held
from infoshare_cli.core.proof.properties import Property, finished_case, what_is_broken
from infoshare_cli.core.proof.property_walk import End, ProofWalker, actions_of, verdicts_of


@dataclass(frozen=True)
class Proof:
    """What was proved of a pack, and over how many cases."""

    digest: str
    """Of the pack that was walked."""
    cases: int
    """Every complete set of answers that the interview can ask for, exactly."""
    classes: int
    """Cases that no condition tells apart are one class."""
    nodes: int
    """Positions, of which those with the same future are one."""
    shortest: int
    """Questions, of the shortest interview."""
    mean: float
    """Questions, over the classes."""
    longest: int
    laws: tuple[Finding, ...]
    properties: tuple[Finding, ...]

    @property
    def holds(self) -> bool:
        """Whether everything holds."""
        return all(finding.holds for finding in (*self.laws, *self.properties))


def prove(
    guidance: Guidance,
    properties: Sequence[Property],
    limit: int = MOST_NODES,
    progress: Progress = untold,
) -> Proof:
    """Walk every case of a pack, and tell what holds and what does not.

    Args:
        limit: how many positions there may be.
        progress: see `Progress`.

    Raises:
        TooManyNodes: there are more positions.
    """
    walked = walk(ProofWalker(guidance, properties), limit, progress)
    laws = tuple(laws_held(guidance, walked))
    broken = _broken(walked, properties)
    lengths = walked.lengths
    classes = sum(lengths.values())
    return Proof(
        digest=guidance.digest,
        cases=sum(walked.cases_to[end] for end in walked.ends),
        classes=classes,
        nodes=len(walked.nodes),
        shortest=min(lengths),
        mean=sum(length * ways for length, ways in lengths.items()) / classes,
        longest=max(lengths),
        laws=laws,
        properties=tuple(
            _property(guidance, walked, each, broken[each.id], laws) for each in properties
        ),
    )


Broken = Mapping[str, Mapping[int, str]]
"""For each property, the ends that break it, each with how it came to that."""


def _broken(walked: Walk[End], properties: Sequence[Property]) -> Broken:
    broken: dict[str, dict[int, str]] = {each.id: {} for each in properties}
    for index, node, verdict in verdicts_of(walked):
        for held in node.end.broken if node.end is not None else ():
            broken[held][index] = _by_rule(verdict)
    return broken


def _by_rule(verdict: Verdict) -> str:
    return f"By the rule {verdict.rule.id} it comes to: {outcome_in_words(verdict.outcome)}."


def _property(
    guidance: Guidance,
    walked: Walk[End],
    held: Property,
    wrong: Mapping[int, str],
    laws: Sequence[Finding],
) -> Finding:
    for law in laws:
        if law.id in held.laws and not law.holds:
            return replace(law, id=held.id, says=held.says, source=held.source, law=law.id)
    found = with_cases(Finding(held.id, held.says, held.source, holds=not wrong), walked, wrong)
    if found.example is None:
        return found
    return replace(found, why=(*found.why, _line_in_words(guidance, held, found.example)))


_UNKEPT = {"always": "What should hold, and does not", "never": "What should never hold, and does"}


def _line_in_words(guidance: Guidance, held: Property, example: Answers) -> str:
    """Which line of a property the case that is shown does not keep."""
    verdict = verdict_of(guidance, example)
    assert verdict is not None
    case = finished_case(guidance, example, verdict, actions_of(guidance, [held]))
    broken = what_is_broken(case, held)
    assert broken is not None
    name, line = broken
    return f"{_UNKEPT[name]}: {in_words(guidance, line)}."
