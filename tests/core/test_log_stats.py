"""Counts over a log: what is counted, and that nobody can be picked out from them."""

import tracemalloc
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.canonical import Value
from infoshare_cli.core.log_stats import Counted, LogStats, count_log, nearest_five
from infoshare_cli.core.record import ASKED, Entry, Place, Record, build_record
from tests.conftest import NOON, Decision, RecordsOf, about, numbered_id

FEW = 5
"""So many are seen: a single one is rounded away."""


def utc_day(at: datetime) -> date:
    """The day of an instant in Greenwich."""
    return at.astimezone(UTC).date()


def counted(records: Sequence[Record]) -> LogStats:
    """The counts by the clock of Greenwich."""
    return count_log(records, utc_day)


def pairs(counts: Sequence[Counted]) -> list[tuple[str | None, int]]:
    """Names and counts."""
    return [(each.name, each.count) for each in counts]


def all_counts(value: object) -> Iterator[int]:
    """Every number that stands anywhere in the counts."""
    if isinstance(value, int):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from all_counts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from all_counts(each)


@given(st.integers(0, 2**53))
def test_the_nearest_five(count: int) -> None:
    """A multiple of 5, never more than 2 away."""
    rounded = nearest_five(count)
    assert rounded % 5 == 0
    assert abs(rounded - count) <= 2


def test_up_to_two_are_none_and_three_are_five() -> None:
    """What is told of the smallest numbers."""
    assert [nearest_five(count) for count in range(9)] == [0, 0, 0, 5, 5, 5, 5, 5, 10]


WORDS = st.sampled_from([None, "", "luton", "bedford", "share", "ask-consent", "wait"])
DAYS = st.sampled_from([None, "2026-11-22", "2026-12-01", "soon"])


@st.composite
def logs(draw: st.DrawFn) -> list[tuple[str, int, dict[str, Value]]]:
    """Kinds of record, what they are about, and some of what they say."""
    made = []
    for number in range(draw(st.integers(0, 24))):
        kind = draw(st.sampled_from(["decision", "abandoned", "amendment", "follow-up", "review"]))
        of = draw(st.integers(0, number))
        said: dict[str, dict[str, Value]] = {
            "decision": {"decision": draw(WORDS), "area": draw(WORDS), "outcome": draw(WORDS),
                         "override_reason": draw(WORDS)},
            "abandoned": {"decision": draw(WORDS)},
            "amendment": {"change": draw(st.sampled_from(["shared-more", "correction", None]))},
            "follow-up": {
                "follow_up": draw(st.sampled_from(["receipt-confirmed", "no-longer-needed"])),
                "happened_on": draw(DAYS),
            },
            "review": {"review_on": draw(DAYS)},
        }  # fmt: skip
        made.append((kind, of, said[kind]))
    return made


@pytest.mark.thorough
@given(made=logs(), erasures=st.integers(0, 3))
def test_no_count_is_exact(
    decision: Decision,
    records_of: RecordsOf,
    erased: RecordsOf,
    *,
    made: list[tuple[str, int, dict[str, Value]]],
    erasures: int,
) -> None:
    """Whatever the log holds, each number is a multiple of 5."""
    entries = []
    for number, (kind, of, fields) in enumerate(made):
        if kind in ("decision", "abandoned"):
            entry = decision(number, **fields)
            asked: dict[str, Value] = {ASKED: []} if kind == "abandoned" else {}
            whole = {**entry.fields, **asked}
            before = numbered_id(of) if of else None
            entries.append(replace(entry, kind=kind, of=before, fields=whole))
        else:
            entries.append(about(kind, numbered_id(of), number, **fields))
    records = records_of(entries)
    for _ in range(erasures if records else 0):
        records = erased(records, 1, *list(records[0].body)[:2])
    stats = asdict(counted(records))
    assert {count % 5 for count in all_counts(stats)} <= {0}
    named = [each for name in stats if name.startswith("by_") for each in stats[name]]
    assert all(each["count"] for each in named), "a name with 0 would tell that there is one"


def test_nothing_is_counted_in_an_empty_log() -> None:
    """Every part is there all the same."""
    stats = asdict(counted([]))
    assert set(all_counts(stats)) == {0}
    assert stats["overridden"] == {"yes": 0, "no": 0, "erased": 0}
    assert set(stats["time_to_receipt"]) == {
        "same_day", "days_1_to_2", "days_3_to_7", "longer", "none_yet",
    }  # fmt: skip


def test_what_is_counted(decision: Decision, records_of: RecordsOf) -> None:
    """Decisions by what they came to, what was decided, where and when."""
    gave_up = replace(decision(), kind="abandoned", fields={**decision().fields, ASKED: []})
    entries = [
        *[decision(decision="share") for _ in range(6)],
        *[decision(24 * 30, outcome="do-not-share", area="bedford") for _ in range(11)],
        *[decision(decision="wait", area=None, outcome="seek-advice") for _ in range(3)],
        *[decision(decision="get-advice", area="nowhere") for _ in range(2)],
        *[gave_up for _ in range(4)],
    ]
    stats = counted(records_of(entries))
    assert (stats.decisions, stats.abandoned) == (20, 5), "22 and 4"
    assert pairs(stats.by_outcome) == [
        ("do-not-share", 10),
        ("share-without-consent", 10),
        ("seek-advice", 5),
    ]
    assert pairs(stats.by_decision) == [("share", 15), ("wait", 5)], "2 are not named"
    assert pairs(stats.by_area) == [("bedford", 10), ("luton", 5), (None, 5)]
    assert pairs(stats.by_month) == [("2026-11", 10), ("2026-12", 10)]


