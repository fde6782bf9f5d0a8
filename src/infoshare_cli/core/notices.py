"""Which of the changes since the guide was written bear on a place of the program."""

from collections.abc import Collection, Iterable, Mapping

from infoshare_cli.core.guidance import Notice


def notices_for(
    notices: Iterable[Notice], place: Mapping[str, Collection[str]]
) -> tuple[Notice, ...]:
    """The notices to show at a place, in the order of the pack.

    A place says what is at hand there: `{"topics": ["consent"]}`, or the concern, the
    recipient, the questions and the outcome of a case. What it leaves out is not at hand.
    """
    return tuple(
        notice for notice in notices if any(_fits(entry, place) for entry in notice.bears_on)
    )


def _fits(entry: Mapping[str, tuple[str, ...]], place: Mapping[str, Collection[str]]) -> bool:
    return all(
        any(value in place.get(key, ()) for value in values) for key, values in entry.items()
    )
