"""What is said of the log as a whole: whether it verifies, and nothing of what it records."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from infoshare_cli.core.checkup.report import Finding
from infoshare_cli.core.record import read_time
from infoshare_cli.core.verify import Verdict

_CLOCK_SLACK = timedelta(minutes=5)
"""Clocks of computers differ by as much without anybody having set one."""


@dataclass(frozen=True)
class LogState:
    """What reading the log came to."""

    verdict: Verdict
    last_time: str | None
    """When its last readable record was written."""
    set_aside: int
    """Files beside it with the rest of a write that was cut off."""
    other_log: str | None
    """Another log, at the place where one lies by itself."""


def judge_log(state: LogState, now: datetime) -> Iterator[Finding]:
    """Everything that can be said of a log that could be read."""
    yield _integrity(state.verdict)
    if state.verdict.torn:
        found = "The last line of the log was not finished. That is no sign of tampering."
        advice = "The next decision that you record moves it to a file of its own."
        yield Finding("log.torn", "look", found, advice)
    if state.set_aside:
        found = f"Beside the log lie {state.set_aside} files with unfinished lines."
        yield Finding("log.set_aside", "look", found, "Delete them once you know why.")
    if state.verdict.remarks:
        found = "Between two records the clock of this computer was set back."
        yield Finding("log.clock", "look", found, "To read more: infoshare log verify")
    if state.last_time is not None and read_time(state.last_time) > now + _CLOCK_SLACK:
        found = "The last record was written later than this computer's clock says it is now."
        yield Finding("log.future", "look", found, "Look whether the clock is right.")
    if state.other_log is not None:
        found = f"There is another log as well, at {state.other_log}."
        advice = "Records that you miss may be there: infoshare --log FILE log list"
        yield Finding("log.other", "look", found, advice)


def _integrity(verdict: Verdict) -> Finding:
    name = "log.integrity"
    if verdict.first_broken:
        found = f"The log is broken from line {verdict.first_broken.line} on."
        advice = "Keep the file as it is, and tell whoever looks after records. More: infoshare "
        return Finding(name, "wrong", found, advice + "log verify")
    if not verdict.records:
        return Finding(name, "ok", "There are no records yet.")
    records = "1 record" if verdict.records == 1 else f"{verdict.records} records"
    found = (
        f"The log is as it was written: {records}. Whether any is missing at the end, only an "
        "anchor that you noted can show."
    )
    return Finding(name, "ok", found)