def test_months_are_those_of_the_clock_that_is_handed_in(
    decision: Decision, records_of: RecordsOf
) -> None:
    """Half past eleven at night at the end of November is December further east."""
    records = records_of([decision(8 * 24 + 11.5)] * FEW)
    east = timezone(timedelta(hours=1))
    assert pairs(counted(records).by_month) == [("2026-11", 5)]
    moved = count_log(records, lambda at: at.astimezone(east).date())
    assert pairs(moved.by_month) == [("2026-12", 5)]


def test_decisions_against_the_rules(
    decision: Decision, records_of: RecordsOf, erased: RecordsOf
) -> None:
    """Those with a reason for it, and the rule that led to the outcome: the first one named."""
    rules: list[Value] = [{"rule": "weigh", "text": "x", "source": []}, {"rule": "other"}]
    entries = [
        *[decision() for _ in range(10)],
        *[decision(override_reason="Because.") for _ in range(FEW)],
        *[decision(override_reason="Because.", reasons=rules) for _ in range(FEW + 5)],
        *[decision(override_reason="x", reasons=value) for value in ([], None, ["x"])],
        decision(override_reason="x", reasons=[{"rule": 1}]),
    ]
    stats = counted(records_of(entries))
    assert stats.overridden == {"yes": 20, "no": 10, "erased": 0}, "19 and 10"
    assert pairs(stats.overridden_rules) == [("weigh", 10), ("r2", 5), (None, 5)]
    records = records_of([decision() for _ in range(FEW)])
    for seq in range(1, FEW + 1):
        records = erased(records, seq, "override_reason")
    assert counted(records).overridden == {"yes": 0, "no": 0, "erased": 5}


@pytest.mark.parametrize(
    ("since", "bucket"),
    [
        ([], "none_yet"),
        ([(1, "receipt-confirmed", None)], "same_day"),
        ([(24, "receipt-confirmed", None)], "days_1_to_2"),
        ([(48, "receipt-confirmed", "no day")], "days_1_to_2"),
        ([(72, "receipt-confirmed", None)], "days_3_to_7"),
        ([(7 * 24, "receipt-confirmed", None)], "days_3_to_7"),
        ([(8 * 24, "receipt-confirmed", None)], "longer"),
        ([(8 * 24, "receipt-confirmed", "2026-11-22")], "same_day"),
        ([(8 * 24, "receipt-confirmed", "2026-11-25")], "days_3_to_7"),
        ([(8 * 24, "receipt-confirmed", "2026-11-21")], "longer"),
        ([(24, "receipt-confirmed", None), (99, "receipt-confirmed", None)], "days_1_to_2"),
        ([(-48, "receipt-confirmed", None)], "same_day"),
        ([(24, "no-longer-needed", None)], None),
        ([(1, "no-longer-needed", None), (72, "receipt-confirmed", None)], "days_3_to_7"),
        ([(1, "outcome", None)], "none_yet"),
    ],
)
def test_how_long_a_receipt_took(
    decision: Decision,
    records_of: RecordsOf,
    since: list[tuple[float, str, str | None]],
    bucket: str | None,
) -> None:
    """By the day that was written down, or else the day of the record; a slip of the pen aside."""
    entries: list[Entry] = [decision(case_ref=f"T-{number}") for number in range(FEW)]
    for number in range(1, FEW + 1):
        for hours, what, day in since:
            fields: dict[str, Value] = {"follow_up": what, "happened_on": day}
            entries.append(about("follow-up", numbered_id(number), hours, **fields))
    times = counted(records_of(entries)).time_to_receipt
    assert [name for name, count in times.items() if count] == ([bucket] if bucket else [])


def test_what_was_not_shared_waits_for_no_receipt(
    decision: Decision, records_of: RecordsOf
) -> None:
    """Not even for one that has not come."""
    stats = counted(records_of([decision(decision="wait") for _ in range(FEW)]))
    assert set(stats.time_to_receipt.values()) == {0}


def test_interviews_with_erased_words(
    decision: Decision, records_of: RecordsOf, erased: RecordsOf
) -> None:
    """All words, or some; empty fields hold none, so they need not be gone."""
    records = records_of([decision() for _ in range(4 * FEW)])
    every = list(records[0].body)
    filled = [name for name, salted in records[0].body.items() if salted.value]
    for seq in range(1, FEW + 1):
        records = erased(records, seq, *(filled if seq > 1 else every))
    for seq in range(FEW + 1, 3 * FEW + 1):
        records = erased(records, seq, "reason")
    assert counted(records).erased == {"whole": 5, "part": 10}


def test_little_is_kept_of_each_record(decision: Decision) -> None:
    """A long log needs little memory: not its words, only where each record belongs."""

    def stream(count: int) -> Iterator[Record]:
        place, entry = Place(), decision(reason="x" * 20_000)
        for number in range(count):
            names = iter([numbered_id(number)])
            yield build_record(entry, place, names.__next__, lambda: "0" * 32)

    tracemalloc.start()
    counted(list(stream(1)))
    peaks = []
    for count in (50, 250):
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        count_log(stream(count), utc_day)
        peaks.append(tracemalloc.get_traced_memory()[1] - before)
    tracemalloc.stop()
    assert (peaks[1] - peaks[0]) / 200 < 1_000


def test_the_sample_is_of_november() -> None:
    """The months above rest on it."""
    assert NOON.isoformat().startswith("2026-11-22T12:00")
