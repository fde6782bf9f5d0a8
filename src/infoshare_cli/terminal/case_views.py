"""What became of written cases: those that came out differently, and how many did not."""

from collections.abc import Iterator, Sequence

from infoshare_cli.core.written_case import CaseResult, WrittenCase
from infoshare_cli.errors import Fault
from infoshare_cli.terminal.page import Block, Items, Text


def differing_page(differing: Sequence[tuple[WrittenCase, CaseResult]]) -> tuple[Block, ...]:
    """Cases that differ: what was expected, what came, and by which rule."""
    return (Items(tuple(_told(case, result) for case, result in differing)),)


def cases_page(passed: int, failed: int, faults: Sequence[Fault]) -> tuple[Block, ...]:
    """What could not be read, then the count."""
    page: tuple[Block, ...] = ()
    if faults:
        page += (Text("Not all could be read:", "warning"), Items(tuple(map(str, faults))))
    count = f"Cases as expected: {passed}. Cases that differ: {failed}."
    return (*page, Text(count, "strong"))


def written_page(cases: int, at_least: int) -> tuple[Block, ...]:
    """How many cases were written to complete the coverage."""
    if not cases:
        return (Text("No case is missing, so no file was written."),)
    few = "No smaller set would do." if cases == at_least else f"It takes at least {at_least}."
    return (
        Text(f"Cases written: {cases}. {few} Read each one, and confirm its outcome or mend it."),
    )


def _told(case: WrittenCase, result: CaseResult) -> str:
    return "\n".join((case.id, *_lines(case, result)))


def _lines(case: WrittenCase, result: CaseResult) -> Iterator[str]:
    if case.faults:
        yield from map(str, case.faults)
        return
    yield f"expected: {_ending(case.outcome, case.consent_from)}"
    if result.hole:
        yield f"came: no outcome. {result.hole}"
    elif result.outcome is None:
        yield f"came: no outcome; it needs {result.needs[0]} next"
    else:
        yield f"came: {_ending(result.outcome, result.consent_from)}, by the rule {result.rule}"


def _ending(outcome: str, consent_from: str | None) -> str:
    return f"{outcome}, consent from {consent_from}" if consent_from else outcome
