"""Puts what the program shows now into README.md and rules/README.md.

`python -m tests.remake_documents`, in the folder that holds both. To change what is typed in
the interview, change the words after "Your answer: " in README.md and run this again. POSIX only.
"""

import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from infoshare_cli.files.locations import shipped_rules
from tests.follow_documents import ROOT, blocks, follow
from tests.interview import play, shown_in, typed_in, with_interview

README = ROOT / "README.md"
RULES_README = ROOT / "rules" / "README.md"
END_OF_QUOTES = "## When something is wrong"
"""From here on, rules/README.md shows entries that a reader changes."""


def remade_readme(folder: Path) -> str:
    """README.md as it should read."""
    readme = README.read_text(encoding="utf-8")
    return with_interview(readme, play(typed_in(shown_in(readme)), folder))


def remade_rules_readme(folder: Path) -> str:
    """rules/README.md as it should read."""
    return follow(with_entries(RULES_README.read_text(encoding="utf-8")), folder)


def with_entries(document: str) -> str:
    """The document with each entry that it quotes from the pack as it stands there now."""
    files = sorted(shipped_rules().glob("*.yaml"))
    pack = "\n".join(path.read_text(encoding="utf-8") for path in files)
    for block in blocks(document.partition(END_OF_QUOTES)[0]):
        first = block.content.partition("\n")[0]
        now = re.search(rf"^{re.escape(first)}\n(    .*\n)*", pack, re.MULTILINE)
        if first.startswith("  - ") and block.content not in pack and now is not None:
            document = document.replace(block.content, now[0])
    return document


def main() -> int:
    """Rewrite both, and say on standard error which of them changed."""
    for path, remade in ((README, remade_readme), (RULES_README, remade_rules_readme)):
        before = path.read_text(encoding="utf-8")
        with TemporaryDirectory() as folder:
            after = remade(Path(folder))
        path.write_text(after, encoding="utf-8", newline="\n")
        told = "as it was" if after == before else "changed"
        sys.stderr.write(f"{path.relative_to(ROOT)}: {told}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
