"""docs/verify_log.py and the program come to the same verdict, whatever is done to a log."""

import importlib.util
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.anchor import read_anchor, write_anchor
from infoshare_cli.core.canonical import MAX_BYTES, Value, write_canonical
from infoshare_cli.core.record import Record, Salted
from infoshare_cli.core.verify import verify
from tests.conftest import Decision, RecordsOf, about, numbered_id

SCRIPT = Path(__file__).parents[1] / "docs" / "verify_log.py"


def load_script() -> ModuleType:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("verify_log", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


script = load_script()
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


@pytest.mark.parametrize("flip", [0x01, 0x20, 0x80])
def test_any_changed_byte_is_noticed_by_both(small: list[Record], flip: int) -> None:
    """In names, values, salts, hashes, brackets or line feeds; the last one with the anchor."""
    log, anchor = bytes_of(small), anchor_of(small[-1])
    assert found(log, anchor) == (True, 3, False, None, 1)
    for place in range(len(log)):
        changed = bytearray(log)
        changed[place] ^= flip
        sound, _, torn, first, _ = found(bytes(changed), anchor)
        assert not sound
        # Without the redaction, the field that is missing in line 1 is the first break.
        redacted = small[-1].to_line() in changed.splitlines(keepends=True)
        assert torn or first == (log[:place].count(b"\n") + 1 if redacted else 1)


def test_a_tail_cut_anywhere_is_noticed_with_an_anchor(small: list[Record]) -> None:
    """Where only whole records are gone, the anchor alone shows it."""
    log, anchor = bytes_of(small), anchor_of(small[-1])
    for length in range(len(log)):
        assert not found(log[:length], anchor)[0]


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
