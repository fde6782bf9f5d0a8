"""Remakes docs/rules-book.html, the book of the shipped rules: python -m tests.remake_book."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from infoshare_cli.cli.main import main
from infoshare_cli.errors import ExitCode
from infoshare_cli.files.locations import shipped_contacts, shipped_rules

BOOK = Path(__file__).parents[1] / "docs" / "rules-book.html"


def remade_book() -> str:
    """What the command writes now for the shipped rules."""
    with TemporaryDirectory() as folder:
        made = Path(folder) / BOOK.name
        given = ["--plain", "--contacts", str(shipped_contacts())]
        code = main([*given, "rules", "book", str(shipped_rules()), "--output", str(made)])
        assert code == ExitCode.DONE
        return made.read_text(encoding="utf-8")


if __name__ == "__main__":
    BOOK.write_text(remade_book(), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{BOOK} is made. Look at it before you hand it in.\n")
