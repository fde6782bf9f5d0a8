"""Whatever is done to a log, both verifiers see it, or the format says that an anchor is needed.

Three tables: what the log shows by itself; what only an anchor shows; and what not even an
anchor of the last record shows. The second and the third stand in docs/log-format.md, under
"What it cannot show".
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.record import Record, Salted
from tests.log_damage import (
    ERASED,
    Readers,
    anchors_of,
    bytes_of,
    chained,
    found,
    lines_of,
    read,
    recommitted,
    redaction_of,
    rehashed,
    short_log,
    whole_log,
    with_value,
    without,
)

LOG = short_log()
BYTES = bytes_of(LOG)
COUNT = len(LOG)
ANCHORS = anchors_of(LOG)
FORMAT = Path(__file__).parents[1] / "docs" / "log-format.md"

Numbers = range(1, COUNT + 1)


def test_the_log_is_sound_before_anything_is_done_to_it() -> None:
    """With each of its anchors; one record lacks a field, and another says so."""
    sound = found(BYTES, *ANCHORS)
    assert (sound.sound, sound.completeness, sound.redacted) == (True, "ok", 1)


class TestBytes:
    """Each byte counts."""

    @pytest.mark.parametrize("flip", [0x01, 0x20, 0x80])
    def test_any_byte_changed_is_noticed_in_its_line(self, flip: int) -> None:
        """In names, values, salts, hashes and brackets; of line feeds, the last needs an anchor."""
        for place, line, readers in _each_byte():
            changed = bytes([BYTES[place] ^ flip])
            last = place == len(BYTES) - 1
            assert _noticed(readers, line, BYTES[:place] + changed + BYTES[place + 1 :]) != last

    def test_any_byte_taken_out_is_noticed_in_its_line(self) -> None:
        """As for one that was changed."""
        for place, line, readers in _each_byte():
            last = place == len(BYTES) - 1
            assert _noticed(readers, line, BYTES[:place] + BYTES[place + 1 :]) != last

    @pytest.mark.parametrize("flip", [0x01, 0x80])
    def test_bytes_of_long_records_too(self, every_kind: list[Record], flip: int) -> None:
        """A log as the program writes it, with all fields of each kind, read to its end."""
        log, anchor = bytes_of(every_kind), anchors_of(every_kind)[-1]
        for place in range(flip, len(log) - 1, 1117):
            changed = log[:place] + bytes([log[place] ^ flip]) + log[place + 1 :]
            assert found(changed, anchor).first is not None

    def test_a_tail_cut_anywhere(self) -> None:
        """Within a line it looks unfinished; at a line's end only an anchor shows it."""
        for end, number, readers in _each_byte(ANCHORS[-1]):
            start = BYTES.rfind(b"\n", 0, end) + 1
            cut = readers.copy()
            if start < end:
                cut.take(BYTES[start:end])
            verdict = cut.found()
            assert (verdict.completeness, verdict.records) == ("shorter", number - 1)
            assert verdict.torn == (start < end)
            # The record that lacks a field has lost the one that says why.
            assert verdict.first == (ERASED if number == ERASED + 1 else None)

    @given(st.integers(1, ERASED), st.lists(st.sampled_from(list(lines_of(BYTES)))))
    def test_a_line_that_is_broken_stays_so(self, seq: int, more: Sequence[bytes]) -> None:
        """No line that comes after it can mend it."""
        lines = list(lines_of(BYTES))
        log = b"".join((*lines[: seq - 1], lines[seq - 1].replace(b'"v":1', b'"v":3'), *more))
        assert found(log).first == seq


def _each_byte(*anchors: str) -> Iterator[tuple[int, int, Readers]]:
    """The place of each byte, the number of its line, and readers of all lines before that."""
    readers, start = Readers(anchors), 0
    for number, line in enumerate(lines_of(BYTES), start=1):
        for place in range(start, start + len(line)):
            yield place, number, readers
        readers.take(line)
        start += len(line)


def _noticed(before: Readers, number: int, log: bytes) -> bool:
    """Whether the line of that number is the first broken one; reads no more than it needs."""
    readers = before.copy()
    for line in list(lines_of(log))[number - 1 :]:
        readers.take(line)
        # What lacks a field is judged by what comes after it.
        if readers.broken() and number != ERASED:
            break
    first = readers.found().first
    assert first in (None, _shown_by(number))
    return first is not None


