"""Private words that were found in a text, shown to the person who wrote it and to nobody else.

This is the one place where the words are shown again: no error, log or JSON has them.
"""

from collections.abc import Sequence

from infoshare_cli.core.guidance import Citation
from infoshare_cli.core.private_words import TAKEN_OUT, PrivateKind, PrivateWords
from infoshare_cli.terminal.guide_views import pages_text
from infoshare_cli.terminal.page import Block, Heading, Items, Text
from infoshare_cli.terminal.prompts import Choice

MEND, BLANK, KEEP = "mend", "blank", "keep"
"""The ids of what can be done: write the text again, take the words out, let them stand."""

MOST_SHOWN = 20
"""Findings on one page: a screen; whoever sees more of them writes the text again."""
WORDS_BEFORE = 4
"""Words that show the place: enough to find it by ear."""
LONGEST_PLACE = 60
"""Characters of them; a word may be of any length."""

_KINDS: dict[PrivateKind, str] = {
    "nhs-number": "An NHS number",
    "upn": "A pupil's number (UPN)",
    "national-insurance-number": "A National Insurance number",
    "e-mail": "An e-mail address",
    "telephone": "A telephone number",
    "postcode": "A postcode",
    "date-of-birth": "What may be a date of birth",
    "name": "What looks like a name",
}
_CHOICES = (
    Choice(MEND, "Write it again", 'Say who they are in another way, such as "her uncle".'),
    Choice(BLANK, "Take these words out, and leave the rest", f"{TAKEN_OUT} stands there instead."),
    Choice(KEEP, "Keep these words", "You are asked why they have to be there."),
)


def private_words_page(
    found: Sequence[PrivateWords], text: str, source: Sequence[Citation]
) -> tuple[Block, ...]:
    """What was found and where, and why it should not be there.

    Args:
        found: at least one, as found in the text.
        text: what the person wrote.
        source: what the pack rests it on that a record has no names.
    """
    shown = [f"{_KINDS[each.kind]}: {_in_place(each, text)}" for each in found[:MOST_SHOWN]]
    more = len(found) - len(shown)
    return (
        Heading("Please check these words. This text has not been kept yet."),
        Items((*shown, *((f"And {more} more",) if more else ()))),
        Text(
            "They may show who somebody is, or lead to them. A record says what was decided and"
            " why. It needs no more than that, and others may read it later."
            f" (Guide, {pages_text(source)})"
        ),
        Text("This is a guess by their look. It can be wrong, and it can miss some."),
    )


def private_choices() -> tuple[Choice, ...]:
    """What the person can do about them; nothing is chosen beforehand."""
    return _CHOICES


def _in_place(each: PrivateWords, text: str) -> str:
    """'"LU1 1AA", after "she lives at"'."""
    words = " ".join(text[each.start : each.end].split())
    before = " ".join(text[: each.start].split()[-WORDS_BEFORE:])[-LONGEST_PLACE:]
    return f'"{words}", after "{before}"' if before else f'"{words}", at the beginning'
