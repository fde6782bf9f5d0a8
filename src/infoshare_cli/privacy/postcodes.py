"""UK postcodes in a text, with or without the space, in capitals or not."""

import re
from collections.abc import Iterable, Iterator

from infoshare_cli.privacy.reading import Place
from infoshare_cli.privacy.word_list import word_list

_AREAS = word_list("""
    AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E
    EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL
    LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM
    SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
""")
"""What a postcode may begin with: the areas of the Royal Mail, the three islands included."""

_POSTCODE = re.compile(
    rf"(?<![0-9a-z])(?:{'|'.join(sorted(_AREAS))})[0-9][0-9a-hjkmnp-y]?(?P<gap>[ \n.-]{{0,2}})"
    r"(?P<inner>[0-9][abd-hjlnp-uw-z]{2})(?![0-9a-z])",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?:1st|2nd|3rd|[04-9]th)")
"""'B2 1st floor': in small letters and behind a gap it is no half of a postcode."""


def postcodes(text: str, allowed: Iterable[str] = ()) -> Iterator[Place]:
    """Whole postcodes; the first half alone is a district of thousands and is left.

    Args:
        text: what is scanned.
        allowed: public texts, such as the address of an office; a postcode in one is let be.
    """
    public = {_squeezed(match) for each in allowed for match in _POSTCODE.finditer(each)}
    for match in _POSTCODE.finditer(text):
        ordinal = match["gap"] and _ORDINAL.fullmatch(match["inner"])
        if not ordinal and _squeezed(match) not in public:
            yield match.span()


def _squeezed(match: re.Match[str]) -> str:
    return "".join(filter(str.isalnum, match[0])).upper()
