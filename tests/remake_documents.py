"""Puts what the program shows now into the documents, and remakes what it makes.

`python -m tests.remake_documents`, in the folder that holds README.md; with names of documents
behind it, only those. To change what is typed in an interview, change the words after
"Your answer: " in the document and run this again. POSIX only.
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
from tests import remake_pictures, remake_reference
from tests.followed.follow_documents import ROOT, blocks, follow
from tests.remake_book import BOOK, remade_book

README = ROOT / "README.md"
EXAMPLE = ROOT / "rules" / "examples" / "school-trust"
RULES_README = ROOT / "rules" / "README.md"
END_OF_QUOTES = "### When the program refuses rules"
"""From here on, rules/README.md shows entries that a reader changes."""

DOCS = ROOT / "docs"
PAGES = [path for path in sorted(DOCS.rglob("*.md")) if path.parent.name != "decisions"]
"""The pages of docs that a reader may follow."""


def remade(path: Path, folder: Path) -> str:
    """A document as it should read.

    Args:
        folder: a new folder, in which it is followed.

    Raises:
        AssertionError: see `follow`.
    """
    text = path.read_text(encoding="utf-8")
    if path == RULES_README:
        text = with_entries(text)
    return follow(text, folder)


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
    """Rewrite all of it, and say on standard error which documents changed."""
    asked = [Path(name).resolve() for name in sys.argv[1:]]
    if not asked:
        remake_made_files()
        remake_reference.main()
        remake_pictures.main()
    for path in asked or (README, RULES_README, *PAGES):
        before = path.read_text(encoding="utf-8")
        with TemporaryDirectory() as folder:
            after = remade(path, Path(folder))
        path.write_text(after, encoding="utf-8", newline="\n")
        told = "as it was" if after == before else "changed"
        sys.stderr.write(f"{path.relative_to(ROOT)}: {told}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
