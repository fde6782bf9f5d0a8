"""Numbers that an authority gave to one person: NHS number, pupil's number, National Insurance.

python-stdnum does the sums of the first two. It has no National Insurance number, which has no
check digit either: only its shape tells it, after HMRC's manual (NIM39110).
"""

import re
from collections.abc import Iterator

from infoshare_cli.privacy.reading import Place

_GAP = r"[ \n./-]{0,2}"

_NHS = re.compile(rf"(?<![0-9])[0-9]{{3}}({_GAP})[0-9]{{3}}({_GAP})[0-9]{{4}}(?![0-9])")
_NHS_CALLED_SO = re.compile(
    rf"\bnhs(?:[ \n-]?(?:number|num|no|id|n))?[^0-9a-z]{{0,4}}((?:[0-9]{_GAP}){{9}}[0-9])(?![0-9])",
    re.IGNORECASE,
)

_UPN = re.compile(
    rf"(?<![0-9a-z])[a-hj-np-rt-z]{_GAP}(?:[0-9]{_GAP}){{11}}[0-9a-hj-np-rt-z](?![0-9a-z])",
    re.IGNORECASE,
)

_NINO = re.compile(
    rf"(?<![0-9a-z])(?P<prefix>[a-z]{{2}}){_GAP}[0-9]{{2}}(?P<gap>{_GAP})"
    rf"[0-9]{{2}}{_GAP}[0-9]{{2}}(?P<suffix>{_GAP}[a-d])?(?![0-9a-z])",
    re.IGNORECASE,
)
_CALLED_NINO = re.compile(
    r"\b(?:nino|n\.?i\.?|national[ \n]insurance)(?:[ \n]?(?:number|num|no\.?))?[ \n:=]{0,3}$",
    re.IGNORECASE,
)
_CALLED_WITHIN = 32
"""Characters before a number in which it may be said what it is."""
_NOT_FIRST, _NOT_SECOND = frozenset("DFIQUV"), frozenset("DFIOQUV")
_NOT_GIVEN = frozenset({"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"})
_SMALL_WORDS = frozenset(
    {"am", "an", "as", "at", "by", "ex", "he", "me", "my", "on", "or", "pm", "we"}
)
"""Two letters that may stand before a number in any sentence."""


def nhs_numbers(text: str) -> Iterator[Place]:
    """Ten digits with a right check digit: in one piece or as 3-3-4; called so, in any pieces."""
    places = [match.span() for match in _NHS.finditer(text) if _same_gaps(match)]
    places += [match.span(1) for match in _NHS_CALLED_SO.finditer(text)]
    yield from (place for place in dict.fromkeys(places) if _is_nhs_number(text[slice(*place)]))


def _same_gaps(match: re.Match[str]) -> bool:
    return bool(match[1]) == bool(match[2])


def _is_nhs_number(written: str) -> bool:
    from stdnum.gb import nhs

    digits = "".join(filter(str.isdigit, written))
    # A number filled up with one digit is nobody's, though its check digit may be right.
    return len(set(digits)) > 1 and nhs.is_valid(digits)


def pupil_numbers(text: str) -> Iterator[Place]:
    """A letter and twelve places with a right check letter."""
    yield from (match.span() for match in _UPN.finditer(text) if _is_pupil_number(match[0]))


def _is_pupil_number(written: str) -> bool:
    from stdnum.gb import upn

    number = "".join(filter(str.isalnum, written)).upper()
    # Not `is_valid`: its list of local authorities is of 2011 and lacks those made since.
    return upn.calc_check_digit(number[1:]) == number[0]


def national_insurance_numbers(text: str) -> Iterator[Place]:
    """Two letters of those in use and six digits, with a last letter from A to D.

    Without it they count in pairs only, or where they are called so, as many a reference has two
    letters and six digits.
    """
    yield from (match.span() for match in _NINO.finditer(text) if _is_nino(text, match))


def _is_nino(text: str, match: re.Match[str]) -> bool:
    if _CALLED_NINO.search(text, max(0, match.start() - _CALLED_WITHIN), match.start()):
        return True
    prefix = match["prefix"]
    is_word = prefix.lower() in _SMALL_WORDS and not prefix.isupper()
    if is_word or not _is_prefix(prefix.upper()):
        return False
    return bool(match["suffix"]) or match["gap"] in {" ", "\n"}


def _is_prefix(letters: str) -> bool:
    if letters in _NOT_GIVEN:
        return False
    return letters[0] not in _NOT_FIRST and letters[1] not in _NOT_SECOND
