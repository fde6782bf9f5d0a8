"""Which area somebody means, however they spell it; never a guess between two.

A wrong area sends a worry to the wrong front door, so a name is taken only where it is
one area's own, or a slip of the keyboard away from one area's and from nothing else.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar
from unicodedata import normalize

from infoshare_cli.core.guidance import NOTHING_ELSE

LETTERS_PER_SLIP = 12
"""One slip of the keyboard is forgiven for every twelve letters of a name, begun ones counted.
'Lutton' is one slip away from Luton; 'Sutton' is two, and another place."""


@dataclass(frozen=True)
class Area:
    """One of the areas of the guide: where the child lives."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    id: str
    name: str
    spellings: tuple[str, ...] = ()
    """What else people call it; the id and the name need not be repeated."""

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that it is called."""
        return (self.id, self.name, *self.spellings)


@dataclass(frozen=True)
class SharedName:
    """Names that could mean more than one area, and so never stand for any of them."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    names: tuple[str, ...]
    areas: tuple[str, ...]
    """Ids of the areas that could be meant."""


@dataclass(frozen=True)
class Places:
    """The areas, the names that several of them share, and words that tell none apart."""

    areas: tuple[Area, ...]
    shared: tuple[SharedName, ...] = ()
    ignored_words: tuple[str, ...] = ()

    @cached_property
    def meanings(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """Every name as it is compared, with the ids of the areas that it can mean."""
        named = [
            *((area.names, frozenset({area.id})) for area in self.areas),
            *((shared.names, frozenset(shared.areas)) for shared in self.shared),
        ]
        found = {(key, ids) for names, ids in named for name in names for key in self.keys_of(name)}
        return tuple(sorted(found, key=lambda each: each[0]))

    def keys_of(self, text: str) -> frozenset[str]:
        """The text as it is compared: with and without the ignored words, without spaces."""
        words = words_of(text)
        telling = (word for word in words if word not in self._ignored)
        return frozenset({"".join(words), "".join(telling)} - {""})

    @cached_property
    def _ignored(self) -> frozenset[str]:
        return frozenset(word for each in self.ignored_words for word in words_of(each))


def areas_meant(places: Places, text: str) -> tuple[Area, ...]:
    """The areas that a text can mean: one if it is clear, several if not, none if unknown."""
    keys = places.keys_of(text)
    exact = [ids for name, ids in places.meanings if name in keys]
    near = [ids for name, ids in places.meanings if any(is_near(key, name) for key in keys)]
    ids: frozenset[str] = frozenset().union(*(exact or near))
    return tuple(area for area in places.areas if area.id in ids)


def is_own_name(places: Places, area: Area, text: str) -> bool:
    """Whether the text is a name of the area as it stands, and not only near to one."""
    keys = places.keys_of(text)
    return any(key in keys and ids == {area.id} for key, ids in places.meanings)


def words_of(text: str) -> list[str]:
    """The words of a name without case, apostrophes, punctuation and the like."""
    folded = normalize("NFKC", text).casefold().replace("'", "").replace("\u2019", "")
    return "".join(letter if letter.isalnum() else " " for letter in folded).split()


def is_near(word: str, name: str) -> bool:
    """Whether a word is so few slips of the keyboard away from a name that it may be meant."""
    forgiven = 1 + (len(name) - 1) // LETTERS_PER_SLIP
    # The length alone rules most names out, and spares a long text the slow comparison.
    alike = abs(len(word) - len(name)) <= forgiven
    return alike and keyboard_slips(word, name) <= forgiven


def keyboard_slips(one: str, other: str) -> int:
    """How many letters were added, lost, changed or swapped with their neighbour.

    The optimal string alignment distance, without bound.
    """
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        here = [row]
        for column, wanted in enumerate(other, start=1):
            cost = min(
                above[column] + 1,
                here[column - 1] + 1,
                above[column - 1] + (letter != wanted),
            )
            if row > 1 and column > 1 and (one[row - 2], letter) == (wanted, other[column - 2]):
                cost = min(cost, before[column - 2] + 1)
            here.append(cost)
        before, above = above, here
    return above[-1]
