"""A long text costs what its length says: twice as long, twice the work."""

import importlib
import pkgutil
import re
import sys
from re import _constants, _parser  # type: ignore[attr-defined]

import pytest

from infoshare_cli import privacy
from infoshare_cli.privacy.find import find_private_words
from tests.privacy.phrases import TODAY

PIECES = (
    *("a", "A", "A ", "Aa ", "1", "1 ", "01 ", "1/", "1/1/", "@", "a@", "a.", "a@b.", "(", "+1"),
    *("born ", "nhs ", "nhs1", "LU1", "LU1 1AA ", "\n", "- ", "John Smith, ", "Mr. ", "van ", "O'"),
    *(
        "3/4/2015 ",
        "3 April 2015, ",
        "07700 900123 ",
        "999 000 0018 ",
        "jo@x.uk ",
        "seen ",
        "\u0301",
    ),
)
LENGTH = 1_500
"""Characters; beyond every bound that a pattern looks back or ahead."""


def calls_for(text: str) -> int:
    """How many functions are called while the text is scanned, those of libraries included."""
    calls = 0

    def count(_: object, event: str, __: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        find_private_words(text, today=TODAY, field="reason")
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.thorough
@pytest.mark.parametrize("piece", PIECES)
def test_twice_the_text_is_twice_the_work(piece: str) -> None:
    """Counted in calls; a scan of everything found so far would be four times as many."""
    text = piece * (LENGTH // len(piece))
    # What libraries load for the first such text must not count for the second.
    calls_for(text * 2)

    assert calls_for(text * 2) < 2.3 * calls_for(text) + 500


def patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Every pattern of the layer, by the name that it has."""
    found = []
    for module in pkgutil.iter_modules(privacy.__path__, "infoshare_cli.privacy."):
        for name, value in vars(importlib.import_module(module.name)).items():
            each = value if isinstance(value, tuple) else (value,)
            found += [(f"{module.name}.{name}", one) for one in each if isinstance(one, re.Pattern)]
    return found


def endless(parsed: object) -> list[object]:
    """What a parsed pattern repeats without an end."""
    if isinstance(parsed, _parser.SubPattern | list):
        return [each for part in parsed for each in endless(part)]
    if isinstance(parsed, tuple):
        if parsed and parsed[0] in {_constants.MAX_REPEAT, _constants.MIN_REPEAT}:
            _, (_, most, repeated) = parsed
            return [parsed] * (most == _constants.MAXREPEAT) + endless(repeated)
        return [each for part in parsed for each in endless(part)]
    return []


WORDS = {
    "infoshare_cli.privacy.words._WORD",
    "infoshare_cli.privacy.known_words._WORD",
}
"""They take whole words, and nothing that follows can send them back."""


@pytest.mark.parametrize(("name", "pattern"), patterns())
def test_no_pattern_can_be_sent_back_far(name: str, pattern: re.Pattern[str]) -> None:
    """Each repeats a bounded number of times, so what one place costs has a bound too."""
    parsed = _parser.parse(pattern.pattern, pattern.flags)

    assert not endless(parsed) or name in WORDS
