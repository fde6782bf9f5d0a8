"""What the log can hold, field by field, and which of it a person writes in words of their own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from infoshare_cli.core.field_labels import field_label
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.record import (
    ASKED,
    CONCLUSION_FIELDS,
    FIELDS_OF_KIND,
    INTERVIEWS,
    KEPT_WORDS,
    RECORD_FIELDS,
)
from infoshare_cli.core.record_forms import FORMS

Nature = Literal["free", "chosen", "day", "worked-out"]
"""Words of a person's own; one of a list; a day; or what the program itself works out."""

_CHOSEN, _DAY = ("area", "decision"), "review_on"
"""What a decision holds that is no text."""
_FORM_OF_KIND = {"hold": "review", "release": "review"}
"""Kinds that a form of another name makes."""


@dataclass(frozen=True)
class KeptField:
    """One field of the records of the log."""

    id: str
    label: str
    """What is asked for, where the rules ask for it; or else what it is called."""
    nature: Nature
    kinds: tuple[str, ...]
    """The kinds of records that have it."""


def kept_fields(guidance: Guidance) -> tuple[KeptField, ...]:
    """Every field that some record has, but for the answers, which are one to a question.

    A field that is free text in one kind of record and chosen in another stands there twice.
    """
    asked = {each.id: each.ask for each in guidance.record_fields}
    kinds: dict[tuple[str, Nature], list[str]] = {}
    for kind, names in FIELDS_OF_KIND.items():
        for name in names:
            kinds.setdefault((name, _nature(kind, name)), []).append(kind)
    return tuple(
        KeptField(name, _label(name, asked, found), nature, tuple(found))
        for (name, nature), found in kinds.items()
    )


def free_text_fields(guidance: Guidance) -> tuple[str, ...]:
    """The fields in which some record holds words of a person's own."""
    free = (each.id for each in kept_fields(guidance) if each.nature == "free")
    return tuple(dict.fromkeys(free))


def _label(name: str, asked: dict[str, str], kinds: list[str]) -> str:
    of_a_decision = name in RECORD_FIELDS and any(kind in INTERVIEWS for kind in kinds)
    return asked.get(name, field_label(name)) if of_a_decision else field_label(name)


def _nature(kind: str, name: str) -> Nature:
    if name in (*CONCLUSION_FIELDS, ASKED):
        return "worked-out"
    if name == KEPT_WORDS:
        return "free"
    if kind in INTERVIEWS:
        return "chosen" if name in _CHOSEN else "day" if name == _DAY else "free"
    return dict(_natures(kind))[name]


def _natures(kind: str) -> Iterator[tuple[str, Nature]]:
    for each in FORMS[_FORM_OF_KIND.get(kind, kind)].fields:
        yield each.id, "chosen" if each.options else "day" if each.is_day else "free"
