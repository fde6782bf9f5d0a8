"""How plainly a pack speaks: which texts are hard to read, and which are nearly the same.

Measuring itself is handed in, as the libraries for it come with an extra of their own.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

HIGHEST_GRADE = 8.0
"""The school grade of the United States that texts keep to; its readers are 13 to 14 years old."""
NEARLY_THE_SAME = 92.0
"""Per cent of their letters that two sentences have in common, in order, from which on they
look like one. Found by looking: from here on the pack's own pairs were slips, below they were
sentences that say two things."""
WORDS_TO_MEASURE = 8
"""In a shorter text one long word tips the grade, which is a mean over words and sentences."""
WORDS_TO_COMPARE = 6
"""Shorter sentences are alike without meaning to be."""

_SHORT_WORD = "term"
"""Stands in for each listed term, and for each address: one word of one syllable."""
_ADDRESS = re.compile(r"\S*\w(?:@|\w\.\w)\S*\w")
"""An e-mail or web address, which is copied or clicked and never read word by word."""
_SENTENCE_ENDS = re.compile(r"(?<=[.?!])[\"')]*\s+")


@dataclass(frozen=True)
class NearPair:
    """Two sentences that are nearly the same, by the places of their texts in what was given."""

    first: int
    second: int
    sentence: str
    """That of the first text."""
    other: str
    """That of the second."""


def sentences_of(text: str) -> list[str]:
    """The sentences of a text; the last one may lack its end."""
    return [sentence for sentence in _SENTENCE_ENDS.split(text.strip()) if sentence]


def without_terms(text: str, terms: Iterable[str]) -> str:
    """The text with each term as one short word; its plural and its capitals count as well."""
    # The longest first, so that a term within a longer one does not break it up.
    known = sorted(map(re.escape, terms), key=len, reverse=True)
    plain = _ADDRESS.sub(_SHORT_WORD, text)
    if not known:
        return plain
    either = rf"(?<!\w)(?:{'|'.join(known)})(?:e?s)?(?!\w)"
    return re.sub(either, _SHORT_WORD, plain, flags=re.IGNORECASE)


def hard_texts(
    texts: Sequence[str], terms: Sequence[str], grade_of: Callable[[str], float]
) -> Iterator[tuple[int, float]]:
    """The places of the texts above the grade that they should keep to, with their grade.

    Grades count in tenths, as they are told.
    """
    for place, text in enumerate(texts):
        if len(text.split()) >= WORDS_TO_MEASURE:
            grade = round(grade_of(without_terms(text, terms)), 1)
            if grade > HIGHEST_GRADE:
                yield place, grade


def near_pairs(
    texts: Sequence[str], alike: Callable[[str, Sequence[str]], Iterable[int]]
) -> Iterator[NearPair]:
    """Pairs of sentences that are nearly the same, and not quite.

    Args:
        alike: the places of those among some sentences that are `NEARLY_THE_SAME` as one.
    """
    first_at: dict[str, int] = {}
    for place, text in enumerate(texts):
        for sentence in sentences_of(text):
            if len(sentence.split()) >= WORDS_TO_COMPARE:
                first_at.setdefault(sentence, place)
    sentences = list(first_at)
    folded = [sentence.casefold() for sentence in sentences]
    for index, other in enumerate(sentences):
        for before in sorted(alike(folded[index], folded[:index])):
            sentence = sentences[before]
            yield NearPair(first_at[sentence], first_at[other], sentence, other)
