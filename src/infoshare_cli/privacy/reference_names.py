"""Words in a case number that may be somebody's name.

A reference is figures, short codes and everyday words. Any other word in it is taken for a
name, in small letters too: it is read by more people than the rest of a record.
"""

from collections.abc import Collection, Iterable, Iterator

from infoshare_cli.privacy.everyday_words import (
    DAYS,
    ORDINARY,
    ORGANISATIONS,
    PLACES,
    ROLES,
    TITLES,
)
from infoshare_cli.privacy.first_names import NAMES
from infoshare_cli.privacy.reading import Place
from infoshare_cli.privacy.words import Word, words_of

_SHORTEST_NAME = 3
_LONGEST_CODE = 4
"""Letters: 'LBC' and 'CSCB' are codes, 'SMITH' is none."""


def names_in_reference(text: str, no_names: Collection[str]) -> Iterator[Place]:
    """What a case number should not have: any word that is not known to be something else."""
    words = words_of(text)
    known = {*no_names, *ORDINARY, *ROLES, *PLACES, *ORGANISATIONS, *DAYS, *TITLES}
    found = [word for word in words if _is_named_in_reference(word, known)]
    yield from _merged(found, text)


def _is_named_in_reference(word: Word, known: set[str]) -> bool:
    if word.key in NAMES:
        return True
    if word.key in known or len(word.text) < _SHORTEST_NAME:
        return False
    if word.shape == "capitals":
        return len(word.text) > _LONGEST_CODE
    return True


def _merged(words: Iterable[Word], text: str) -> Iterator[Place]:
    start = end = -1
    for word in words:
        if start >= 0 and text[end : word.start].strip(" ,.-'"):
            yield start, end
            start = -1
        start, end = (word.start if start < 0 else start), word.end
    if start >= 0:
        yield start, end
