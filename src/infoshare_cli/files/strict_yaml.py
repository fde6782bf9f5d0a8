"""Strict reading of YAML and JSON: what readers of files need, under one name.

Every scalar is its text, what could mean two things is refused, and every fault of a file
is told at once, with its place.
"""

from pathlib import Path

from infoshare_cli.files.document import Data, Document, Route, nearest, spell_route
from infoshare_cli.files.file_text import MAX_BYTES, read_bytes
from infoshare_cli.files.json_text import parse_json
from infoshare_cli.files.shapes import build, try_build
from infoshare_cli.files.yaml_text import parse_yaml

__all__ = [
    "MAX_BYTES",
    "Data",
    "Document",
    "Route",
    "build",
    "nearest",
    "parse_json",
    "parse_yaml",
    "read_bytes",
    "read_yaml",
    "spell_route",
    "try_build",
]


def read_yaml(path: Path) -> Document:
    """The YAML file at `path`.

    Raises:
        FileError: it is not there, cannot be read, or has faults; all of them at once.
    """
    return parse_yaml(read_bytes(path), str(path))
