"""Notices stand where they bear, and nowhere else."""

from collections.abc import Collection, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoshare_cli.core.guidance import Notice
from infoshare_cli.core.notices import notices_for

Entry = Mapping[str, tuple[str, ...]]
Place = Mapping[str, Collection[str]]

WORRY: Entry = {"concern": ("none", "not-sure"), "outcomes": ("seek-consent",)}


def notice(*bears_on: Entry, name: str = "n") -> Notice:
    """A notice that bears on these entries."""
    return Notice(name, "Title", "Text.", {"text": "confirmed"}, bears_on, "origin")


@pytest.mark.parametrize(
    ("bears_on", "place", "shown"),
    [
        ([WORRY], {"concern": ["none"], "outcomes": ["seek-consent"]}, True),
        ([WORRY], {"concern": ["other", "not-sure"], "outcomes": ["seek-consent"]}, True),
        ([WORRY], {"concern": ["other"], "outcomes": ["seek-consent"]}, False),
        ([WORRY], {"concern": ["none"], "outcomes": ["emergency"]}, False),
        ([WORRY], {"concern": ["none"]}, False),
        ([WORRY], {}, False),
        ([WORRY, {"topics": ("methods",)}], {"topics": ["methods"]}, True),
        ([WORRY, {"topics": ("methods",)}], {"topics": ["methods-of-old"]}, False),
    ],
)
def test_every_key_of_one_entry_must_fit(bears_on: list[Entry], place: Place, shown: bool) -> None:
    """The values of a key are alternatives, its keys are not; a key left out does not fit."""
    found = notices_for([notice(*bears_on)], place)

    assert bool(found) is shown


def test_the_order_of_the_pack_is_kept() -> None:
    """Notices come in the order in which the pack has them, each once."""
    both: Entry = {"topics": ("a", "b")}
    first, second = notice(both, {"topics": ("a",)}, name="1"), notice(both, name="2")

    assert notices_for([first, second], {"topics": ["b", "a"]}) == (first, second)


WORDS = st.sampled_from(["a", "b", "c"])
PLACES = st.dictionaries(WORDS, st.lists(WORDS, max_size=3), max_size=3)
ENTRIES = st.dictionaries(
    WORDS, st.lists(WORDS, min_size=1, max_size=2).map(tuple), min_size=1, max_size=2
)


@given(ENTRIES, PLACES, PLACES)
def test_more_at_hand_never_hides_a_notice(entry: Entry, place: Place, more: Place) -> None:
    """What is shown at a place is shown too where still more is at hand."""
    keys = place.keys() | more.keys()
    joined = {key: [*place.get(key, []), *more.get(key, [])] for key in keys}
    shown = notices_for([notice(entry)], place)

    assert not shown or notices_for([notice(entry)], joined) == shown
