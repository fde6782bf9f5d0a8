"""Cases run through the rules one after another, and what is counted on the way."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from infoshare_cli.core.cases.possible import LookAhead
from infoshare_cli.core.coverage.coverage_walk import CoverageWalk
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.written_case import CaseResult, WrittenCase, judge_case
from infoshare_cli.errors import Fault, FileError
from infoshare_cli.files.load_cases import read_cases

_TOLD_EVERY = 200
"""Cases between two looks at how far they are."""


@dataclass
class CaseRun:
    """A run; nothing is kept of a case but what is counted."""

    guidance: Guidance | None
    """None where the rules cannot be read; then no case is run."""
    files: Sequence[Path]
    walk: CoverageWalk | None = None
    """Where the coverage is wanted."""
    keep_ids: bool = False
    progress: Callable[[int, int], None] = lambda _done, _waiting: None
    """Told how many cases are done, and about how many wait."""
    passed: int = 0
    failed: int = 0
    met: int = 0
    """What the cases have met of the obligations."""
    ids: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    """What could not be read; the files behind it are read all the same."""
    _bytes_done: int = 0

    def results(self) -> Iterator[tuple[WrittenCase, CaseResult]]:
        """Every case with its result, in order."""
        if self.guidance is None:
            return
        ahead = LookAhead(self.guidance)
        for path in self.files:
            try:
                for case in read_cases(path, self.guidance, self._count_bytes):
                    result = judge_case(self.guidance, case, ahead)
                    self._count(case, result)
                    yield case, result
            except FileError as error:
                self.faults.extend(error.faults)

    def differing(self) -> Iterator[tuple[WrittenCase, CaseResult]]:
        """The cases that come out differently."""
        return (each for each in self.results() if not each[1].same)

    def _count(self, case: WrittenCase, result: CaseResult) -> None:
        self.passed += result.same
        self.failed += not result.same
        if self.walk is not None:
            self.met |= self.walk.met_by(case.answers)
        if self.keep_ids:
            self.ids.add(case.id)
        done = self.passed + self.failed
        if done % _TOLD_EVERY == 0 and self._bytes_done:
            self.progress(done, round(done * self._bytes_waiting() / self._bytes_done))

    def _count_bytes(self, count: int) -> None:
        self._bytes_done += count

    def _bytes_waiting(self) -> int:
        return max(0, sum(path.stat().st_size for path in self.files) - self._bytes_done)
