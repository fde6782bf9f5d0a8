"""Recorded decisions put to two packs: which would come out differently now."""

from collections.abc import Iterable
from dataclasses import dataclass

from infoshare_cli.core.comparison.compare import Result
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.interview import stand
from infoshare_cli.core.record import Record
from infoshare_cli.core.replay import has_lost_answers, taken_answers
from infoshare_cli.errors import GuidanceError


@dataclass(frozen=True, slots=True)
class LoggedResult:
    """What a recorded case comes to under one pack."""

    result: Result
    needs: str | None = None
    """The question that was not answered then; with no outcome."""


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """A recorded decision that would come out differently. It says nothing of the case."""

    seq: int
    id: str
    old: LoggedResult
    new: LoggedResult


@dataclass(frozen=True)
class LoggedCases:
    """What became of the decisions of a log."""

    same: int
    changed: tuple[LoggedChange, ...]
    erased: int
    """Decisions of which answers were erased; they cannot be looked at again."""
    not_answered: int
    """Decisions whose answers do not lead to an outcome under the old pack either."""


def logged_cases(old: Guidance, new: Guidance, records: Iterable[Record]) -> LoggedCases:
    """Put the answers of each recorded decision to both packs."""
    same = erased = not_answered = 0
    changed = []
    for record in records:
        if record.head.kind != "decision":
            continue
        if has_lost_answers(record):
            erased += 1
            continue
        before, now = (_result(guidance, record) for guidance in (old, new))
        if before.needs is not None:
            not_answered += 1
        elif before == now:
            same += 1
        else:
            changed.append(LoggedChange(record.head.seq, record.head.id, before, now))
    return LoggedCases(same, tuple(changed), erased, not_answered)


def _result(guidance: Guidance, record: Record) -> LoggedResult:
    try:
        standing = stand(guidance, taken_answers(guidance, record))
    except GuidanceError:
        return LoggedResult(Result(None, None))
    needs = standing.next.id if standing.next is not None else None
    return LoggedResult(Result.of(standing.verdict), needs)
