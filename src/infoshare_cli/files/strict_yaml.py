"""Strict reading of YAML and JSON: what readers of files need, under one name.

Every scalar is its text, what could mean two things is refused, and every fault of a file
is told at once, with its place. Either reader is imported once there is something to read.
"""

from pathlib import Path

from infoshare_cli.files.document import Data, Document, Route, nearest, spell_route
from infoshare_cli.files.file_text import MAX_BYTES, read_bytes

__all__ = [
    "MAX_BYTES",
    "Data",
    "Document",
    "Route",
    "nearest",
    "parse_json",
    "parse_yaml",
    "read_bytes",
    "read_yaml",
    "spell_route",
]


def parse_yaml(content: bytes, file: str) -> Document:
    """The YAML document that `content` holds; see `yaml_text`.

    Raises:
        FileError: with every fault.
    """
    from infoshare_cli.files import yaml_text

    return yaml_text.parse_yaml(content, file)


def parse_json(content: bytes, file: str) -> Document:
    """The JSON document that `content` holds; see `json_text`.

    Raises:
        FileError: with every fault.
    """
    from infoshare_cli.files import json_text

    return json_text.parse_json(content, file)


def read_yaml(path: Path) -> Document:
    """The YAML file at `path`.

    Raises:
        FileError: it is not there, cannot be read, or has faults; all of them at once.
    """
    return parse_yaml(read_bytes(path), str(path))
