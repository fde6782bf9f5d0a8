"""What was found, part by part: facts to look up, and findings that say if something is to do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

State = Literal["ok", "look", "wrong"]
"""Well; worth a look, and perhaps meant; something does not work, or others can read it."""

Known = str | int | bool | None | tuple[str, ...] | Mapping[str, str]
"""What a fact can be; None where it could not be found out."""


@dataclass(frozen=True)
class Finding:
    """One judgement."""

    id: str
    """The part, a full stop, and what was judged: 'log.permissions'."""
    state: State
    found: str
    """A sentence."""
    advice: str = ""
    """What to do; '' where there is nothing to do."""


@dataclass(frozen=True)
class Part:
    """One thing that was looked at."""

    id: str
    """One of FACTS."""
    facts: Mapping[str, Known]
    """By the names that FACTS has for the part; one that is missing was not found out."""
    findings: tuple[Finding, ...]


_PLACE = (
    "path",
    "real_path",
    "there",
    "mode",
    "free_bytes",
    "synchronised_by",
    "roaming",
    "network",
)

FACTS: Mapping[str, tuple[str, ...]] = {
    "rules": ("path", "real_path", "shipped", "loads", "id", "version", "digest", "proved"),
    "contacts": ("path", "real_path", "shipped", "loads", "digest", "entries", "unchecked"),
    "log": (*_PLACE, "integrity", "records", "redacted", "torn", "set_aside"),
    "drafts": (*_PLACE, "drafts", "unreadable"),
    "program": ("version", "python", "platform", "installed_in", "libraries"),
    "terminal": (
        "stdin",
        "stdout",
        "stderr",
        "columns",
        "lines",
        "encoding",
        "colour",
        "questions",
    ),
    "environment": ("variables",),
}
"""The parts, and the names of their facts: every one always stands in the JSON."""


def worst(findings: Iterable[Finding]) -> State:
    """The gravest state among findings."""
    states = {finding.state for finding in findings}
    return "wrong" if "wrong" in states else "look" if "look" in states else "ok"


def all_findings(parts: Iterable[Part]) -> tuple[Finding, ...]:
    """The findings of all parts, in order."""
    return tuple(finding for part in parts for finding in part.findings)
