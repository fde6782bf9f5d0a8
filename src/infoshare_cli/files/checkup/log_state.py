"""The log read from end to end, for what can be said of it as a whole."""

from pathlib import Path

from infoshare_cli.core.checkup.judge_log import LogState
from infoshare_cli.core.verify import Verification
from infoshare_cli.files.locations import default_log
from infoshare_cli.files.log_lines import read_lines


def read_log_state(path: Path) -> LogState:
    """What verification finds, and what lies beside the log.

    Raises:
        LogError: the log cannot be read.
    """
    verification, last_time = Verification(), None
    for line in read_lines(path):
        if record := verification.take(line):
            last_time = record.head.at
    return LogState(verification.verdict(), last_time, _set_aside(path), _other_log(path))


def _set_aside(path: Path) -> int:
    """Files beside the log that hold the rest of a write."""
    prefix = f"{path.name}.unfinished-"
    try:
        return sum(each.name.startswith(prefix) for each in path.parent.iterdir())
    except OSError:
        return 0


def _other_log(path: Path) -> str | None:
    """The log where one lies by itself, if that is another one and is there."""
    try:
        usual = default_log()
        return str(usual) if usual.exists() and not _is_same(path, usual) else None
    except (OSError, RuntimeError):
        # Without a home folder there is no such place, and that is an error of no kind of its own.
        return None


def _is_same(one: Path, other: Path) -> bool:
    return one.exists() and one.samefile(other)
