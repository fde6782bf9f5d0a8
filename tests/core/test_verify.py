"""Verification: what a log's lines prove."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from infoshare_cli.core.anchor import Anchor, read_anchor, write_anchor
from infoshare_cli.core.canonical import write_canonical
from infoshare_cli.core.record import Record, Salted
from infoshare_cli.core.verify import MOST_REMARKS, Break, Verdict, Verification, verify
from tests.conftest import Decision, RecordsOf


@pytest.fixture
def records(decision: Decision, records_of: RecordsOf) -> list[Record]:
    """A log of five decisions, an hour apart."""
    return records_of([decision(hours, case_ref=f"T-{hours}") for hours in range(5)])


def judged(records: Sequence[Record], *anchors: Anchor) -> Verdict:
    """The verdict on a log with these records."""
    return verify((record.to_line() for record in records), anchors)


def anchor_of(record: Record) -> Anchor:
    """The anchor that was noted when the record was made."""
    return read_anchor(write_anchor(record.head.seq, record.hash))


def forged(record: Record, **head: Any) -> Record:
    """The record with another head, and the hash that fits it."""
    changed = replace(record.head, **head)
    return replace(record, head=changed, hash=changed.hash())


def test_a_log_as_it_was_written_is_sound(records: list[Record]) -> None:
    """Every key of the verdict says so."""
    assert judged(records) == Verdict("ok", "unchecked", "none", 5, None, 0, False, ())
    assert judged(records).sound


def test_an_empty_log_is_sound() -> None:
    """There is nothing in it that could be wrong."""
    assert verify([]) == Verdict("ok", "unchecked", "none", 0, None, 0, False, ())


def test_each_line_gives_its_record(records: list[Record]) -> None:
    """Whoever lists a log can verify it in the same reading; broken records are given too."""
    verification = Verification()
    lines = [record.to_line() for record in records]
    assert verification.take(lines[0]) == records[0]
    changed = replace(records[1], body={**records[1].body, "area": Salted("0" * 32, "bedford")})
    assert verification.take(changed.to_line()) == changed
    assert verification.take(b"nonsense\n") is None
    assert verification.take(lines[3][:-1]) is None


TAMPERINGS: dict[str, tuple[Callable[[list[Record]], list[Record]], Break]] = {
    "first deleted": (
        lambda log: log[1:],
        Break(1, 1, "record 2 stands where record 1 should be"),
    ),
    "one deleted": (
        lambda log: log[:2] + log[3:],
        Break(3, 3, "record 4 stands where record 3 should be"),
    ),
    "one repeated": (
        lambda log: log[:3] + log[2:],
        Break(4, 4, "record 3 stands where record 4 should be"),
    ),
    "two swapped": (
        lambda log: [log[0], log[2], log[1], *log[3:]],
        Break(2, 2, "record 3 stands where record 2 should be"),
    ),
    "deleted and numbered anew": (
        lambda log: [log[0], forged(log[2], seq=2, tree=(log[0].hash,)), log[3], log[4]],
        Break(3, 3, "record 4 stands where record 3 should be"),
    ),
    "head changed": (
        lambda log: [log[0], replace(log[1], head=replace(log[1].head, at=log[4].head.at))],
        Break(2, 2, "its head is not the one that was written"),
    ),
    "head changed and hashed anew": (
        lambda log: [log[0], forged(log[1], at=log[2].head.at), *log[2:]],
        Break(3, 3, "it does not follow from the records before it"),
    ),
    "value changed": (
        lambda log: [replace(log[0], body={**log[0].body, "area": Salted("0" * 32, "bedford")})],
        Break(1, 1, "the field area is not what was written"),
    ),
    "field added": (
        lambda log: [replace(log[0], body={**log[0].body, "extra": Salted("0" * 32, "x")})],
        Break(1, 1, "the field extra was added"),
    ),
    "fields exchanged": (
        lambda log: [
            replace(
                log[0],
                body={**log[0].body, "role": log[0].body["agency"], "agency": log[0].body["role"]},
            )
        ],
        Break(1, 1, "the field agency is not what was written"),
    ),
}


@pytest.mark.parametrize(("tamper", "found"), TAMPERINGS.values(), ids=TAMPERINGS.keys())
def test_tampering_is_found_where_it_begins(
    records: list[Record], tamper: Callable[[list[Record]], list[Record]], found: Break
) -> None:
    """Whatever is done to the records, the first place that shows it is named."""
    verdict = judged(tamper(records))
    assert verdict.first_broken == found
    assert (verdict.integrity, verdict.sound) == ("broken", False)


@pytest.mark.parametrize(
    "line",
    [b"\n", b"nonsense\n", b"\xff\n", b'{"a":1}\r\n', b"[" * 2_000_000 + b"\n"],
    ids=["blank", "text", "no-utf-8", "crlf", "long"],
)
def test_a_line_that_is_no_record_is_a_break(records: list[Record], line: bytes) -> None:
    """The lines after it are counted, and nothing stops the reading."""
    lines = [record.to_line() for record in records]
    verdict = verify([*lines[:2], line, *lines[2:]])
    assert verdict.first_broken is not None
    assert (verdict.first_broken.seq, verdict.first_broken.line) == (3, 3)
    assert (verdict.records, verdict.integrity) == (6, "broken")


def test_a_line_of_a_later_format_says_what_is_needed(records: list[Record]) -> None:
    """An old program does not call a new record tampered with; it says what it cannot read."""
    line = json.loads(records[0].to_line())
    line["head"]["v"] = 2
    verdict = verify([write_canonical(line) + b"\n"])
    assert verdict.first_broken == Break(1, 1, "format 2 needs a newer version of infoshare")


def test_an_unfinished_last_line_is_no_tampering(records: list[Record]) -> None:
    """A write that the power cut off is told, and breaks nothing, whatever it holds."""
    lines = [record.to_line() for record in records]
    for rest in (lines[4][:-1], lines[4][:50], b"nonsense"):
        verdict = verify([*lines[:4], rest])
        assert (verdict.torn, verdict.records, verdict.sound) == (True, 4, True)


def test_a_clock_set_back_is_a_remark(decision: Decision, records_of: RecordsOf) -> None:
    """Clocks are set back for honest reasons; the log says so, and stays sound."""
    verdict = judged(records_of([decision(2), decision(1), decision(1)]))
    assert verdict.sound
    assert verdict.remarks == (
        "The clock was set back before record 2: "
        "2026-11-22T13:00:00.123Z comes after 2026-11-22T14:00:00.123Z.",
    )


def test_of_many_clocks_set_back_only_the_first_are_told_one_by_one(
    decision: Decision, records_of: RecordsOf
) -> None:
    """However long a log that was made to harm, what is told of it stays short."""
    entries = [decision(-hours) for hours in range(MOST_REMARKS + 3)]
    verdict = judged(records_of(entries))
    assert len(verdict.remarks) == MOST_REMARKS + 1
    assert verdict.remarks[-1] == f"The clock was set back {MOST_REMARKS + 2} times in all."
    few = judged(records_of(entries[: MOST_REMARKS + 1]))
    assert len(few.remarks) == MOST_REMARKS


class TestErasing:
    """The words can go; that they went, and on whose word, cannot."""

    def test_a_field_that_a_redaction_names_may_be_missing(
        self, records: list[Record], erased: RecordsOf
    ) -> None:
        """The log verifies as before, with every anchor, and counts the record."""
        log = erased(records, 2, "reason", "case_ref")
        verdict = judged(log, anchor_of(records[1]), anchor_of(records[4]), anchor_of(log[5]))
        assert (verdict.sound, verdict.completeness, verdict.redacted) == (True, "ok", 1)

    def test_a_field_that_no_redaction_names_may_not(
        self, records: list[Record], erased: RecordsOf
    ) -> None:
        """Taking words out without saying so is tampering, however many others were named."""
        log = erased(records, 2, "reason")
        short = {name: each for name, each in log[1].body.items() if name != "area"}
        verdict = judged([log[0], replace(log[1], body=short), *log[2:]])
        assert verdict.first_broken == Break(
            2, 2, "the field area is missing, and no later record says that it was erased"
        )

    def test_a_redaction_of_another_record_does_not_count(
        self, records: list[Record], erased: RecordsOf
    ) -> None:
        """Each erasure needs its own word."""
        log = erased(records, 2, "reason")
        other = {name: each for name, each in log[2].body.items() if name != "reason"}
        verdict = judged([*log[:2], replace(log[2], body=other), *log[3:]])
        assert verdict.first_broken is not None
        assert verdict.first_broken.seq == 3

    def test_a_redaction_names_only_what_came_before_it(
        self, records: list[Record], erased: RecordsOf
    ) -> None:
        """What a later record lacks was not erased by an earlier one."""
        log = erased(records[:1], 1, "reason")
        early = forged(log[1], of=log[1].head.id, erased=("surprise",))
        missing = forged(early, commitments={"surprise": "0" * 64})
        verdict = judged([records[0], missing])
        assert verdict.first_broken is not None
        assert verdict.first_broken.seq == 2

    def test_the_earliest_break_is_the_first_one(self, records: list[Record]) -> None:
        """A field found missing only at the end still comes before a later break."""
        body = {name: each for name, each in records[1].body.items() if name != "reason"}
        verdict = judged([records[0], replace(records[1], body=body), *records[3:]])
        assert verdict.first_broken is not None
        assert verdict.first_broken.seq == 2
        assert verdict.remarks == (
            "Record 3 (line 3) is broken too: record 4 stands where record 3 should be.",
        )

    def test_a_redaction_that_was_changed_is_told_beside_what_it_erased(
        self, records: list[Record], erased: RecordsOf
    ) -> None:
        """The record that lacks a field is as it was left; the other one is not."""
        log = erased(records, 2, "area")
        log[-1] = replace(log[-1], head=replace(log[-1].head, erased=("role",)))
        verdict = judged(log)
        assert verdict.first_broken is not None
        assert verdict.first_broken.seq == 2
        (told,) = verdict.remarks
        assert told.startswith(f"Record {len(log)} (line {len(log)}) is broken too: its head")


class TestAnchors:
    """What a log alone cannot show: that its end is there, and that it is the one of old."""

    def test_every_anchor_of_a_whole_log_fits(self, records: list[Record]) -> None:
        """Anchors of any age bear the log out."""
        verdict = judged(records, *map(anchor_of, records))
        assert (verdict.completeness, verdict.remarks, verdict.sound) == ("ok", (), True)

    @pytest.mark.parametrize("left", range(5))
    def test_a_cut_tail_is_seen(self, records: list[Record], left: int) -> None:
        """The records that are left are as they were; that others are missing is told."""
        verdict = judged(records[:left], anchor_of(records[4]))
        assert (verdict.integrity, verdict.completeness) == ("ok", "shorter")
        assert not verdict.sound
        assert verdict.remarks == (
            f"The log is shorter than the anchor of record 5: it has {left}.",
        )

    def test_a_log_written_anew_is_seen_and_narrowed_down(
        self, records: list[Record], decision: Decision, records_of: RecordsOf
    ) -> None:
        """The anchors that still fit say up to where the log is the old one."""
        entries = [decision(hours, case_ref=f"T-{hours}") for hours in range(5)]
        anew = records_of([*entries[:3], decision(3, case_ref="other"), entries[4]])
        verdict = judged(anew, *map(anchor_of, (records[4], records[0], records[1])))
        assert (verdict.integrity, verdict.completeness) == ("ok", "rewritten")
        assert not verdict.sound
        assert verdict.remarks == (
            "Record 5 is not the one that the anchor names. "
            "Something in records 3 to 5 was changed.",
        )

    def test_an_anchor_of_another_log_is_narrowed_down_by_earlier_ones_only(
        self, records: list[Record]
    ) -> None:
        """A later anchor that fits says nothing of where an earlier one went wrong."""
        strange = read_anchor(write_anchor(3, "0" * 64))
        verdict = judged(records, anchor_of(records[4]), strange, anchor_of(records[0]))
        assert verdict.remarks[0].endswith("Something in records 2 to 3 was changed.")

    def test_rewritten_and_shorter_is_rewritten(
        self, records: list[Record], decision: Decision, records_of: RecordsOf
    ) -> None:
        """The graver of two findings is the verdict; both are told."""
        anew = records_of([decision(case_ref="other")])
        verdict = judged(anew, anchor_of(records[0]), anchor_of(records[4]))
        assert verdict.completeness == "rewritten"
        assert [remark.split(" ", 2)[1] for remark in verdict.remarks] == ["1", "log"]

    def test_a_record_that_cannot_be_read_is_not_the_one_anchored(
        self, records: list[Record]
    ) -> None:
        """An anchor fits a record, not a line."""
        lines = [records[0].to_line(), b"nonsense\n"]
        assert verify(lines, [anchor_of(records[1])]).completeness == "rewritten"

    def test_a_head_that_only_claims_the_hash_is_not_the_one_anchored(
        self, records: list[Record]
    ) -> None:
        """The hash is computed, never believed."""
        liar = replace(records[0], head=replace(records[0].head, at=records[3].head.at))
        assert judged([liar], anchor_of(records[0])).completeness == "rewritten"

    def test_erased_words_do_not_disturb_an_anchor(self, records: list[Record]) -> None:
        """An anchor speaks of heads; what a body lacks is a matter of integrity."""
        body = {name: each for name, each in records[1].body.items() if name != "reason"}
        log = [records[0], replace(records[1], body=body), *records[2:]]
        verdict = judged(log, anchor_of(records[4]))
        assert (verdict.integrity, verdict.completeness) == ("broken", "ok")
