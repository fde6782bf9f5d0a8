"""Puts what the program shows now into README.md and rules/README.md, and remakes what it makes.

`python -m tests.remake_documents`, in the folder that holds both. To change what is typed in
the interview, change the words after "Your answer: " in README.md and run this again. POSIX only.
"""

import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from infoshare_cli.core.proof.proof import prove
from infoshare_cli.files.layers.overlays import chain_of
from infoshare_cli.files.load_contacts import compile_contacts
from infoshare_cli.files.load_guidance import load_guidance
from infoshare_cli.files.load_properties import load_properties
from infoshare_cli.files.locations import shipped_contacts, shipped_rules
from infoshare_cli.files.open_guidance import compile_guidance
from infoshare_cli.files.proof_receipt import write_receipt
from infoshare_cli.files.schemas.editor_schemas import load_schemas, write_schemas
from tests.follow_documents import ROOT, blocks, follow
from tests.interview import play, shown_in, typed_in, with_interview
from tests.remake_book import BOOK, remade_book

README = ROOT / "README.md"
EXAMPLE = ROOT / "rules" / "examples" / "school-trust"
RULES_README = ROOT / "rules" / "README.md"
END_OF_QUOTES = "### When the program refuses rules"
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


def remake_made_files() -> None:
    """Receipts of the proofs, compiled forms, what editors read, and the book to be signed."""
    for folder in (shipped_rules(), EXAMPLE):
        guidance = load_guidance(folder)
        proof = prove(guidance, load_properties(folder, guidance))
        write_receipt(chain_of(folder), proof)
    compile_guidance(shipped_rules())
    compile_contacts(shipped_contacts())
    write_schemas(load_schemas(shipped_rules(), shipped_contacts()), ROOT / "rules" / "schema")
    BOOK.write_text(remade_book(), encoding="utf-8", newline="\n")


def main() -> int:
    """Rewrite all of it, and say on standard error which of the two changed."""
    remake_made_files()
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
