"""What was measured, as it is kept: results.json, and all that is made of it."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.report import put_tables

_HERE = Path(__file__).parent
RESULTS, README, PICTURE = (_HERE / name for name in ("results.json", "README.md", "results.svg"))

Results = Mapping[str, Any]
"""`made_on` and `circumstances`; the sections of `SECTIONS`, each a list of lines; `memory`, of
which each part has a goal; and `calls`."""
SECTIONS = ("start-up", "decisions", "proof", "log")


def publish(results: Results) -> None:
    """Write the results, draw them, and put their tables into the README."""
    from benchmarks.picture import draw

    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8", newline="\n")
    text = README.read_text(encoding="utf-8")
    README.write_text(put_tables(text, results), encoding="utf-8", newline="\n")
    draw(results, PICTURE, digest_of(RESULTS))


def digest_of(file: Path) -> str:
    """The SHA-256 of a text, whatever its line ends."""
    return hashlib.sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def missed(results: Results) -> Iterator[str]:
    """The name of each thing that misses its goal."""
    for section in SECTIONS:
        for line in results.get(section, ()):
            if line["met"] is False:
                yield f"{line['name']}, beside {line['beside']}"
    for name, held in results.get("memory", {}).items():
        if not held["met"]:
            yield f"memory of {name}"
    for each in results.get("calls", ()):
        if not each["met"]:
            yield f"calls on a log of {each['records']:,}"
