"""The receipt of a proof: a small file beside the rules that were proved.

It names the digest of the rules and the version of the program that walked them; under any
other rules, or another program, it says nothing. It is a receipt and no seal: whoever may
change the rules may write one.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from infoshare_cli import __version__
from infoshare_cli.files.file_text import MAX_BYTES

if TYPE_CHECKING:
    from infoshare_cli.core.proof.proof import Proof

RECEIPT_FILE = "proof.json"


def is_proved(folder: Path, digest: str) -> bool:
    """Whether a receipt says that these very rules were proved by this version."""
    path = folder / RECEIPT_FILE
    try:
        with path.open("rb") as stream:
            receipt = json.loads(stream.read(MAX_BYTES))
    except (OSError, ValueError, RecursionError):
        return False
    wanted = {"digest": digest, "engine": __version__}
    return isinstance(receipt, dict) and wanted.items() <= receipt.items()


def receipt_of(proof: "Proof") -> bytes:
    """What stands in the receipt; the same for the same rules, whenever they are proved."""
    receipt = {
        "about": "Written by infoshare rules prove, for these very rules and this program.",
        "digest": proof.digest,
        "engine": __version__,
        "cases": proof.cases,
        "classes": proof.classes,
        "nodes": proof.nodes,
        "laws": [finding.id for finding in proof.laws],
        "properties": [finding.id for finding in proof.properties],
    }
    return (json.dumps(receipt, indent=2) + "\n").encode("utf-8")


def write_receipt(folder: Path, proof: "Proof") -> Path | None:
    """Put the receipt of a proof that holds beside the rules; take it away where it does not.

    Returns:
        The file; None where the proof does not hold.

    Raises:
        OSError: it cannot be written, or taken away.
    """
    path = folder / RECEIPT_FILE
    if not proof.holds:
        path.unlink(missing_ok=True)
        return None
    receipt = receipt_of(proof)
    if not path.is_file() or path.read_bytes() != receipt:
        path.write_bytes(receipt)
    return path
