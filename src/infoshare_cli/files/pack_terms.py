"""The names and words of the trade that a pack lists, with those of the packs that it builds on."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from infoshare_cli.files.layers.overlays import merged_file
from infoshare_cli.files.pack_entries import as_mapping


def terms_of(chain: Iterable[Path]) -> tuple[str, ...]:
    """Each term of the packs in these folders; each counts as one short word when measured.

    What cannot be read has none: whoever reads the pack tells why.
    """
    return tuple(each for folder in chain for each in _terms(folder))


def _terms(folder: Path) -> Iterator[str]:
    document = merged_file([folder], "pack.yaml", [])
    terms = as_mapping(as_mapping(document.data).get("pack")).get("terms")
    for each in terms if isinstance(terms, list) else ():
        if isinstance(each, str):
            yield each
