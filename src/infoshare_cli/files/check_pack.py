"""What one part of a pack says of another: declared words, ids used once, citations, circles.

Works on the text as it was read, so that a pack with a fault of shape in one entry is
still checked everywhere else.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from infoshare_cli.errors import Fault
from infoshare_cli.files.read_conditions import Words
from infoshare_cli.files.strict_yaml import Data, Document, Route, nearest

Documents = Mapping[str, Document]
"""The files of a pack by name."""

LISTS = {
    "questions.yaml": ("questions",),
    "outcomes.yaml": ("outcomes", "decisions", "consent_from", "advice_from"),
    "decision.yaml": ("facts", "choices", "rules"),
    "actions.yaml": ("before", "with", "after", "follow_ups"),
    "record.yaml": ("fields",),
    "since.yaml": ("notices",),
}
"""The lists that each file holds."""

CITATION = re.compile(r"p[1-9][0-9]?(\.[a-z0-9]+(-[a-z0-9]+)*)?\Z")
"""A page of the guide, or a statement on it."""


@dataclass(frozen=True)
class Entry:
    """One mapping in one of the lists of a pack."""

    document: Document
    at: Route
    item: dict[str, Any]

    def fault(self, at: Route, found: str, expected: str, hint: str | None = None) -> Fault:
        """A fault inside this entry."""
        return self.document.fault((*self.at, *at), found, expected, hint)


def check_pack(documents: Documents, words: Words) -> Iterator[Fault]:
    """Every fault between the parts of a pack."""
    yield from _check_lists(documents)
    yield from _check_ids(documents)
    references = _references(documents, words)
    for entry in entries(documents):
        yield from _check_references(entry, references)
        yield from _check_citations(entry)
    yield from _check_results(documents)
    yield from _check_circles(documents, words)


def raw_list(documents: Documents, name: str, key: str) -> list[Any]:
    """A list of a file as it was read; empty where there is none."""
    items = _mapping(documents[name].data).get(key)
    return items if isinstance(items, list) else []


def entries(documents: Documents) -> Iterator[Entry]:
    """Every mapping in the lists of a pack, the rows of choices among them."""
    for name, keys in LISTS.items():
        for key in keys:
            for index, item in enumerate(raw_list(documents, name, key)):
                entry = Entry(documents[name], (key, index), _mapping(item))
                yield entry
                yield from _rows(entry)


def declared_words(documents: Documents) -> Words:
    """What conditions may speak of."""
    questions = _by_id(documents, "questions.yaml", "questions")
    kinds: dict[str, dict[str, tuple[str, ...]]] = {"one": {}, "many": {}}
    for name, question in questions.items():
        options = question.get("options")
        kinds.get(str(question.get("kind")), {})[name] = _texts(options, "id")
    facts = _by_id(documents, "decision.yaml", "facts")
    choices = _by_id(documents, "decision.yaml", "choices")
    return Words(
        one=kinds["one"],
        many=kinds["many"],
        facts={name: "not_sure_counts_as" in fact for name, fact in facts.items()},
        choices={name: _texts(choice.get("rules"), "value") for name, choice in choices.items()},
        outcomes=tuple(_by_id(documents, "outcomes.yaml", "outcomes")),
    )


def _rows(entry: Entry) -> Iterator[Entry]:
    rows = entry.item.get("rules")
    for index, row in enumerate(rows if isinstance(rows, list) else []):
        yield Entry(entry.document, (*entry.at, "rules", index), _mapping(row))


def _by_id(documents: Documents, name: str, key: str) -> dict[str, dict[str, Any]]:
    items = [_mapping(item) for item in raw_list(documents, name, key)]
    return {item["id"]: item for item in items if isinstance(item.get("id"), str)}


def _mapping(data: Data) -> dict[str, Any]:
    return data if isinstance(data, dict) else {}


def _texts(items: Any, key: str) -> tuple[str, ...]:
    """The texts under one key of each mapping in a list, each once."""
    found = [_mapping(item).get(key) for item in (items if isinstance(items, list) else [])]
    return tuple(dict.fromkeys(text for text in found if isinstance(text, str)))


def _check_lists(documents: Documents) -> Iterator[Fault]:
    for name, document in documents.items():
        keys = LISTS.get(name, ("pack",))
        data = _mapping(document.data)
        for key in keys:
            if key not in data:
                yield document.fault((), "nothing", f"the key {key}")
            elif key != "pack" and not raw_list(documents, name, key):
                yield document.fault((key,), "no list, or an empty one", "a list of entries")
        for key in data.keys() - set(keys):
            known = "one of " + ", ".join(keys)
            yield document.fault((key,), f"the unknown key {key}", known, nearest(key, keys))


def _check_ids(documents: Documents) -> Iterator[Fault]:
    """Ids are used once in a list; those of all actions once in the file."""
    seen: set[tuple[str, str, str]] = set()
    for entry in entries(documents):
        identity = entry.item.get("id")
        kind = "choice rows" if "rules" in entry.at else str(entry.at[0])
        if not isinstance(identity, str):
            continue
        if kind in {"before", "with", "after"}:
            kind = "actions"
        if (entry.document.file, kind, identity) in seen:
            yield entry.fault(("id",), f"{identity} again", "an id of its own")
        seen.add((entry.document.file, kind, identity))


def _references(documents: Documents, words: Words) -> dict[str, Sequence[str]]:
    """For each key that names something declared elsewhere: what it may name."""
    questions = (*words.one, *words.many)
    return {
        "outcome": words.outcomes,
        "choose": tuple(words.choices),
        "consent_from": tuple(words.choices),
        "question": questions,
        "about": (*questions, *words.choices),
        "advice_from": tuple(_by_id(documents, "outcomes.yaml", "advice_from")),
        "agrees_with": tuple(_by_id(documents, "outcomes.yaml", "decisions")),
    }


def _check_references(entry: Entry, known: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    options = _texts(entry.item.get("options"), "id")
    for key, words in {**known, "alone": options}.items():
        value = entry.item.get(key)
        for index, word in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(word, str) and word not in words:
                at = (key, index) if isinstance(value, list) else (key,)
                yield entry.fault(at, word, "one of " + ", ".join(words), nearest(word, words))


def _check_citations(entry: Entry) -> Iterator[Fault]:
    source = entry.item.get("source")
    if source == []:
        yield entry.fault(("source",), "an empty list", "at least one citation, such as p6")
    for index, citation in enumerate(source if isinstance(source, list) else []):
        if not isinstance(citation, str) or not CITATION.match(citation):
            expected = "a page or statement of the guide, such as p6 or p6.informed"
            yield entry.fault(("source", index), str(citation), expected)


def _check_results(documents: Documents) -> Iterator[Fault]:
    for index, item in enumerate(raw_list(documents, "decision.yaml", "rules")):
        rule = _mapping(item)
        if ("outcome" in rule) == ("choose" in rule):
            found = "both outcome and choose" if "outcome" in rule else "no outcome"
            document = documents["decision.yaml"]
            yield document.fault(("rules", index), found, "either outcome or choose")


def _check_circles(documents: Documents, words: Words) -> Iterator[Fault]:
    uses: dict[str, set[str]] = {}
    first: dict[str, Entry] = {}
    for entry in entries(documents):
        if entry.at[0] in {"facts", "choices"}:
            owner = _mapping(
                raw_list(documents, "decision.yaml", str(entry.at[0]))[int(entry.at[1])]
            )
            name = str(owner.get("id"))
            uses.setdefault(name, set()).update(_spoken_of(entry.item.get("when"), words))
            first.setdefault(name, entry)
    for name, entry in first.items():
        if name in _reached(uses, name):
            yield entry.fault((), f"{name}, which leads back to itself", "facts without a circle")


def _spoken_of(data: Any, words: Words) -> Iterator[str]:
    """The facts and choices that a condition names."""
    if isinstance(data, list):
        for line in data:
            yield from _spoken_of(line, words)
    for key, value in _mapping(data).items():
        if key in {"fact", "not"} and isinstance(value, str):
            yield value
        elif key in {"any", "all"}:
            yield from _spoken_of(value, words)
        elif key in words.choices:
            yield key


def _reached(uses: Mapping[str, set[str]], name: str) -> set[str]:
    reached: set[str] = set()
    frontier = set(uses[name])
    while frontier:
        reached |= frontier
        frontier = {use for step in frontier for use in uses.get(step, set())} - reached
    return reached
