"""The family of errors, the faults they carry, and the exit codes they lead to.

Low code raises; `cli.main` is the one place that turns an error into a line on stderr
and an exit code. No error ever carries an answer of a case.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum


class ExitCode(IntEnum):
    """What the process says to the program that started it."""

    DONE = 0
    """The command did what was asked."""
    CHECK_FAILED = 1
    """Something that was to be judged is not sound."""
    UNUSABLE = 2
    """The call, or a file that it was given, cannot be used."""
    NEEDS_ANSWERS = 3
    """More answers are needed before there is an outcome, or a record."""
    LOG_FAILED = 4
    """The decision log cannot be written or read."""
    INTERRUPTED = 130
    """The person stopped; nothing was decided or logged."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in one place of a file, or of a call."""

    file: str
    """The file as the person named it; '-' for standard input, '' for the call itself."""
    found: str
    """What stands there."""
    expected: str
    """What should stand there, and so what to do."""
    line: int | None = None
    """Counted from 1; None where the fault has no one place."""
    column: int | None = None
    """Counted from 1, in characters."""
    path: str = ""
    """Where it is in the structure, for example 'questions[2].options'."""
    suggestion: str | None = None
    """The nearest word that would have been right, if one is near."""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        where = f"{place}: " if place else ""
        at = f"at {self.path}: " if self.path else ""
        hint = f" Did you mean {self.suggestion}?" if self.suggestion else ""
        return f"{where}{at}found {self.found}; expected {self.expected}.{hint}"


class InfoshareError(Exception):
    """Any error that the program raises on purpose; its text is written for the user."""

    exit_code = ExitCode.UNUSABLE

    def __init__(self, message: str, faults: Sequence[Fault] = (), *, told: str = "") -> None:
        """What went wrong.

        Args:
            message: one or two sentences.
            faults: each thing that is wrong, for programs; people read them below the message.
            told: what people read in place of both, where it says more; lines may end in it.
        """
        super().__init__(message)
        self.faults = tuple(faults)
        self.told = told


class CallError(InfoshareError):
    """The command line cannot be used: an unknown id, topic or area, options that clash."""


class FileError(InfoshareError):
    """A file that was given is not there, cannot be read, or has faults; all are in `faults`."""


class GuidanceError(InfoshareError):
    """The rule pack leaves a case without an outcome."""


class LogError(InfoshareError):
    """The decision log cannot be written or read: busy, full, no permission, broken."""

    exit_code = ExitCode.LOG_FAILED


class BrokenLog(LogError):
    """The decision log is not as it was written, and what was asked for needs a sound one."""

    exit_code = ExitCode.CHECK_FAILED


class Interrupted(InfoshareError):
    """The person pressed Ctrl-C, or Ctrl-D at a terminal."""

    exit_code = ExitCode.INTERRUPTED


class LeftAtOnce(InfoshareError):
    """The person left at once: the screen is cleared, and nothing may be written on it again."""

    exit_code = ExitCode.INTERRUPTED

    def __init__(self) -> None:
        super().__init__("")


class OutOfInput(InfoshareError):
    """Standard input, which is no terminal, ended before the answer came."""

    exit_code = ExitCode.NEEDS_ANSWERS


def reason_of(error: OSError) -> str:
    """Why the system refused, in its own words, to stand in a sentence: 'permission denied'."""
    return (error.strerror or type(error).__name__).lower()
