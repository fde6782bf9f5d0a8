"""`infoshare log prove`: some fields of one record, checked without the log or the program."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from infoshare_cli.core.anchor import read_anchor, write_anchor
from infoshare_cli.core.canonical import MAX_BYTES
from infoshare_cli.core.record import Record, Salted
from infoshare_cli.core.record_proof import check_proof, read_proof
from tests.cli.conftest import Infoshare
from tests.conftest import Decision, RecordsOf, numbered_id

SCRIPT = Path(__file__).parents[2] / "docs" / "verify_log.py"


@pytest.fixture
def records(decision: Decision, records_of: RecordsOf, erased: RecordsOf) -> list[Record]:
    """Twenty decisions, and the redaction of words of the second one."""
    entries = [decision(hours, case_ref=f"T-{hours}", reason="Zo\u00eb") for hours in range(20)]
    return erased(records_of(entries), 2, "reason", "answer.concern")


@pytest.fixture
def kept(log: Path, records: list[Record]) -> Path:
    """The log with these records."""
    write(log, records)
    return log


def write(log: Path, records: list[Record], *more: bytes) -> None:
    """Make a log with these records, or another one in its place."""
    log.parent.mkdir(exist_ok=True)
    log.write_bytes(b"".join([*(record.to_line() for record in records), *more]))


def anchor_of(record: Record) -> str:
    """The anchor that was noted when the record was made."""
    return write_anchor(record.head.seq, record.hash)


def by_script(proof: Path, *anchors: str) -> subprocess.CompletedProcess[str]:
    """What the script in docs says of a proof."""
    given = [word for anchor in anchors for word in ("--anchor", anchor)]
    return subprocess.run(
        [sys.executable, "-I", str(SCRIPT), str(proof), *given],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.usefixtures("kept")
class TestProof:
    """What is written, and what is told."""

    def test_into_a_file(self, infoshare: Infoshare, records: list[Record], tmp_path: Path) -> None:
        """Private, small, true, and checked by the script against either anchor."""
        output = tmp_path / "proof.json"
        run = infoshare("log", "prove", "3", "--show", "reason,outcome", "--output", output)
        assert (run.code, run.out) == (0, "")
        told = " ".join(run.err.split())
        assert f"Written to {output}." in told
        assert "Shown: 2 fields of record 3: outcome, reason." in told
        assert "python verify_log.py proof.json --anchor CODE" in told
        assert anchor_of(records[2]) in told
        assert anchor_of(records[20]) in told
        assert "Zo\u00eb" not in told
        if os.name != "nt":
            assert stat.S_IMODE(output.stat().st_mode) == 0o600
        proof = read_proof(output.read_bytes())
        assert {name: each.value for name, each in proof.shown.items()} == {
            "outcome": "share-without-consent",
            "reason": "Zo\u00eb",
        }
        for anchor in (anchor_of(records[2]), anchor_of(records[20])):
            assert check_proof(output.read_bytes(), [read_anchor(anchor)]).anchored
            assert by_script(output, anchor).returncode == 0
        assert by_script(output, anchor_of(records[4])).returncode == 1

    def test_to_standard_output(self, infoshare: Infoshare) -> None:
        """The proof and nothing else, with or without --json; what it is stands on stderr."""
        run = infoshare("log", "prove", "3", "--show", "area")
        assert run == infoshare("log", "prove", "3", "--show", "area", "--json")
        assert (run.code, check_proof(run.out.encode()).sound) == (0, True)
        assert "Shown: 1 field of record 3: area." in run.err

    def test_what_it_does_not_show(self, infoshare: Infoshare) -> None:
        """What was recorded later about the record, and where to look for it."""
        for options in ((), ("--json",)):
            told = " ".join(infoshare("log", "prove", "3", "--show", "area", *options).err.split())
            assert "does not show what was recorded later about this record" in told
            assert "To see that: infoshare log show 3 " in told

    def test_as_json(self, infoshare: Infoshare, records: list[Record], tmp_path: Path) -> None:
        """A program learns what is in the file, and which anchors fit."""
        output = tmp_path / "proof.json"
        run = infoshare("log", "prove", "3", "--show", "area", "--output", output, "--json")
        assert (run.code, run.err) == (0, f"Written to {output}.\n")
        assert run.json == {
            "status": "proved",
            "why": None,
            "file": str(output),
            "record": {"id": numbered_id(3), "seq": 3, "anchor": anchor_of(records[2])},
            "later": {"seq": 21, "anchor": anchor_of(records[20])},
            "shown": ["area"],
        }

    def test_every_record_by_number_and_by_id(
        self, infoshare: Infoshare, records: list[Record]
    ) -> None:
        """Against the last one; and the last one by itself."""
        for record in records:
            by_number = infoshare("log", "prove", str(record.head.seq), "--show", "role")
            by_id = infoshare("log", "prove", record.head.id.upper(), "--show", "role")
            assert by_number == by_id
            proof = read_proof(by_number.out.encode())
            assert proof.head == record.head
            assert (proof.later is None) == (record is records[-1])
            anchor = read_anchor(anchor_of(records[-1]))
            assert check_proof(by_number.out.encode(), [anchor]).anchored

    def test_fields_named_several_times(self, infoshare: Infoshare) -> None:
        """In one option or in several, with spaces, twice: each is shown once."""
        run = infoshare("log", "prove", "1", "--show", "area, role", "--show", "role")
        assert sorted(read_proof(run.out.encode()).shown) == ["area", "role"]

    def test_an_empty_field_is_a_fact(self, infoshare: Infoshare) -> None:
        """That nothing was written down there can be shown."""
        run = infoshare("log", "prove", "1", "--show", "consent_record")
        assert read_proof(run.out.encode()).shown["consent_record"].value is None

    def test_all_answers_that_are_left(self, infoshare: Infoshare) -> None:
        """Without those that were erased."""
        whole = infoshare("log", "prove", "1", "--show", "answers")
        left = infoshare("log", "prove", "2", "--show", "answers")
        names = {"answer.immediate_danger", "answer.concern", "answer.consent"}
        assert read_proof(whole.out.encode()).shown.keys() == names
        assert read_proof(left.out.encode()).shown.keys() == names - {"answer.concern"}


@pytest.mark.usefixtures("kept")
class TestAnchor:
    """The anchor that a person holds says which later record vouches."""

    def test_the_record_of_the_anchor_is_the_later_one(
        self, infoshare: Infoshare, records: list[Record]
    ) -> None:
        """And the proof fits that anchor."""
        noted = anchor_of(records[8])
        run = infoshare("log", "prove", "3", "--show", "area", "--anchor", noted)
        proof = read_proof(run.out.encode())
        assert proof.later == records[8].head
        assert check_proof(run.out.encode(), [read_anchor(noted)]).anchored

    def test_its_own_anchor_needs_no_other_record(
        self, infoshare: Infoshare, records: list[Record]
    ) -> None:
        """Nothing of any other record is in it, not even a hash beside the way."""
        noted = anchor_of(records[2])
        run = infoshare("log", "prove", "3", "--show", "area", "--anchor", noted)
        assert (run.code, "tells the time" in run.err) == (0, False)
        proof = read_proof(run.out.encode())
        assert (proof.later, proof.path) == (None, ())
        assert check_proof(run.out.encode(), [read_anchor(noted)]).anchored

    def test_an_older_one_cannot_show_it(self, infoshare: Infoshare, records: list[Record]) -> None:
        """That is a slip in the call."""
        noted = anchor_of(records[1])
        run = infoshare("log", "prove", "3", "--show", "area", "--anchor", noted, "--json")
        assert run.code == 2
        assert run.json["message"].startswith("That anchor is older than the record")

    def test_a_slip_of_the_pen_is_told_as_one(self, infoshare: Infoshare) -> None:
        """Never as tampering."""
        run = infoshare("log", "prove", "3", "--show", "area", "--anchor", "3.ABCD")
        assert (run.code, "not an anchor" in run.err) == (2, True)

    @pytest.mark.parametrize(
        ("seq", "why"), [(3, "anchor names"), (9, "anchor names"), (99, "shorter")]
    )
    def test_one_that_does_not_fit_ends_it(
        self, infoshare: Infoshare, seq: int, why: str, tmp_path: Path
    ) -> None:
        """With 1, and nothing is written."""
        noted, output = write_anchor(seq, "0" * 64), tmp_path / "proof.json"
        given = ("--show", "area", "--anchor", noted, "--output", output)
        run = infoshare("log", "prove", "3", *given, "--json")
        assert (run.code, run.json["status"]) == (1, "broken")
        assert why in run.json["why"]
        assert run.json["why"] in run.err
        assert not output.exists()


@pytest.mark.usefixtures("kept")
class TestWrongCalls:
    """Exit code 2, with what to do instead; nothing is written."""

    @pytest.mark.parametrize(
        ("show", "found"),
        [
            ("reson", "found 'reson'; expected a field of the record"),
            ("reson", "Did you mean reason?"),
            ("concern", "Did you mean answer.concern?"),
            ("area,nonsense,xyz", "found 'xyz'"),
            ("area,", "found ''"),
            ("", "found ''"),
            ("hash", "found 'hash'"),
        ],
    )
    def test_a_field_that_there_is_not(self, infoshare: Infoshare, show: str, found: str) -> None:
        """All are told at once, with the near name."""
        run = infoshare("log", "prove", "1", "--show", show)
        assert (run.code, run.out) == (2, "")
        assert found in " ".join(run.err.split())

    def test_a_field_that_was_erased(self, infoshare: Infoshare) -> None:
        """Its words are gone."""
        run = infoshare("log", "prove", "2", "--show", "reason,area")
        assert (run.code, run.out) == (2, "")
        assert "found reason, which was erased" in run.err

    def test_answers_of_a_record_that_has_none(self, infoshare: Infoshare) -> None:
        """A redaction has no answers."""
        run = infoshare("log", "prove", "21", "--show", "answers")
        assert (run.code, "has no answers" in run.err) == (2, True)

    def test_no_field_and_no_record(self, infoshare: Infoshare) -> None:
        """Both are needed."""
        assert infoshare("log", "prove", "1").code == 2
        assert infoshare("log", "prove", "--show", "area").code == 2
        for wanted in ("0", "22", numbered_id(77), "x"):
            run = infoshare("log", "prove", wanted, "--show", "area", "--json")
            assert (run.code, run.json["message"]) == (2, "There is no such record.")

    def test_nothing_is_replaced(self, infoshare: Infoshare, tmp_path: Path) -> None:
        """A file that is there stays as it is."""
        output = tmp_path / "proof.json"
        output.write_text("mine", encoding="utf-8")
        run = infoshare("log", "prove", "1", "--show", "area", "--output", output)
        assert (run.code, output.read_text(encoding="utf-8")) == (2, "mine")
        missing = infoshare("log", "prove", "1", "--show", "area", "--output", tmp_path / "x" / "y")
        assert (missing.code, "no folder" in missing.err) == (2, True)

    def test_too_much_for_one_proof(
        self, infoshare: Infoshare, log: Path, decision: Decision, records_of: RecordsOf
    ) -> None:
        """Whoever checks a proof reads no more than 1 MiB."""
        room = MAX_BYTES - len(records_of([decision(reason="")])[0].to_line())
        long = records_of([decision(reason="x" * room), decision(1)])
        write(log, long)
        assert infoshare("log", "prove", "1", "--show", "area").code == 0
        run = infoshare("log", "prove", "1", "--show", "area,reason")
        assert (run.code, "Show fewer fields" in run.err) == (2, True)


def test_no_log_has_no_record(infoshare: Infoshare, log: Path) -> None:
    """And none is made."""
    run = infoshare("log", "prove", "1", "--show", "area")
    assert (run.code, "no such record" in run.err) == (2, True)
    assert not log.parent.exists()


def other_words(record: Record) -> Record:
    """The record with words that do not fit their commitment."""
    return replace(record, body={**record.body, "role": Salted("0" * 32, "Other words.")})


def other_hash(record: Record) -> Record:
    """The record with a hash that is not that of its head."""
    return replace(record, hash="0" * 64)


def other_head(record: Record) -> Record:
    """The record with another time, and the hash that fits it."""
    head = replace(record.head, at="2026-11-30T00:00:00.000Z")
    return replace(record, head=head, hash=head.hash())


@pytest.mark.parametrize(
    ("seq", "damage", "why"),
    [
        (3, other_words, "record 3: the field role is not what was written"),
        (3, other_hash, "record 3: its head is not the one that was written"),
        (3, other_head, "does not hold together"),
        (4, other_hash, "record 4: its head is not the one that was written"),
        (4, other_head, "does not hold together"),
        (16, other_head, "does not hold together"),
        (21, other_hash, "record 21: its head is not the one that was written"),
    ],
)
def test_a_log_that_is_broken_where_it_matters_proves_nothing(
    infoshare: Infoshare,
    log: Path,
    records: list[Record],
    tmp_path: Path,
    *,
    seq: int,
    damage: Callable[[Record], Record],
    why: str,
) -> None:
    """Exit code 1, the reason, and no file: in words and as JSON."""
    write(log, [*records[: seq - 1], damage(records[seq - 1]), *records[seq:]])
    output = tmp_path / "proof.json"
    call = ("log", "prove", "3", "--show", "area", "--output", output)
    run = infoshare(*call)
    assert (run.code, run.out) == (1, "")
    assert why in run.err
    assert "infoshare log verify says more" in run.err
    as_json = infoshare(*call, "--json")
    assert as_json.code == 1
    assert as_json.json == {
        "status": "broken",
        "why": run.err.strip(),
        "file": None,
        "record": None,
        "later": None,
        "shown": [],
    }
    assert not output.exists()


def test_a_log_that_is_broken_elsewhere_still_proves(
    infoshare: Infoshare, log: Path, records: list[Record]
) -> None:
    """Words of record 10 do not matter to record 3, nor does a line that was not finished."""
    changed = [*records[:9], other_words(records[9]), *records[10:]]
    write(log, changed, b'{"body":')
    run = infoshare("log", "prove", "3", "--show", "area")
    anchor = read_anchor(anchor_of(records[-1]))
    assert (run.code, check_proof(run.out.encode(), [anchor]).anchored) == (0, True)


def test_a_record_that_is_not_at_its_place_proves_nothing(
    infoshare: Infoshare, log: Path, records: list[Record]
) -> None:
    """Nor one that is gone."""
    write(log, [*records[:5], *records[6:]])
    run = infoshare("log", "prove", "6", "--show", "area", "--json")
    assert (run.code, "does not stand where it should" in json.loads(run.out)["why"]) == (1, True)


def test_a_newer_log_is_told_as_one(infoshare: Infoshare, log: Path, records: list[Record]) -> None:
    """The program is too old, and the log is not at fault."""
    write(log, records[:3])
    log.write_bytes(log.read_bytes().replace(b'"v":1}}', b'"v":2}}'))
    run = infoshare("log", "prove", "1", "--show", "area")
    assert (run.code, "needs a newer version" in run.err) == (1, True)
