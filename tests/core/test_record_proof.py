"""A proof of one record: what it shows, and that nothing in it can be changed unnoticed."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from infoshare_cli.core.anchor import Anchor, read_anchor, write_anchor
from infoshare_cli.core.canonical import Value, write_canonical
from infoshare_cli.core.record import Record
from infoshare_cli.core.record_proof import BrokenProof, check_proof, read_proof, show_fields
from tests.conftest import RecordsOf, about, numbered_id
from tests.proofs import PROOF_FORMS, forged_proofs, proved


@pytest.fixture(scope="module")
def log(records_of: RecordsOf) -> list[Record]:
    """A log of 21 short records."""
    words = [f'caf\u00e9 \\ \n "{hours}"' for hours in range(21)]
    return records_of(
        [about("release", numbered_id(99), hours, reason=each) for hours, each in enumerate(words)]
    )


def anchor_of(record: Record) -> Anchor:
    """The anchor that was noted when the record was made."""
    return read_anchor(write_anchor(record.head.seq, record.hash))


def fault_in(text: bytes, *anchors: Anchor) -> str:
    """The one thing that is wrong with a proof."""
    verdict = check_proof(text, anchors)
    assert not verdict.sound
    assert not verdict.anchored
    (fault,) = verdict.faults
    return fault


def test_every_record_is_proved_against_every_later_one(log: list[Record]) -> None:
    """With the anchor of either, and of both."""
    for seq in range(1, 21):
        for later in range(seq + 1, 22):
            own, last = anchor_of(log[seq - 1]), anchor_of(log[later - 1])
            text = proved(log, seq, later).to_bytes()
            for anchors in ([own], [last], [last, own]):
                verdict = check_proof(text, anchors)
                assert (verdict.faults, verdict.anchored) == ((), True)


def test_the_last_record_is_proved_by_its_own_anchor(log: list[Record]) -> None:
    """There is no later head, and none is needed."""
    proof = proved(log, 21, None)
    assert proof.anchors() == (write_anchor(21, log[20].hash),)
    assert check_proof(proof.to_bytes(), [anchor_of(log[20])]).anchored


def test_without_an_anchor_nothing_vouches_for_it(log: list[Record]) -> None:
    """It agrees with itself: that is all that is said."""
    verdict = check_proof(proved(log, 3, 9).to_bytes())
    assert (verdict.sound, verdict.anchored) == (True, False)


def test_it_holds_nothing_of_other_records(log: list[Record]) -> None:
    """Of the fields that are not shown, only commitments; of other records, only hashes."""
    proof = proved(log, 3, 9, "reason", "authority")
    text = proof.to_bytes().decode()
    for name in log[2].body.keys() - {"reason", "authority"}:
        assert log[2].body[name].salt not in text
    for record in log:
        assert (record.head.id in text) == (record.head.seq in (3, 9))
        assert record.text("reason") not in text or record.head.seq == 3
    assert read_proof(proof.to_bytes()) == proof
    assert proof.anchors() == (write_anchor(3, log[2].hash), write_anchor(9, log[8].hash))


def test_a_field_that_is_gone_cannot_be_shown(log: list[Record]) -> None:
    """Its salt went with it."""
    with pytest.raises(KeyError):
        show_fields(replace(log[0], body={}), ["reason"])


@pytest.mark.parametrize(("flip", "anchored"), [(0x01, 17), (0x20, 6), (0x80, 17)])
def test_any_changed_byte_is_noticed(log: list[Record], flip: int, anchored: int) -> None:
    """Whatever it is part of, and whichever of its two anchors is at hand."""
    text, anchor = proved(log, 6, 17).to_bytes(), anchor_of(log[anchored - 1])
    assert check_proof(text, [anchor]).anchored
    for place in range(len(text)):
        changed = bytearray(text)
        changed[place] ^= flip
        assert not check_proof(bytes(changed), [anchor]).sound, text[place - 20 : place + 20]


def test_a_later_head_that_was_computed_anew_needs_its_own_anchor(log: list[Record]) -> None:
    """The record's anchor vouches for the record alone."""
    proof = proved(log, 6, 17)
    assert proof.later is not None
    forged = replace(proof, later=replace(proof.later, at="2030-01-01T00:00:00.000Z")).to_bytes()
    assert check_proof(forged, [anchor_of(log[5])]).sound
    assert not check_proof(forged, [anchor_of(log[16])]).sound


def test_a_proof_cut_anywhere_or_added_to_is_broken(log: list[Record]) -> None:
    """It is one line, and all of it counts."""
    text = proved(log, 6, 17).to_bytes()
    for place in range(len(text)):
        assert "The proof is broken" in fault_in(text[:place])
    for more in (b"\n", b" ", b"\r\n", text):
        assert "not canonical JSON" in fault_in(text + more)
    assert "not canonical JSON" in fault_in(b"\xef\xbb\xbf" + text)
    assert "not canonical JSON" in fault_in(json.dumps(json.loads(text)).encode() + b"\n")
    assert fault_in(text[:-1]) == "The proof is broken: it is cut off."


def test_what_was_put_together_otherwise_is_noticed(log: list[Record]) -> None:
    """Without an anchor, too; and what is wrong is named."""
    forged = list(forged_proofs(log))
    assert len(forged) > 20
    for why, proof in forged:
        assert why in fault_in(proof.to_bytes())


def test_anchors_of_other_records_say_nothing(log: list[Record]) -> None:
    """Neither those before, between or after; and one that does not fit is told apart."""
    text = proved(log, 6, 17).to_bytes()
    for seq in (1, 5, 7, 16, 18, 21):
        expected = f"The anchor of record {seq} says nothing about this proof."
        assert fault_in(text, anchor_of(log[seq - 1])) == expected
    for seq in (6, 17):
        other = read_anchor(write_anchor(seq, "0" * 64))
        expected = f"Record {seq} is not the one that the anchor names."
        assert fault_in(text, other, anchor_of(log[5])) == expected


@pytest.mark.parametrize(("change", "why"), PROOF_FORMS.values(), ids=PROOF_FORMS.keys())
def test_what_has_another_form_is_no_proof(
    log: list[Record], change: Callable[[Any], object], why: str
) -> None:
    """The form is part of the format, and what is wrong is named."""
    proof = json.loads(proved(log, 6, 17).to_bytes())
    change(proof)
    assert why in fault_in(write_canonical(proof) + b"\n", anchor_of(log[5]))


@pytest.mark.parametrize("value", [None, [], "proof", 1, {}])
def test_another_value_is_no_proof(value: Value) -> None:
    """Any JSON can be handed in."""
    with pytest.raises(BrokenProof, match="exactly the names"):
        read_proof(write_canonical(value) + b"\n")


def test_a_line_of_the_log_is_no_proof(log: list[Record]) -> None:
    """It holds everything, but not what a proof has to say."""
    assert "exactly the names" in fault_in(log[0].to_line())
