"""What a conversation says between its questions: the welcome, what now, is this right."""

from collections.abc import Sequence

from infoshare_cli.core.contacts import EMERGENCY_ROLE, Contact
from infoshare_cli.terminal.page import Block, Items, Text
from infoshare_cli.terminal.prompts import Choice

REVIEW = "Is all of this still so?"
REVIEW_CHOICES = (
    Choice("on", "Yes, go on from here"),
    Choice("change", "No, change an answer first"),
)

CHECK_CHOICES = (
    Choice("record", "Yes, record this decision"),
    Choice("answer", "Change an answer"),
    Choice("text", "Change what I wrote"),
    Choice("say", "Show me what to say to them"),
    Choice("stop", "Leave, and record nothing now"),
)

DRAFT_KEPT = "Your answers are kept as a draft. To go on with it: infoshare assess --resume"
"""Said wherever a person stops who has answered something."""

CANNOT_SAVE = (
    "Your answers cannot be kept as a draft here. Go on, or press Ctrl-C to stop and lose them."
)
"""Said to a person who wants to save where no draft can be written."""

ANOTHER_CHOICES = (
    Choice("more", "Change another answer as well"),
    Choice("again", "Begin again with the record as it is"),
    Choice("stop", "Stop here"),
)
"""After a "what if"."""

_ON = Choice("on", "Go on: a few questions more, then the record")
_ON_WITHOUT_RECORD = Choice("on", "Go on: see what is left to check")
_MORE = (
    Choice("answer", "Change an answer"),
    Choice("explain", "Show me how the rules came to this"),
    Choice("say", "Show me what to say to them"),
)
_STOP = Choice("stop", "Stop here, and record nothing now")
_STOP_WITHOUT_RECORD = Choice("stop", "Stop here")


def next_choices(*, records: bool) -> tuple[Choice, ...]:
    """What a person may do at the outcome."""
    on, stop = (_ON, _STOP) if records else (_ON_WITHOUT_RECORD, _STOP_WITHOUT_RECORD)
    return (on, *_MORE, stop)


def welcome_page(contacts: Sequence[Contact], *, records: bool) -> tuple[Block, ...]:
    """What stands on screen with the first question: 999, and whom else to ring at once."""
    emergency = [contact for contact in contacts if contact.role == EMERGENCY_ROLE]
    others = [contact for contact in contacts if contact.role != EMERGENCY_ROLE]
    numbers = " or ".join(contact.phone for contact in emergency)
    return (
        Text(f"If someone is in danger now, stop here and ring {numbers}.", "danger"),
        Items(tuple(f"{contact.phone}: {contact.name}" for contact in others)),
        Text(_KEPT if records else _NOT_KEPT, "quiet"),
    )


def drafts_waiting(number: int) -> tuple[Block, ...]:
    """That interviews are waiting to be finished; nothing where there are none."""
    if not number:
        return ()
    waiting = "One draft is" if number == 1 else f"{number} drafts are"
    return (Text(f"{waiting} waiting. To see them: infoshare assess --drafts", "quiet"),)


def goodbye(*, answered: bool, kept: bool) -> str:
    """What is said to a person who leaves without a record, where a draft may be kept."""
    if kept:
        return DRAFT_KEPT
    if answered:
        return "Your answers could not be kept as a draft, so they are lost."
    return "Nothing was answered, so no draft is kept."


_KEPT = "Nothing is recorded until you say so. A draft is kept. Ctrl-C stops."
"""One line: with it the first question and the numbers to ring fit on 24 lines."""
_NOT_KEPT = "Nothing is kept of this. Ctrl-C stops at any question."
