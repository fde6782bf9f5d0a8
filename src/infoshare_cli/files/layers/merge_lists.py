"""One list laid over another: what is replaced, what is new and where it goes, what is removed."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from infoshare_cli.errors import Fault
from infoshare_cli.files.document import Data, Document, Route, describe, nearest
from infoshare_cli.files.layers.kept_entries import changes_to_kept
from infoshare_cli.files.layers.removals import ADDED_TO_ONLY

BEFORE, AFTER = "before", "after"

ORDERED = {"rules"}
"""Lists in which the place of an entry is part of what it means, so that a new one must say it."""
ID_KEY = {"follow_ups": "question"}
"""The key that tells the entries of a list apart, where it is not `id`."""
_BELOW = "of the file that this one builds on"

K = TypeVar("K", bound=Hashable)
_Wish = tuple[str, str]
"""`before` or `after`, and the id of the entry to stand beside."""


@dataclass(frozen=True)
class Part:
    """An entry of a list, and where it was read."""

    item: Data
    origin: tuple[Document, Route]
    id: str | None

    def fault(self, at: Route, found: str, expected: str, hint: str | None = None) -> Fault:
        """A fault inside this entry."""
        document, route = self.origin
        return document.fault((*route, *at), found, expected, hint)

    def says(self, key: str) -> bool:
        """Whether the entry has a key."""
        return isinstance(self.item, dict) and key in self.item


@dataclass(frozen=True)
class Layers:
    """One list of two files, and what is to be removed from the one below."""

    name: str
    below: Sequence[Part]
    above: Sequence[Part]
    removed: Mapping[str, Route]
    """Ids, each with where the upper file says so."""
    upper: Document
    faults: list[Fault]


def parts_of(document: Document, name: str) -> list[Part]:
    """The entries of a list of a document; none where it has no such list."""
    items = document.data.get(name) if isinstance(document.data, dict) else None
    key = ID_KEY.get(name, "id")
    return [
        Part(item, document.origin((name, index)), _text(item, key))
        for index, item in enumerate(items if isinstance(items, list) else ())
    ]


def _text(item: Data, key: str) -> str | None:
    value = item.get(key) if isinstance(item, dict) else None
    return value if isinstance(value, str) else None


def lay_list_over(layers: Layers) -> list[Part]:
    """The entries of both lists in their order, without the keys that say where they go.

    An entry with a known id stands where the one stood that it replaces. A new one stands right
    before or after the one that it names, and at the end where it names none; several that name
    the same one stand in the order in which they are written.
    """
    known = {part.id for part in layers.below if part.id}
    replacing = _grouped((part.id, part) for part in layers.above if part.id in known)
    layers.faults.extend(_removal_faults(layers, known, replacing.keys()))
    kept: list[Part] = []
    for part in layers.below:
        if part.id in replacing:
            kept.extend(_replacement(layers, part, new) for new in replacing[part.id])
        elif part.id not in layers.removed:
            kept.append(part)
    return _placed(layers, kept, [part for part in layers.above if part.id not in known])


def _grouped(pairs: Iterable[tuple[K, Part]]) -> dict[K, list[Part]]:
    groups: dict[K, list[Part]] = {}
    for key, part in pairs:
        groups.setdefault(key, []).append(part)
    return groups


def _removal_faults(
    layers: Layers, known: Collection[str | None], replaced: Collection[str | None]
) -> Iterator[Fault]:
    for identity, at in layers.removed.items():
        if identity not in known:
            hint = nearest(identity, (each for each in known if each))
            expected = f"an id in the list {layers.name} {_BELOW}"
            yield layers.upper.fault(at, f"'{identity}'", expected, hint)
        elif identity in replaced:
            found = f"'{identity}', which this file replaces too"
            yield layers.upper.fault(at, found, "one of the two")


def _replacement(layers: Layers, old: Part, new: Part) -> Part:
    """What comes in the place of an entry: the new one, unless the old one cannot be replaced."""
    if layers.name in ADDED_TO_ONLY:
        expected = "an id of its own, as those that are inherited can only be added to"
        layers.faults.append(new.fault((), f"'{new.id}', which is inherited", expected))
        return old
    for key in (BEFORE, AFTER):
        if new.says(key):
            found = f"{key} in an entry that replaces an inherited one"
            expected = "no such key, as it stays in its place"
            layers.faults.append(new.fault((key,), found, expected))
    return _keeping(layers, old, _bare(new))


def _keeping(layers: Layers, old: Part, new: Part) -> Part:
    """The new entry with what it may not change as it was, so that nothing follows from that."""
    if not isinstance(old.item, dict) or not isinstance(new.item, dict):
        return new
    item = dict(new.item)
    for key, found, expected in changes_to_kept(layers.name, old.item, new.item):
        layers.faults.append(new.fault((key,), found, expected))
        item.pop(key, None)
        item.update({key: old.item[key]} if key in old.item else {})
    return replace(new, item=item)


def _bare(part: Part) -> Part:
    if not isinstance(part.item, dict):
        return part
    item = {key: value for key, value in part.item.items() if key not in {BEFORE, AFTER}}
    return replace(part, item=item)


def _placed(layers: Layers, kept: Sequence[Part], new: Sequence[Part]) -> list[Part]:
    """The entries that stay, with the new ones where they say, or else at the end."""
    ids = {part.id for part in (*kept, *new) if part.id}
    wishes = [(_wish(layers, part, ids), _bare(part)) for part in new]
    beside = _grouped((wish, part) for wish, part in wishes if wish)
    order = _in_order([*kept, *(part for wish, part in wishes if not wish)], beside)
    for (key, _), parts in beside.items():
        # Each of them waits for another of them.
        for part in parts:
            expected = f"the id of an entry {_BELOW}, or of one that stands beside such an entry"
            layers.faults.append(part.fault((key,), "entries that wait for each other", expected))
    return [*order, *(part for parts in beside.values() for part in parts)]


def _in_order(roots: Iterable[Part], beside: dict[_Wish, list[Part]]) -> list[Part]:
    """The roots, each with those beside it, and so on; what could be placed leaves `beside`."""
    order: list[Part] = []
    waiting = [(part, False) for part in reversed([*roots])]
    while waiting:
        part, is_next = waiting.pop()
        if is_next:
            order.append(part)
            continue
        around = [(each, False) for each in beside.pop((BEFORE, str(part.id)), ())]
        around.append((part, True))
        around.extend((each, False) for each in beside.pop((AFTER, str(part.id)), ()))
        waiting.extend(reversed(around))
    return order


def _wish(layers: Layers, part: Part, ids: Collection[str]) -> _Wish | None:
    """Beside which entry a new one wants to stand; None for the end of the list."""
    said = [key for key in (BEFORE, AFTER) if part.says(key)]
    if len(said) == 1 and isinstance(part.item, dict):
        key, identity = said[0], part.item[said[0]]
        if isinstance(identity, str) and identity in ids:
            return key, identity
        hint = nearest(identity, ids) if isinstance(identity, str) else None
        expected = f"the id of an entry of {layers.name} that stays, or of another new one"
        layers.faults.append(part.fault((key,), describe(identity), expected, hint))
    elif said:
        layers.faults.append(part.fault((), "both before and after", "one of the two"))
    elif part.id and layers.name in ORDERED and layers.below:
        expected = "one of the two, as the first rule that fits decides"
        layers.faults.append(part.fault((), "a new rule without before or after", expected))
    return None
