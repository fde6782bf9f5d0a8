"""The ids that stand in rules and contacts, read as quickly as can be.

Nothing is checked here: a file with faults gives what ids can still be read, so that completion
never waits for a check and never fails. Whoever uses an id looks it up in what was loaded.
"""

from collections.abc import Iterator
from pathlib import Path

from infoshare_cli.files.layers.contact_layers import merged_contacts
from infoshare_cli.files.layers.overlays import chain_of, merged_file
from infoshare_cli.files.pack_entries import LISTS, PROPERTIES_FILE, as_mapping
from infoshare_cli.files.strict_yaml import Data, read_yaml

_STATEMENTS = "statements.yaml"
_KINDS = {
    "questions": "question",
    "outcomes": "outcome",
    "decisions": "decision",
    "consent_from": "who consents",
    "advice_from": "who advises",
    "facts": "fact",
    "choices": "choice",
    "rules": "rule",
    "before": "action before sharing",
    "with": "action on sharing",
    "after": "action after sharing",
    "follow_ups": "follow-up",
    "sayings": "what to say",
    "fields": "field of the record",
    "notices": "change since 2018",
    "properties": "property",
}
"""What the entries of a list are called."""


def area_names(contacts: Path) -> dict[str, str]:
    """The areas of a contact directory: id -> name.

    Raises:
        FileError: the file cannot be read, or what it builds on cannot.
    """
    areas = as_mapping(merged_contacts(contacts, []).data).get("areas")
    named = map(as_mapping, areas if isinstance(areas, list) else ())
    return {str(each["id"]): str(each.get("name", "")) for each in named if "id" in each}


def ids_in_rules(folder: Path) -> dict[str, str]:
    """Everything in a pack that has an id: id -> what kind of thing it is.

    Raises:
        FileError: what the pack builds on cannot be found.
    """
    chain = chain_of(folder)
    lists = {**LISTS, PROPERTIES_FILE: ("properties",)}
    found: dict[str, str] = {}
    for name, keys in lists.items():
        data = as_mapping(merged_file(chain, name, []).data)
        for key in keys:
            for identity in _ids(data.get(key)):
                # What is said after an outcome may be called after it: the outcome is meant.
                found.setdefault(identity, _KINDS.get(key, key))
    return found


def statement_ids(folder: Path) -> tuple[str, ...]:
    """The ids of what the guide says.

    Raises:
        FileError: what the pack builds on cannot be found.
    """
    document = merged_file(chain_of(folder), _STATEMENTS, [])
    return tuple(_ids(as_mapping(document.data).get("statements")))


def case_ids(path: Path) -> tuple[str, ...]:
    """The ids of the cases in a YAML file.

    Raises:
        FileError: the file cannot be read.
    """
    return tuple(_ids(read_yaml(path).data))


def _ids(items: Data | None) -> Iterator[str]:
    """The id of each entry of a list that has one."""
    for item in items if isinstance(items, list) else ():
        if isinstance(identity := as_mapping(item).get("id"), str):
            yield identity
