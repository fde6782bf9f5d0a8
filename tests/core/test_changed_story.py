"""A record is written only for the story that the person had before them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest

from infoshare_cli.core.changed_story import (
    StoryReader,
    StoryReading,
    new_records,
    still_fits,
)
from infoshare_cli.core.record import Entry, Record, Salted
from infoshare_cli.errors import LogError
from tests.conftest import Decision, RecordsOf, about, numbered_id

FIRST, SECOND = numbered_id(1), numbered_id(2)
ZEBRA = "A zebra at the door."


@pytest.fixture
def entries(decision: Decision) -> list[Entry]:
    """1 is what the person writes about, 2 goes on from it, 3 and 4 are about it, 5 is strange."""
    return [
        decision(reason=ZEBRA, role="Vet"),
        replace(decision(1, information="Two visits in May."), of=FIRST),
        about("hold", FIRST, 2, authority="The county court"),
        about("follow-up", FIRST, 3, details="She rang back twice.", role="Nurse"),
        decision(4, case_ref="T-9"),
    ]


def read(
    records: Iterable[Record], interview: str = FIRST, kin: Sequence[str] = (FIRST,)
) -> StoryReading | None:
    """The story of an interview in a log with these records."""
    reader = StoryReader(interview, frozenset(kin))
    for record in records:
        reader.take(record)
    return reader.reading()


def found(records: Iterable[Record]) -> StoryReading:
    """The story of the first record, which is there."""
    reading = read(records)
    assert reading is not None
    return reading


def refused(then: StoryReading, now: StoryReading | None, *texts: str, kind: str = "") -> str:
    """Why a record is not written."""
    with pytest.raises(LogError) as caught:
        still_fits(then, now, kind or "amendment", texts)
    assert "Nothing was recorded." in str(caught.value)
    return str(caught.value)


def test_all_that_belongs_together_is_read(entries: list[Entry], records_of: RecordsOf) -> None:
    """Before and after the interview; and which record of the log was the last, whosoever."""
    records = records_of(entries)
    assert list(found(records).records.values()) == records[:4]
    assert found(records).last == records[-1].hash
    second = read(records, SECOND, (FIRST, SECOND))
    assert second is not None
    assert (second.story.record, list(second.records.values())) == (records[1], records[:4])
    assert read(records, numbered_id(77)) is None


def test_what_is_new_is_found(entries: list[Entry], records_of: RecordsOf) -> None:
    """Of the story alone; then the record may be written, for the story as it is now."""
    then = found(records_of(entries[:2]))
    now = found(records_of(entries))
    assert still_fits(then, now, "amendment", [ZEBRA]) is now
    assert [record.head.seq for record in new_records(then, now)] == [3, 4]
    assert new_records(now, now) == ()


def test_a_record_that_is_not_there_any_more(
    entries: list[Entry], decision: Decision, records_of: RecordsOf
) -> None:
    """The log is gone, or another one stands in its place, or the record was damaged."""
    records = records_of(entries)
    then = found(records)
    assert refused(then, None).startswith("Record 1 is not in the decision log any more.")
    other = found(records_of([decision(9)]))
    assert refused(then, other).startswith("Record 1 is not in the decision log any more.")
    salted = records[0].body["reason"]
    damaged = {**records[0].body, "reason": Salted(salted.salt, "A bear.")}
    broken = found([replace(records[0], body=damaged), *records[1:]])
    assert "the field reason is not what was written" in refused(then, broken)


def test_a_record_that_was_erased_whole(
    entries: list[Entry], records_of: RecordsOf, erased: RecordsOf
) -> None:
    """There is nothing left to add to; but whoever began after that may."""
    records = records_of(entries)
    now = found(erased(records, 1, *records[0].body))
    assert "All words of record 1 were erased." in refused(found(records), now)
    assert still_fits(now, now, "follow-up", [ZEBRA]) is now


@pytest.mark.parametrize(
    ("seq", "names", "text", "comes_back"),
    [
        (1, ["reason"], f"It said: {ZEBRA.upper()}", True),
        (1, ["reason"], "It said something else.", False),
        (1, ["role"], "vet", True),
        (1, ["role"], "The vet was there.", False),
        (2, ["information"], "Not: Two visits in May.", True),
        (4, ["details"], "She rang back twice.", True),
        (4, ["details", "role"], "Nurse", True),
        (4, ["change"], "She rang back twice.", False),
    ],
)
def test_words_that_were_erased_meanwhile(
    entries: list[Entry],
    records_of: RecordsOf,
    erased: RecordsOf,
    *,
    seq: int,
    names: list[str],
    text: str,
    comes_back: bool,
) -> None:
    """Long ones anywhere, short ones as the whole of a text, of any record of the story."""
    records = records_of(entries)
    then, now = found(records), found(erased(records, seq, *names))
    if comes_back:
        assert "Words that you wrote were erased there" in refused(then, now, "So.", text)
    else:
        assert still_fits(then, now, "amendment", ["So.", text]) is now


def test_who_took_part_in_what_went_whole_may_be_named(
    entries: list[Entry], records_of: RecordsOf, erased: RecordsOf
) -> None:
    """As in drafts; what the record told of the case may not."""
    records = records_of(entries)
    then, now = found(records), found(erased(records, 4, *records[3].body))
    assert still_fits(then, now, "amendment", ["Nurse"]) is now
    refused(then, now, "She rang back twice.")


def test_a_record_of_the_story_that_is_gone(entries: list[Entry], records_of: RecordsOf) -> None:
    """Its words went with it."""
    records = records_of(entries)
    refused(found(records), found(records[:3]), "She rang back twice.")


def test_a_release_ends_the_hold_that_the_person_saw(
    entries: list[Entry], records_of: RecordsOf
) -> None:
    """Not another one, of which they say nothing; other records may be written."""
    then = found(records_of(entries))
    again = about("hold", FIRST, 5, authority="An inquiry")
    release = about("release", FIRST, 6, reason="It is over.")
    released = found(records_of([*entries, again, release]))
    assert "The hold in record 3 was released already." in refused(then, released, kind="release")
    assert still_fits(then, released, "review", ()) is released
    held_twice = found(records_of([*entries, again]))
    assert still_fits(then, held_twice, "release", ()) is held_twice
    free = found(records_of(entries[:2]))
    assert still_fits(free, free, "release", ()) is free
