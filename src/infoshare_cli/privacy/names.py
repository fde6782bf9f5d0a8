"""What looks like a person's name, by its capitals and by the words beside it.

A run of words with capitals is cut at every word that is no part of a name: roles, places, days,
everyday words. What stands before a word such as Nursery or Road belongs to that. What is left
is a name if it has a title, a first name that we know, an initial, or two words we do not know.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from infoshare_cli.privacy.everyday_words import (
    ALSO_SURNAMES,
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
    ALSO_THINGS,
    FIRST_NAMES,
    NAMES,
)
from infoshare_cli.privacy.name_parts import Part, is_initial, is_spoken, stands_alone
from infoshare_cli.privacy.reading import Place
from infoshare_cli.privacy.words import Word, words_of

_NO_SURNAMES = (ROLES | DAYS | TITLES | RANKS | ORGANISATIONS) - ALSO_SURNAMES
_SAINTS = frozenset({"st", "saint", "ss"})
_QUESTIONS = frozenset({"will", "may"})
"""First names with which many a question begins."""
_VERB_ENDINGS = ("ed", "ing", "ly")
_THING_ENDINGS = (
    *("able", "ance", "ary", "ence", "ible", "ical", "icit", "ism", "ity", "ive", "ment", "ness"),
    *("ology", "order", "ous", "ship", "sion", "tic", "tion"),
)
"""Endings that surnames hardly ever have: 'Attention', 'Assessment', 'Disorder'."""
_SHORT_FORMS = TITLES | {"sgt", "insp", "supt", "cllr"}
"""Behind them a full stop ends no sentence."""


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
    for before, word in pairwise(words):
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

    def parts(self, run: Sequence[Word]) -> Iterator[Part]:
        """The parts of a run that are names."""
        part = Part()
        for index, word in enumerate(run):
            following = run[index + 1] if index + 1 < len(run) else None
            if self._belongs(part, word, following):
                part.words.append(word)
                continue
            if not self._is_of_a_body(part, word) and self._is_name(part):
                yield part
            titled = word.shape != "small" and word.key in TITLES | RANKS
            part = Part(before=word.key, title=word if titled else None)
        if self._is_name(part):
            yield part

    def in_small_letters(self, words: tuple[Word, ...]) -> Iterator[Place]:
        """First names that are nothing else, and Mr or Mrs with a word, without a capital."""
        for word, following in pairwise((*words, *words[-1:])):
            if word.shape != "small":
                continue
            joined = following is not word and following.gap in {" ", "\n"}
            surname = joined and self._is_unknown(following)
            if word.key in {"mr", "mrs"} and surname:
                yield word.start, following.end
            elif word.key in NAMES and (surname or not self._of_bodies):
                yield word.start, (following if surname else word).end

    def _belongs(self, part: Part, word: Word, following: Word | None) -> bool:
        """Whether a word goes on with a part, or can begin one."""
        if word.shape == "small":
            return bool(part.words) and word.key in PARTICLES and following is not None
        if part.before in _SAINTS and not part.words:
            return False
        alone = len(part.words) == 1 and part.words[0].key in NAMES
        if (part.title and part.title.key in TITLES and not part.words) or alone:
            by_name = word.key not in _NO_SURNAMES and word.shape != "letter"
            ends = word.owns or following is None or following.key not in ORGANISATIONS
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

    def _is_of_a_body(self, part: Part, word: Word) -> bool:
        """Whether a part is the first half of what an organisation or a street is called."""
        if word.key not in ORGANISATIONS or part.title or not part.words:
            return False
        return not (len(part.words) == 1 and part.words[0].owns and part.words[0].key in NAMES)

    def _is_name(self, part: Part) -> bool:
        if not part.words:
            return False
        if part.title:
            return any(word.shape != "letter" for word in part.words)
        written = [word for word in part.words if word.shape in {"capital", "capitals"}]
        firsts = [word for word in written if word.key in FIRST_NAMES]
        if len(part.words) == 1:
            return bool(firsts) and not self._of_bodies and stands_alone(part)
        if firsts:
            return True
        if part.words[0].shape == "letter":
            return bool(written) and is_initial(part)
        return sum(map(is_spoken, written)) > 1 and not self._of_bodies
