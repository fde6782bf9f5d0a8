"""docs/verify_log.py and the program come to the same verdict on logs, proofs and exports.

What is done to each byte and each record of a log stands in test_log_damage.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from io import BufferedReader, BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from infoshare_cli.core.anchor import read_anchor, write_anchor
from infoshare_cli.core.canonical import MAX_BYTES, Value, write_canonical
from infoshare_cli.core.record import Record, Salted
from infoshare_cli.core.record_proof import check_proof
from infoshare_cli.core.verify import verify
from infoshare_cli.core.withholding import withhold
from infoshare_cli.documents.log_export import as_json, as_jsonl
from tests.conftest import Decision, RecordsOf, about, numbered_id
from tests.log_damage import SCRIPT, script
from tests.proofs import PROOF_FORMS, forged_proofs, proved

Finding = tuple[bool, int, bool, int | None, int | None]
"""Sound; records; torn; first broken line; and, in a sound log, records with erased fields."""


def by_program(log: bytes, anchors: Sequence[str] = ()) -> Finding:
    """What the program finds."""
    verdict = verify(BytesIO(log), [read_anchor(anchor) for anchor in anchors])
    first = verdict.first_broken.line if verdict.first_broken else None
    return verdict.sound, verdict.records, verdict.torn, first, None if first else verdict.redacted


def by_script(log: bytes, anchors: Sequence[str] = ()) -> Finding:
    """What the script finds."""
    reading = script.Log()
    for line in script.lines_of(BytesIO(log)):
        reading.take(line)
    sound, _ = reading.findings()
    sound = sound and all(reading.fits(*script.read_anchor(anchor))[0] for anchor in anchors)
    first = min(reading.broken, default=None)
    return sound, reading.count, reading.torn, first, None if first else len(reading.erased)


def found(log: bytes, *anchors: str) -> Finding:
    """What both find, which must be the same."""
    finding = by_program(log, anchors)
    assert by_script(log, anchors) == finding
    return finding


def bytes_of(records: Sequence[Record]) -> bytes:
    """The log with these records."""
    return b"".join(record.to_line() for record in records)


def anchor_of(record: Record) -> str:
    """The anchor of a record."""
    return write_anchor(record.head.seq, record.hash)


@pytest.fixture(scope="module")
def records(decision: Decision, records_of: RecordsOf) -> list[Record]:
    """A log of four decisions."""
    return records_of([decision(hours, case_ref=f"T-{hours}") for hours in range(4)])


@pytest.fixture(scope="module")
def small(records_of: RecordsOf, erased: RecordsOf) -> list[Record]:
    """A log that is short enough to change each of its bytes, with a redaction at its end."""
    fields: dict[str, Value] = {"reason": "caf\u00e9 \\ \n", "authority": [1, None, True]}
    entries = [about("release", numbered_id(9), hours, **fields) for hours in range(2)]
    return erased(records_of(entries), 1, "reason")


def test_a_sound_log_is_sound_to_both(records: list[Record]) -> None:
    """With every anchor that was ever noted."""
    assert found(bytes_of(records), *map(anchor_of, records)) == (True, 4, False, None, 0)


def test_no_log_is_sound_to_both(records: list[Record]) -> None:
    """Unless there is an anchor to say that there was one."""
    assert found(b"") == (True, 0, False, None, 0)
    assert found(b"", anchor_of(records[0])) == (False, 0, False, None, 0)


@pytest.mark.parametrize("seq", [1, 2, 3, 4])
def test_a_record_deleted_repeated_or_moved_is_noticed(records: list[Record], seq: int) -> None:
    """Wherever it stood."""
    before, it, after = records[: seq - 1], records[seq - 1], records[seq:]
    anchor = anchor_of(records[-1])
    assert not found(bytes_of([*before, *after]), anchor)[0]
    assert found(bytes_of([*before, it, it, *after]))[3] == seq + 1
    if after:
        assert found(bytes_of([*before, *after, it]))[3] == seq
        assert found(bytes_of([*before, after[0], it, *after[1:]]))[3] == seq


@pytest.mark.parametrize("seq", [1, 2, 3])
def test_a_field_changed_with_its_hashes_is_noticed_in_the_next_record(
    records: list[Record], seq: int
) -> None:
    """Whoever computes commitment and hash anew cannot hide it from later trees."""
    old = records[seq - 1]
    salted = Salted("f" * 32, "do-not-share")
    made = script.sha256(
        "infoshare/1/field\n" + script.canonical(["outcome", salted.salt, salted.value])
    )
    head = replace(old.head, commitments={**old.head.commitments, "outcome": made})
    forged = replace(old, body={**old.body, "outcome": salted}, head=head, hash=head.hash())
    log = bytes_of([*records[: seq - 1], forged, *records[seq:]])
    assert found(log)[3] == seq + 1
    cut = bytes_of([*records[: seq - 1], forged])
    assert found(cut)[0]
    assert not found(cut, anchor_of(old))[0]


HEADS: dict[str, Callable[[Any], object]] = {
    "version 2": lambda head: head.update(v=2),
    "version true": lambda head: head.update(v=True),
    "seq 0": lambda head: head.update(seq=0),
    "seq true": lambda head: head.update(seq=True),
    "no kind": lambda head: head.pop("kind"),
    "another kind": lambda head: head.update(kind="poem"),
    "redaction without erased": lambda head: head.update(kind="redaction"),
    "erased of numbers": lambda head: head.update(kind="redaction", erased=[1]),
    "erased a text": lambda head: head.update(kind="redaction", erased="reason"),
    "erased in a decision": lambda head: head.update(erased=[]),
    "id in upper case": lambda head: head.update(id=head["id"].replace("4", "A")),
    "id a number": lambda head: head.update(id=1),
    "of empty": lambda head: head.update(of=""),
    "of 0": lambda head: head.update(of=0),
    "of false": lambda head: head.update(of=False),
    "no such day": lambda head: head.update(at="2026-02-30T12:00:00.000Z"),
    "no such hour": lambda head: head.update(at="2026-02-20T24:00:00.000Z"),
    "leap second": lambda head: head.update(at="2026-06-30T23:59:60.000Z"),
    "offset": lambda head: head.update(at="2026-02-20T12:00:00.000+00:00"),
    "before 1970": lambda head: head.update(at="1969-02-20T12:00:00.000Z"),
    "after 2999": lambda head: head.update(at="3000-02-20T12:00:00.000Z"),
    "at null": lambda head: head.update(at=None),
    "tree null": lambda head: head.update(tree=None),
    "tree of numbers": lambda head: head.update(tree=[1]),
    "tree too long": lambda head: head.update(tree=["0" * 64]),
    "pack null": lambda head: head.update(pack=None),
    "pack more": lambda head: head["pack"].update(x="y"),
    "pack a number": lambda head: head["pack"].update(id=1),
    "contacts null": lambda head: head.update(contacts=None),
    "engine a number": lambda head: head.update(engine=1),
    "fields an array": lambda head: head.update(fields=[]),
    "commitment short": lambda head: head["fields"].update(reason="0"),
    "commitment null": lambda head: head["fields"].update(reason=None),
    "more": lambda head: head.update(x=1),
}


@pytest.mark.parametrize("change", HEADS.values(), ids=HEADS.keys())
def test_a_head_of_another_form_is_broken_to_both(
    small: list[Record], change: Callable[[Any], object]
) -> None:
    """Even with the hash that fits it: the form is part of the format."""
    line = json.loads(small[0].to_line())
    change(line["head"])
    line["hash"] = script.head_hash(line["head"])
    assert found(write_canonical(line) + b"\n")[3] == 1


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b'{"head":null}',
        b'{"head":{}}',
        b'{"body":{},"hash":"","head":{"v":1}}',
        b"[" * 17 + b"]" * 17,
        b"[" * 16 + b"]" * 16,
        b"12345678901234567",
        b"9007199254740992",
        b'"\\ud800"',
        b"\xed\xa0\x80",
        b"1.5",
        b"-1",
        b"NaN",
        b"\x00",
        b"x" * (MAX_BYTES + 1),
        b"x" * (5 * MAX_BYTES),
    ],
    ids=lambda line: repr(line[:40]),
)
def test_what_is_no_record_is_broken_to_both(records: list[Record], line: bytes) -> None:
    """Anywhere in the log, and the lines after it are counted."""
    first, *rest = (record.to_line() for record in records)
    assert found(b"".join([first, line, b"\n", *rest])) == (False, 5, False, 2, None)


class TestErasing:
    """Both understand erased fields in the same way."""

    def test_a_redaction_makes_a_missing_field_sound(
        self, records: list[Record], erased: RecordsOf
    ) -> None:
        """With every anchor, old and new."""
        log = erased(records, 2, "reason", "case_ref")
        assert found(bytes_of(log), *map(anchor_of, log)) == (True, 5, False, None, 1)

    def test_two_redactions_add_up(self, records: list[Record], erased: RecordsOf) -> None:
        """Of one record, and of two."""
        log = erased(erased(erased(records, 2, "reason"), 2, "area"), 4, "area")
        assert found(bytes_of(log)) == (True, 7, False, None, 2)

    @pytest.mark.parametrize("names", [(), ("area",), ("reason", "area")])
    def test_a_field_too_many_that_is_missing_is_noticed(
        self, records: list[Record], erased: RecordsOf, names: tuple[str, ...]
    ) -> None:
        """Each field has to be named."""
        log = erased(records, 2, *names)
        body = {name: each for name, each in log[1].body.items() if name != "case_ref"}
        log[1] = replace(log[1], body=body)
        assert found(bytes_of(log))[3] == 2

    def test_a_redaction_before_the_record_does_not_count(
        self, records: list[Record], erased: RecordsOf
    ) -> None:
        """Only a later record can tell of an erasure."""
        log = erased(records, 1, "reason")
        assert found(bytes_of([log[4], *log[:4]]))[3] == 1
        assert found(bytes_of([*log[1:], log[0]]))[3] == 1

    def test_a_redaction_that_was_changed_does_not_count(
        self, records: list[Record], erased: RecordsOf
    ) -> None:
        """What is not sound cannot make anything else sound."""
        log = erased(records, 2, "reason")
        log[4] = replace(log[4], hash="0" * 64)
        assert found(bytes_of(log))[3] == 2

    def test_words_put_back_are_what_was_written(
        self, records: list[Record], erased: RecordsOf
    ) -> None:
        """Only the words that fit the commitment can come back."""
        log = erased(records, 2, "reason")
        assert found(bytes_of([log[0], records[1], *log[2:]]))[0]
        other = {**log[1].body, "reason": Salted("0" * 32, "something else")}
        assert found(bytes_of([log[0], replace(log[1], body=other), *log[2:]]))[3] == 2


@given(data=st.data())
def test_both_agree_on_any_damage(data: st.DataObject, small: list[Record]) -> None:
    """Bytes put in, taken out or written over, anywhere."""
    log = bytes_of(small)
    for _ in range(data.draw(st.integers(1, 3))):
        start, length = data.draw(st.integers(0, len(log))), data.draw(st.integers(0, 300))
        put = data.draw(st.binary(max_size=8) | st.sampled_from(log.splitlines(keepends=True)))
        log = log[:start] + put + log[start + length :]
    found(log)


@given(st.integers(1, 10**6), st.binary(min_size=32, max_size=32), st.data())
def test_both_read_anchors_alike(count: int, record_hash: bytes, data: st.DataObject) -> None:
    """The same codes are read, and the same are refused."""
    written = write_anchor(count, record_hash.hex())
    place = data.draw(st.integers(0, len(written)))
    put = data.draw(st.text(max_size=2) | st.text("0oO1iIlL-. u\u2013", max_size=2))
    typed = written[:place] + put + written[place + data.draw(st.integers(0, 2)) :]
    try:
        anchor = read_anchor(typed)
    except ValueError:
        with pytest.raises(ValueError, match="no anchor"):
            script.read_anchor(typed)
    else:
        assert script.read_anchor(typed) == (anchor.count, anchor.code)


class TestCalls:
    """The script as people call it: plain English, and an exit code."""

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the script apart from everything that is installed."""
        return subprocess.run(
            [sys.executable, "-I", "-S", str(SCRIPT), *arguments],
            capture_output=True,
            text=True,
            check=False,
        )

    def test_a_sound_log(self, records: list[Record], tmp_path: Path) -> None:
        """Exit code 0, and what was found in words."""
        log = tmp_path / "log.jsonl"
        log.write_bytes(bytes_of(records))
        result = self.run(
            str(log), "--anchor", anchor_of(records[0]), "--anchor", anchor_of(records[3])
        )
        assert (result.returncode, result.stderr) == (0, "")
        assert result.stdout.splitlines() == [
            "Records: 4.",
            "Every record is as it was written.",
            "The anchor of record 1 fits.",
            "The anchor of record 4 fits.",
        ]

    def test_a_log_with_erased_fields_and_an_unfinished_line(
        self, records: list[Record], erased: RecordsOf, tmp_path: Path
    ) -> None:
        """Both are told, and neither is a fault."""
        log = tmp_path / "log.jsonl"
        log.write_bytes(bytes_of(erased(records, 1, "reason")) + b"{")
        result = self.run(str(log))
        assert result.returncode == 0
        assert result.stdout.splitlines() == [
            "Records: 5.",
            "Every record is as it was written.",
            "Records of which something was erased: 1.",
            "The last line was not finished: no record, and no sign of tampering.",
            "Without an anchor, nobody can tell whether records are missing at the end.",
        ]

    def test_a_broken_log(self, records: list[Record], tmp_path: Path) -> None:
        """Exit code 1, and where."""
        log = tmp_path / "log.jsonl"
        log.write_bytes(bytes_of(records).replace(b"T-2", b"T-9"))
        result = self.run(str(log))
        assert result.returncode == 1
        assert "BROKEN. Line 3: the field 'case_ref' is not what was written" in result.stdout

    def test_anchors_that_do_not_fit(
        self, records: list[Record], decision: Decision, records_of: RecordsOf, tmp_path: Path
    ) -> None:
        """Exit code 1, though the log by itself is sound."""
        log = tmp_path / "log.jsonl"
        log.write_bytes(bytes_of(records_of([decision(case_ref="other")])))
        result = self.run(
            str(log), "--anchor", anchor_of(records[0]), "--anchor", anchor_of(records[3])
        )
        assert result.returncode == 1
        assert "Record 1 is NOT THE ONE that the anchor names." in result.stdout
        assert "The log is SHORTER than the anchor of record 4." in result.stdout

    def test_a_wrong_call(self, records: list[Record], tmp_path: Path) -> None:
        """Exit code 2: no file, or an anchor with a slip in it, is no tampering."""
        log = tmp_path / "log.jsonl"
        assert self.run(str(log)).returncode == 2
        log.write_bytes(bytes_of(records))
        anchor = anchor_of(records[0])
        slip = anchor[:-1] + ("0" if anchor[-1] != "0" else "1")
        for call in ([], [str(log), "--anchor", slip], [str(log), "--anchor"]):
            result = self.run(*call)
            assert (result.returncode, result.stdout) == (2, "")
            assert "Traceback" not in result.stderr


