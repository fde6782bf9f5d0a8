"""The words of a text, with what their capitals say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Shape = Literal["small", "capital", "capitals", "letter"]
"""'letter': one capital by itself, which may be an initial."""

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_BEFORE_A_SENTENCE = frozenset(".!?:;\n*|")
_PASSED_OVER = " \"'([<-"
"""What may stand between the end of a sentence and the first word of the next."""
_LOOKED_BACK = 8
_MOSTLY = 0.6
_FEWEST = 4
"""Words from which on a text can be said to be written in capitals."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, without the 's of a possessive."""

    text: str
    start: int
    end: int
    shape: Shape
    begins: bool
    """Whether a sentence, a line or a heading begins with it, so that its capital says nothing."""
    gap: str
    """What stands between it and the word before."""
    owns: bool
    """Whether it had an 's."""

    @property
    def key(self) -> str:
        """The word as it is looked up."""
        return self.text.lower()


def words_of(text: str) -> tuple[Word, ...]:
    """Every word, in order; where nearly all is in capitals, these say nothing and are small."""
    words = tuple(_words(text))
    written = [word for word in words if word.shape in {"small", "capital", "capitals"}]
    loud = sum(word.shape == "capitals" for word in written)
    if loud < _FEWEST or loud < len(written) * _MOSTLY:
        return words
    return tuple(_quietly(word) for word in words)


def _words(text: str) -> Iterator[Word]:
    behind = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        owns = match[0][-2:] in {"'s", "'S"}
        end -= 2 * owns
        gap, written = text[behind:start], text[start:end]
        yield Word(written, start, end, _shape(written), _begins(text, start), gap, owns)
        behind = match.end()


def _shape(written: str) -> Shape:
    if not written[0].isupper():
        return "small"
    if len(written) == 1:
        return "letter"
    return "capitals" if written.isupper() else "capital"


def _begins(text: str, start: int) -> bool:
    before = text[max(0, start - _LOOKED_BACK) : start].rstrip(_PASSED_OVER)
    return before[-1] in _BEFORE_A_SENTENCE if before else start <= _LOOKED_BACK


def _quietly(word: Word) -> Word:
    return Word(word.text, word.start, word.end, "small", word.begins, word.gap, word.owns)
