"""What tests of the decision log share: entries of made-up cases, and records built from them."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import settings

from infoshare_cli.core.canonical import Value
from infoshare_cli.core.guidance import Guidance
from infoshare_cli.core.record import (
    ASKED,
    FIELDS_OF_KIND,
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


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --most-examples, for runs that only count the lines that tests reach."""
    parser.addoption(
        "--most-examples", type=int, metavar="N", help="Examples that a random test draws at most."
    )


def pytest_collection_modifyitems(config: pytest.Config, items: Sequence[pytest.Item]) -> None:
    """Hold random tests to the examples that are wanted, whatever they ask for themselves."""
    if most := config.getoption("most_examples"):
        for each in items:
            _draw_at_most(most, getattr(each, "function", None))


def pytest_collection_finish() -> None:
    """Spare Python from looking through thousands of collected tests again and again."""
    gc.collect()
    gc.freeze()


def _draw_at_most(most: int, test: Any) -> None:
    # A profile does not go before what a test asks for itself, and Hypothesis has no public name
    # for that.
    if own := getattr(test, "_hypothesis_internal_use_settings", None):
        fewer = settings(own, max_examples=min(most, own.max_examples))
        test._hypothesis_internal_use_settings = fewer


Decision = Callable[..., Entry]
"""The fixture `decision`."""
RecordsOf = Callable[..., list[Record]]
"""The fixtures `records_of` and `erased`."""

NOON = datetime(2026, 11, 22, 12, 0, 0, 123_000, tzinfo=UTC)
MADE_WITH = Provenance(
    "pan-bedfordshire", "1.0.0", "sha256:" + "a" * 64, "sha256:" + "b" * 64, "1.0.0"
)
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
            provenance=MADE_WITH,
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
def every_kind(decision: Decision, records_of: RecordsOf, erased: RecordsOf) -> list[Record]:
    """A log with every kind of record, in which fields of the second one are erased.

    1 is a decision, 2 goes on from it, 3 was abandoned; 4 to 6 are about 1, 7 holds 3, 8 releases
    it, and 9 erases the reason and the information of 2.
    """
    first, third = numbered_id(1), numbered_id(3)
    entries = [
        decision(),
        replace(decision(1, case_ref="T-2", information="Two visits."), of=first),
        replace(
            decision(2, case_ref="T-3", decision=None),
            kind="abandoned",
            fields={**decision(case_ref="T-3").fields, ASKED: ["immediate_danger"]},
        ),
        about("amendment", first, 3, change="correction", field="reason", correction="Two."),
        about("follow-up", first, 4, follow_up="receipt-confirmed", confirmed_by="Duty worker"),
        about("review", first, 5, retention="keep", review_on="2027-01-31"),
        about("hold", third, 6, authority="The county court"),
        about("release", third, 7, authority="The county court"),
    ]
    return erased(records_of(entries), 2, "reason", "information")


def about(kind: str, of: str, hours: float, **fields: Value) -> Entry:
    """The entry of a record that is about another one; `hours` after noon."""
    return Entry(
        kind=kind,
        of=of,
        at=NOON + timedelta(hours=hours),
        provenance=MADE_WITH,
        fields={**dict.fromkeys(FIELDS_OF_KIND[kind]), "role": "Made up", **fields},
    )


@pytest.fixture(scope="session")
def erased() -> RecordsOf:
    """Gives a log in which fields of one record are erased, with the redaction at its end."""

    def erase(records: Sequence[Record], seq: int, *names: str) -> list[Record]:
        victim, place = records[seq - 1], Place()
        for record in records:
            place = place.after(record.hash)
        body = {name: salted for name, salted in victim.body.items() if name not in names}
        taken_out = Entry(
            kind="redaction",
            of=victim.head.id,
            at=NOON + timedelta(days=9),
            provenance=victim.head.provenance,
            fields={**dict.fromkeys(FIELDS_OF_KIND["redaction"]), "reason": "error"},
            erased=tuple(sorted(names)),
        )
        new_id, salts = numbered_id(len(records) + 1), numbered_salts()
        redaction = build_record(taken_out, place, lambda: new_id, salts.__next__)
        return [*records[: seq - 1], replace(victim, body=body), *records[seq:], redaction]

    return erase


@pytest.fixture(scope="session")
def guidance() -> Guidance:
    """The pack that comes with the program."""
    return shipped_pack()
