"""What is due on a page, the oldest first, each with the command that does it."""

from collections.abc import Iterator, Sequence
from datetime import date

from infoshare_cli.core.due import Due, What
from infoshare_cli.terminal.page import Block, Command, Heading, Text

_TO_DO: dict[What, str] = {
    "receipt": "Nobody has confirmed yet that it arrived. Once somebody has:",
    "consent": "Consent was to be asked for, and nobody has decided since. To decide now:",
    "decision": "Consent was withdrawn, and nobody has decided since. To decide now:",
    "review": "It is to be looked at again. To say whether it is still to be kept:",
    "erasure": "It was decided to erase this. To erase it:",
}
_HOLD_FIRST = (
    "It was decided to erase this, but there is a hold on it, and the hold comes first. Once it "
    "may be released:"
)
_COMMAND: dict[What, str] = {
    "receipt": "infoshare log follow-up {}",
    "consent": "infoshare assess --continue {}",
    "decision": "infoshare assess --continue {}",
    "review": "infoshare log review {}",
    "erasure": "infoshare log redact {} --whole",
}
_RELEASE = "infoshare log review {}"
_NO_LONGER: dict[What, str] = {
    "consent": "If consent is not needed any more",
    "decision": "If there is nothing to decide any more",
}


def due_page(items: Sequence[Due], today: date, days: int) -> tuple[Block, ...]:
    """Each thing that is due, or that nothing is."""
    if not items:
        return (Text(f"Nothing is due {_until(days)}."),)
    return (
        Text(f"Due {_until(days)}, the oldest first: {len(items)}.", "strong"),
        *(block for each in items for block in _item(each, today)),
        *_no_longer(items),
    )


def _until(days: int) -> str:
    if days == 0:
        return "today"
    return f"today or within {'a day' if days == 1 else f'{days} days'}"


def _item(due: Due, today: date) -> tuple[Block, ...]:
    when = f"{due.due:%d %b %Y}, {_how_long((today - due.due).days)}"
    waits = due.what == "erasure" and due.held
    told = _HOLD_FIRST if waits else _TO_DO[due.what]
    command = _RELEASE if waits else _COMMAND[due.what]
    of = ", ".join(filter(None, (f"record {due.seq}", due.case_ref, due.area)))
    return (
        Heading(f"{when}: {of}\n{told}"),
        Command(command.format(due.seq)),
    )


def _how_long(days: int) -> str:
    if days in _NEAR:
        return _NEAR[days]
    return f"{days} days ago" if days > 0 else f"in {-days} days"


_NEAR = {-1: "tomorrow", 0: "today", 1: "yesterday"}


def _no_longer(items: Sequence[Due]) -> Iterator[Block]:
    for what, told in _NO_LONGER.items():
        if any(each.what == what for each in items):
            yield Text(
                f"{told}, say so with infoshare log follow-up and the number of the record.",
                "quiet",
            )