def _shown_by(seq: int) -> int:
    """The first broken line where a record is not sound; a redaction then speaks for nothing."""
    return ERASED if seq == ERASED + 1 else seq


Case = tuple[str, bytes, int]
"""What was done; the log after it; and a number, whose meaning the table says."""
Damages = Mapping[str, Callable[[], Iterator[Case]]]


def _seen() -> Iterator[Case]:
    """Each thing that was done, with the line that shows it."""
    for table in (_whole_records(), _fields(), _heads(), _redactions()):
        yield from table


def _whole_records() -> Iterator[Case]:
    for seq in Numbers:
        before, it, after = LOG[: seq - 1], LOG[seq - 1], LOG[seq:]
        if after:
            yield f"{seq} deleted", bytes_of([*before, *after]), _shown_by(seq)
        for place in range(COUNT + 1):
            first = place + 1 if place + 1 != seq else seq + 1
            repeated = bytes_of([*LOG[:place], it, *LOG[place:]])
            yield f"{seq} repeated after {place}", repeated, first
        for number, other in enumerate(after, start=seq + 1):
            between = LOG[seq : number - 1]
            swapped = bytes_of([*before, other, *between, it, *LOG[number:]])
            yield f"{seq} and {number} swapped", swapped, seq
            lent = bytes_of([*before, replace(it, body=other.body), *after])
            yield f"the body of {number} in {seq}", lent, _shown_by(seq)


def _each_field() -> Iterator[tuple[int, str]]:
    """The number of each record, with the name of each field that it holds."""
    return ((seq, name) for seq in Numbers for name in LOG[seq - 1].body)


def _fields() -> Iterator[Case]:
    for seq, name in _each_field():
        before, it, after = LOG[: seq - 1], LOG[seq - 1], LOG[seq:]
        edited = with_value(it, name, "edited")
        stages = {
            "value": edited,
            "value and commitment": recommitted(edited, name),
            "words put in": replace(it, body={**it.body, "more": it.body[name]}),
            "salt": replace(it, body={**it.body, name: Salted("f" * 32, it.body[name].value)}),
        }
        for stage, record in stages.items():
            yield f"{seq}.{name}: {stage}", bytes_of([*before, record, *after]), _shown_by(seq)
        yield f"{seq}.{name} taken out", bytes_of([*before, without(it, name), *after]), seq
        if after:
            hashed = rehashed(recommitted(edited, name))
            log = bytes_of([*before, hashed, *after])
            yield f"{seq}.{name}: value, commitment and hash", log, seq + 1


HEAD_EDITS: Mapping[str, Callable[[Record], dict[str, Any]]] = {
    "time": lambda _: {"at": "2026-11-22T13:00:00.000Z"},
    "id": lambda record: {"id": record.head.id.replace("4000", "4001")},
    "kind": lambda record: {"kind": "hold" if record.head.kind == "review" else "review"},
    "of": lambda record: {"of": None if record.head.of else LOG[0].head.id},
    "rules": lambda record: {"provenance": replace(record.head.provenance, pack_version="2")},
    "digest": lambda record: {"provenance": replace(record.head.provenance, pack_digest="e")},
    "engine": lambda record: {"provenance": replace(record.head.provenance, engine="2")},
    "no field": lambda _: {"commitments": {}},
    "another field": lambda record: {
        "commitments": {**record.head.commitments, "more": "0" * 64},
    },
}


def _heads() -> Iterator[Case]:
    for seq, (what, edit) in ((seq, each) for seq in Numbers for each in HEAD_EDITS.items()):
        before, it, after = LOG[: seq - 1], LOG[seq - 1], LOG[seq:]
        edited = replace(it, head=replace(it.head, **edit(it)))
        yield f"{seq}: {what}", bytes_of([*before, edited, *after]), _shown_by(seq)
        if after and what not in ("no field", "another field") and seq not in (ERASED, ERASED + 1):
            hashed = rehashed(edited)
            yield f"{seq}: {what} and hash", bytes_of([*before, hashed, *after]), seq + 1


