"""A record with words left out for whoever is to read it; the log itself keeps them."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from infoshare_cli.core.canonical import Value
from infoshare_cli.core.field_text import field_lines
from infoshare_cli.core.record import ANSWER, KEPT_WORDS, Record
from infoshare_cli.core.recorded_case import kept_words_of

ANSWERS = "answers"
"""Stands for every field with an answer."""
WITHHELD = "[withheld]"
"""Stands for a value that is left out."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A record as it is shown: what is withheld is not even in it."""

    record: Record
    """Without the salts and the values of the withheld fields."""
    withheld: tuple[str, ...] = ()
    """The names of the fields that the log has and this one has not."""

    @property
    def erased(self) -> tuple[str, ...]:
        """The names of the fields that the log has not either."""
        return tuple(name for name in self.record.erased_fields() if name not in self.withheld)

    def value(self, name: str) -> Value:
        """The value of a field; None where it is empty, erased, withheld or not of this kind."""
        return self.record.value(name)

    def lines(self, name: str) -> tuple[str, ...]:
        """The value of a field as lines of text; none where it is empty."""
        return (WITHHELD,) if name in self.withheld else field_lines(self.record, name)


def withhold(record: Record, chosen: Collection[str]) -> Shown:
    """The record without these fields, and without what would repeat them.

    Args:
        chosen: names of fields; `ANSWERS` stands for every answer.
    """
    if not chosen:
        return Shown(record)
    gone = tuple(name for name in record.body if _goes(record, name, chosen))
    body = {name: salted for name, salted in record.body.items() if name not in gone}
    return Shown(replace(record, body=body), gone)


def _goes(record: Record, name: str, chosen: Collection[str]) -> bool:
    if name == KEPT_WORDS and any(_is_chosen(each.field, chosen) for each in kept_words_of(record)):
        return True
    # The corrected words say what the field says.
    if name == "correction" and _is_chosen(record.text("field"), chosen):
        return True
    return _is_chosen(name, chosen)


def _is_chosen(name: str, chosen: Collection[str]) -> bool:
    return name in chosen or (ANSWERS in chosen and name.startswith(ANSWER))
