"""What was changed in a pack itself, entry by entry: what is new, what is gone, what differs.

Every field of every entry is compared as text, so a changed word is found as surely as a
changed condition. Which cases it changes is for `core.comparison.compare` to say.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import Field, dataclass, fields
from difflib import SequenceMatcher
from typing import ClassVar, Literal, Protocol

from infoshare_cli.core.condition_words import in_words
from infoshare_cli.core.conditions import (
    All,
    Any,
    Comes,
    Fails,
    HasAll,
    HasAny,
    Holds,
    IsOneOf,
    Lacks,
)
from infoshare_cli.core.guidance import Example, Guidance, Rule
from infoshare_cli.core.proof.properties import Property

_ENTRIES = {
    "outcome": "outcomes",
    "decision": "decisions",
    "person who consents": "consent_from",
    "person to ask for advice": "advice_from",
    "fact": "facts",
    "rule": "rules",
    "action": "actions",
    "question after the outcome": "follow_ups",
    "saying": "sayings",
    "field of the record": "record_fields",
    "notice": "notices",
}
"""What an entry is called -> where a pack has those with an id."""
PROPERTY = "property"
"""What a property is called."""
_WITHIN = {"options": "answer", "rules": "row"}
"""Fields with entries of their own, which are told apart."""


class _Entry(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Field[object]]]


@dataclass(frozen=True, slots=True)
class PartChange:
    """One difference between two packs."""

    kind: str
    """'rule', 'action', 'question', 'answer' ...: what it is called."""
    id: str
    """The entry's id; an answer or a row has that of its question or choice before it."""
    what: Literal["new", "gone", "differs"]
    field: str | None = None
    """What differs; None where the whole entry is new or gone."""
    old: str | None = None
    """None where there was none."""
    new: str | None = None


def changed_properties(
    old: Sequence[Property], new: Sequence[Property], words: tuple[Guidance, Guidance]
) -> tuple[PartChange, ...]:
    """Every difference in what must hold of every case; `words` are those of both packs."""
    return tuple(_compared(PROPERTY, _by_id(old), _by_id(new), words))


def changed_parts(old: Guidance, new: Guidance) -> tuple[PartChange, ...]:
    """Every difference between the packs, in the order in which a pack is read."""
    words = old, new
    return (
        *_differing("pack", old.pack.id, old.pack, new.pack, words),
        *_compared("question", {q.id: q for q in old.questions}, _by_id(new.questions), words),
        *(
            change
            for kind, name in _ENTRIES.items()
            for change in _compared(
                kind, _by_id(getattr(old, name)), _by_id(getattr(new, name)), words
            )
        ),
        *_compared("choice", _by_id(old.choices), _by_id(new.choices), words),
        *_moved(old.rules, new.rules),
    )


def _moved(old: Sequence[Rule], new: Sequence[Rule]) -> Iterator[PartChange]:
    """The fewest rules that stand in another place among those of both packs."""
    before, after = [each.id for each in old], [each.id for each in new]
    before, after = (
        [each for each in before if each in after],
        [each for each in after if each in before],
    )
    kept = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    stays = {each for start, _, length in kept for each in before[start : start + length]}
    for rule in after:
        if rule not in stays:
            places = (f"after {_before(rule, each)}" for each in (before, after))
            yield PartChange("rule", rule, "differs", "place", *places)


def _before(rule: str, order: Sequence[str]) -> str:
    return ("no other rule", *order)[order.index(rule)]


def _by_id(entries: Sequence[_Entry]) -> dict[str, _Entry]:
    return {str(getattr(each, "id", "") or getattr(each, "question", "")): each for each in entries}


def _compared(
    kind: str,
    old: Mapping[str, _Entry],
    new: Mapping[str, _Entry],
    words: tuple[Guidance, Guidance],
    within: str = "",
) -> Iterator[PartChange]:
    for name in dict.fromkeys((*old, *new)):
        if name not in old:
            yield PartChange(kind, within + name, "new")
        elif name not in new:
            yield PartChange(kind, within + name, "gone")
        elif old[name] != new[name]:
            yield from _differing(kind, within + name, old[name], new[name], words)


def _differing(
    kind: str, name: str, old: _Entry, new: _Entry, words: tuple[Guidance, Guidance]
) -> Iterator[PartChange]:
    for field in fields(old):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if field.name in _WITHIN:
            inner = _by_id(before), _by_id(after)
            yield from _compared(_WITHIN[field.name], *inner, words, f"{name}.")
        elif before != after:
            texts = _text(words[0], before), _text(words[1], after)
            yield PartChange(kind, name, "differs", field.name, *texts)


def _text(guidance: Guidance, value: object) -> str | None:
    """A field as text; None where it is empty."""
    if not value:
        return None
    match value:
        case tuple():
            return "; ".join(_text(guidance, each) or "" for each in value)
        case Mapping():
            return "; ".join(f"{key}: {_text(guidance, each)}" for key, each in value.items())
        case Example(sector, text):
            return f"{sector}: {text}"
        case (
            IsOneOf() | HasAny() | HasAll() | Lacks() | Comes() | Holds() | Fails() | All() | Any()
        ):
            return in_words(guidance, value)
    return str(value)