def _redactions() -> Iterator[Case]:
    said = LOG[ERASED]
    before, after = LOG[:ERASED], LOG[ERASED + 1 :]
    yield "redaction taken out, all after it anew", bytes_of(chained([*before, *after])), ERASED
    edits: Mapping[str, dict[str, Any]] = {
        "of another field": {"erased": ("reason",)},
        "of no field": {"erased": ()},
        "of another record": {"of": LOG[0].head.id},
        "of no record": {"of": None},
    }
    for what, edit in edits.items():
        log = chained([*before, rehashed(said, **edit), *after], ERASED + 1)
        yield f"redaction {what}, all after it anew", bytes_of(log), ERASED
    early = chained([*LOG[: ERASED - 1], said, LOG[ERASED - 1], *after], ERASED)
    yield "redaction before its record, all anew", bytes_of(early), ERASED + 1
    more = [*LOG[: ERASED - 1], without(LOG[ERASED - 1], "reason"), *LOG[ERASED:]]
    yield "more is missing than the redaction says", bytes_of(more), ERASED


def test_what_the_log_shows_by_itself() -> None:
    """The first line that is not as it was written is named; with or without anchors."""
    cases = list(_seen())
    assert len(cases) > 400
    for what, log, first in cases:
        readers = read(log, ANCHORS[-1])
        assert readers.found().first == first, what


@dataclass(frozen=True)
class Hidden:
    """Damage that leaves a log sound in itself."""

    listed: str
    """How docs/log-format.md speaks of it."""
    cases: Callable[[], Iterator[Case]]
    """What was done, with the number of anchors, from the first, that still fit."""


def _cut() -> Iterator[Case]:
    lines = list(lines_of(BYTES))
    for left in (each for each in range(COUNT) if each != ERASED):
        yield f"cut after {left}", b"".join(lines[:left]), left
        yield f"cut within {left + 1}", b"".join(lines[: left + 1])[:-7], left


def _rewritten() -> Iterator[Case]:
    for seq in Numbers:
        before, it, after = LOG[: seq - 1], LOG[seq - 1], LOG[seq:]
        for name in it.body:
            edited = recommitted(with_value(it, name, "edited"), name)
            yield f"{seq}.{name} edited", bytes_of(chained([*before, edited, *after], seq)), seq - 1
        # Its redaction still names the record, so that its id cannot change.
        for what, edit in HEAD_EDITS.items():
            if what in ("time", "rules", "digest", "engine"):
                edited = replace(it, head=replace(it.head, **edit(it)))
                yield f"{seq}: {what}", bytes_of(chained([*before, edited, *after], seq)), seq - 1


def _put_in() -> Iterator[Case]:
    for place in range(COUNT):
        new = replace(LOG[0], head=replace(LOG[0].head, id=LOG[0].head.id.replace("4000", "4001")))
        log = chained([*LOG[:place], new, *LOG[place:]], place + 1)
        yield f"one put in after {place}", bytes_of(log), place


def _taken_out() -> Iterator[Case]:
    for seq in (each for each in Numbers if each not in (ERASED + 1, COUNT)):
        log = chained([*LOG[: seq - 1], *LOG[seq:]], seq)
        yield f"{seq} taken out", bytes_of(log), seq - 1


def _moved() -> Iterator[Case]:
    for seq in (each for each in range(1, COUNT) if each != ERASED):
        log = [*LOG[: seq - 1], LOG[seq], LOG[seq - 1], *LOG[seq + 1 :]]
        yield f"{seq} and the next exchanged", bytes_of(chained(log, seq)), seq - 1


def _erased_early() -> Iterator[Case]:
    """A forged erasure whose redaction does not stand at the end."""
    for seq in range(1, COUNT - 1):
        name = next(iter(LOG[seq - 1].body))
        log = [*LOG[: seq - 1], without(LOG[seq - 1], name), *LOG[seq:]]
        for place in range(seq, COUNT):
            said = redaction_of(LOG[seq - 1], name)
            anew = chained([*log[:place], said, *log[place:]], place + 1)
            yield f"{seq}.{name} erased, told after {place}", bytes_of(anew), place


NEEDS_AN_ANCHOR: Mapping[str, Hidden] = {
    "tail cut": Hidden("lines were cut off at the end", _cut),
    "rewritten from some record on": Hidden("from some record on", _rewritten),
    "put in": Hidden("put in", _put_in),
    "taken out": Hidden("taken out", _taken_out),
    "moved": Hidden("or moved", _moved),
    "erased, and told before the end": Hidden("from some record on", _erased_early),
}


