"""What looks like a person's name, by its capitals and by the words beside it.

A run of words with capitals is cut at every word that is no part of a name: roles, places, days,
everyday words. What stands before a word such as Nursery or Road belongs to that. What is left
is a name if it has a title, a first name that we know, an initial, or two words we do not know.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from infoshare_cli.privacy.everyday_words import (
    ALSO_SURNAMES,
    BEFORE_LETTERS,
    DAYS,
    ORDINARY,
    ORGANISATIONS,
    PARTICLES,
    PLACES,
    RANKS,
    ROLES,
    TITLES,
)
from infoshare_cli.privacy.first_names import (
    ALSO_PLACES,
    ALSO_THINGS,
    ALSO_WORDS,
    FIRST_NAMES,
    NAMES,
)
from infoshare_cli.privacy.official_numbers import Place
from infoshare_cli.privacy.word_list import word_list
from infoshare_cli.privacy.words import Word, neighbours, words_of

_NO_SURNAMES = (ROLES | DAYS | TITLES | RANKS | ORGANISATIONS) - ALSO_SURNAMES
_SAINTS = frozenset({"st", "saint", "ss"})
_QUESTIONS = frozenset({"will", "may"})
"""First names with which many a question begins."""
_NOT_BEFORE_A_NAME = word_list("a an christmas each every in last next of the this year")
_BEFORE_A_PLACE = word_list("at for from in near of the through to via")
_VERB_ENDINGS = ("ed", "ing", "ly")
_THING_ENDINGS = (
    *("able", "ance", "ary", "ence", "ible", "ical", "icit", "ism", "ity", "ive", "ment", "ness"),
    *("ology", "order", "ous", "ship", "sion", "tic", "tion"),
)
"""Endings that surnames hardly ever have: 'Attention', 'Assessment', 'Disorder'."""
_VOWELS = frozenset("aeiouy")
_SHORT_FORMS = TITLES | {"sgt", "insp", "supt", "cllr"}
"""Behind them a full stop ends no sentence."""
_LONGEST_ABBREVIATION = 3
"""Letters: TIA and MIA are more often something else than a name in capitals."""


@dataclass
class _Part:
    """Words of a run that could be one name."""

    before: str = ""
    """The word before them, as it is looked up."""
    title: Word | None = None
    words: list[Word] = field(default_factory=list)

    @property
    def place(self) -> Place:
        """Where they stand, the title with them."""
        return (self.title or self.words[0]).start, self.words[-1].end


def names(text: str, no_names: Collection[str], *, of_bodies: bool = False) -> Iterator[Place]:
    """What looks like a name.

    Args:
        text: what is scanned.
        no_names: words, in small letters, that are no part of one.
        of_bodies: whether organisations and roles are expected, which have capitals too; then a
            title, or a first name with another word, is needed.
    """
    words = words_of(text)
    everyday = {*no_names, *ORDINARY}
    said_small = {word.key for word in words if word.shape == "small"}
    finder = _Finder(everyday, said_small, of_bodies=of_bodies)
    yield from (part.place for run in _runs(words) for part in finder.parts(run))
    yield from finder.in_small_letters(words)


def _runs(words: tuple[Word, ...]) -> Iterator[list[Word]]:
    """Words with capitals that follow one another; before them the word that they follow."""
    if not words:
        return
    run = [words[0]]
    for before, word in neighbours(words):
        if _is_joined(before, word):
            run.append(word)
        else:
            yield run
            run = [before, word] if before.shape == "small" else [word]
    yield run


def _is_joined(before: Word, word: Word) -> bool:
    if word.shape == "small":
        return before.shape != "small" and word.key in PARTICLES and word.gap == " "
    if before.shape == "small" and before.key not in PARTICLES:
        return False
    if word.gap in {" ", "\n", "  "}:
        return True
    if word.gap in {". ", "."}:
        return before.shape == "letter" or before.key in _SHORT_FORMS
    # "SMITH, John"
    return word.gap == ", " and before.key not in FIRST_NAMES and word.key in NAMES


class _Finder:
    def __init__(self, everyday: set[str], said_small: set[str], *, of_bodies: bool) -> None:
        self._everyday = everyday
        self._said_small = said_small
        self._of_bodies = of_bodies

    def parts(self, run: Sequence[Word]) -> Iterator[_Part]:
        """The parts of a run that are names."""
        part = _Part()
        for index, word in enumerate(run):
            following = run[index + 1] if index + 1 < len(run) else None
            if self._belongs(part, word, following):
                part.words.append(word)
                continue
            if not self._is_of_a_body(part, word) and self._is_name(part):
                yield part
            titled = word.shape != "small" and word.key in TITLES | RANKS
            part = _Part(before=word.key, title=word if titled else None)
        if self._is_name(part):
            yield part

    def in_small_letters(self, words: tuple[Word, ...]) -> Iterator[Place]:
        """First names that are nothing else, and Mr or Mrs with a word, without a capital."""
        for word, following in neighbours((*words, *words[-1:])):
            if word.shape != "small":
                continue
            surname = following.gap in {" ", "\n"} and self._is_unknown(following)
            if word.key in {"mr", "mrs"} and surname and following is not word:
                yield word.start, following.end
            elif word.key in NAMES and (surname or not self._of_bodies):
                yield word.start, (following if surname else word).end

    def _belongs(self, part: _Part, word: Word, following: Word | None) -> bool:
        """Whether a word goes on with a part, or can begin one."""
        if word.shape == "small":
            return bool(part.words) and word.key in PARTICLES
        if part.before in _SAINTS and not part.words:
            return False
        alone = len(part.words) == 1 and part.words[0].key in NAMES
        if (part.title and part.title.key in TITLES and not part.words) or alone:
            by_name = word.key not in _NO_SURNAMES and word.shape != "letter"
            ends = following is None or following.key not in ORGANISATIONS
            return (by_name and ends) or word.shape == "letter"
        if self._is_first_name(word, following):
            return True
        return word.shape == "letter" or self._is_unknown(word)

    def _is_first_name(self, word: Word, following: Word | None) -> bool:
        if word.key in NAMES:
            return True
        if word.key not in FIRST_NAMES or word.shape != "capital":
            return False
        goes_on = following is not None and self._is_unknown(following)
        if word.key in ALSO_THINGS:
            return True
        if word.begins or word.key in DAYS:
            return goes_on and not (word.begins and word.key in _QUESTIONS)
        return True

    def _is_unknown(self, word: Word) -> bool:
        """Whether it is none of the words that are known to be something else."""
        pieces = (word.key, *word.key.split("-"))
        if word.key in ROLES | ORGANISATIONS | PLACES | DAYS | TITLES | RANKS | _SAINTS:
            return False
        if word.key in self._everyday or all(each in self._everyday for each in pieces[1:]):
            return False
        if word.shape != "small" and word.key in self._said_small:
            return False
        if word.key.endswith(_THING_ENDINGS):
            return False
        return not ((word.begins or word.shape == "small") and word.key.endswith(_VERB_ENDINGS))

    def _is_of_a_body(self, part: _Part, word: Word) -> bool:
        """Whether a part is the first half of what an organisation or a street is called."""
        if word.key not in ORGANISATIONS or part.title or not part.words:
            return False
        return not (len(part.words) == 1 and part.words[0].owns and part.words[0].key in NAMES)

    def _is_name(self, part: _Part) -> bool:
        if not part.words:
            return False
        if part.title:
            return any(word.shape != "letter" for word in part.words)
        written = [word for word in part.words if word.shape in {"capital", "capitals"}]
        firsts = [word for word in written if word.key in FIRST_NAMES]
        if len(part.words) == 1:
            return bool(firsts) and not self._of_bodies and _stands_alone(part)
        if firsts:
            return True
        if part.words[0].shape == "letter":
            return bool(written) and _is_initial(part)
        return sum(map(_is_spoken, written)) > 1 and not self._of_bodies


def _stands_alone(part: _Part) -> bool:
    word = part.words[0]
    if word.shape == "capitals" and len(word.text) <= _LONGEST_ABBREVIATION:
        return False
    if word.key in ALSO_WORDS:
        shown = word.shape == "capital" and not word.begins
        return shown and part.before not in _NOT_BEFORE_A_NAME
    return word.key not in ALSO_PLACES or part.before not in _BEFORE_A_PLACE


def _is_spoken(word: Word) -> bool:
    """Whether it can be a name by its letters: 'KUSA' can, 'NSPCC' and 'MMR' cannot."""
    if word.shape == "capital":
        return True
    return len(word.text) > _LONGEST_ABBREVIATION and not _VOWELS.isdisjoint(word.key)


def _is_initial(part: _Part) -> bool:
    first, second = part.words[:2]
    if "." in second.gap:
        return True
    article = first.key == "i" or (first.key == "a" and first.begins)
    return not article and part.before not in BEFORE_LETTERS and second.shape != "letter"


def names_in_reference(text: str, no_names: Collection[str]) -> Iterator[Place]:
    """What a case number should not have: any word that is not known to be something else."""
    words = words_of(text)
    known = {*no_names, *ORDINARY, *ROLES, *PLACES, *ORGANISATIONS, *DAYS, *TITLES}
    found = [word for word in words if _is_named_in_reference(word, known)]
    yield from _merged(found, text)


def _is_named_in_reference(word: Word, known: set[str]) -> bool:
    if word.key in NAMES:
        return True
    if word.key in known or len(word.text) <= 2:
        return False
    if word.shape == "capitals":
        return len(word.text) > _LONGEST_ABBREVIATION + 1
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
