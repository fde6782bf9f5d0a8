"""The receipt of a proof: a small file beside the rules that were proved.

It names the digest of the rules, a digest of the properties that they were held to, and the
version of the program that walked them; under any others it says nothing. It is a receipt and
no seal: whoever may change the rules may write one.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from infoshare_cli import __version__
from infoshare_cli.files.file_text import MAX_BYTES
from infoshare_cli.files.pack_entries import PROPERTIES_FILE

if TYPE_CHECKING:
    from infoshare_cli.core.proof.proof import Proof

RECEIPT_FILE = "proof.json"
_FOR_ALL = 0o666
"""As the system's own mask then has it."""


@dataclass(frozen=True)
class Receipt:
    """What a receipt says of rules that were proved."""

    longest: int | None
    """The most questions that a case asks before its outcome; None where it does not say."""


def read_receipt(chain: Sequence[Path], digest: str) -> Receipt | None:
    """The receipt that says that these very rules were proved by this version; None without one.

    Args:
        chain: the folders that the rules are made of; the receipt lies in the last.
    """
    path = chain[-1] / RECEIPT_FILE
    try:
        with path.open("rb") as stream:
            receipt = json.loads(stream.read(MAX_BYTES))
        held_to = properties_digest(chain)
    except (OSError, ValueError, RecursionError):
        return None
    wanted = {"digest": digest, "held_to": held_to, "engine": __version__}
    if not isinstance(receipt, dict) or any(receipt.get(key) != wanted[key] for key in wanted):
        return None
    longest = receipt.get("longest")
    return Receipt(longest if type(longest) is int else None)


def properties_digest(chain: Sequence[Path]) -> str:
    """'sha256:' and the hash of the properties as they are written, whatever their line ends.

    Reading them would cost every interview more than comparing what they are written in.
    """
    paths = (folder / PROPERTIES_FILE for folder in chain)
    written = [path.read_bytes().replace(b"\r\n", b"\n") for path in paths if path.is_file()]
    return "sha256:" + hashlib.sha256(b"\0".join(written)).hexdigest()


def receipt_of(proof: "Proof", chain: Sequence[Path]) -> bytes:
    """What stands in the receipt; the same for the same rules, whenever they are proved."""
    receipt = {
        "about": "Written by infoshare rules prove, for these very rules and this program.",
        "digest": proof.digest,
        "held_to": properties_digest(chain),
        "engine": __version__,
        "cases": proof.cases,
        "classes": proof.classes,
        "nodes": proof.nodes,
        "longest": proof.longest,
        "laws": [finding.id for finding in proof.laws],
        "properties": [finding.id for finding in proof.properties],
    }
    return (json.dumps(receipt, indent=2) + "\n").encode("utf-8")


def write_receipt(chain: Sequence[Path], proof: "Proof") -> Path | None:
    """Put the receipt of a proof that holds beside the rules; take it away where it does not.

    Args:
        chain: the folders that the rules are made of; it goes into the last.

    Returns:
        The file; None where the proof does not hold.

    Raises:
        OSError: it cannot be written, or taken away.
    """
    path = chain[-1] / RECEIPT_FILE
    if not proof.holds:
        path.unlink(missing_ok=True)
        return None
    receipt = receipt_of(proof, chain)
    if not path.is_file() or path.read_bytes() != receipt:
        import secrets

        from infoshare_cli.files.whole_file import replace_file

        # Half a receipt would stand there for ever. Whoever may read the rules may read it.
        replace_file(path, receipt, secrets.token_hex(4), _FOR_ALL)
    return path
