"""Writes the lists of exact versions with hashes, from what pyproject.toml asks for.

    python release/lock.py [--upgrade]

Without --upgrade a version stays as long as pyproject.toml allows it. Needs the network, and uv
from the dependency group `release`.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
OLDEST = "3.11"
"""The oldest Python that the lists serve; a marker stands where a newer one needs other things."""

LISTS: dict[str, tuple[str, ...]] = {
    "everything.txt": ("--extra", "all"),
    "program.txt": ("--constraint", "release/everything.txt"),
    "tools.txt": ("--group", "release"),
}
"""File -> what of pyproject.toml it holds; the program alone takes the versions of everything."""


def compile_list(name: str, asked: Sequence[str]) -> list[str]:
    """The call that writes one list; everything in it is seen from the top of the repository."""
    fixed = ("--universal", "--generate-hashes", "--python-version", OLDEST, "--no-annotate")
    header = ("--custom-compile-command", "python release/lock.py", "--quiet")
    project = () if "--group" in asked else ("pyproject.toml",)
    where = ("--output-file", f"release/{name}")
    return [sys.executable, "-m", "uv", "pip", "compile", *project, *asked, *fixed, *header, *where]


def main(arguments: Sequence[str]) -> None:
    """Write all lists, each after those that it takes versions from."""
    for name, asked in LISTS.items():
        subprocess.run([*compile_list(name, asked), *arguments], cwd=HERE.parent, check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