@pytest.mark.parametrize("hidden", NEEDS_AN_ANCHOR.values(), ids=NEEDS_AN_ANCHOR.keys())
def test_what_only_an_anchor_shows(hidden: Hidden) -> None:
    """Sound alone and with the anchors of what came before; seen with any later anchor."""
    for what, log, fitting in hidden.cases():
        assert found(log).sound, what
        assert found(log, *ANCHORS[:fitting]).sound, what
        for seq in range(fitting + 1, COUNT + 1):
            verdict = found(log, ANCHORS[seq - 1])
            expected = "rewritten" if seq <= verdict.records else "shorter"
            assert (verdict.completeness, verdict.sound) == (expected, False), what
        readers = read(log, *ANCHORS)
        assert not readers.found().sound
        assert readers.remarks()[-1] in _narrowed(fitting, readers.found().records), what


def _narrowed(fitting: int, records: int) -> tuple[str, ...]:
    """How the last remark tells where the log stopped being the one of old."""
    return (
        f"The log is shorter than the anchor of record {COUNT}: it has {records}.",
        f"Record {COUNT} is not the one that the anchor names. "
        f"Something in records {fitting + 1} to {COUNT} was changed.",
    )


def test_several_anchors_narrow_it_down() -> None:
    """Between the last anchor that fits and the first that does not, something was changed."""
    for what, log, fitting in islice(_rewritten(), 0, None, 5):
        for earlier in range(1, fitting + 1):
            for later in range(fitting + 1, COUNT + 1):
                remark = read(log, ANCHORS[later - 1], ANCHORS[earlier - 1]).remarks()[-1]
                expected = f"Something in records {earlier + 1} to {later} was changed."
                assert remark.endswith(expected), what


def _added() -> Iterator[Case]:
    # One more of the record that lacks a field would need a redaction of its own.
    for seq in (each for each in Numbers if each != ERASED):
        yield f"one like {seq} added", bytes_of(chained([*LOG, LOG[seq - 1]], COUNT + 1)), 1


def _erased() -> Iterator[Case]:
    for seq, name in _each_field():
        victim = LOG[seq - 1]
        log = [*LOG[: seq - 1], without(victim, name), *LOG[seq:], redaction_of(victim, name)]
        redacted = 1 if seq == ERASED else 2
        yield f"{seq}.{name} erased", bytes_of(chained(log, COUNT + 1)), redacted


def _put_back() -> Iterator[Case]:
    yield "words put back", bytes_of(whole_log()), 0


BEYOND_ANCHORS: Mapping[str, Hidden] = {
    "added at the end": Hidden("added after the last anchor", _added),
    "erased, and told at the end": Hidden("Whether an erasure was allowed", _erased),
    "words put back": Hidden("Words that were put back", _put_back),
}


@pytest.mark.parametrize("hidden", BEYOND_ANCHORS.values(), ids=BEYOND_ANCHORS.keys())
def test_what_no_anchor_of_before_shows(hidden: Hidden) -> None:
    """Adding and erasing are what a log is for; the counts and the records tell of them."""
    for what, log, redacted in hidden.cases():
        verdict = found(log, *ANCHORS)
        assert (verdict.sound, verdict.redacted) == (True, redacted), what
        added = verdict.records - COUNT
        assert added == log.count(b"\n") - COUNT
        assert added == 1 or log == bytes_of(whole_log()), what


def test_an_erasure_always_leaves_a_record_that_names_it() -> None:
    """What was noted after it shows it to be taken out, and without it the log is broken."""
    for what, log, _ in _erased():
        *before, said = lines_of(log)
        cut = found(b"".join(before))
        assert cut.first is not None, what
        assert b'"erased":["' in said


def test_an_anchor_noted_after_an_erasure_shows_that_it_was_the_only_one() -> None:
    """One that was forged before it, with the rest written anew, does not fit that anchor."""
    for what, log, fitting in _erased_early():
        assert fitting < COUNT
        assert found(log, ANCHORS[-1]).completeness == "rewritten", what


@pytest.mark.parametrize("table", [NEEDS_AN_ANCHOR, BEYOND_ANCHORS], ids=["anchor", "beyond"])
def test_the_format_lists_what_a_log_cannot_show(table: Mapping[str, Hidden]) -> None:
    """Nobody is left to find out by themselves."""
    text = FORMAT.read_text(encoding="utf-8")
    section = re.split(r"^## ", text.partition("## What it cannot show")[2], flags=re.MULTILINE)[0]
    said = " ".join(section.split())
    for what, hidden in table.items():
        assert hidden.listed in said, what
