"""One file laid over another, as they were read, so that every part still knows its place.

Nothing is built here. What comes out is one document, in which each part can tell the file that
it was read from, so that a fault found later is told where a person can mend it. The keys that
only say how to lay over (`before`, `after`, `remove`, `extends`) do not come out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from infoshare_cli.errors import Fault
from infoshare_cli.files.document import Data, Document, Route
from infoshare_cli.files.layers.merge_lists import Layers, Part, lay_list_over, parts_of
from infoshare_cli.files.layers.removals import REMOVE, removals_of


@dataclass(frozen=True)
class Plan:
    """Which parts of a file are laid over entry by entry; any other is replaced whole."""

    lists: tuple[str, ...] = ()
    """Lists of entries with ids."""
    gathered: tuple[str, ...] = ()
    """Lists without ids, to which is added what does not stand in them yet."""
    spent: tuple[str, ...] = ()
    """Further keys of the upper file that only say how to lay it over."""
    own: tuple[str, ...] = ()
    """Keys that every file has of its own, and never of the one below."""
    removes: str | None = None
    """The list that `remove` speaks of, where it is a list of ids and names none itself."""


def lay_over(base: Document, upper: Document, plan: Plan, faults: list[Fault]) -> Document:
    """The upper file laid over the base: entries are replaced, added and removed by their ids.

    What cannot be done is told in `faults`, and the rest is done all the same.
    """
    for document in (upper, base):
        if not document.places or not isinstance(document.data, dict):
            # It could not be read, or is no mapping: that is told, and nothing follows from it.
            return document
    return _Laying(base, upper, plan, faults).laid()


@dataclass(frozen=True)
class _Laying:
    """Two files on their way to become one."""

    base: Document
    upper: Document
    plan: Plan
    faults: list[Fault]
    data: dict[str, Data] = field(default_factory=dict)
    parts: dict[Route, tuple[Document, Route]] = field(default_factory=dict)

    def laid(self) -> Document:
        spent = {*self.plan.spent, *([REMOVE] if self.plan.lists else [])}
        for key in _keys(self.base):
            if key not in self.plan.own:
                self._put(key, self.base)
        for key in _keys(self.upper):
            if key not in spent:
                self._put(key, self.upper)
        removed = removals_of(self.upper, self.plan.lists, self.plan.removes, self.faults)
        for name in (*self.plan.lists, *self.plan.gathered):
            self._lay_list(name, removed.get(name, {}))
        return Document(self.upper.file, self.data, self.upper.places, self.parts)

    def _put(self, key: str, document: Document) -> None:
        self.data[key] = _keys(document)[key]
        self.parts[key,] = document.origin((key,))

    def _lay_list(self, name: str, removed: Mapping[str, Route]) -> None:
        for document in (self.base, self.upper):
            if not isinstance(_keys(document).get(name, []), list):
                # Its reader tells what stands there in place of a list.
                self._put(name, document)
                return
        if _keys(self.upper).get(name) == []:
            expected = "a list with at least one entry, or this key left out"
            self.faults.append(self.upper.fault((name,), "an empty list", expected))
        if name in self.data:
            laid = self._laid_list(name, removed)
            self.data[name] = [part.item for part in laid]
            self.parts.update({(name, at): part.origin for at, part in enumerate(laid)})

    def _laid_list(self, name: str, removed: Mapping[str, Route]) -> list[Part]:
        below, above = parts_of(self.base, name), parts_of(self.upper, name)
        if name in self.plan.gathered:
            there = [part.item for part in below]
            return [*below, *(part for part in above if part.item not in there)]
        return lay_list_over(Layers(name, below, above, removed, self.upper, self.faults))


def _keys(document: Document) -> dict[str, Any]:
    return document.data if isinstance(document.data, dict) else {}
