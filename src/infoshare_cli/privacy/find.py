"""Private words in a text that somebody is about to keep.

Slow libraries wait inside the parts that need them, and are loaded only where a text has
figures enough to need them.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from infoshare_cli.core.private_words import SUREST_FIRST, PrivateKind, PrivateWords
from infoshare_cli.privacy.births import births, births_in_reference
from infoshare_cli.privacy.e_mails import e_mails
from infoshare_cli.privacy.names import names
from infoshare_cli.privacy.official_numbers import (
    national_insurance_numbers,
    nhs_numbers,
    pupil_numbers,
)
from infoshare_cli.privacy.postcodes import postcodes
from infoshare_cli.privacy.reading import Place, read
from infoshare_cli.privacy.reference_names import names_in_reference
from infoshare_cli.privacy.telephones import telephone_numbers
from infoshare_cli.privacy.written_dates import written_dates

CHOSEN_FIELDS = frozenset({"area", "decision", "review_on"})
"""Fields of the record whose text is one of a list, or a day."""
REFERENCE_FIELDS = frozenset({"case_ref"})
"""A number of the organisation's own: no word in it may be somebody's name."""
FIELDS_OF_BODIES = frozenset({"role", "agency", "requester", "recipient_name"})
"""Organisations and roles, which are written with capitals as people are."""
FIELDS_OF_ONESELF = frozenset({"practitioner"})
"""What the practitioner's own organisation knows them by: their own name and address may stand."""


def find_private_words(
    text: str,
    *,
    today: date,
    field: str,
    allowed: Collection[str] = (),
    no_names: Collection[str] = (),
) -> tuple[PrivateWords, ...]:
    """What in a text names a person or leads to one, in the order of the text.

    They do not overlap: where one thing could be two, it is the surer of them.

    Args:
        text: any text.
        today: the day on which it is written; a birth is past, and mostly long past.
        field: the field of the record that it is for.
        allowed: public telephone numbers, e-mail and postal addresses, in any spelling.
        no_names: words in small letters that are no part of a name.
    """
    if field in CHOSEN_FIELDS:
        return ()
    reading = read(text)
    found = (
        (kind, *reading.place(*place))
        for kind, place in _places(reading.text, today, field, allowed, no_names)
    )
    return _surest(PrivateWords(*each) for each in found)


def _places(
    text: str, today: date, field: str, allowed: Collection[str], no_names: Collection[str]
) -> Iterator[tuple[PrivateKind, Place]]:
    """Everything that there could be, in any order."""
    yield from (("nhs-number", place) for place in nhs_numbers(text))
    yield from (("upn", place) for place in pupil_numbers(text))
    yield from (("national-insurance-number", each) for each in national_insurance_numbers(text))
    yield from (("postcode", place) for place in postcodes(text, allowed))
    # A date that goes on in the next line is one; a sentence ends with its full stop.
    flat = text.replace("\n", " ")
    days = [(each.start, each.end) for each in written_dates(flat, today)]
    yield from (("telephone", each) for each in telephone_numbers(text, allowed, days))
    find_births = births_in_reference if field in REFERENCE_FIELDS else births
    yield from (("date-of-birth", place) for place in find_births(flat, today))
    if field not in FIELDS_OF_ONESELF:
        yield from (("e-mail", place) for place in e_mails(text, allowed))
        yield from (("name", place) for place in _names(text, field, no_names))


def _names(text: str, field: str, no_names: Collection[str]) -> Iterator[Place]:
    if field in REFERENCE_FIELDS:
        return names_in_reference(text, no_names)
    return names(text, no_names, of_bodies=field in FIELDS_OF_BODIES)


def _surest(found: Iterable[PrivateWords]) -> tuple[PrivateWords, ...]:
    """Those that overlap no surer one; of two of a kind, the longer."""
    kept: list[PrivateWords] = []
    taken = bytearray()
    for each in sorted(found, key=_sureness):
        taken.extend(bytes(max(0, each.end - len(taken))))
        if not any(taken[each.start : each.end]):
            taken[each.start : each.end] = b"\1" * (each.end - each.start)
            kept.append(each)
    return tuple(sorted(kept, key=lambda each: each.start))


def _sureness(words: PrivateWords) -> tuple[int, int, int]:
    return SUREST_FIRST.index(words.kind), words.start - words.end, words.start
