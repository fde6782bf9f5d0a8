"""What a file that is laid over another takes out of it: `remove: {rules: [some-rule]}`."""

from collections.abc import Iterator, Sequence

from infoshare_cli.errors import Fault
from infoshare_cli.files.document import Data, Document, Route, describe, nearest, one_of

REMOVE = "remove"
ADDED_TO_ONLY = {"properties"}
"""Lists of which nothing that is inherited can be replaced or removed."""
LASTING = {"questions", "outcomes", "areas", "texts", "hazards", *ADDED_TO_ONLY}
"""Lists from which nothing that is inherited can be removed: records and answers name its ids, or
whoever laid rules over others would lose sight of a hazard."""

_IDS = "a list of ids"

Removals = dict[str, dict[str, Route]]
"""List -> the ids to be removed from it, each with where the file says so."""


def removals_of(
    upper: Document, lists: Sequence[str], only: str | None, faults: list[Fault]
) -> Removals:
    """What a file removes from the lists of the one that it is laid over.

    `only` is the list that is meant where `remove` names none and is itself a list of ids.
    """
    said = upper.data.get(REMOVE) if lists and isinstance(upper.data, dict) else None
    if said is None:
        return {}
    if only:
        return {only: dict(_ids(upper, (REMOVE,), said, faults))}
    if not isinstance(said, dict):
        expected = f"one or more of {', '.join(lists)}, each with {_IDS}"
        faults.append(upper.fault((REMOVE,), describe(said), expected))
        return {}
    return {
        name: dict(_ids(upper, (REMOVE, name), ids, faults))
        for name, ids in said.items()
        if _may_lose(upper, name, lists, faults)
    }


def _may_lose(upper: Document, name: str, lists: Sequence[str], faults: list[Fault]) -> bool:
    at = (REMOVE, name)
    if name not in lists:
        hint = nearest(name, lists)
        faults.append(upper.fault(at, f"the unknown list {name}", one_of(lists), hint))
    elif name in LASTING:
        can = "be added to" if name in ADDED_TO_ONLY else "be reworded and added to"
        expected = f"no {name} here: those that are inherited stay, and can only {can}"
        faults.append(upper.fault(at, f"{name} to be removed", expected))
    return name in lists and name not in LASTING


def _ids(
    upper: Document, at: Route, said: Data, faults: list[Fault]
) -> Iterator[tuple[str, Route]]:
    if not isinstance(said, list) or not said:
        faults.append(upper.fault(at, describe(said), _IDS))
        return
    seen: set[str] = set()
    for index, identity in enumerate(said):
        here = (*at, index)
        if not isinstance(identity, str):
            faults.append(upper.fault(here, describe(identity), "an id"))
        elif identity in seen:
            faults.append(upper.fault(here, f"'{identity}' again", "each id once"))
        else:
            seen.add(identity)
            yield identity, here