def judged(text: bytes, *anchors: str) -> tuple[bool, str]:
    """What the script makes of the bytes of a file, and what it says."""
    file = BufferedReader(BytesIO(text))
    sound, said = script.judge(file, [script.read_anchor(anchor) for anchor in anchors])
    return sound, "\n".join(said)


def proof_found(text: bytes, *anchors: str) -> bool:
    """Whether a proof is sound to both, which must say the same."""
    by_both = check_proof(text, [read_anchor(anchor) for anchor in anchors]).sound
    assert judged(text, *anchors)[0] == by_both
    return by_both


@pytest.fixture(scope="module")
def short(records_of: RecordsOf) -> list[Record]:
    """A log of twenty-one short records."""
    words = [f"caf\u00e9 {hours}" for hours in range(21)]
    return records_of(
        [about("release", numbered_id(99), at, reason=each) for at, each in enumerate(words)]
    )


class TestProofs:
    """Both judge a proof alike."""

    def test_every_record_against_every_later_one(self, short: list[Record]) -> None:
        """With the anchor of either; and the last one by its own."""
        for seq, later in combinations(range(1, 22), 2):
            text = proved(short, seq, later).to_bytes()
            assert proof_found(text, anchor_of(short[seq - 1]), anchor_of(short[later - 1]))
        assert proof_found(proved(short, 21, None).to_bytes(), anchor_of(short[20]))

    def test_anchors_of_other_records_say_nothing(self, short: list[Record]) -> None:
        """Nor do those that do not fit."""
        text = proved(short, 6, 17).to_bytes()
        for seq in {*range(1, 22)} - {6, 17}:
            assert not proof_found(text, anchor_of(short[seq - 1]))
            assert not proof_found(text, anchor_of(short[5]), anchor_of(short[seq - 1]))
        for seq in (6, 17):
            assert not proof_found(text, write_anchor(seq, "0" * 64))

    @pytest.mark.parametrize("anchored", [6, 17])
    def test_any_changed_byte_is_noticed_by_both(self, short: list[Record], anchored: int) -> None:
        """With the anchor of the later record, or of the record itself."""
        text, anchor = proved(short, 6, 17).to_bytes(), anchor_of(short[anchored - 1])
        for place, byte in enumerate(text):
            changed = text[:place] + bytes([byte ^ 0x20]) + text[place + 1 :]
            assert not proof_found(changed, anchor), text[place - 20 : place + 20]

    def test_a_proof_cut_anywhere_is_noticed_by_both(self, short: list[Record]) -> None:
        """With and without an anchor; what is left of two bytes says nothing at all."""
        text, anchor = proved(short, 6, 17).to_bytes(), anchor_of(short[16])
        for length in range(len(text)):
            assert not proof_found(text[:length], anchor)
            assert length < 3 or not judged(text[:length])[0]

    def test_what_was_put_together_otherwise_is_broken_to_both(self, short: list[Record]) -> None:
        """Without an anchor, too; both say the same of what it is."""
        for why, proof in forged_proofs(short):
            text = proof.to_bytes()
            assert not proof_found(text)
            assert why in judged(text)[1].replace("'", "")

    @pytest.mark.parametrize("change", [change for change, _ in PROOF_FORMS.values()])
    def test_another_form_is_broken_to_both(
        self, short: list[Record], change: Callable[[Any], object]
    ) -> None:
        """Even where all hashes fit."""
        proof = json.loads(proved(short, 6, 17).to_bytes())
        change(proof)
        assert not proof_found(write_canonical(proof) + b"\n", anchor_of(short[5]))

    @pytest.mark.parametrize("more", [b"\n", b" ", b"\r\n", b"{}\n"])
    def test_what_follows_a_proof_makes_it_none(self, short: list[Record], more: bytes) -> None:
        """It is one line and nothing else."""
        assert not proof_found(proved(short, 6, 17).to_bytes() + more, anchor_of(short[5]))

    def test_what_is_said(self, short: list[Record]) -> None:
        """What is shown, and exactly what is proved and what is not."""
        text = proved(short, 6, 17, "reason", "authority").to_bytes()
        shown = [
            "This is a proof of record 6, of the kind release.",
            f"It was written at {short[5].head.at} by its computer's clock. Its id is "
            f"{short[5].head.id}.",
            "Fields that are shown:",
            "  authority: null",
            '  reason: "caf\u00e9 5"',
            "Fields that are not shown: 4.",
        ]
        _, said = judged(text, anchor_of(short[16]))
        assert said.splitlines() == [
            *shown,
            "The anchor of record 17 fits.",
            "PROVED: record 6 held just these words when the anchor was noted.",
            "NOT PROVED: that they are true, who wrote them, that the clock was right, what the",
            "other fields say, and whether a later record corrects or withdraws any of it.",
        ]
        own = judged(text, anchor_of(short[5]))[1].splitlines()
        assert own[-1] == "NOT CHECKED: the head of record 17, as no anchor of it was given."
        assert "PROVED: record 6 held just these words when the anchor was noted." in own
        _, said = judged(text)
        assert said.splitlines()[:7] == [*shown, said.splitlines()[6]]
        assert "NOTHING IS PROVED YET" in said
        assert "of record 6 or 17: --anchor CODE" in said
        assert "NOTHING IS PROVED with these anchors." in judged(text, anchor_of(short[0]))[1]

    def test_words_cannot_steer_the_terminal(self, records_of: RecordsOf) -> None:
        """Control characters and those that turn the writing are told, not sent."""
        words = "\x1b[2J\x9b0m \u202egnol\u2066 \x7f \ufeff \U000e0041 \\u001b caf\u00e9 \u4f60"
        log = records_of([about("release", numbered_id(9), 0, reason=words)])
        _, said = judged(proved(log, 1, None).to_bytes())
        assert all(each.isprintable() or each == "\n" for each in said)
        (line,) = (line for line in said.splitlines() if line.startswith("  reason: "))
        assert "caf\u00e9 \u4f60" in line
        assert json.loads(line.removeprefix("  reason: ")) == words


