"""What the rules and the contact directory tell: words that are no name, and public contacts.

What is said of safeguarding stands in them, so it is taken from them and not written down here.
"""

import re
from collections.abc import Iterator

from infoshare_cli.core.contacts import Directory
from infoshare_cli.core.guidance import Guidance

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


def words_that_are_no_names(guidance: Guidance, directory: Directory) -> frozenset[str]:
    """In small letters: words that the rules use, the pack's terms, and contacts and areas."""
    used = (word for text in _sentences(guidance) for word in _WORD.findall(text))
    named = (word for text in _names(guidance, directory) for word in _WORD.findall(text))
    return frozenset({*filter(str.islower, used), *(word.casefold() for word in named)})


def public_contacts(directory: Directory) -> frozenset[str]:
    """The numbers, e-mail and postal addresses of the directory, as it writes them."""
    return frozenset(
        text
        for contact in directory.contacts
        for means, text in contact.offered()
        if means != "website"
    )


def _sentences(guidance: Guidance) -> Iterator[str]:
    for question in guidance.questions:
        yield from (question.ask, question.help, question.why)
        yield from (text for each in question.options for text in (each.label, each.help))
        yield from (each.text for each in question.examples)
    yield from (text for each in guidance.outcomes for text in (each.title, each.text))
    yield from (each.because for each in guidance.rules)
    yield from (each.text for each in guidance.actions)
    yield from (text for each in guidance.record_fields for text in (each.ask, each.help))


def _names(guidance: Guidance, directory: Directory) -> Iterator[str]:
    """What is written with capitals and is a body, a role or a place."""
    yield from guidance.pack.terms
    yield from (each.label for each in (*guidance.advice_from, *guidance.consent_from))
    yield from (each.sector for question in guidance.questions for each in question.examples)
    yield from (name for area in directory.areas for name in area.names)
    yield from (name for shared in directory.places.shared for name in shared.names)
    yield from (contact.name for contact in directory.contacts)
