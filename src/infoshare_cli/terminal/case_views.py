"""What became of written cases: those that came out differently, and how many did not."""

from collections.abc import Iterator, Sequence

from infoshare_cli.core.written_case import CaseResult, Results, WrittenCase
from infoshare_cli.errors import Fault
from infoshare_cli.terminal.page import Block, Items, Text


def cases_page(results: Results, faults: Sequence[Fault]) -> tuple[Block, ...]:
    """The cases that differ, each in a line or more, then the count."""
    differ = [_told(case, result) for case, result in results if not result.same]
    same = len(results) - len(differ)
    page: tuple[Block, ...] = (Items(tuple(differ)),) if differ else ()
    if faults:
        page += (Text("Not all could be read:", "warning"), Items(tuple(map(str, faults))))
    count = f"Cases as expected: {same}. Cases that differ: {len(differ)}."
    return (*page, Text(count, "strong"))


def _told(case: WrittenCase, result: CaseResult) -> str:
    return "\n".join((case.id, *_lines(case, result)))


def _lines(case: WrittenCase, result: CaseResult) -> Iterator[str]:
    if case.faults:
        yield from map(str, case.faults)
        return
    yield f"expected: {_ending(case.outcome, case.consent_from)}"
    if result.outcome is None:
        yield f"came: no outcome; it needs {result.needs[0]} next"
    else:
        yield f"came: {_ending(result.outcome, result.consent_from)}, by the rule {result.rule}"


def _ending(outcome: str, consent_from: str | None) -> str:
    return f"{outcome}, consent from {consent_from}" if consent_from else outcome
