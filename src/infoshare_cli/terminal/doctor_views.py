"""What `infoshare doctor` found, on a page: what is to do first, then everything, part by part."""

from collections.abc import Iterator, Mapping, Sequence

from infoshare_cli.core.checkup.report import FACTS, Finding, Known, Part, State, all_findings
from infoshare_cli.terminal.page import Block, Heading, Items, Rows, Text

_TITLES = {
    "rules": "The rules",
    "contacts": "The contacts",
    "log": "The decision log",
    "drafts": "The drafts",
    "program": "The program",
    "terminal": "This terminal",
    "environment": "Environment variables",
}
_LABELS = {
    "path": "Place",
    "real_path": "Really at",
    "mode": "Rights (mode)",
    "free_bytes": "Room on the disk",
    "digest": "Digest",
    "version": "Version",
    "python": "Python",
    "platform": "System",
    "installed_in": "Installed in",
    "libraries": "Libraries",
    "stdin": "Input",
    "stdout": "Results",
    "stderr": "Questions and errors",
    "columns": "Columns",
    "lines": "Lines",
    "encoding": "Encoding",
    "colour": "Colour",
    "variables": "Set",
}
"""The facts that are shown beside the findings, which tell the rest; the JSON has them all."""
_STATES: Mapping[State, str] = {"ok": "Ok", "look": "Look at this", "wrong": "Wrong"}

_TO_DO: tuple[State, ...] = ("wrong", "look")
_ALL_IS_WELL = "All is well, as far as can be told from here."

NOT_KNOWN = (
    "Whether the disk of this computer is encrypted. The log and the drafts are plain text, and "
    "disk encryption is your organisation's part: ask them.",
    "Whether the folders are in a backup, and who can read that.",
    "Whether an administrator of this computer reads them.",
)
_NO_CASE = (
    "Nothing of any case is shown here. The places may hold your user name, so look this page "
    "over before you send it to somebody."
)


def doctor_page(parts: Sequence[Part]) -> tuple[Block, ...]:
    """The whole page."""
    findings = all_findings(parts)
    return (
        *_summary(findings),
        *(block for part in parts for block in _part(part)),
        Heading("What cannot be told from here"),
        Items(NOT_KNOWN),
        Text(_NO_CASE),
        Text(_short(findings), "strong"),
    )


def _summary(findings: Sequence[Finding]) -> Iterator[Block]:
    wrong = [each for each in findings if each.state == "wrong"]
    look = [each for each in findings if each.state == "look"]
    if not wrong and not look:
        yield Text(_ALL_IS_WELL, "strong")
    if wrong:
        yield Text(f"Wrong: {len(wrong)}. Put this right first.", "danger")
        yield Items(tuple(map(_todo, wrong)), numbered=True)
    if look:
        yield Text(f"Look at this: {len(look)}. Perhaps it is meant.", "warning")
        yield Items(tuple(map(_todo, look)), numbered=True)


def _short(findings: Sequence[Finding]) -> str:
    """The last line, which stays in sight where the first ones have scrolled away."""
    counts = {state: sum(each.state == state for each in findings) for state in _STATES}
    told = [f"{_STATES[state]}: {counts[state]}" for state in _TO_DO if counts[state]]
    return f"{'. '.join(told)}. What to do stands at the top." if told else _ALL_IS_WELL


def _todo(finding: Finding) -> str:
    return f"{finding.found}\n{finding.advice}" if finding.advice else finding.found


def _part(part: Part) -> Iterator[Block]:
    yield Heading(_TITLES[part.id])
    yield Items(tuple(f"{_STATES[each.state]}: {each.found}" for each in part.findings))
    if rows := tuple(_rows(part)):
        yield Rows(rows)


def _rows(part: Part) -> Iterator[tuple[str, str]]:
    for name in FACTS[part.id]:
        value = part.facts.get(name)
        repeats = name == "real_path" and value == part.facts.get("path")
        if name in _LABELS and value is not None and value not in ({}, ()) and not repeats:
            yield _LABELS[name], _words(name, value)


def _words(name: str, value: Known) -> str:
    if name == "free_bytes" and isinstance(value, int):
        return f"{value / 1024**3:.1f} GiB" if value >= 1024**3 else f"{value // 1024**2} MiB"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return "\n".join(f"{key} {told}".rstrip() for key, told in value.items())
    return ", ".join(value) if isinstance(value, tuple) else str(value)
