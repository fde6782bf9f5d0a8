"""docs/log-format.md tells the truth: its examples are computed anew."""

import json
import re
from hashlib import sha256
from pathlib import Path

import pytest

from infoshare_cli.core.anchor import read_anchor, write_anchor
from infoshare_cli.core.canonical import read_canonical, write_canonical
from infoshare_cli.core.inclusion import needed, path_from, root_from
from infoshare_cli.core.record import ASKED, CONCLUSION_FIELDS, KEPT_WORDS, KINDS, RECORD_FIELDS
from infoshare_cli.core.record_line import read_line
from infoshare_cli.core.record_proof import Proof, check_proof, show_fields
from infoshare_cli.core.signed_note import anchor_text, judge, read_note, sign, write_note
from infoshare_cli.core.tree import grow, node_hash
from infoshare_cli.core.verify import verify, why_unsound
from infoshare_cli.core.withholding import Shown
from infoshare_cli.documents.log_export import exported_to_json
from infoshare_cli.files.signing_key import SigningKey, is_good_signature

PAGE = (Path(__file__).parents[1] / "docs" / "log-format.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"^```text ([a-z-]+)\n(.*?)\n```$", PAGE, re.DOTALL | re.MULTILINE))


def sha(text: str) -> str:
    """SHA-256 of a text, as lower-case hexadecimal characters."""
    return sha256(text.encode()).hexdigest()


def test_the_canonical_form() -> None:
    """The example of a value, of its form, and of the form's hash."""
    text = BLOCKS["canonical-text"].encode()
    assert write_canonical(json.loads(BLOCKS["canonical-value"])) == text
    assert read_canonical(text) == json.loads(BLOCKS["canonical-value"])
    assert sha256(text).hexdigest() == BLOCKS["canonical-hash"]


@pytest.mark.parametrize("name", ["commitment", "empty", "head", "node"])
def test_the_bytes_that_are_hashed(name: str) -> None:
    """Each hash on the page is the SHA-256 of the bytes above it."""
    assert sha(BLOCKS[f"{name}-bytes"]) == BLOCKS[f"{name}-hash"]


def test_the_line() -> None:
    """The example line is sound, and its parts are the other examples."""
    record = read_line(BLOCKS["line"].encode())
    assert why_unsound(record) is None
    assert record.hash == BLOCKS["head-hash"]
    assert record.head.commitments == {
        "case_ref": BLOCKS["commitment-hash"],
        "role": BLOCKS["empty-hash"],
    }
    head = write_canonical(record.head.to_value()).decode()
    assert BLOCKS["head-bytes"] == f"infoshare/1/head\n{head}"


def test_the_signed_anchor() -> None:
    """It is that of the line, by the key beside it; and the same bytes come out again."""
    key = SigningKey("example.invalid/health-visiting", b"\x07" * 32)
    assert str(key.public) == BLOCKS["signing-key"]
    content = json.loads(BLOCKS["signed-anchor"]).encode()
    note = read_note(content)
    assert note.text == anchor_text(1, BLOCKS["head-hash"])
    assert judge(note, [key.public], is_good_signature) == "ok"
    assert write_note(sign(note.text, key.public, key.sign)) == content


def test_the_abandoned_interview_follows_the_line() -> None:
    """The two lines are a log: sound, one after the other, and the second continues the first."""
    lines = [BLOCKS[name].encode() + b"\n" for name in ("line", "abandoned-line")]
    assert verify(lines).sound
    first, second = (read_line(line[:-1]) for line in lines)
    assert (second.head.kind, second.head.of) == ("abandoned", first.head.id)
    assert second.value(ASKED) == ["immediate_danger", "concern"]


def test_the_node_and_the_peaks() -> None:
    """The tree grows as the table on the page says."""
    leaves = [sha(str(number)) for number in range(1, 7)]
    assert node_hash(leaves[0], leaves[1]) == BLOCKS["node-hash"]
    peaks: tuple[str, ...] = ()
    for count, row in enumerate(BLOCKS["peaks"].splitlines()):
        peaks = grow(peaks, count, leaves[count])
        assert row.split(" ") == [str(count + 1), *peaks]


def test_the_paths() -> None:
    """Each leads from its record to a peak of the later tree, and is what the program makes."""
    leaves = {number: sha(str(number)) for number in range(1, 7)}
    trees: dict[int, tuple[str, ...]] = {1: ()}
    for number, leaf in leaves.items():
        trees[number + 1] = grow(trees[number], number - 1, leaf)
    rows = BLOCKS["paths"].splitlines()
    assert len(rows) == 4
    for row in rows:
        seq, later, *path = row.split(" ")
        heads = {each: (trees[each], leaves[each]) for each in needed(int(seq), int(later))}
        assert tuple(path) == path_from(int(seq), int(later), trees[int(seq)], heads)
        assert root_from(leaves[int(seq)], int(seq), path) in trees[int(later)]


def test_the_proof() -> None:
    """It shows one field of the line with the abandoned interview as the later record."""
    text = BLOCKS["proof"].encode() + b"\n"
    record, later = (read_line(BLOCKS[name].encode()) for name in ("line", "abandoned-line"))
    proof = Proof(record.head, show_fields(record, ["case_ref"]), (), later.head)
    assert proof.to_bytes() == text
    assert proof.anchors() == tuple(BLOCKS["proof-anchors"].splitlines())
    for anchor in proof.anchors():
        assert check_proof(text, [read_anchor(anchor)]).anchored


def test_the_page_names_every_key_of_a_proof_and_of_an_export() -> None:
    """Whoever writes a reader of their own finds all of them."""
    record = read_line(BLOCKS["line"].encode())
    for name in (*json.loads(BLOCKS["proof"]), *exported_to_json(Shown(record))):
        assert f"`{name}`" in PAGE


def test_the_anchors() -> None:
    """The two anchors on the page."""
    expected = [write_anchor(count, BLOCKS["head-hash"]) for count in (1, 12)]
    assert BLOCKS["anchors"].splitlines() == expected


def test_the_page_names_every_field_and_kind() -> None:
    """Nothing is written that the page does not tell of."""
    for name in (*RECORD_FIELDS, *CONCLUSION_FIELDS, KEPT_WORDS, ASKED, *KINDS):
        assert f"`{name}`" in PAGE
