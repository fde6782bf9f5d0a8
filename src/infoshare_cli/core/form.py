"""A form of the log: what is asked for a record about an earlier one, field by field.

A form is filled from a file or by a person; both hold to the same rules, which are here. What was
given is a mapping from field to text, '' for a field that was asked for and left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

Given = Mapping[str, str]
"""Field -> text; '' where it was asked for and left out."""
Fits = Mapping[str, tuple[str, ...]]
"""Field -> the options of it that fit; where several fields are named, each has to."""

AS_CHOSEN = "as-chosen:"
"""Before the name of a field whose choice says as which field another one is read."""
_FIRST_DAY = "1970-01-01"
"""The log's own times begin there, too."""


class DayTrouble(Enum):
    """Why a day cannot be the day on which something happened."""

    AHEAD = "ahead"
    """It has not come yet."""
    LONG_GONE = "long-gone"
    """It is before 1970: a slip in the year."""


@dataclass(frozen=True)
class FormOption:
    """One choice of a field."""

    id: str
    label: str
    help: str = ""
    """A line more, shown under the label."""


@dataclass(frozen=True)
class FormField:
    """One thing that a form asks for: a choice, a day or a text."""

    id: str
    ask: str
    help: str = ""
    options: tuple[FormOption, ...] = ()
    """Empty where a text or a day is asked for."""
    required: bool = False
    required_if: Fits = field(default_factory=dict)
    """What makes it required where it is not so always; empty for nothing."""
    is_day: bool = False
    """Whether the text is a day, as YYYY-MM-DD."""
    has_been: bool = False
    """Whether that day is one on which something happened, and not one that is planned."""
    only_if: Fits = field(default_factory=dict)
    """What has to be chosen for it to be asked; empty for always."""
    about: tuple[str, ...] = ()
    """The fields that it was written about: if one of them changes, it is asked again."""
    read_as: str = ""
    """The field of a decision as which it is read for private words; '' for free text. After
    `AS_CHOSEN` stands the name of a field of the form: then it is what was chosen there."""


@dataclass(frozen=True)
class Form:
    """What is asked for one kind of record."""

    name: str
    title: str
    go_on: str
    """What a person chooses who has read all of it and finds it right."""
    fields: tuple[FormField, ...]

    def field(self, name: str) -> FormField:
        """The field of that name; raises KeyError."""
        for each in self.fields:
            if each.id == name:
                return each
        raise KeyError(name)

    def without_option(self, name: str, option: str) -> "Form":
        """The same form with one choice of a field less."""
        kept = tuple(each for each in self.field(name).options if each.id != option)
        fields = (replace(each, options=kept) if each.id == name else each for each in self.fields)
        return replace(self, fields=tuple(fields))


def fields_asked(form: Form, given: Given) -> tuple[FormField, ...]:
    """The fields that are asked, after what was given so far."""
    return tuple(each for each in form.fields if _fits(each.only_if, given))


def is_required(each: FormField, given: Given) -> bool:
    """Whether there is no record without this field."""
    return each.required or bool(each.required_if and _fits(each.required_if, given))


def missing_fields(form: Form, given: Given) -> tuple[str, ...]:
    """The fields that the record still needs, in the order in which they are asked."""
    return tuple(
        each.id
        for each in fields_asked(form, given)
        if is_required(each, given) and not given.get(each.id)
    )


def fields_that_do_not_belong(form: Form, given: Given) -> tuple[FormField, ...]:
    """The fields that were given and that something else that was given rules out."""
    return tuple(each for each in form.fields if each.id in given and _is_ruled_out(each, given))


def stale_fields(form: Form, given: Given, name: str, text: str) -> tuple[FormField, ...]:
    """The fields that go when a field gets this text.

    They were about another text of it, or do not go with this one, as a file may have it.
    """
    changed = given.get(name, text) != text
    ruled_out = fields_that_do_not_belong(form, {**given, name: text})
    return tuple(
        each
        for each in form.fields
        if each.id in given and (each in ruled_out or (changed and name in each.about))
    )


def read_as(form: Form, name: str, given: Given) -> str:
    """The field of a decision as which a field is read for private words; or the field itself."""
    each = next((each for each in form.fields if each.id == name), None)
    if each is None:
        return name
    if each.read_as.startswith(AS_CHOSEN):
        return field_chosen(each, given) or name
    return each.read_as or name


def field_chosen(each: FormField, given: Given) -> str:
    """The field of a decision that a field says anew, as it was chosen; '' where it says none."""
    if not each.read_as.startswith(AS_CHOSEN):
        return ""
    return given.get(each.read_as.removeprefix(AS_CHOSEN), "")


def day_trouble(each: FormField, text: str, today: date) -> DayTrouble | None:
    """Why a day cannot be what a field asks for; None where it can, or where no day was given.

    Args:
        text: a day as YYYY-MM-DD, or ''.
        today: the day it is where this computer is.
    """
    if not (each.has_been and text):
        return None
    if text > today.isoformat():
        return DayTrouble.AHEAD
    return DayTrouble.LONG_GONE if text < _FIRST_DAY else None


def free_texts(form: Form, given: Given) -> tuple[str, ...]:
    """What a person wrote in their own words; no choices and no days."""
    written = (each.id for each in form.fields if not each.options and not each.is_day)
    return tuple(given[name] for name in written if given.get(name))


def _is_ruled_out(each: FormField, given: Given) -> bool:
    return any(
        name in given and given[name] not in options for name, options in each.only_if.items()
    )


def _fits(needed: Fits, given: Given) -> bool:
    return all(given.get(name) in options for name, options in needed.items())
