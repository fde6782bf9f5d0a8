"""What tests of drafts share: a draft of a made-up case, a clock and letters that count."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import count

from infoshare_cli.core.case import Case, KeptWords
from infoshare_cli.core.draft import ID_LETTERS, Draft
from tests.conftest import NOON, numbered_id

CASE = Case(
    {"immediate_danger": ("no",), "concern": ("child-welfare", "adult-serious-harm")},
    {"case_ref": "T-1", "role": "", "reason": 'caf\u00e9 "x"\n\U0001f600 \x1b'},
    (KeptWords("reason", "postcode", "A shared door."),),
)
DRAFT = Draft(
    id="20261122-k7f3",
    started="2026-11-22T12:00:00.123Z",
    saved="2026-11-22T12:05:00.123Z",
    pack_id="pan-bedfordshire",
    pack_version="1.0.1",
    pack_digest="sha256:" + "a" * 64,
    engine="1.2.0",
    of=numbered_id(7),
    case=CASE,
    asked=("immediate_danger", "concern", "recipient"),
    came_to="share-elsewhere",
    about={"whose_consent": "child"},
    revision=3,
)


def ticking() -> Callable[[], datetime]:
    """A clock that goes on by a minute each time it is read."""
    minutes = count()
    return lambda: NOON + timedelta(minutes=next(minutes))


def letters() -> Iterator[str]:
    """Ends of ids, each another one."""
    for number in count():
        first, second = divmod(number, len(ID_LETTERS))
        yield f"kk{ID_LETTERS[first]}{ID_LETTERS[second]}"
