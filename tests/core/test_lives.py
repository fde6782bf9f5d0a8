"""Which records belong together."""

from dataclasses import replace

import pytest

from infoshare_cli.core.lives import Link, Lives
from infoshare_cli.core.record import ASKED, Entry, Record
from tests.conftest import Decision, RecordsOf, about, numbered_id


def numbers(links: tuple[Link, ...]) -> list[int]:
    """The numbers of the records."""
    return [each.seq for each in links]


def _given_up(entry: Entry, of: str) -> Entry:
    """The same interview, which goes on from a record and was given up."""
    return replace(entry, of=of, kind="abandoned", fields={**entry.fields, ASKED: []})


@pytest.fixture
def lives(every_kind: list[Record]) -> Lives:
    """Of a log with every kind of record."""
    return Lives.of_heads(each.head for each in every_kind)


@pytest.mark.parametrize(
    ("seq", "beginning", "life", "story", "continued"),
    [
        (1, 1, [4, 5, 6], [1, 2, 4, 5, 6, 9], [2]),
        (2, 2, [9], [1, 2, 4, 5, 6, 9], []),
        (3, 3, [7, 8], [3, 7, 8], []),
        (4, 1, [], [1, 2, 4, 5, 6, 9], []),
        (9, 2, [], [1, 2, 4, 5, 6, 9], []),
    ],
)
def test_where_each_record_belongs(
    lives: Lives,
    *,
    seq: int,
    beginning: int,
    life: list[int],
    story: list[int],
    continued: list[int],
) -> None:
    """Life, story and what goes on from it."""
    name = numbered_id(seq)
    assert lives.beginning(name).seq == beginning
    assert numbers(lives.life(name)) == life
    assert numbers(lives.story(name)) == story
    assert numbers(lives.continued_by(name)) == continued


def test_what_is_about_a_follow_up_is_of_the_same_life(
    decision: Decision, records_of: RecordsOf
) -> None:
    """However many records lie between."""
    entries = [
        decision(),
        about("follow-up", numbered_id(1), 1),
        about("amendment", numbered_id(2), 2),
        about("review", numbered_id(9), 3),
    ]
    lives = Lives.of_heads(each.head for each in records_of(entries))
    assert numbers(lives.life(numbered_id(1))) == [2, 3]
    assert lives.beginning(numbered_id(3)).seq == 1
    assert lives.beginning(numbered_id(4)).seq == 4, "about a record that is not there"
    assert numbers(lives.story(numbered_id(4))) == [4]
    assert lives.story(numbered_id(9)) == ()


def test_decisions_since_are_found_however_far_on(
    decision: Decision, records_of: RecordsOf
) -> None:
    """By way of one another, or of an interview that was given up, which is none itself."""
    entries = [
        decision(),
        _given_up(decision(1), numbered_id(1)),
        replace(decision(2), of=numbered_id(1)),
        replace(decision(3), of=numbered_id(2)),
        about("amendment", numbered_id(1), 4),
        replace(decision(5), of=numbered_id(4)),
    ]
    lives = Lives.of_heads(each.head for each in records_of(entries))
    assert numbers(lives.decisions_since(numbered_id(1))) == [3, 4, 6]
    assert numbers(lives.decisions_since(numbered_id(2))) == [4, 6]
    assert lives.decisions_since(numbered_id(3)) == ()


@pytest.mark.parametrize(
    ("kinds", "holding"),
    [
        ([], []),
        (["hold"], [2]),
        (["hold", "release"], []),
        (["hold", "hold", "release"], [3]),
        (["release", "hold"], [3]),
        (["hold", "release", "hold"], [4]),
    ],
)
def test_each_release_ends_one_hold(
    decision: Decision, records_of: RecordsOf, kinds: list[str], holding: list[int]
) -> None:
    """The oldest one that stands; and a release without a hold ends none that comes later."""
    entries = [decision(), *(about(kind, numbered_id(1), 1) for kind in kinds)]
    lives = Lives.of_heads(each.head for each in records_of(entries))
    assert numbers(lives.holds(numbered_id(1))) == holding


def test_a_hold_is_on_the_whole_story(decision: Decision, records_of: RecordsOf) -> None:
    """On what goes on from the record, and on what it goes on from."""
    entries = [
        decision(),
        replace(decision(), of=numbered_id(1)),
        about("hold", numbered_id(2), 1),
        decision(),
    ]
    lives = Lives.of_heads(each.head for each in records_of(entries))
    held = [numbers(lives.holds(numbered_id(seq))) for seq in (1, 2, 3, 4)]
    assert held == [[3], [3], [3], []]


def test_which_records_are_held(decision: Decision, records_of: RecordsOf) -> None:
    """All of a story on which a hold stands, and none of another one."""
    entries = [
        decision(),
        replace(decision(), of=numbered_id(1)),
        about("hold", numbered_id(2), 1),
        about("hold", numbered_id(1), 2),
        about("release", numbered_id(1), 3),
        decision(),
        about("hold", numbered_id(6), 4),
        about("release", numbered_id(6), 5),
        decision(),
    ]
    lives = Lives.of_heads(each.head for each in records_of(entries))
    assert lives.held() == {numbered_id(seq) for seq in (1, 2, 3, 4, 5)}
    assert Lives().held() == frozenset()


def test_a_record_is_found_by_its_id(lives: Lives) -> None:
    """One that is not there is none, and neither is nothing."""
    link = lives.link(numbered_id(4))
    assert link is not None
    assert (link.seq, link.kind) == (4, "amendment")
    assert lives.link(numbered_id(99)) is None
    assert lives.link(None) is None


def test_records_that_are_about_each_other_are_no_endless_story(every_kind: list[Record]) -> None:
    """Nobody writes such a log; but a forged one must not keep the program busy for good."""
    heads = [replace(each.head, of=numbered_id(8 - each.head.seq)) for each in every_kind[3:7]]
    lives = Lives.of_heads([*heads, *heads])
    assert lives.beginning(numbered_id(4)).seq == 4
    assert numbers(lives.life(numbered_id(4))) == [4]
    assert numbers(lives.story(numbered_id(4))) == [4]


def test_decisions_that_go_on_from_each_other_are_found_once(
    decision: Decision, records_of: RecordsOf
) -> None:
    """Forged heads, as above."""
    records = records_of([decision(), replace(decision(1), of=numbered_id(1))])
    heads = [replace(each.head, of=numbered_id(3 - each.head.seq)) for each in records]
    assert numbers(Lives.of_heads(heads).decisions_since(numbered_id(1))) == [1, 2]
