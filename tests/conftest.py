"""What tests of the decision log share: entries of made-up cases, and records built from them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from hypothesis import settings

from infoshare_cli.core.canonical import Value
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.record import (
    Entry,
    Place,
    Provenance,
    Record,
    build_record,
    decision_fields,
)
from tests.shipped import shipped_pack

# No test depends on how fast the machine is.
settings.register_profile("any speed", deadline=None)
settings.load_profile("any speed")

Decision = Callable[..., Entry]
"""The fixture `decision`."""
RecordsOf = Callable[..., list[Record]]
"""The fixtures `records_of` and `erased`."""

NOON = datetime(2026, 11, 22, 12, 0, 0, 123_000, tzinfo=UTC)
QUESTIONS = ("immediate_danger", "concern", "consent")
CASE: Mapping[str, Value] = {
    "case_ref": "T-1",
    "area": "luton",
    "practitioner": "A Tester",
    "decision": "share",
    "reason": "Made up for a test.",
    "outcome": "share-without-consent",
    "title": "You may share, without consent.",
    "advice_from": [],
    "reasons": [
        {"rule": "r2", "text": "Serious.", "source": [{"page": 6, "statement": "p6.serious"}]}
    ],
    "rests_on": ["immediate_danger", "concern"],
    "followed_up": [],
    "actions": [
        {
            "id": "ring-back",
            "when": "before",
            "text": "Ring back.",
            "source": [{"page": 13, "statement": "p13.ring"}],
        }
    ],
    "contacts": ["luton-mash"],
    "notices": [],
    "proved": True,
    "answer.immediate_danger": "no",
    "answer.concern": ["child-significant-harm"],
}


def numbered_id(number: int) -> str:
    """The id of that number, in the form of a UUID."""
    return f"00000000-0000-4000-8000-{number:012x}"


def numbered_salts() -> Iterator[str]:
    """Salts that count, in the form of 128 random bits."""
    return (f"{number:032x}" for number in count(1))


@pytest.fixture(scope="session")
def decision() -> Decision:
    """Gives the entry of a decision; `hours` after noon, with any field said otherwise."""

    def make(hours: float = 0, **fields: Value) -> Entry:
        empty: dict[str, Value] = dict.fromkeys(decision_fields(QUESTIONS))
        return Entry(
            kind="decision",
            of=None,
            at=NOON + timedelta(hours=hours),
            provenance=Provenance(
                "pan-bedfordshire", "1.0.0", "sha256:" + "a" * 64, "sha256:" + "b" * 64, "1.0.0"
            ),
            fields={**empty, **CASE, **fields},
        )

    return make


@pytest.fixture(scope="session")
def records_of() -> RecordsOf:
    """Gives the records of a log with these entries, one after the other."""

    def build(entries: Sequence[Entry]) -> list[Record]:
        ids, salts, place = map(numbered_id, count(1)), numbered_salts(), Place()
        records = []
        for entry in entries:
            records.append(build_record(entry, place, ids.__next__, salts.__next__))
            place = place.after(records[-1].hash)
        return records

    return build


@pytest.fixture(scope="session")
def erased() -> RecordsOf:
    """Gives a log in which fields of one record are erased, with the redaction at its end."""

    def erase(records: Sequence[Record], seq: int, *names: str) -> list[Record]:
        victim, place = records[seq - 1], Place()
        for record in records:
            place = place.after(record.hash)
        body = {name: salted for name, salted in victim.body.items() if name not in names}
        plain = Entry(
            "redaction", victim.head.id, NOON + timedelta(days=9), victim.head.provenance, {}
        )
        made = build_record(plain, place, lambda: numbered_id(len(records) + 1), lambda: "0" * 32)
        head = replace(made.head, erased=tuple(sorted(names)))
        redaction = replace(made, head=head, hash=head.hash())
        return [*records[: seq - 1], replace(victim, body=body), *records[seq:], redaction]

    return erase


@pytest.fixture(scope="session")
def guidance() -> Guidance:
    """The pack that comes with the program."""
    return shipped_pack()
