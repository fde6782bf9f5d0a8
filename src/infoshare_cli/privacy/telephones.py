"""Telephone numbers in a text, as people write them in Britain.

phonenumbers reads them, and finds those that are in use. Its finder takes a number for valid
only where its range is in use, and loses it beside another figure ("aged 3 07700 900123").
One that was mistyped, or is newer than the library, leads to somebody all the same, so what is
written like a whole number is cut out here and read by the library.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from infoshare_cli.privacy.reading import Place

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_REGION, _BRITAIN = "GB", 44
_DIGITS_BEHIND_0 = 10
_FEWEST_DIGITS = 8
_ENOUGH_DIGITS = re.compile(rf"[0-9](?:[^0-9]{{0,4}}[0-9]){{{_FEWEST_DIGITS - 1}}}")

_GAP = r"[ \n()./-]{0,3}"
_EXTENSION = r"(?:[ ,]{0,2}(?:extension|ext\.?|x)[ :.]{0,2}[0-9]{1,6})?"
_WRITTEN_WHOLE = re.compile(
    rf"(?<![0-9])(?:(?:(?:\+|00){_GAP})?44{_GAP}(?:0{_GAP})?|\(?0){_GAP}"
    rf"[1-357](?:{_GAP}[0-9]){{{_DIGITS_BEHIND_0 - 1}}}(?![0-9]){_EXTENSION}"
    rf"|\+[0-9](?:{_GAP}[0-9]){{7,14}}(?![0-9]){_EXTENSION}",
    re.IGNORECASE,
)
"""With the 0 or the + in front, and as many digits as a number has."""
_COVER = "|"


def telephone_numbers(
    text: str, allowed: Collection[str] = (), covered: Iterable[Place] = ()
) -> Iterator[Place]:
    """Landlines and mobiles, and numbers of other countries; extensions with them.

    Numbers that only an organisation has (0800, 0300 and the like) lead to no person.

    Args:
        text: what is scanned.
        allowed: public ones, in any spelling; what is no number is passed over.
        covered: places that are known to be something else, such as a date.
    """
    if not _ENOUGH_DIGITS.search(text):
        return
    public = {_dialled(number) for number in map(_parsed, allowed) if number}
    text = _covered(text, covered)
    whole = {match.span(): match[0] for match in _WRITTEN_WHOLE.finditer(text)}
    for places in (whole, _found_by_library(_covered(text, whole))):
        for place, written in places.items():
            number = _parsed(written)
            if number and _leads_to_somebody(number) and _dialled(number) not in public:
                yield place


def _found_by_library(text: str) -> dict[Place, str]:
    from phonenumbers import PhoneNumberMatcher

    # Its own bound on tries would leave the end of a long text unread.
    matches = PhoneNumberMatcher(text, _REGION, max_tries=len(text) + 1)
    return {(match.start, match.end): match.raw_string for match in matches}


def _parsed(written: str) -> "PhoneNumber | None":
    from phonenumbers import NumberParseException, parse

    try:
        return parse(written.replace("\n", " "), _REGION)
    except NumberParseException:
        return None


def _dialled(number: "PhoneNumber") -> str:
    """The number in the one form in which numbers are compared: '+441632960123'."""
    from phonenumbers import PhoneNumberFormat, format_number

    return format_number(number, PhoneNumberFormat.E164)


def _leads_to_somebody(number: "PhoneNumber") -> bool:
    from phonenumbers import PhoneNumberType as Type
    from phonenumbers import is_possible_number, is_valid_number, number_type

    kind = number_type(number)
    if kind in {Type.TOLL_FREE, Type.UAN, Type.SHARED_COST, Type.PREMIUM_RATE}:
        return False
    return is_valid_number(number) or (is_possible_number(number) and _is_private_range(number))


def _is_private_range(number: "PhoneNumber") -> bool:
    """Whether it could be a person's where the library does not know its range."""
    return number.country_code != _BRITAIN or str(number.national_number)[0] in "127"


def _covered(text: str, places: Iterable[Place]) -> str:
    """The text, as long as before, with something that is no number in these places."""
    pieces: list[str] = []
    behind = 0
    for start, end in sorted(places):
        pieces += (text[behind:start], _COVER * (end - start))
        behind = end
    return "".join((*pieces, text[behind:]))