Exporter = Callable[..., bytes]
"""Gives the export of records without the fields that are named after them."""


def forge(told: Any) -> None:
    """Other words, with the commitment and the hashes that fit, but not in all places."""
    body, head = told["record"]["body"], told["record"]["head"]
    body["role"] = ["0" * 32, "Other words."]
    head["fields"]["role"] = script.sha256(
        "infoshare/1/field\n" + script.canonical(["role", *body["role"]])
    )
    told["record"]["hash"] = script.head_hash(head)
    told["fields"]["role"] = "Other words."


def put(name: str, told: Any) -> None:
    """Something else under that name."""
    told[name] = "x"


def nested(depth: int) -> list[Any]:
    """A list in a list, and so on."""
    made: list[Any] = []
    for _ in range(depth):
        made = [made]
    return made


EXPORT_CHANGES: dict[str, Callable[[Any], object]] = {
    **{
        f"another {name}": partial(put, name)
        for name in (
            "seq", "id", "kind", "at", "of", "contacts", "engine", "hash", "anchor", "record",
            "pack", "fields", "erased", "withheld",
        )
    },
    "seq as a fraction": lambda told: told.update(seq=2.0),
    "seq true": lambda told: told.update(seq=True),
    "another rule": lambda told: told["pack"].update(version="2.0.0"),
    "another value": lambda told: told["fields"].update(role="Other words."),
    "a value put in for an erased one": lambda told: told["fields"].update(reason="Words."),
    "a value put in for a withheld one": lambda told: told["fields"].update(area="luton"),
    "a value left out": lambda told: told["fields"].pop("role"),
    "a value of no field": lambda told: told["fields"].update(verdict="x"),
    "a key more": lambda told: told.update(remark="x"),
    "a key less": lambda told: told.pop("anchor"),
    "other words in the record": lambda told: told["record"]["body"].update(role=["0" * 32, "x"]),
    "a field gone from the record": lambda told: told["record"]["body"].pop("role"),
    "erased in place of withheld": lambda told: told.update(erased=["reason", "reason"]),
    "withheld twice": lambda told: told["withheld"].append("area"),
    "withheld and erased": lambda told: told["withheld"].append("reason"),
    "withheld, though there": lambda told: told["withheld"].append("role"),
    "withheld of numbers": lambda told: told.update(withheld=[1]),
    "half a character": lambda told: told["record"]["body"].update(role=["0" * 32, "\ud800"]),
    "a fraction": lambda told: told["record"]["body"].update(role=["0" * 32, 0.5]),
    "too deep": lambda told: told["record"]["body"].update(role=["0" * 32, nested(900)]),
    "a key more in the record": lambda told: told["record"].update(x=1),
    "record null": lambda told: told.update(record=None),
    "forged": forge,
}  # fmt: skip


