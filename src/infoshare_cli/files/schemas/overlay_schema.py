"""What JSON Schema says of the files of a pack that builds on another: new keys, and none required.

Which keys these are, and what they do, is in `merge_lists` and `removals`.
"""

from collections.abc import Iterable, Mapping

from infoshare_cli.files.layers.merge_lists import AFTER, BEFORE, ID_KEY, ORDERED
from infoshare_cli.files.layers.removals import LASTING, REMOVE
from infoshare_cli.files.schemas.pack_words import Inheritance
from infoshare_cli.files.schemas.schema_parts import Schema, keys, list_of, one_word, unnamed


def file_schema(lists: Mapping[str, Schema], inherited: Inheritance | None) -> Schema:
    """A file of these lists; of a pack that builds on another, what it says of them."""
    if inherited is None:
        entries = {name: list_of(entry, least=1) for name, entry in lists.items()}
        return keys(entries, tuple(lists))
    placed = {
        name: list_of(_placed(name, entry, inherited), least=1) for name, entry in lists.items()
    }
    losing = [name for name in lists if name not in LASTING and inherited.below[name]]
    if losing:
        placed[REMOVE] = _removing(losing, inherited)
    return {**keys(placed), "minProperties": 1}


def beside_keys(word: Schema) -> dict[str, Schema]:
    """The keys by which a new entry says beside which other it stands."""
    return {
        BEFORE: {"description": "The entry right before which this one stands.", **word},
        AFTER: {"description": "The entry right after which this one stands.", **word},
    }


def _removing(lists: Iterable[str], inherited: Inheritance) -> Schema:
    known = {name: one_word(unnamed(inherited.below[name])) for name in lists}
    removed = {name: {**list_of(ids, least=1), "uniqueItems": True} for name, ids in known.items()}
    return {"description": "What is taken out of what is inherited, list by list.", **keys(removed)}


def _placed(name: str, entry: Schema, inherited: Inheritance) -> Schema:
    """An entry that, where it is new, says beside which other it stands."""
    beside = beside_keys(one_word(unnamed(inherited.merged[name])))
    one_of_both: Schema = {
        "if": {"required": [BEFORE]},
        "then": {"properties": {AFTER: False}},
    }
    if name in ORDERED:
        one_of_both["else"] = {"required": [AFTER]}
    replacing = {
        "if": {"properties": {ID_KEY.get(name, "id"): {"enum": list(inherited.below[name])}}},
        "then": {"properties": {BEFORE: False, AFTER: False}},
        "else": one_of_both,
    }
    return {
        **entry,
        "properties": {**entry["properties"], **beside},
        "allOf": [*entry.get("allOf", ()), replacing],
    }
