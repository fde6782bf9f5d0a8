"""The words of a pack that its schemas are filled with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from infoshare_cli.core.guidance import Guidance, page_of
from infoshare_cli.files.layers.merge_lists import parts_of
from infoshare_cli.files.layers.overlays import chain_of, merged_file
from infoshare_cli.files.load_guidance import load_guidance
from infoshare_cli.files.load_topics import load_statements, topic_ids
from infoshare_cli.files.pack_entries import ASSURANCE_FILE, ASSURANCE_LISTS, LISTS

STATEMENTS_FILE = "statements.yaml"

Ids = Mapping[str, tuple[str, ...]]
"""List -> the ids of its entries."""


@dataclass(frozen=True)
class Inheritance:
    """The entries of a pack that builds on another."""

    below: Ids
    """Those that it inherits."""
    merged: Ids
    """Those that it comes to: without those that it removes, and with its own."""


@dataclass(frozen=True)
class PackWords:
    """What the files of a pack may speak of."""

    guidance: Guidance
    citations: Mapping[str, str]
    """The statements of the guide with what they say, and the pages that have one."""
    topics: tuple[str, ...]
    inherited: Inheritance | None
    """What the pack builds on, if it builds on another."""


def load_words(rules: Path) -> PackWords:
    """The words of the pack in a folder.

    Raises:
        FileError: the pack or its statements have faults. A pack may have no statements.
    """
    guidance, chain = load_guidance(rules), chain_of(rules)
    cited = any((folder / STATEMENTS_FILE).is_file() for folder in chain)
    statements = {each.id: each.says for each in load_statements(rules)} if cited else {}
    pages = {f"p{page_of(each)}": "" for each in statements}
    inherited = Inheritance(_ids(chain[:-1]), _ids(chain)) if len(chain) > 1 else None
    return PackWords(guidance, {**statements, **pages}, topic_ids(rules), inherited)


def _ids(chain: Sequence[Path]) -> Ids:
    """The ids of every list of a pack in these folders, the base first."""
    lists = {**LISTS, STATEMENTS_FILE: ("statements",), ASSURANCE_FILE: ASSURANCE_LISTS}
    return {
        name: tuple(part.id for part in parts_of(document, name) if part.id)
        for file, names in lists.items()
        for document in [merged_file(chain, file, [])]
        for name in names
    }
