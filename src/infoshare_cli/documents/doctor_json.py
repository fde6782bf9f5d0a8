"""What `infoshare doctor` found as JSON; every key is always there."""

from collections.abc import Sequence

from infoshare_cli.core.checkup.report import FACTS, Finding, Known, Part, all_findings, worst


def report_to_json(parts: Sequence[Part]) -> dict[str, object]:
    """The state of it all, every finding, and the facts of each part."""
    findings = all_findings(parts)
    facts = {part.id: part.facts for part in parts}
    return {
        "status": worst(findings),
        "findings": [_finding(each) for each in findings],
        **{
            part: {name: _value(facts.get(part, {}).get(name)) for name in names}
            for part, names in FACTS.items()
        },
    }


def _finding(finding: Finding) -> dict[str, str | None]:
    return {
        "id": finding.id,
        "state": finding.state,
        "found": finding.found,
        "advice": finding.advice or None,
    }


def _value(known: Known) -> object:
    return list(known) if isinstance(known, tuple) else known
