"""Remakes the pages under docs that are made from the program and its rules.

`python -m tests.remake_reference` writes docs/reference/commands.md from the commands as they are,
docs/explanation/law-since-2018.md from the notices of the rules, and the list of decision pages
in zensical.toml.
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.remake_commands import remade_reference
from tests.remake_law import remade_law

ROOT = Path(__file__).parents[1]
COMMANDS = ROOT / "docs" / "reference" / "commands.md"
LAW = ROOT / "docs" / "explanation" / "law-since-2018.md"
SITE = ROOT / "zensical.toml"


def remade_site() -> str:
    """zensical.toml with the pages of decisions that there are."""
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    listed = "".join(f'      "decisions/{path.name}",\n' for path in pages)
    begins, ends = "      # Decisions, in order:\n", "      # Up to here.\n"
    text = SITE.read_text(encoding="utf-8")
    before, after = text.partition(begins)[0], text.partition(ends)[2]
    return f"{before}{begins}{listed}{ends}{after}"


MADE: Mapping[Path, Callable[[], str]] = {
    COMMANDS: remade_reference,
    LAW: remade_law,
    SITE: remade_site,
}
"""Each file, and what it should hold."""


def main() -> int:
    """Write all of them, and say on standard error which changed."""
    for path, remade in MADE.items():
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        after = remade()
        path.write_text(after, encoding="utf-8", newline="\n")
        told = "as it was" if after == before else "changed"
        sys.stderr.write(f"{path.relative_to(ROOT).as_posix()}: {told}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
