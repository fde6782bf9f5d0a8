"""Words that are to be erased, found again where else they stand.

A long text counts wherever it stands in another one. A short one counts as the whole of a field
only: a role or a number of three characters stands in half of all texts by chance. Letters in
upper and lower case are the same, and so is any white space.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from infoshare_cli.core.canonical import Value
from infoshare_cli.core.record import ANSWER, ASKED, CONCLUSION_FIELDS, KEPT_WORDS, Record

CONTAINED_FROM = 8
"""Characters from which on a text also counts inside of another one."""

_CHOSEN = {
    *CONCLUSION_FIELDS, ASKED, "area", "decision", "review_on", "happened_on", "change", "field",
    "follow_up", "retention",
}  # fmt: skip
"""Fields that hold a choice, a day, or words of the rules: nobody wrote them."""
_WHO_AND_HOW = {
    "case_ref", "practitioner", "role", "agency", "requester", "recipient_name", "method",
    "confirmed_by", "authority",
}  # fmt: skip
"""Fields that are much the same from case to case."""


@dataclass(frozen=True)
class Words:
    """Texts that are to be erased, folded as `fold` does."""

    texts: frozenset[str] = field(default=frozenset(), repr=False)

    def stand_in(self, text: str) -> bool:
        """Whether some of them stand in a text, or are the whole of it."""
        folded = fold(text)
        return folded in self._short or any(each in folded for each in self._long)

    def fields_of(self, record: Record) -> tuple[str, ...]:
        """The fields that hold some of them."""
        written = ((name, texts_in(record, name)) for name in record.body)
        return tuple(name for name, texts in written if any(map(self.stand_in, texts)))

    def fields_with_short(self, record: Record) -> tuple[str, ...]:
        """The fields in whose longer texts a short one stands, as words of their own."""
        written = ((name, texts_in(record, name)) for name in record.body)
        return tuple(name for name, texts in written if any(map(self._short_in, texts)))

    def stand_in_raw(self, text: str) -> bool:
        """Whether some of them stand in the text of a file whose form nobody knows."""
        folded = fold(text)
        quoted = any(f'"{each}"' in folded for each in self._short)
        return quoted or any(each in folded for each in self._long)

    @cached_property
    def _short(self) -> frozenset[str]:
        return frozenset(each for each in self.texts if len(each) < CONTAINED_FROM)

    @cached_property
    def _long(self) -> frozenset[str]:
        return self.texts - self._short

    def _short_in(self, text: str) -> bool:
        spaced = f" {_words_alone(fold(text))} "
        alone = filter(None, map(_words_alone, self._short))
        return any(f" {each} " in spaced for each in alone)


def words_of(record: Record, names: Iterable[str]) -> frozenset[str]:
    """The texts that somebody wrote in these fields."""
    return frozenset(
        folded for name in names for text in texts_in(record, name) if (folded := fold(text))
    )


def telling_words_of(record: Record, names: Iterable[str]) -> frozenset[str]:
    """Of those, the long ones that tell of a case; not who took part, and in what way."""
    telling = (name for name in names if name not in _WHO_AND_HOW)
    return frozenset(each for each in words_of(record, telling) if len(each) >= CONTAINED_FROM)


def texts_in(record: Record, name: str) -> tuple[str, ...]:
    """What somebody wrote in a field; nothing of a field that is chosen."""
    if name in _CHOSEN or name.startswith(ANSWER):
        return ()
    # Why words were erased is chosen, too.
    if record.head.kind == "redaction" and name == "reason":
        return ()
    return tuple(_texts(name, record.value(name)))


def is_kept_word_of(record: Record, names: Collection[str]) -> bool:
    """Whether what was kept of private words speaks of one of these fields."""
    return any(each.get("field") in names for each in _entries(record.value(KEPT_WORDS)))


def fold(text: str) -> str:
    """The text as it is compared: in small letters, with one space for all white space."""
    return " ".join(text.casefold().split())


def _texts(name: str, value: Value) -> Iterator[str]:
    if name == KEPT_WORDS:
        yield from (text for each in _entries(value) if isinstance(text := each.get("reason"), str))
    elif isinstance(value, str):
        yield value


def _entries(value: Value) -> Iterator[Mapping[str, Value]]:
    if isinstance(value, list | tuple):
        yield from (each for each in value if isinstance(each, Mapping))


def _words_alone(folded: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in folded).split())
