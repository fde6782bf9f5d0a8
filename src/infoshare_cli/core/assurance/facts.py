"""All that is known of a pack, its proof and a log, for whoever writes an assurance document."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from infoshare_cli.core.assurance.hazards import JudgedHazard, OwnWords, judge_hazards
from infoshare_cli.core.assurance.reading_age import ReadingAge
from infoshare_cli.core.checks.trace import Trace
from infoshare_cli.core.contacts import Directory, is_overdue
from infoshare_cli.core.coverage.coverage import Coverage
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.log_stats import LogStats
from infoshare_cli.core.proof.proof import Proof
from infoshare_cli.core.written_case import CaseResult

LogState = Literal["counted", "empty", "broken", "unreadable"]
"""Counted; there is no record; it does not verify, or cannot be read: then nothing is counted."""


@dataclass(frozen=True)
class LogFacts:
    """What can be told of the log without picking anybody out."""

    state: LogState
    stats: LogStats | None = None
    """Rounded; None unless it was counted."""


@dataclass(frozen=True)
class CaseFacts:
    """The written cases of a pack, as far as they come out as they were written."""

    written: int
    different: int
    by_rule: Mapping[str, int]
    """Rule -> how many of them it decides."""


def count_cases(results: Iterable[CaseResult]) -> CaseFacts:
    """The written cases of a pack, counted."""
    found = list(results)
    rules = Counter(each.rule for each in found if each.rule is not None)
    return CaseFacts(len(found), sum(not each.same for each in found), rules)


@dataclass(frozen=True)
class Facts:
    """Everything that the documents tell."""

    at: date
    """The day on which they are written, which is handed in."""
    engine: str
    """The version of the program."""
    guidance: Guidance
    proof: Proof | None
    """None where there were too many cases to go through."""
    coverage: Coverage | None
    """None where it could not be measured."""
    cases: CaseFacts
    trace: Trace
    directory: Directory
    log: LogFacts
    own: OwnWords
    reading: ReadingAge

    @property
    def proved(self) -> bool:
        """Whether everything that must hold does, in every case."""
        return self.proof is not None and self.proof.holds

    @property
    def broken(self) -> tuple[str, ...]:
        """The laws and properties that do not hold in every case."""
        if self.proof is None:
            return ()
        found = (*self.proof.laws, *self.proof.properties)
        return tuple(each.id for each in found if not each.holds)

    @cached_property
    def hazards(self) -> tuple[JudgedHazard, ...]:
        """The hazards that the rules name, held against these very rules."""
        return judge_hazards(self.own.hazards, self.guidance, self.proof)

    @property
    def unchecked_contacts(self) -> tuple[str, ...]:
        """Contacts of which nothing was compared with public copies, or a year ago or longer."""
        return tuple(
            each.id
            for each in self.directory.contacts
            if not any(check.on for check in each.provenance.checks)
            or any(is_overdue(check, self.at) for check in each.provenance.checks)
        )


def shortfalls_of(facts: Facts) -> tuple[str, ...]:
    """What is not in place, a sentence each, the gravest first."""
    return tuple(_shortfalls(facts))


def _shortfalls(facts: Facts) -> Iterator[str]:
    if facts.proof is None:
        yield "The rules are not proved: there were too many cases to go through."
    elif facts.broken:
        yield f"The proof of the rules is broken. What does not hold: {', '.join(facts.broken)}."
    elif not facts.guidance.proved:
        yield "The rules hold, but no receipt says so beside them: infoshare rules prove"
    for judged in facts.hazards:
        for control in judged.not_in_place:
            yield f"Control not in place, hazard {judged.hazard.id}: {control.control.says}"
    if not facts.own.hazards:
        yield "The rules name no hazards, so the hazard log is empty."
    yield from _short_of_evidence(facts)


def _short_of_evidence(facts: Facts) -> Iterator[str]:
    if facts.cases.different:
        yield f"Written cases that do not come out as written: {facts.cases.different}."
    if not facts.trace.statements:
        yield "The rules come with no list of what the guide says."
    elif lost := len(facts.trace.not_carried):
        yield f"Statements of the guide that nothing carries: {lost}."
    if facts.coverage is None or not facts.coverage.complete:
        yield "The written cases do not go through all of the rules."
    if facts.unchecked_contacts:
        found = facts.unchecked_contacts
        yield f"Contacts not checked in the last 12 months: {len(found)} ({', '.join(found)})."
    if not facts.reading.measured:
        yield "Reading age was not measured. To measure it: pip install 'infoshare-cli[rules]'"
    elif facts.reading.too_hard:
        yield f"Texts that are harder to read than they should be: {facts.reading.too_hard}."
    if facts.log.state in {"broken", "unreadable"}:
        yield "The log does not verify, or cannot be read: infoshare log verify"
