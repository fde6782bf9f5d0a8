"""A pack as it was read, before it is built: its lists, entries, and the words it declares."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from infoshare_cli.errors import Fault
from infoshare_cli.files.document import Data, Document, Route
from infoshare_cli.files.read_conditions import Words

Documents = Mapping[str, Document]
"""The files of a pack by name."""

LISTS = {
    "questions.yaml": ("questions",),
    "outcomes.yaml": ("outcomes", "decisions", "consent_from", "advice_from"),
    "decision.yaml": ("facts", "choices", "rules"),
    "actions.yaml": ("before", "with", "after", "follow_ups"),
    "sayings.yaml": ("sayings",),
    "record.yaml": ("fields",),
    "since.yaml": ("notices",),
}
"""The lists that each file holds."""

PACK_FILES = ("pack.yaml", *LISTS)
"""What decides, and what is shown with a decision. Topics are read when they are shown."""

MAY_BE_MISSING = frozenset({"sayings.yaml"})
"""Files that a pack may do without: it was written before there were any, or needs none."""

EXTENDS = "extends"
"""The key that names what a pack, or a contact directory, builds on."""

PROPERTIES_FILE = "properties.yaml"
"""What must hold of every case; it never bears on a decision."""

ASSURANCE_FILE = "assurance.yaml"
"""What the rules are for, and what can go wrong with them; it never bears on a decision."""
ASSURANCE_LISTS = ("texts", "hazards")
"""The lists that it holds; one of them may be missing."""

PHASES = ("before", "with", "after")
"""The lists of actions, which together have one set of ids."""


@dataclass(frozen=True)
class Entry:
    """One mapping in one of the lists of a pack."""

    document: Document
    at: Route
    item: dict[str, Any]

    @property
    def list(self) -> str:
        """The list that it stands in, or that its choice stands in."""
        return str(self.at[0])

    @property
    def id(self) -> str | None:
        """Its id, if it has one that can be read."""
        identity = self.item.get("id")
        return identity if isinstance(identity, str) else None

    def fault(self, at: Route, found: str, expected: str, hint: str | None = None) -> Fault:
        """A fault inside this entry."""
        return self.document.fault((*self.at, *at), found, expected, hint)

    def parts(self, key: str) -> Iterator["Entry"]:
        """The mappings in a list of this entry."""
        return _mappings(self.document, (*self.at, key), self.item.get(key))

    def words(self, key: str) -> Iterator[tuple[Route, str]]:
        """The texts under a key, one or a list, each with where it stands."""
        value = self.item.get(key)
        if isinstance(value, str):
            yield (key,), value
        for index, word in enumerate(value if isinstance(value, list) else ()):
            if isinstance(word, str):
                yield (key, index), word


def raw_list(documents: Documents, name: str, key: str) -> list[Any]:
    """A list of a file as it was read; empty where there is none."""
    items = as_mapping(documents[name].data).get(key)
    return items if isinstance(items, list) else []


def entries(documents: Documents, *keys: str) -> Iterator[Entry]:
    """Every mapping in the lists of a pack, or in the lists named."""
    for name, lists in LISTS.items():
        for key in lists:
            if key in (keys or lists):
                yield from _mappings(documents[name], (key,), raw_list(documents, name, key))


def declared_words(documents: Documents) -> Words:
    """What conditions may speak of.

    What cannot be told, because the entry has a fault, is empty; the fault is told there.
    """
    questions = {each.id: each for each in entries(documents, "questions") if each.id}
    options = {name: texts(question, "options", "id") for name, question in questions.items()}
    kinds = {name: question.item.get("kind") for name, question in questions.items()}
    return Words(
        one={name: options[name] for name, kind in kinds.items() if kind == "one"},
        many={name: options[name] for name, kind in kinds.items() if kind == "many"},
        unclear=tuple(name for name, kind in kinds.items() if kind not in ("one", "many")),
        facts={
            each.id: "not_sure_counts_as" in each.item
            for each in entries(documents, "facts")
            if each.id
        },
        choices={
            each.id: texts(each, "rules", "value")
            for each in entries(documents, "choices")
            if each.id
        },
        outcomes=ids(documents, "outcomes"),
    )


def ids(documents: Documents, key: str) -> tuple[str, ...]:
    """The ids in a list of a pack, each once."""
    return tuple(dict.fromkeys(each.id for each in entries(documents, key) if each.id))


def texts(entry: Entry, key: str, inner: str) -> tuple[str, ...]:
    """The texts under one key of each mapping in a list of an entry, each once.

    Empty where one of them cannot be read, so that nothing is called unknown for its sake.
    """
    items = entry.item.get(key)
    found = [as_mapping(item).get(inner) for item in (items if isinstance(items, list) else [])]
    sound = [text for text in found if isinstance(text, str)]
    return tuple(dict.fromkeys(sound)) if len(sound) == len(found) else ()


def as_mapping(data: Any) -> dict[str, Any]:
    """The data if it is a mapping, or an empty one."""
    return data if isinstance(data, dict) else {}


def _mappings(document: Document, at: Route, items: Data | None) -> Iterator[Entry]:
    for index, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield Entry(document, (*at, index), item)
