"""The small pack, and packs that build on it."""

from collections.abc import Mapping
from pathlib import Path

from tests.files.small_pack import SMALL_PACK, write_pack

ON_BASE = "extends: ../base\n" + SMALL_PACK["pack.yaml"]
"""The pack.yaml of an overlay that calls itself as the pack below does."""


def write_base(folder: Path, changed: Mapping[str, str] | None = None) -> Path:
    """Put the small pack into a folder `base`."""
    base = folder / "base"
    base.mkdir()
    return write_pack(base, changed)


def write_overlay(
    folder: Path, files: Mapping[str, str], name: str = "own", below: str = "../base"
) -> Path:
    """Put an overlay that holds these files into a folder of its own, beside the one below."""
    overlay = folder / name
    overlay.mkdir()
    for file, text in {"pack.yaml": ON_BASE.replace("../base", below), **files}.items():
        (overlay / file).write_text(text, encoding="utf-8", newline="\n")
    return overlay
