"""How hard the texts of a pack are to read, by the measure that `rules check` holds them to.

Measuring itself is handed in, as the library for it comes with an extra of its own. Without it
lengths are still counted.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from infoshare_cli.core.assurance.pack_texts import KINDS, Kind, PackText
from infoshare_cli.core.checks.wording import (
    HIGHEST_GRADE,
    WORDS_TO_MEASURE,
    sentences_of,
    without_terms,
)

GradeOf = Callable[[str], float]
"""The school grade of the United States that a text asks for."""
MOST_SENTENCES = 20
"""Sentences that are told, the hardest and the longest."""
BANDS = (4.0, 6.0, HIGHEST_GRADE)
"""The highest grade of each band; what is above the last is a band of its own."""


@dataclass(frozen=True)
class MeasuredText:
    """A text with its measure."""

    source: PackText
    words: int
    grade: float | None
    """In tenths; None for a text that is too short to measure, or where nothing is measured."""


@dataclass(frozen=True)
class Sentence:
    """One sentence of a text."""

    text: str
    source: PackText
    words: int
    grade: float | None


@dataclass(frozen=True)
class KindOfText:
    """The texts of one kind together."""

    kind: Kind
    texts: int
    words: int
    measured: int
    """How many of the texts are long enough to be measured."""
    middle: float | None
    """As many texts are harder as are easier; None where nothing is measured."""
    hardest: float | None


@dataclass(frozen=True)
class ReadingAge:
    """How plainly a pack speaks."""

    measured: bool
    """Whether there was anything to measure with."""
    texts: tuple[MeasuredText, ...]
    """The hardest first; those without a grade in their order at the end."""
    kinds: tuple[KindOfText, ...]
    hardest: tuple[Sentence, ...]
    longest: tuple[Sentence, ...]

    @property
    def bands(self) -> Mapping[float | None, int]:
        """Highest grade of a band -> texts in it; None for those above the last."""
        found = Counter(_band(each.grade) for each in self.texts if each.grade is not None)
        return {band: found[band] for band in (*BANDS, None)}

    @property
    def too_hard(self) -> int:
        """How many texts are above the grade that they should keep to."""
        return self.bands[None]


def measure_texts(
    texts: Sequence[PackText], terms: Sequence[str], grade_of: GradeOf | None
) -> ReadingAge:
    """The measure of each text, of each kind of them, and of the hardest sentences.

    Args:
        terms: names and words of the trade, each of which counts as one short word.
        grade_of: None where nothing is there to measure with.
    """
    measure = _Measure(terms, grade_of)
    found = [MeasuredText(each, _words(each.text), measure.grade(each.text)) for each in texts]
    sentences = list(_sentences(texts, measure))
    return ReadingAge(
        measured=grade_of is not None,
        texts=tuple(sorted(found, key=_hardness)),
        kinds=tuple(_kinds(found)),
        hardest=_most(sentences, lambda each: each.grade),
        longest=_most(sentences, lambda each: each.words),
    )


@dataclass(frozen=True)
class _Measure:
    terms: Sequence[str]
    grade_of: GradeOf | None

    def grade(self, text: str) -> float | None:
        if self.grade_of is None or _words(text) < WORDS_TO_MEASURE:
            return None
        return round(self.grade_of(without_terms(text, self.terms)), 1)


def _words(text: str) -> int:
    return len(text.split())


def _hardness(text: MeasuredText) -> float:
    return float("inf") if text.grade is None else -text.grade


def _band(grade: float) -> float | None:
    return next((band for band in BANDS if grade <= band), None)


def _sentences(texts: Iterable[PackText], measure: _Measure) -> Iterator[Sentence]:
    seen: set[str] = set()
    for source in texts:
        # A line ends a sentence too: what stands under one another is no single long sentence.
        every = (each for line in source.text.splitlines() for each in sentences_of(line))
        for sentence in every:
            if sentence not in seen:
                seen.add(sentence)
                yield Sentence(sentence, source, _words(sentence), measure.grade(sentence))


def _most(
    sentences: Iterable[Sentence], how_much: Callable[[Sentence], float | None]
) -> tuple[Sentence, ...]:
    known = [(much, each) for each in sentences if (much := how_much(each)) is not None]
    known.sort(key=lambda pair: -pair[0])
    return tuple(each for _, each in known[:MOST_SENTENCES])


def _kinds(texts: Sequence[MeasuredText]) -> Iterator[KindOfText]:
    for kind in KINDS:
        own = [each for each in texts if each.source.kind == kind]
        if own:
            grades = [each.grade for each in own if each.grade is not None]
            yield KindOfText(
                kind,
                len(own),
                sum(each.words for each in own),
                len(grades),
                round(median(grades), 1) if grades else None,
                max(grades, default=None),
            )
