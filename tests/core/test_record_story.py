"""A record's place among the others, put together in one reading."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from infoshare_cli.core.lives import Link
from infoshare_cli.core.record import Record
from infoshare_cli.core.record_story import RecordStory, StoryTeller
from tests.conftest import Decision, RecordsOf, about, numbered_id


def story_of(records: Sequence[Record], seq: int) -> RecordStory | None:
    """The story of the record with that number."""
    teller = StoryTeller(lambda record: record.head.seq == seq)
    for record in records:
        teller.take(record)
    return teller.story()


def number(link: Link | None) -> int | None:
    """The number of a record, if there is one."""
    return link.seq if link else None


@pytest.mark.parametrize(
    ("seq", "about_", "beginning", "continues", "continued_by", "life"),
    [
        (1, None, 1, None, [2], [4, 5, 6]),
        (2, None, 2, 1, [], [9]),
        (3, None, 3, None, [], [7, 8]),
        (4, 1, 1, None, [], []),
        (9, 2, 2, None, [], []),
    ],
)
def test_where_each_record_stands(
    every_kind: list[Record],
    *,
    seq: int,
    about_: int | None,
    beginning: int,
    continues: int | None,
    continued_by: list[int],
    life: list[int],
) -> None:
    """In a log with every kind of record."""
    story = story_of(every_kind, seq)
    assert story is not None
    assert story.record is every_kind[seq - 1]
    assert (number(story.about), story.beginning.seq) == (about_, beginning)
    assert number(story.continues) == continues
    assert [each.seq for each in story.continued_by] == continued_by
    assert list(story.life) == [every_kind[each - 1] for each in life]
    assert story.holds == ()


def test_what_is_about_a_follow_up_is_of_the_same_life(
    decision: Decision, records_of: RecordsOf
) -> None:
    """However many records lie between; and each of them has those about itself."""
    entries = [
        decision(),
        about("follow-up", numbered_id(1), 1),
        about("redaction", numbered_id(2), 2),
        replace(decision(3), of=numbered_id(1)),
        about("follow-up", numbered_id(4), 4),
    ]
    records = records_of(entries)
    lives = {}
    for seq in (1, 2, 3, 4):
        story = story_of(records, seq)
        assert story is not None
        lives[seq] = [each.head.seq for each in story.life], story.beginning.seq
    assert lives == {1: ([2, 3], 1), 2: ([3], 1), 3: ([], 1), 4: ([5], 4)}


def test_holds_are_those_of_the_whole_story(decision: Decision, records_of: RecordsOf) -> None:
    """Whichever record of it they name, before or after this one."""
    entries = [
        decision(),
        about("hold", numbered_id(1), 1),
        replace(decision(2), of=numbered_id(1)),
        about("hold", numbered_id(3), 3),
        decision(4),
    ]
    records = records_of(entries)
    held = [[each.seq for each in story_of(records, seq).holds] for seq in range(1, 6)]  # type: ignore[union-attr]
    assert held == [[2, 4]] * 4 + [[]]


def test_a_record_about_one_that_is_not_there(decision: Decision, records_of: RecordsOf) -> None:
    """It begins with itself."""
    records = records_of(
        [about("follow-up", numbered_id(9), 0), replace(decision(), of=numbered_id(9))]
    )
    lone, going_on = story_of(records, 1), story_of(records, 2)
    assert lone is not None
    assert going_on is not None
    assert (lone.about, lone.beginning.seq, going_on.continues) == (None, 1, None)


def test_the_first_that_is_wanted_counts(decision: Decision, records_of: RecordsOf) -> None:
    """A log in which a number stands twice is broken; what is shown is the first."""
    one, two = records_of([decision(case_ref="A"), decision(case_ref="B")])
    teller = StoryTeller(lambda _: True)
    teller.take(one)
    teller.take(two)
    story = teller.story()
    assert story is not None
    assert story.record is one


def test_no_record_no_story(every_kind: list[Record]) -> None:
    """Whoever asked is told so by the caller."""
    assert story_of(every_kind, 99) is None
    assert story_of([], 1) is None
