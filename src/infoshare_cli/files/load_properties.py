"""The properties of a pack, from properties.yaml; those of the packs that it builds on first."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from infoshare_cli.core.conditions import All
from infoshare_cli.core.conditions import Any as AnyOf
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.proof.laws import LAWS
from infoshare_cli.core.proof.properties import CARRIED, Property
from infoshare_cli.errors import Fault, FileError
from infoshare_cli.files.check_pack import CITATION, ID
from infoshare_cli.files.document import count_of, describe, in_order, one_of
from infoshare_cli.files.layers.overlays import chain_of, merged_document
from infoshare_cli.files.pack_entries import PROPERTIES_FILE, as_mapping
from infoshare_cli.files.read_conditions import ConditionReader, Words
from infoshare_cli.files.shapes import try_build
from infoshare_cli.files.strict_yaml import Document, Route, nearest

_LIST = "properties"
_JOINED: dict[str, type[All | AnyOf]] = {"when": All, "always": All, "never": AnyOf}
"""How the lines of a condition belong together: no line of `never` may hold."""
_CLAIMS = ("always", "never", "laws")
_KEYS = {"id", "says", "source", "when", *_CLAIMS}


def load_properties(folder: Path, guidance: Guidance) -> tuple[Property, ...]:
    """What must hold of every case under a pack; nothing where it has no such file.

    Raises:
        FileError: the file has faults; all of them at once.
    """
    if not any((layer / PROPERTIES_FILE).exists() for layer in chain_of(folder)):
        return ()
    faults: list[Fault] = []
    document = merged_document(folder, PROPERTIES_FILE, faults)
    if not document.places:
        raise _unusable(folder, faults)
    found = tuple(_Reader(document, _words(guidance), faults).properties())
    if faults:
        raise _unusable(folder, faults)
    return found


def _unusable(folder: Path, faults: list[Fault]) -> FileError:
    told = f"The properties in {folder} cannot be used: {count_of(faults)}."
    return FileError(told, in_order(faults))


def _words(guidance: Guidance) -> Words:
    """What a line of a property may speak of: a case, and what came of it."""
    options = {each.id: tuple(option.id for option in each.options) for each in guidance.questions}
    one = {each.id: options[each.id] for each in guidance.questions if each.kind == "one"}
    many = {each.id: options[each.id] for each in guidance.questions if each.kind == "many"}
    return Words(
        one={**one, "consent_from": tuple(label.id for label in guidance.consent_from)},
        many={
            **many,
            "asked": tuple(options),
            "action": tuple(action.id for action in guidance.actions),
            "has": CARRIED,
        },
        unclear=(),
        facts={fact.id: fact.not_sure_counts_as is not None for fact in guidance.facts},
        choices={
            choice.id: tuple(dict.fromkeys(row.value for row in choice.rules))
            for choice in guidance.choices
        },
        outcomes=tuple(guidance.outcome_by_id),
    )


@dataclass(frozen=True)
class _Reader:
    """Reads the properties of one document; every fault is added to `faults`."""

    document: Document
    words: Words
    faults: list[Fault]

    def properties(self) -> Iterator[Property]:
        data = as_mapping(self.document.data)
        if set(data) != {_LIST}:
            found = ", ".join(map(str, data)) or describe(self.document.data)
            self._fault((), found, f"the key {_LIST} and no other")
        items = data.get(_LIST)
        if not isinstance(items, list) or not items:
            self._fault((_LIST,), describe(items or []), "a list with at least one property")
            return
        seen: set[str] = set()
        for index, item in enumerate(items):
            held = self._property((_LIST, index), item)
            if held is not None:
                self._check_id((_LIST, index, "id"), held.id, seen)
                seen.add(held.id)
                yield held

    def _property(self, at: Route, item: Any) -> Property | None:
        if not isinstance(item, dict):
            return try_build(Property, self.document, at, self.faults)
        reader = ConditionReader(self.document, self.words, self.faults, after_outcome=True)
        before = len(self.faults)
        conditions = {
            key: reader.read(item[key], (*at, key), joined)
            for key, joined in _JOINED.items()
            if key in item
        }
        others = {key: value for key, value in item.items() if key not in conditions}
        held = try_build(Property, self.document, at, self.faults, others)
        self._check_claims(at, item)
        self._check_source(at, item)
        if held is None or len(self.faults) > before:
            return None
        return Property(held.id, held.says, held.source, **conditions, laws=held.laws)

    def _check_claims(self, at: Route, item: dict[str, Any]) -> None:
        # A claim may stand there under a mistyped name, which is told as such.
        if item.keys() <= _KEYS and not any(key in item for key in _CLAIMS):
            found, expected = "neither always nor never", "what holds of these cases"
            self._fault(at, found, expected)
        if "when" in item and not {"always", "never"} & item.keys():
            self._fault((*at, "when"), "when without always or never", "one of the two beside it")
        laws = item.get("laws", [])
        for index, law in enumerate(laws if isinstance(laws, list) else []):
            if isinstance(law, str) and law not in LAWS:
                hint = nearest(law, LAWS)
                self._fault((*at, "laws", index), describe(law), one_of(LAWS), hint)

    def _check_source(self, at: Route, item: dict[str, Any]) -> None:
        source = item.get("source", [])
        if source == [] and "source" in item:
            self._fault((*at, "source"), "an empty list", "at least one citation, such as p6")
        for index, citation in enumerate(source if isinstance(source, list) else []):
            if isinstance(citation, str) and not CITATION.fullmatch(citation):
                expected = "a page or statement of the guide, such as p6 or p6.informed"
                self._fault((*at, "source", index), describe(citation), expected)

    def _check_id(self, at: Route, identity: str, seen: set[str]) -> None:
        if not ID.fullmatch(identity):
            expected = "small letters and digits, with single hyphens or underscores between"
            self._fault(at, describe(identity), expected)
        elif identity in seen:
            self._fault(at, f"'{identity}' again", "an id of its own")

    def _fault(self, at: Route, found: str, expected: str, hint: str | None = None) -> None:
        self.faults.append(self.document.fault(at, found, expected, hint))
