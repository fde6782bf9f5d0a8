"""What a check of the rules found: errors, then warnings, then how many."""

from collections.abc import Sequence

from infoshare_cli.errors import Fault
from infoshare_cli.terminal.page import Block, Heading, Items, Text


def check_page(
    errors: Sequence[Fault], warnings: Sequence[Fault], remarks: Sequence[str]
) -> tuple[Block, ...]:
    """Every fault with its place, as handed in; what was not looked at; and the counts."""
    page: list[Block] = []
    if errors:
        page += (Heading("Errors: these must be put right."), Items(_told(errors)))
    if warnings:
        page += (Heading("Warnings: these should be looked at."), Items(_told(warnings)))
    page += (Text(remark, "warning") for remark in remarks)
    return (*page, Text(f"Errors: {len(errors)}. Warnings: {len(warnings)}.", "strong"))


def _told(faults: Sequence[Fault]) -> tuple[str, ...]:
    return tuple("\n".join(_lines(fault)) for fault in faults)


def _lines(fault: Fault) -> tuple[str, str, str]:
    """Where, what stands there, and what should."""
    place = ":".join(str(part) for part in (fault.file, fault.line, fault.column) if part)
    hint = f" Did you mean {fault.suggestion}?" if fault.suggestion else ""
    at = f" at {fault.path}" if fault.path else ""
    return f"{place}{at}", f"found: {fault.found}", f"expected: {fault.expected}.{hint}"
