"""Part of a pack, to read: one of its chapters, or whatever has a certain id."""

from dataclasses import dataclass, fields, replace
from typing import Literal, get_args

from infoshare_cli.core.guidance import (
    Action,
    Choice,
    Fact,
    FollowUp,
    Guidance,
    Label,
    Notice,
    Outcome,
    Question,
    RecordField,
    Rule,
    Saying,
)
from infoshare_cli.core.proof.properties import Property

Chapter = Literal[
    "questions", "decision", "outcomes", "actions", "sayings", "record", "properties", "notices"
]
CHAPTERS: tuple[Chapter, ...] = get_args(Chapter)

_CHAPTER_OF: dict[str, Chapter] = {
    "questions": "questions",
    "facts": "decision",
    "choices": "decision",
    "rules": "decision",
    "outcomes": "outcomes",
    "decisions": "outcomes",
    "consent_from": "outcomes",
    "advice_from": "outcomes",
    "actions": "actions",
    "follow_ups": "actions",
    "sayings": "sayings",
    "record_fields": "record",
    "properties": "properties",
    "notices": "notices",
}


@dataclass(frozen=True)
class Excerpt:
    """Entries of a pack, each kind in its order there."""

    questions: tuple[Question, ...]
    facts: tuple[Fact, ...]
    choices: tuple[Choice, ...]
    rules: tuple[Rule, ...]
    outcomes: tuple[Outcome, ...]
    decisions: tuple[Label, ...]
    consent_from: tuple[Label, ...]
    advice_from: tuple[Label, ...]
    actions: tuple[Action, ...]
    follow_ups: tuple[FollowUp, ...]
    sayings: tuple[Saying, ...]
    record_fields: tuple[RecordField, ...]
    properties: tuple[Property, ...]
    notices: tuple[Notice, ...]

    @property
    def is_empty(self) -> bool:
        """Whether it has no entry at all."""
        return not any(getattr(self, each.name) for each in fields(self))


def whole(guidance: Guidance, properties: tuple[Property, ...] = ()) -> Excerpt:
    """All entries of a pack, and the properties that are held against it."""
    entries = {name: getattr(guidance, name) for name in _CHAPTER_OF if name != "properties"}
    return Excerpt(**entries, properties=properties)


def chapter(excerpt: Excerpt, name: Chapter) -> Excerpt:
    """The entries of one chapter."""
    left_out = {kind: () for kind, of in _CHAPTER_OF.items() if of != name}
    return replace(excerpt, **left_out)


def with_id(excerpt: Excerpt, identity: str) -> Excerpt:
    """The entries with an id, of whatever kind; a row of a choice comes with its choice alone."""
    found = {
        name: tuple(each for each in getattr(excerpt, name) if _id_of(each) == identity)
        for name in _CHAPTER_OF
    }
    return replace(Excerpt(**found), choices=_choices(excerpt, identity))


def ids_of(excerpt: Excerpt) -> tuple[str, ...]:
    """Every id that `with_id` finds something for."""
    entries = (each for name in _CHAPTER_OF for each in getattr(excerpt, name))
    rows = (row.id for choice in excerpt.choices for row in choice.rules)
    return tuple(dict.fromkeys((*map(_id_of, entries), *rows)))


def _id_of(entry: object) -> str:
    return entry.question if isinstance(entry, FollowUp) else str(getattr(entry, "id", ""))


def _choices(excerpt: Excerpt, identity: str) -> tuple[Choice, ...]:
    """A choice that has the id, or one whose row has it, with no other row."""
    rows = (
        replace(each, rules=tuple(row for row in each.rules if identity in {each.id, row.id}))
        for each in excerpt.choices
    )
    return tuple(each for each in rows if each.rules)