@pytest.fixture(scope="module")
def redacted(records: list[Record], erased: RecordsOf) -> list[Record]:
    """A log of four decisions, and the redaction of a word of the second one."""
    return erased(records, 2, "reason")


class TestExports:
    """What the script makes of JSON and JSON Lines."""

    @pytest.fixture(params=[as_json, as_jsonl], ids=["json", "jsonl"])
    def exported(self, request: pytest.FixtureRequest) -> Exporter:
        """Gives the export of some records without some fields, in either form."""

        def export(records: Sequence[Record], *withheld: str) -> bytes:
            shown = (withhold(record, withheld) for record in records)
            return "".join(request.param(shown)).encode("ascii")

        return export

    def test_a_whole_log(self, redacted: list[Record], exported: Exporter) -> None:
        """Each record, that each follows from the others, and every anchor."""
        sound, said = judged(exported(redacted), *map(anchor_of, redacted))
        assert sound
        assert said.splitlines() == [
            "This is an export. Records in it: 5.",
            "Every record in it agrees with its hash, and with what is told of it.",
            "They are numbered from 1 without a gap, each following from the others.",
            "Records of which something was erased: 1.",
            "An export cannot show what else is in the log, nor why words were erased.",
            *(f"The anchor of record {seq} fits." for seq in range(1, 6)),
        ]

    def test_some_records_without_some_fields(
        self, redacted: list[Record], exported: Exporter
    ) -> None:
        """What was withheld leaves the rest sound."""
        sound, said = judged(
            exported([redacted[1], redacted[3]], "answers", "purpose"), anchor_of(redacted[3])
        )
        assert sound
        assert "Others are left out, so an anchor vouches for its own record alone." in said
        assert "Records of which something was withheld: 2." in said
        assert "Records of which something was erased: 1." in said
        sound, said = judged(exported([redacted[1], redacted[3]]))
        assert (sound, "withheld" in said) == (True, False)
        assert "nobody can tell whether they are the records of that log" in said

    def test_no_records(self, exported: Exporter) -> None:
        """An export can be empty; an anchor then says nothing about it."""
        assert judged(exported([]))[0]
        assert not judged(exported([]), "1.W0ZS-T3HY-VRMC-6825-ZCK8-574Z-BY4M")[0]

    def test_an_anchor_of_a_record_that_is_not_in_it(
        self, redacted: list[Record], exported: Exporter
    ) -> None:
        """It cannot vouch for the others: they were checked by themselves."""
        sound, said = judged(exported(redacted[:3]), anchor_of(redacted[3]))
        assert (sound, "record 4 says nothing about this export" in said) == (False, True)
        sound, said = judged(exported(redacted), write_anchor(4, "0" * 64))
        assert (sound, "Record 4 is NOT THE ONE" in said) == (False, True)

    def test_any_changed_byte_is_noticed(self, records_of: RecordsOf, exported: Exporter) -> None:
        """Of words, of hashes, of names and of what is between; only white space may differ."""
        log = records_of([about("release", numbered_id(9), 0, reason="caf\u00e9")])
        text, anchor = exported(log), anchor_of(log[0])
        assert judged(text, anchor)[0]
        for place, byte in enumerate(text):
            changed = text[:place] + bytes([byte ^ 0x01]) + text[place + 1 :]
            if json_of(changed) != json_of(text):
                assert not judged(changed, anchor)[0], text[place - 20 : place + 20]

    def test_records_out_of_order_or_gone(self, redacted: list[Record], exported: Exporter) -> None:
        """A number twice or out of turn; and a gap is told as one."""
        assert "not above" in judged(exported([redacted[1], redacted[0]]))[1]
        assert "not above" in judged(exported([redacted[0], redacted[0]]))[1]
        assert "its own record alone" in judged(exported([redacted[0], redacted[2]]))[1]

    def test_a_record_that_does_not_follow(
        self, redacted: list[Record], exported: Exporter
    ) -> None:
        """Where all are there, a record that was written anew does not fit the next one."""
        head = replace(redacted[1].head, at="2026-11-30T00:00:00.000Z")
        forged = replace(redacted[1], head=head, hash=head.hash())
        sound, said = judged(exported([redacted[0], forged, *redacted[2:]]))
        assert not sound
        assert "Record 3 in it: it does not follow from the records before it." in said
        assert not judged(exported([redacted[0], forged]), anchor_of(redacted[1]))[0]

    @pytest.mark.parametrize("length", range(1, 60))
    def test_a_cut_end_is_noticed(
        self, redacted: list[Record], exported: Exporter, length: int
    ) -> None:
        """Wherever it is cut, except between two lines of JSON Lines."""
        assert not judged(exported(redacted)[:-length])[0]

    @pytest.mark.parametrize("more", [b"\n", b"]\n", b"{}\n", b"x"])
    def test_what_follows_the_end_is_noticed(
        self, redacted: list[Record], exported: Exporter, more: bytes
    ) -> None:
        """Nothing stands after it."""
        assert not judged(exported(redacted) + more)[0]
        assert not judged(exported([]) + b"[]\n" + more)[0]

    @pytest.mark.parametrize("change", EXPORT_CHANGES.values(), ids=EXPORT_CHANGES.keys())
    def test_an_object_that_says_something_else_is_noticed(
        self, redacted: list[Record], change: Callable[[Any], object]
    ) -> None:
        """Though the record in it is sound, or was taken from elsewhere."""
        text = "".join(as_jsonl([withhold(redacted[1], ["area"])]))
        assert judged(text.encode())[0]
        told = json.loads(text)
        change(told)
        sound, said = judged(json.dumps(told).encode() + b"\n")
        assert (sound, "The export is BROKEN. Record 1 in it: " in said) == (False, True)

    def test_a_name_that_stands_twice_is_noticed(self, redacted: list[Record]) -> None:
        """Another reader could take the other one."""
        text = "".join(as_jsonl([withhold(redacted[0], [])]))
        twice = text.replace('"kind": ', '"kind": "review", "kind": ', 1)
        assert judged(twice.encode())[0] is False

    @pytest.mark.parametrize(
        "text",
        [
            b'{"seq": 1}\n',
            b'{"seq": ' + b"[" * 100_000 + b"\n",
            b'{"seq": ' + b"1" * 10_000 + b"}\n",
            b'{"seq": NaN}\n',
            b'{"seq": "\\ud800"}\n',
            b'{"seq": \xff}\n',
            b"[\n",
            b"[\n]\n",
            b"[\n[],\n]\n",
            b"[\n{}\n{}\n]\n",
        ],
        ids=lambda text: repr(text[:20]),
    )
    def test_what_is_no_export_is_broken(self, text: bytes) -> None:
        """Without a traceback, whatever it is."""
        sound, said = judged(text)
        assert (sound, "BROKEN" in said) == (False, True)


def json_of(text: bytes) -> object:
    """What the JSON or the JSON Lines hold; None where they are neither."""
    try:
        if text.startswith(b"["):
            return [json.loads(text)]
        return [json.loads(line) for line in text.splitlines()]
    except ValueError:
        return None


STARTS = (b"", b'{"head":', b'{"seq":', b"[\n", b"[\n{", b"[]\n")
"""What a log, a proof and the two kinds of export begin with."""


@given(st.sampled_from(STARTS), st.binary(max_size=200))
@example(b"", b'{"')
@example(b"", b"[")
@example(b"", b"[]")
def test_other_files_never_end_in_a_traceback(start: bytes, rest: bytes) -> None:
    """Whatever a person hands over; and only what could be a log without records is sound."""
    sound, said = judged(start + rest)
    assert said
    assert not sound or (b"\n" not in rest and start in {b"", b"[]\n"})
