"""The shipped pack is proved; what the proof is worth is in tests/cli/test_rules_seeded.py."""

import pytest

from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.proof.proof import Proof, prove
from infoshare_cli.files.load_properties import load_properties
from infoshare_cli.files.locations import shipped_rules
from infoshare_cli.files.proof_receipt import RECEIPT_FILE, receipt_of


@pytest.fixture(scope="module")
def proof(guidance: Guidance) -> Proof:
    """The proof of the shipped pack."""
    return prove(guidance, load_properties(shipped_rules(), guidance))


def test_everything_that_the_pack_promises_holds(proof: Proof) -> None:
    """Every law and every property, in every case; and nobody is asked more than 18 questions."""
    assert [each.id for each in (*proof.laws, *proof.properties) if not each.holds] == []
    assert proof.longest <= 18


def test_the_receipt_lies_beside_the_pack(proof: Proof, guidance: Guidance) -> None:
    """It is the receipt of these very words, so that the program may say that they are proved."""
    receipt = (shipped_rules() / RECEIPT_FILE).read_bytes()

    assert receipt == receipt_of(proof, [shipped_rules()]), "run: infoshare rules prove"
    assert guidance.proved
