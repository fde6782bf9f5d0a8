"""The receipt of a proof: for these very rules and this version, and for nothing else."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from infoshare_cli.core.proof.finding import Finding
from infoshare_cli.core.proof.proof import Proof
from infoshare_cli.files.proof_receipt import (
    RECEIPT_FILE,
    Receipt,
    read_receipt,
    receipt_of,
    write_receipt,
)

HOLDS = Finding("one-outcome", "All is well.", (), holds=True)
PROOF = Proof("sha256:1", 4, 3, 2, 1, 1.5, 2, (HOLDS,), ())
BROKEN = replace(PROOF, laws=(replace(HOLDS, holds=False),))


def test_a_receipt_is_for_one_digest(tmp_path: Path) -> None:
    """Of other rules it says nothing."""
    assert write_receipt([tmp_path], PROOF) == tmp_path / RECEIPT_FILE
    assert read_receipt([tmp_path], "sha256:1")
    assert not read_receipt([tmp_path], "sha256:2")


def test_a_receipt_is_for_one_version_of_the_program(tmp_path: Path) -> None:
    """Another one may decide otherwise, so it has to walk the rules itself."""
    receipt = json.loads(receipt_of(PROOF, [tmp_path])) | {"engine": "0.0.1"}
    (tmp_path / RECEIPT_FILE).write_text(json.dumps(receipt), encoding="utf-8")

    assert not read_receipt([tmp_path], "sha256:1")


def test_a_receipt_is_for_the_properties_that_were_held(tmp_path: Path) -> None:
    """One more, one less or one changed, here or in the rules below: it has to be proved again."""
    base, upper = tmp_path / "base", tmp_path / "upper"
    for folder in (base, upper):
        folder.mkdir()
        (folder / "properties.yaml").write_bytes(b"properties:\n")
    chain = [base, upper]
    write_receipt(chain, PROOF)
    assert read_receipt(chain, "sha256:1")

    (base / "properties.yaml").write_bytes(b"properties:\r\n")
    assert read_receipt(chain, "sha256:1"), "line ends are no change"
    for folder in (base, upper):
        before = (folder / "properties.yaml").read_bytes()
        (folder / "properties.yaml").write_bytes(before + b"  - id: more\n")
        assert not read_receipt(chain, "sha256:1")
        (folder / "properties.yaml").unlink()
        assert not read_receipt(chain, "sha256:1")
        (folder / "properties.yaml").write_bytes(before)


def test_a_receipt_tells_how_long_a_case_can_be(tmp_path: Path) -> None:
    """One that was written before there was such a line, or holds something else, does not."""
    write_receipt([tmp_path], PROOF)
    assert read_receipt([tmp_path], "sha256:1") == Receipt(longest=2)

    for longest in (None, "2", True):
        receipt = json.loads(receipt_of(PROOF, [tmp_path])) | {"longest": longest}
        (tmp_path / RECEIPT_FILE).write_text(json.dumps(receipt), encoding="utf-8")
        assert read_receipt([tmp_path], "sha256:1") == Receipt(longest=None)


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_whoever_may_read_the_rules_may_read_the_receipt(tmp_path: Path) -> None:
    """Rules that many use are proved by one, and nothing but the receipt is left of that."""
    old = os.umask(0o022)
    try:
        path = write_receipt([tmp_path], PROOF)
    finally:
        os.umask(old)
    assert path is not None
    assert path.stat().st_mode & 0o777 == 0o644
    assert list(tmp_path.iterdir()) == [path]


def test_a_proof_that_fails_takes_the_receipt_away(tmp_path: Path) -> None:
    """Also where the rules are the same and only more is asked of them."""
    write_receipt([tmp_path], PROOF)

    assert write_receipt([tmp_path], BROKEN) is None
    assert not (tmp_path / RECEIPT_FILE).exists()
    assert write_receipt([tmp_path], BROKEN) is None


def test_the_same_proof_writes_nothing_again(tmp_path: Path) -> None:
    """So rules that were installed for many can be proved by whoever may only read them."""
    path = write_receipt([tmp_path], PROOF)
    assert path is not None
    before = path.stat().st_mtime_ns
    write_receipt([tmp_path], PROOF)

    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize("content", [b"", b"[]", b'"x"', b"{", b"\xff", b"[" * 100_000, b"null"])
def test_what_is_no_receipt_proves_nothing(content: bytes, tmp_path: Path) -> None:
    """And stops nobody."""
    (tmp_path / RECEIPT_FILE).write_bytes(content)

    assert not read_receipt([tmp_path], "sha256:1")
