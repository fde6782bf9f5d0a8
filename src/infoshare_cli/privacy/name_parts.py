"""Words that could be one name together, and whether their look says that they are."""

from dataclasses import dataclass, field

from infoshare_cli.privacy.everyday_words import BEFORE_LETTERS
from infoshare_cli.privacy.first_names import ALSO_PLACES, ALSO_WORDS
from infoshare_cli.privacy.reading import Place
from infoshare_cli.privacy.word_list import word_list
from infoshare_cli.privacy.words import Word

_NOT_BEFORE_A_NAME = word_list("a an christmas each every in last next of the this year")
_BEFORE_A_PLACE = word_list("at for from in near of the through to via")
_VOWELS = frozenset("aeiouy")
_LONGEST_ABBREVIATION = 3
"""Letters: TIA and MIA are more often something else than a name in capitals."""


@dataclass
class Part:
    """Words of a run that could be one name."""

    before: str = ""
    """The word before them, as it is looked up."""
    title: Word | None = None
    words: list[Word] = field(default_factory=list)

    @property
    def place(self) -> Place:
        """Where they stand, the title with them."""
        return (self.title or self.words[0]).start, self.words[-1].end


def stands_alone(part: Part) -> bool:
    """Whether a first name by itself is meant as one, by its capital and the word before it."""
    word = part.words[0]
    if word.shape == "capitals" and len(word.text) <= _LONGEST_ABBREVIATION:
        return False
    if word.key in ALSO_WORDS:
        shown = word.shape == "capital" and not word.begins
        return shown and part.before not in _NOT_BEFORE_A_NAME
    return word.key not in ALSO_PLACES or part.before not in _BEFORE_A_PLACE


def is_spoken(word: Word) -> bool:
    """Whether it can be a name by its letters: 'KUSA' can, 'NSPCC' and 'MMR' cannot."""
    if word.shape == "capital":
        return True
    return len(word.text) > _LONGEST_ABBREVIATION and not _VOWELS.isdisjoint(word.key)


def is_initial(part: Part) -> bool:
    """Whether the letter that a part begins with is an initial: not in 'Plan B', nor as 'I'."""
    first, second = part.words[:2]
    if "." in second.gap:
        return True
    article = first.key == "i" or (first.key == "a" and first.begins)
    return not article and part.before not in BEFORE_LETTERS and second.shape != "letter"
