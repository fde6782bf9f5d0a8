"""A proof as JSON: the keys that other programs may rely on."""

from collections.abc import Mapping

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.proof.finding import Finding
from infoshare_cli.core.proof.proof import Proof
from infoshare_cli.documents.decision_json import Json, answers_to_json, source_to_json


def proof_to_json(guidance: Guidance, proof: Proof, files: Mapping[str, str]) -> Json:
    """What was proved and what not; `files` are the answers files written, by finding."""
    return {
        "status": "proved" if proof.holds else "broken",
        "pack": {
            "id": guidance.pack.id,
            "version": guidance.pack.version,
            "digest": proof.digest,
        },
        "cases": proof.cases,
        "classes": proof.classes,
        "nodes": proof.nodes,
        "questions": {
            "shortest": proof.shortest,
            "mean": round(proof.mean, 2),
            "longest": proof.longest,
        },
        "laws": [_finding(guidance, each, files) for each in proof.laws],
        "properties": [_finding(guidance, each, files) for each in proof.properties],
    }


def _finding(guidance: Guidance, finding: Finding, files: Mapping[str, str]) -> Json:
    example = finding.example
    return {
        "id": finding.id,
        "says": finding.says,
        "source": source_to_json(finding.source),
        "holds": finding.holds,
        "why": list(finding.why),
        "cases": finding.cases,
        "example": answers_to_json(guidance, example) if example is not None else None,
        "file": files.get(finding.id),
    }
