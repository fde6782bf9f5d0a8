"""What replaying many decisions came to."""

import pytest

from infoshare_cli.core.record import Record
from infoshare_cli.core.replay import Difference, Replayed
from infoshare_cli.core.replays import NotReplayed, Replays

SAME = Replayed(1, "id-1", "1.0.0")
OTHER = Replayed(2, "id-2", "1.0.0", (Difference("outcome", "a", "b"),))
REST = Replayed(3, "id-3", "1.0.0", partly_erased=True)
GONE = Replayed(4, "id-4", "1.0.0", lost="answers-erased")


def test_each_is_counted_once() -> None:
    """The same, the different, and those that could not be replayed."""
    replays = Replays()
    for each in (SAME, OTHER, REST, GONE):
        replays.take(each)
    assert (replays.same, replays.replayed, replays.partly_erased) == (2, 3, 1)
    assert replays.different == [OTHER]
    assert replays.not_replayed == [NotReplayed(4, "id-4", "answers-erased")]


@pytest.mark.parametrize(
    ("took", "in_all", "named"),
    [
        ((), True, True),
        ((SAME, REST), True, True),
        ((SAME, OTHER), False, False),
        ((SAME, GONE), True, False),
    ],
)
def test_what_was_erased_is_amiss_only_where_it_was_asked_for(
    took: tuple[Replayed, ...], in_all: bool, named: bool
) -> None:
    """It is gone by right; but whoever asks for that record is not shown that it is the same."""
    replays = Replays()
    for each in took:
        replays.take(each)
    assert (replays.as_recorded(named=False), replays.as_recorded(named=True)) == (in_all, named)


def test_what_was_passed_over_is_amiss_in_any_case(every_kind: list[Record]) -> None:
    """Rules that are not there, a record that is broken."""
    replays = Replays()
    head = every_kind[0].head
    replays.pass_over(head, "rules-not-kept")
    assert replays.not_replayed == [NotReplayed(1, head.id, "rules-not-kept", "")]
    assert not replays.as_recorded(named=False)
